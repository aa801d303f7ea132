import { type Drain, drainsOf, stacksOf } from '../../shared/derive/drains.ts';
import type { StoreyRooms } from '../../shared/derive/room.ts';
import { type Bounds, boundsOf } from '../../shared/geometry/polygon.ts';
import type { Plan, Storey } from '../../shared/plan/model.ts';
import { emsOf, labelPlaces } from './stacks-labels.ts';
import { letter } from './stacks-words.tsx';

/** The places of the words of a storey's stacks, y downwards; `pixel` is mm of one px. */
const wordsOf = (stacks: ReturnType<typeof stacksOf>, pixel: number) =>
  labelPlaces(
    stacks.map(({ riser: { at, width, depth, line: words } }) => ({
      x: at.x,
      y: -at.y,
      width,
      depth,
      words,
    })),
    letter * pixel,
  );

/** What a storey's stacks and their words cover, y downwards. */
export function stackBoxes({ risers }: Pick<Storey, 'risers'>, pixel: number): Bounds[] {
  const stacks = stacksOf(risers, 'after');
  const places = wordsOf(stacks, pixel);
  return stacks.flatMap(({ riser: { at, width, depth, line: words } }, index): Bounds[] => {
    const { x, y, anchor } = places[index]!;
    const long = emsOf(words) * letter * pixel * (anchor === 'start' ? 1 : -1);
    const [top, high] = [y - letter * pixel, letter * pixel];
    return [
      boundsOf([
        { x: at.x - width / 2, y: -at.y - depth / 2 },
        { x: at.x + width / 2, y: -at.y + depth / 2 },
      ]),
      boundsOf([
        { x, y: top },
        { x: x + long, y: top + high },
      ]),
    ];
  });
}

/** Along the drains, a box every `step` mm, y downwards. */
export const drainBoxes = (drains: readonly Drain[], step: number): Bounds[] =>
  drains.flatMap(({ from, riser, length }) => {
    if (!riser) return [];
    const { at } = riser.riser;
    const count = Math.max(1, Math.ceil(length / step));
    return Array.from({ length: count + 1 }, (_, index) => {
      const part = index / count;
      const [x, y] = [from.x + (at.x - from.x) * part, -(from.y + (at.y - from.y) * part)];
      return { minX: x, maxX: x + 1, minY: y, maxY: y + 1 };
    });
  });

/** Stacks of both storeys, those of the upper one with their names, and the drains that run to them. */
export function Pipes(props: {
  readonly plan: Plan;
  readonly upper: StoreyRooms;
  readonly lower: StoreyRooms | null;
  /** mm */
  readonly pixel: number;
}) {
  const { plan, upper, lower, pixel } = props;
  const facts = plan.storeys[upper.storey];
  if (!facts) return null;
  const below = lower && plan.storeys[lower.storey];
  const drains = drainsOf(upper, facts, 'after');
  const stacks = stacksOf(facts.risers, 'after');
  const places = wordsOf(stacks, pixel);
  return (
    <>
      {drains.map(({ id, from, riser }) =>
        riser ? (
          <line
            key={id}
            x1={from.x}
            y1={-from.y}
            x2={riser.riser.at.x}
            y2={-riser.riser.at.y}
            className="drain"
            strokeWidth={1.4 * pixel}
          />
        ) : null,
      )}
      {(below ? stacksOf(below.risers, 'after') : []).map(({ id, riser }) => (
        <rect
          key={`below-${id}`}
          x={riser.at.x - riser.width / 2}
          y={-riser.at.y - riser.depth / 2}
          width={riser.width}
          height={riser.depth}
          className="riser-below"
          strokeWidth={1.4 * pixel}
          strokeDasharray={`${3 * pixel} ${2 * pixel}`}
        />
      ))}
      {stacks.map(({ id, riser }, index) => (
        <g key={id}>
          <rect
            x={riser.at.x - riser.width / 2}
            y={-riser.at.y - riser.depth / 2}
            width={riser.width}
            height={riser.depth}
            className={`riser ${riser.kind}`}
          />
          <text
            x={places[index]!.x}
            y={places[index]!.y}
            fontSize={letter * pixel}
            textAnchor={places[index]!.anchor}
            className="label"
            strokeWidth={3 * pixel}
          >
            {riser.line}
          </text>
        </g>
      ))}
    </>
  );
}
