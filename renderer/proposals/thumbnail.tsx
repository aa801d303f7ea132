import { openingCorners, wallOutlines } from '../../shared/derive/outlines.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { boundsOf, polygonContains, type Ring } from '../../shared/geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type HouseholdId,
  type Opening,
  type Plan,
  type Point,
  type Storey,
} from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { fixtureSymbol } from '../canvas/symbols.ts';
import type { householdStyles } from '../panels/household-colour.ts';
import { counterTop } from './counter-top.ts';

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

const pathOf = (ring: Ring): string =>
  `${ring.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}z`;

const paints = { paper: '#ffffff', line: 'none', ink: '#222222' } as const;

function DrawnFixture({ fixture }: { readonly fixture: Fixture }) {
  const { kind, at, rotation, width, depth } = fixture;
  return (
    <g transform={`translate(${at.x} ${at.y}) rotate(${rotation})`}>
      {fixtureSymbol(kind, width, depth).map(({ d, paint, dashed }) => (
        <path
          key={d}
          d={d}
          fill={paints[paint]}
          stroke="#222222"
          strokeWidth={12}
          {...(dashed ? { strokeDasharray: '50 36' } : {})}
        />
      ))}
    </g>
  );
}

function DrawnOpening({ storey, opening }: { readonly storey: Storey; readonly opening: Opening }) {
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!a || !b || !standsAt(opening.phase, 'after') || !standsAt(wall.phase, 'after')) return null;
  const corners = openingCorners(a, b, wall.thickness, opening.offset, opening.width);
  if (!corners) return null;
  return (
    <g stroke="#222222" strokeWidth={14} fill="none">
      <path d={pathOf(corners)} fill="#ffffff" strokeWidth={opening.kind === 'window' ? 14 : 0} />
      <path d={leafOf(opening, corners)} />
    </g>
  );
}

/** The open leaf with the arc of its edge; of a sliding door two panels in the wall. */
function leafOf(opening: Opening, corners: readonly Point[]): string {
  const [aRight, bRight, bLeft, aLeft] = corners as [Point, Point, Point, Point];
  if (opening.kind !== 'door') return '';
  const between = (p: Point, q: Point, share: number): Point => ({
    x: p.x + (q.x - p.x) * share,
    y: p.y + (q.y - p.y) * share,
  });
  if (opening.leaf === 'sliding') {
    const panel = (from: number, to: number, near: number, far: number): string =>
      pathOf([
        between(between(aRight, aLeft, near), between(bRight, bLeft, near), from),
        between(between(aRight, aLeft, near), between(bRight, bLeft, near), to),
        between(between(aRight, aLeft, far), between(bRight, bLeft, far), to),
        between(between(aRight, aLeft, far), between(bRight, bLeft, far), from),
      ]);
    return panel(0, 0.55, 0.5, 0.8) + panel(0.45, 1, 0.2, 0.5);
  }
  const isLeft = opening.side !== 'right';
  const [a, b] = isLeft ? [aLeft, bLeft] : [aRight, bRight];
  const [hinge, edge] = opening.hinge === 'b' ? [b, a] : [a, b];
  // Out of the wall on that side, as far as the door is wide.
  const away = isLeft ? between(aRight, aLeft, 1) : aRight;
  const inward = isLeft ? aRight : aLeft;
  const thick = Math.hypot(away.x - inward.x, away.y - inward.y);
  const open = {
    x: hinge.x + ((away.x - inward.x) / thick) * opening.width,
    y: hinge.y + ((away.y - inward.y) / thick) * opening.width,
  };
  const turn =
    (open.x - hinge.x) * (edge.y - hinge.y) - (open.y - hinge.y) * (edge.x - hinge.x) > 0 ? 1 : 0;
  return `M${hinge.x} ${hinge.y}L${open.x} ${open.y}A${opening.width} ${opening.width} 0 0 ${turn} ${edge.x} ${edge.y}`;
}
