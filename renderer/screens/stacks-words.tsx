import type { Room } from '../../shared/derive/room.ts';
import type { Point } from '../../shared/geometry/point.ts';
import { type Bounds, boundsOf, ringContains } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { roomUseWords } from '../language/words.ts';
import type { Say } from './household-columns.tsx';
import { linesOf } from './stacks-labels.ts';
import { boxOfBlock, type RoomName } from './stacks-names.ts';

/** Names of rooms on the picture of the stacks. */

/** px */
export const letter = 12;
/** px from one line of letters to the next. */
export const line = 15;
/** Lines in which a name is said in full. */
const most = 3;

/**
 * Whose a room is and what it is: in two lines, in one, the use alone, or
 * whose alone; `pixel` is mm of one px.
 */
export function nameOf(plan: Plan, room: Room, pixel: number, say: Say): RoomName {
  const { minX, maxX, minY, maxY } = boundsOf(room.polygon);
  const ems = (maxX - minX) / pixel / letter - 0.5;
  const use = room.use === null ? '' : say(roomUseWords[room.use]);
  const doors = doorsOf(plan, room);
  const saidOf = (whose: Text): string[] => [say(whose), use].filter((words) => words !== '');
  const inLines = (words: readonly string[]): string[] => words.flatMap((one) => linesOf(one, ems));
  const all = saidOf(text(doors.join('、'), doors.join(', ')));
  const count = text(`${doors.length}\u00a0户合用`, `${doors.length} share`);
  // A column of doors says less than their number.
  const said = doors.length > 2 && inLines(all).length > most ? saidOf(count) : all;
  return {
    x: room.label.x,
    y: -room.label.y,
    within: { minX, maxX, minY: -maxY, maxY: -minY },
    holds: (box) => cornersOf(box).every((corner) => ringContains(room.polygon, corner)),
    ways: [
      inLines(said),
      inLines([said.join(' ')]),
      inLines(said.slice(-1)),
      inLines(said.slice(0, 1)),
    ],
  };
}

/** With y upwards again. */
const cornersOf = ({ minX, maxX, minY, maxY }: Bounds): Point[] =>
  [minX, maxX].flatMap((x) => [minY, maxY].map((y) => ({ x, y: -y })));

const doorsOf = ({ households }: Plan, { holders }: Room): string[] =>
  holders.flatMap((holder) => (holder === 'building' ? [] : (households[holder]?.door ?? [])));

/** The words of a room, in lines about the place of its label. */
export function Words(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly lines: readonly string[];
  readonly pixel: number;
  readonly className?: string;
  /** On white, where it stands over a hatch. */
  readonly plate?: boolean;
}) {
  const { at, lines, pixel } = props;
  const first = at.y - ((lines.length - 1) / 2) * line * pixel + (letter / 3) * pixel;
  const box = boxOfBlock({ ...at, lines }, letter * pixel, line * pixel);
  return (
    <>
      {props.plate ? (
        <rect
          x={box.minX - 2 * pixel}
          y={box.minY}
          width={box.maxX - box.minX + 4 * pixel}
          height={box.maxY - box.minY}
          rx={2 * pixel}
          className="plate"
        />
      ) : null}
      <text
        fontSize={letter * pixel}
        textAnchor="middle"
        className={`label ${props.className ?? ''}`}
        strokeWidth={3 * pixel}
      >
        {lines.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <tspan key={index} x={at.x} y={first + index * line * pixel}>
            {words}
          </tspan>
        ))}
      </text>
    </>
  );
}
