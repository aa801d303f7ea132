import type { Room } from '../../shared/derive/room.ts';
import { boundsOf } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { roomUseWords } from '../language/words.ts';
import type { Say } from './household-columns.tsx';
import { type Block, linesOf } from './stacks-labels.ts';

/** Names of rooms on the picture of the stacks. */

/** px */
export const letter = 12;
/** px from one line of letters to the next. */
export const line = 15;

/** A name with the y between which it may move. */
export type RoomName = Block & { readonly top: number; readonly bottom: number };

/** Whose a room is and what it is: in two lines, or in one; `pixel` is mm of one px. */
export function nameOf(plan: Plan, room: Room, pixel: number, split: boolean, say: Say): RoomName {
  const around = boundsOf(room.polygon);
  const ems = (around.maxX - around.minX) / pixel / letter - 0.5;
  const said = [
    say(doorsOf(plan, room)),
    room.use === null ? '' : say(roomUseWords[room.use]),
  ].filter((words) => words !== '');
  return {
    x: room.label.x,
    y: -room.label.y,
    lines: (split ? said : [said.join(' ')]).flatMap((words) => linesOf(words, ems)),
    top: -around.maxY,
    bottom: -around.minY,
  };
}

function doorsOf({ households }: Plan, { holders }: Room): Text {
  const doors = holders.flatMap((holder) =>
    holder === 'building' ? [] : (households[holder]?.door ?? []),
  );
  return text(doors.join('、'), doors.join(', '));
}

/** The words of a room, in lines about the place of its label. */
export function Words(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly lines: readonly string[];
  readonly pixel: number;
  readonly className?: string;
}) {
  const { at, lines, pixel } = props;
  const first = at.y - ((lines.length - 1) / 2) * line * pixel + (letter / 3) * pixel;
  return (
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
  );
}
