import { drainsOf, stacksOf } from '../../shared/derive/drains.ts';
import type { StoreyRooms } from '../../shared/derive/room.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { labelPlaces } from './stacks-labels.ts';
import { letter } from './stacks-words.tsx';

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
  const places = labelPlaces(
    stacks.map(({ riser: { at, width, depth, line: words } }) => ({
      x: at.x,
      y: -at.y,
      width,
      depth,
      words,
    })),
    letter * pixel,
  );
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
