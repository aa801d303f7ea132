import { distance, distanceToSegment } from '../geometry/point.ts';
import type { Phase, Point, Storey, Wall, WallId } from '../plan/model.ts';
import { standTogether } from '../plan/opening-fit.ts';
import { wallsNear } from './whereabouts.ts';

export interface WallLine {
  readonly wall: Wall;
  readonly a: Point;
  readonly b: Point;
  /** Of length 1, from a to b. */
  readonly direction: Point;
  /** mm */
  readonly length: number;
}

/** A wall's centre line; null where it or a joint is missing, or it has no length. */
export function lineOf(storey: Pick<Storey, 'walls' | 'joints'>, id: WallId): WallLine | null {
  const wall = storey.walls[id];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!wall || !a || !b) return null;
  const length = distance(a, b);
  if (length === 0) return null;
  return { wall, a, b, length, direction: { x: (b.x - a.x) / length, y: (b.y - a.y) / length } };
}

/** The sine of about 3 degrees: walls that differ by less run the same way. */
const parallel = 0.05;

export const cross = (p: Point, q: Point): number => p.x * q.y - p.y * q.x;
export const dot = (p: Point, q: Point): number => p.x * q.x + p.y * q.y;
export const minus = (p: Point, q: Point): Point => ({ x: p.x - q.x, y: p.y - q.y });
export const plus = (p: Point, q: Point, factor = 1): Point => ({
  x: p.x + q.x * factor,
  y: p.y + q.y * factor,
});

export const areParallel = (one: WallLine, other: WallLine): boolean =>
  Math.abs(cross(one.direction, other.direction)) < parallel;

/** mm along a line from its end a, of the foot of a point; beyond the ends too. */
export const alongOf = (line: WallLine, point: Point): number =>
  dot(minus(point, line.a), line.direction);

/** Where two lines, carried on both ways, meet; null where they run the same way. */
export function meetingOf(one: WallLine, other: WallLine): Point | null {
  if (areParallel(one, other)) return null;
  const along =
    cross(minus(other.a, one.a), other.direction) / cross(one.direction, other.direction);
  return plus(one.a, one.direction, along);
}

/** Whether the point lies within `reach` mm of the line of a wall that ever stands with this phase. */
export const isOnWall = (
  storey: Storey,
  point: Point,
  phase: Phase,
  reach: number,
  without: ReadonlySet<WallId>,
): boolean =>
  wallsNear(storey, point, reach).some((id) => {
    const wall = storey.walls[id];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    if (!a || !b || without.has(id) || !standTogether(wall.phase, phase)) return false;
    return distanceToSegment(point, a, b) <= reach;
  });
