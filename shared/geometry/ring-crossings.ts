import type { Point } from './point.ts';
import { boundsOf, boundsOverlap, type Ring } from './polygon.ts';

/** Whether no two edges of a ring cross or touch, but for neighbours. O(n2), for the small rings of rooms. */
export function isSimple(ring: Ring): boolean {
  const count = ring.length;
  for (let first = 0; first + 2 < count; first++) {
    const a = ring[first]!;
    const b = ring[first + 1]!;
    const left = a.x < b.x ? a.x : b.x;
    const right = a.x < b.x ? b.x : a.x;
    const low = a.y < b.y ? a.y : b.y;
    const high = a.y < b.y ? b.y : a.y;
    const last = first === 0 ? count - 1 : count;
    for (let second = first + 2; second < last; second++) {
      const c = ring[second]!;
      const d = second + 1 === count ? ring[0]! : ring[second + 1]!;
      if (c.x < left && d.x < left) continue;
      if (c.x > right && d.x > right) continue;
      if (c.y < low && d.y < low) continue;
      if (c.y > high && d.y > high) continue;
      if (segmentsCross(ring, first, ring, second)) return false;
    }
  }
  return true;
}

/** Whether two rings share a point. */
export function ringsCross(left: Ring, right: Ring): boolean {
  if (!boundsOverlap(boundsOf(left), boundsOf(right))) return false;
  for (let first = 0; first < left.length; first++) {
    for (let second = 0; second < right.length; second++) {
      if (segmentsCross(left, first, right, second)) return true;
    }
  }
  return false;
}

/** Whether two ring edges share a point; ends that merely touch count. */
function segmentsCross(left: Ring, first: number, right: Ring, second: number): boolean {
  const a = left[first]!;
  const b = left[(first + 1) % left.length]!;
  const c = right[second]!;
  const d = right[(second + 1) % right.length]!;
  if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x))
    return false;
  if (Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y))
    return false;
  const turn = (p: Point, q: Point, r: Point): number =>
    (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}
