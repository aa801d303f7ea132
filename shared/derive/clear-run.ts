import { distance } from '../geometry/point.ts';
import {
  entries,
  type Joint,
  type JointId,
  type Opening,
  type OpeningId,
  type Storey,
  type Table,
  type Wall,
  type WallId,
} from '../plan/model.ts';
import { shownIn, type View } from '../plan/phase.ts';
import { centreLines, frameOf, stands } from './centre-lines.ts';
import { once } from './once.ts';
import { networkOf, type WallNetwork } from './wall-network.ts';

/**
 * How far from each end of a wall's centre line other walls stand in its way, whole mm: what is left
 * between is its clear run, as a person measures it along a face from corner to corner. The two faces
 * may begin at different places (round a corner the outer one is longer); the clear run is where both
 * are free, so at either end the one that begins later counts. A wall that nothing meets, or that runs
 * on straight, loses nothing.
 */
export interface CoveredEnds {
  readonly a: number;
  readonly b: number;
}

type Joints = Table<JointId, Joint>;
type Walls = Table<WallId, Wall>;

const nothing: CoveredEnds = { a: 0, b: 0 };

/** Of a wall in a view; among the changes a demolished one is measured as it stood before. */
export function coveredEnds(
  { joints, walls }: { readonly joints: Joints; readonly walls: Walls },
  id: WallId,
  view: View,
): CoveredEnds {
  const isGone = walls[id]?.phase === 'demolished';
  const moment = view === 'changes' ? (isGone ? 'before' : 'after') : view;
  return covered(joints, walls, id, moment);
}

/**
 * From where to where along its wall, in mm from the end `a`, an opening at this place has nothing
 * in its way: to the walls that stand across its ends, or to the next openings.
 */
export function clearRun(
  { storey, view }: { readonly storey: Storey; readonly view: View },
  id: WallId,
  place: Pick<Opening, 'offset' | 'width'>,
  self: OpeningId | null,
): { readonly from: number; readonly to: number } {
  const wall = storey.walls[id];
  const [a, b] = wall ? [storey.joints[wall.a], storey.joints[wall.b]] : [];
  const ends = coveredEnds(storey, id, view);
  let from = ends.a;
  let to = (a && b ? distance(a, b) : 0) - ends.b;
  const middle = place.offset + place.width / 2;
  for (const [other, { wall: host, phase, offset, width }] of entries(storey.openings)) {
    if (host !== id || other === self || !shownIn(phase, view)) continue;
    if (offset + width / 2 < middle) from = Math.max(from, offset + width);
    else to = Math.min(to, offset);
  }
  return { from, to };
}

const covered = once(
  (joints: Joints, walls: Walls, id: WallId, moment: 'before' | 'after'): CoveredEnds => {
    const wall = walls[id];
    if (!wall || !stands(wall, moment)) return nothing;
    const near = entries(walls).filter(
      ([, other]) => stands(other, moment) && isNear(joints, wall, other),
    );
    const network = networkOf(centreLines(joints, frameOf(near)));
    const index = network.indexOf.get(id);
    return index === undefined ? nothing : endsOf(network, index);
  },
);

/** mm: more than joints snap by. */
const margin = 50;

/** Whether the boxes around both bodies touch: no other wall bears on the corners of this one. */
function isNear(joints: Joints, wall: Wall, other: Wall): boolean {
  const [a, b, c, d] = [wall.a, wall.b, other.a, other.b].map((joint) => joints[joint]);
  if (!a || !b || !c || !d) return false;
  const reach = (wall.thickness + other.thickness) / 2 + margin;
  const apart = (axis: 'x' | 'y'): boolean =>
    Math.min(a[axis], b[axis]) - reach > Math.max(c[axis], d[axis]) ||
    Math.min(c[axis], d[axis]) - reach > Math.max(a[axis], b[axis]);
  return !apart('x') && !apart('y');
}

function endsOf({ graph, axes, corners }: WallNetwork, index: number): CoveredEnds {
  const { a, b } = axes[index]!;
  const length = distance(a, b);
  const along = (x: number, y: number): number =>
    ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length;
  const corner = (points: Float64Array, halfEdge: number): number =>
    along(points[2 * halfEdge]!, points[2 * halfEdge + 1]!);
  /** Where the left and the right face are free: from the least beginning to the farthest end. */
  const run = () => ({ from: length, to: 0 });
  const free = [run(), run()] as const;
  graph.sources.forEach((sources, edge) => {
    if (!sources.includes(index)) return;
    const [u, v] = [graph.from[edge]!, graph.to[edge]!];
    const runsBack = along(graph.x[u]!, graph.y[u]!) > along(graph.x[v]!, graph.y[v]!);
    const [left, right] = runsBack ? [2 * edge + 1, 2 * edge] : [2 * edge, 2 * edge + 1];
    const faces = [
      [corner(corners.start, left), corner(corners.end, left)],
      [corner(corners.end, right), corner(corners.start, right)],
    ] as const;
    faces.forEach(([from, to], side) => {
      // Between walls thicker than their distance a face runs backwards: none of it is free.
      if (to <= from) return;
      const face = free[side]!;
      face.from = Math.min(face.from, from);
      face.to = Math.max(face.to, to);
    });
  });
  const from = Math.max(0, free[0].from, free[1].from);
  const to = Math.min(length, free[0].to, free[1].to);
  const clamped = Math.max(from, to);
  return { a: Math.round(from), b: Math.round(length - clamped) };
}
