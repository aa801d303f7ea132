import { fixtureCorners } from '../derive/footprint.ts';
import type { Room } from '../derive/room.ts';
import { intersect } from '../geometry/clip.ts';
import { distance, distanceToSegment, type Point } from '../geometry/point.ts';
import { polygonArea, polygonContains, type Ring } from '../geometry/polygon.ts';
import { entries, type Fixture, type Storey } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { shapeOf, tolerance } from './verify-shapes.ts';

/** mm2 of floor in a slot, up to which it is the rest of a grid and no harm. */
const harmless = 50_000;

interface Side {
  readonly from: Point;
  readonly to: Point;
}

/**
 * Whether two new walls leave floor between them that nothing stands on and that is narrower than
 * `body` mm: nobody gets in to use, tile or clean it.
 */
export function hasDeadSlot(
  storey: Storey,
  room: Room,
  fixtures: readonly Fixture[],
  body: number,
): boolean {
  const sides = [room.polygon, ...room.holes]
    .flatMap(sidesOf)
    .filter((side) => isNewWall(storey, side));
  return sides.some((one, index) =>
    sides.slice(index + 1).some((other) => {
      const between = floorBetween(one, other, body);
      if (!between || !polygonContains(shapeOf(room), middleOf(between))) return false;
      const stood = fixtures
        .flatMap((fixture) => intersect([between], [fixtureCorners(fixture)]))
        .reduce((sum, part) => sum + polygonArea(part), 0);
      return polygonArea({ outer: between, holes: [] }) - stood > harmless;
    }),
  );
}

const sidesOf = (ring: Ring): Side[] =>
  ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length]! }));

const middleOf = (ring: Ring): Point => ({
  x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length,
  y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length,
});

function isNewWall(storey: Storey, { from, to }: Side): boolean {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return entries(storey.walls).some(([, { a, b, thickness, phase }]) => {
    const [start, end] = [storey.joints[a], storey.joints[b]];
    if (phase !== 'new' || !standsAt(phase, 'after') || !start || !end) return false;
    const turn = (end.x - start.x) * (to.y - from.y) - (end.y - start.y) * (to.x - from.x);
    const isAlong = Math.abs(turn) <= 0.02 * distance(start, end) * distance(from, to);
    const off = Math.abs(distanceToSegment(middle, start, end) - thickness / 2);
    return isAlong && off <= tolerance;
  });
}

/** The rectangle between two sides that face each other over less than `body` mm; null for others. */
function floorBetween(one: Side, other: Side, body: number): Ring | null {
  const length = distance(one.from, one.to);
  if (length === 0) return null;
  const ux = (one.to.x - one.from.x) / length;
  const uy = (one.to.y - one.from.y) / length;
  const along = (p: Point): number => (p.x - one.from.x) * ux + (p.y - one.from.y) * uy;
  const across = (p: Point): number => (p.y - one.from.y) * ux - (p.x - one.from.x) * uy;
  const gap = across(other.from);
  if (Math.abs(across(other.to) - gap) > tolerance) return null;
  if (Math.abs(gap) <= tolerance || Math.abs(gap) >= body - tolerance) return null;
  const ends = [along(other.from), along(other.to)];
  const [low, high] = [Math.max(0, Math.min(...ends)), Math.min(length, Math.max(...ends))];
  if (high <= low) return null;
  const at = (s: number, t: number): Point => ({
    x: one.from.x + s * ux - t * uy,
    y: one.from.y + s * uy + t * ux,
  });
  return [at(low, 0), at(high, 0), at(high, gap), at(low, gap)];
}
