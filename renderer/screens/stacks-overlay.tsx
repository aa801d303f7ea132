import { Empty } from 'antd';
import { useMemo } from 'react';
import { drainsOf, stacksOf } from '../../shared/derive/drains.ts';
import type { Room, StoreyRooms } from '../../shared/derive/room.ts';
import { type Bounds, boundsOf, type Ring } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { isLivedIn, isWet } from '../../shared/plan/room-uses.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { overlapOf } from '../editor/overlap.ts';
import { useSay } from '../language/language.tsx';
import { boxOfBlock, placedNames } from './stacks-names.ts';
import { drainBoxes, Pipes, stackBoxes } from './stacks-pipes.tsx';
import { scaleOf } from './stacks-scale.ts';
import { letter, line, nameOf, Words } from './stacks-words.tsx';
import { useDrawnSize } from './use-drawn-size.ts';

/** What B4 spares from others' bathrooms above it, but for kitchens. */
const isHabitable = (room: Room): boolean => isLivedIn(room) || room.use === 'dining';

const path = (ring: Ring): string => `M${ring.map(({ x, y }) => `${x},${-y}`).join('L')}Z`;
const shape = ({ polygon, holes }: Room): string => [polygon, ...holes].map(path).join('');

/** px, until the picture is on the page. */
const usual = { width: 760, height: 520 };
/** px between the names of this storey and those of the one below. */
const apart = 4;

/** A storey over the one below: wet rooms hatched, and where they lie over others' rooms. */
export function Overlay(props: {
  readonly plan: Plan;
  readonly upper: StoreyRooms;
  readonly lower: StoreyRooms | null;
  readonly findings: readonly Finding[];
}) {
  const say = useSay();
  const { plan, upper, lower, findings } = props;
  const conflicts = useMemo(
    () => findings.flatMap((finding) => overlapOf(plan, finding)),
    [plan, findings],
  );
  const { ref, size } = useDrawnSize<SVGSVGElement>();
  const facts = plan.storeys[upper.storey];
  const all = [...upper.rooms, ...(lower?.rooms ?? [])].flatMap(({ polygon }) => polygon);
  if (all.length === 0 || !facts) {
    return (
      <Empty
        className="stacks-picture"
        description={say(text('这一层还没有房间。', 'This storey has no rooms yet.'))}
      />
    );
  }
  const stacks = stacksOf(facts.risers, 'after');
  const { pixel, viewBox } = scaleOf(
    boundsOf(all),
    size ?? usual,
    stacks.map(({ riser }) => riser.line),
  );
  const tagged = ({ tags }: Room): boolean => tags.length > 0;
  const named = (rooms: readonly Room[]) =>
    rooms.filter(tagged).map((room) => nameOf(plan, room, pixel, say));
  const drains = drainsOf(upper, facts, 'after');
  const soft = drainBoxes(drains, letter * pixel);
  const hard = stackBoxes(facts, pixel);
  const sizes = [letter * pixel, line * pixel] as const;
  const names = placedNames(named(upper.rooms), { hard, soft }, ...sizes).filter((one) => !!one);
  const above = names.map((block) => grown(boxOfBlock(block, ...sizes), apart * pixel));
  const below = { hard: [...hard, ...above], soft };
  const namesBelow = placedNames(named(lower?.rooms ?? []), below, ...sizes);
  // Where a washing machine drains it is wet, whatever the room is called.
  const drained = new Set(drains.map(({ room }) => room));
  return (
    <svg
      className="stacks-picture"
      ref={ref}
      viewBox={viewBox}
      role="img"
      aria-label={say(text('上下层叠合图', 'Storeys laid over each other'))}
    >
      <Hatches pixel={pixel} />
      {(lower?.rooms ?? []).map((room) => (
        <path
          key={`below-${room.id}`}
          d={shape(room)}
          fillRule="evenodd"
          className={`below ${isHabitable(room) ? 'habitable' : ''}`}
          strokeWidth={pixel}
          strokeDasharray={`${5 * pixel} ${4 * pixel}`}
        />
      ))}
      {upper.rooms.map((room) => (
        <path
          key={room.id}
          d={shape(room)}
          fillRule="evenodd"
          className="above"
          fill={isWet(room) || drained.has(room) ? 'url(#wet-hatch)' : 'none'}
          strokeWidth={1.6 * pixel}
        />
      ))}
      {conflicts.map((ring) => (
        <path
          key={ring.map(({ x, y }) => `${x},${y}`).join(' ')}
          d={path(ring)}
          className="conflict"
          fill="url(#conflict-hatch)"
          strokeWidth={2.4 * pixel}
        />
      ))}
      <Pipes plan={plan} upper={upper} lower={lower} pixel={pixel} />
      {names.map(({ x, y, lines }) => (
        <Words key={`${x},${y}`} at={{ x, y }} lines={lines} pixel={pixel} className="above-name" />
      ))}
      {namesBelow.map((block) =>
        block ? (
          <Words
            key={`${block.x},${block.y}`}
            at={block}
            lines={block.lines}
            pixel={pixel}
            className="below-name"
            plate
          />
        ) : null,
      )}
    </svg>
  );
}

const grown = ({ minX, maxX, minY, maxY }: Bounds, by: number): Bounds => ({
  minX: minX - by,
  maxX: maxX + by,
  minY: minY - by,
  maxY: maxY + by,
});

/** Fills that read without colour as well. */
function Hatches({ pixel }: { readonly pixel: number }) {
  return (
    <defs>
      <pattern
        id="wet-hatch"
        width={8 * pixel}
        height={8 * pixel}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d={`M0,0V${8 * pixel}`} className="hatch-wet" strokeWidth={1.2 * pixel} />
      </pattern>
      <pattern
        id="conflict-hatch"
        width={6 * pixel}
        height={6 * pixel}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <path d={`M0,0V${6 * pixel}`} className="hatch-conflict" strokeWidth={2.4 * pixel} />
      </pattern>
    </defs>
  );
}
