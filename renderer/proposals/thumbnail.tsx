import { wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { boundsOf, polygonContains } from '../../shared/geometry/polygon.ts';
import { entries, type HouseholdId, type Plan } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import type { householdStyles } from '../panels/household-colour.ts';
import { counterTop } from './counter-top.ts';
import { DrawnFixture, DrawnOpening, DrawnRiser, pathOf } from './drawn-plan.tsx';

/** mm of the surroundings that show around the room. */
const margin = 450;

/**
 * A proposal to scale: walls, doors with their leaves, fixtures, the parts in their households'
 * colours. `plan` is the plan with the proposal drawn on it.
 */
export function ProposalThumbnail(props: {
  readonly plan: Plan;
  readonly proposal: Proposal;
  readonly styles: ReturnType<typeof householdStyles>;
  readonly label: string;
}) {
  const { plan, proposal, styles } = props;
  const storey = plan.storeys[proposal.storey];
  if (!storey) return null;
  const rooms = proposal.parts.flatMap((part) => part.rooms.map((room) => ({ ...room, part })));
  const box = boundsOf(rooms.flatMap(({ outline }) => outline));
  const [x, y] = [box.minX - margin, box.minY - margin];
  const width = box.maxX - box.minX + 2 * margin;
  const height = box.maxY - box.minY + 2 * margin;
  const derived = storeyRooms(proposal.storey, storey, 'after').rooms;
  const outlines = wallOutlines(storey).byPhase;
  const furnished = rooms.map((room) =>
    room.fixtures.map((fixture) => ({ ...fixture, phase: 'new' as const })),
  );
  const tops = furnished.flatMap(counterTop);
  // A counter is one piece, with what is let into it drawn on top.
  const fixtures = furnished.flat().filter(({ kind }) => kind !== 'worktop');
  // y runs up on the plan and down on the screen.
  return (
    <svg
      className="proposal-drawing"
      viewBox={`${x} ${-(y + height)} ${width} ${height}`}
      role="img"
      aria-label={props.label}
    >
      <g transform="scale(1 -1)" strokeLinejoin="round">
        {rooms.map(({ at, part, outline }) => {
          const room = derived.find((one) =>
            polygonContains({ outer: one.polygon, holes: one.holes }, at),
          );
          const style = styles.get(part.holder as HouseholdId);
          return (
            <path
              key={`${at.x},${at.y}`}
              d={room ? [room.polygon, ...room.holes].map(pathOf).join('') : pathOf(outline)}
              fillRule="evenodd"
              fill={style?.fill ?? '#eeeeea'}
            />
          );
        })}
        {(['existing', 'new'] as const).map((phase) => (
          <path
            key={phase}
            d={outlines[phase]
              .flatMap(({ outer, holes }) => [outer, ...holes])
              .map(pathOf)
              .join('')}
            fillRule="evenodd"
            fill={phase === 'new' ? '#111418' : '#8c9096'}
          />
        ))}
        {entries(storey.risers)
          .filter(([, riser]) => standsAt(riser.phase, 'after'))
          .map(([id, riser]) => (
            <DrawnRiser key={id} riser={riser} />
          ))}
        {tops.map(({ outer }) => (
          <path
            key={pathOf(outer)}
            d={pathOf(outer)}
            fill="#ffffff"
            stroke="#222222"
            strokeWidth={12}
          />
        ))}
        {fixtures.map((fixture) => (
          <DrawnFixture key={`${fixture.kind}${fixture.at.x},${fixture.at.y}`} fixture={fixture} />
        ))}
        {/* Over the fixtures: a leaf may swing above a wet floor. */}
        {entries(storey.openings).map(([id, opening]) => (
          <DrawnOpening key={id} storey={storey} opening={opening} />
        ))}
      </g>
    </svg>
  );
}
