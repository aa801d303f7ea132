import { riserCorners } from '../../shared/derive/footprint.ts';
import { openingCorners } from '../../shared/derive/outlines.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import type { Fixture, Opening, Point, Riser, Storey } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import { fixtureSymbol } from '../canvas/symbols.ts';

/** What small drawings show of a plan, in mm, inside of a group that turns y up. */

export const pathOf = (ring: Ring): string =>
  `${ring.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')}z`;

const paints = { paper: '#ffffff', line: 'none', ink: '#222222' } as const;

export function DrawnFixture({ fixture }: { readonly fixture: Fixture }) {
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

/** The box of a riser with its pipe; a new one in heavier lines. */
export function DrawnRiser({ riser }: { readonly riser: Riser }) {
  const { at, width, depth, phase } = riser;
  return (
    <g stroke="#222222" strokeWidth={phase === 'new' ? 22 : 10} fill="#ffffff">
      <path d={pathOf(riserCorners(riser))} />
      <circle cx={at.x} cy={at.y} r={Math.min(width, depth) * 0.28} />
    </g>
  );
}

export function DrawnOpening({
  storey,
  opening,
}: {
  readonly storey: Storey;
  readonly opening: Opening;
}) {
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
