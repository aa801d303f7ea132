import { distanceToSegment } from './point.ts';
import type { Ring } from './polygon.ts';

/** Whether two convex shapes, a segment among them, have more than their outlines in common. */
export const convexOverlap = (one: Ring, other: Ring): boolean =>
  !isParted(one, other) && !isParted(other, one);

/** Whether a line along a side of the first has both on different sides. */
function isParted(one: Ring, other: Ring): boolean {
  for (let index = 0; index < one.length; index++) {
    const a = one[index]!;
    const b = one[(index + 1) % one.length]!;
    const [nx, ny] = [a.y - b.y, b.x - a.x];
    let [least, most] = [Infinity, -Infinity];
    for (const { x, y } of one) {
      const reach = x * nx + y * ny;
      least = Math.min(least, reach);
      most = Math.max(most, reach);
    }
    let [from, to] = [Infinity, -Infinity];
    for (const { x, y } of other) {
      const reach = x * nx + y * ny;
      from = Math.min(from, reach);
      to = Math.max(to, reach);
    }
    if (to <= least || from >= most) return true;
  }
  return false;
}

/** mm between two convex shapes; 0 where they touch or overlap. */
export function convexGap(one: Ring, other: Ring): number {
  if (convexOverlap(one, other)) return 0;
  return Math.min(cornersTo(one, other), cornersTo(other, one));
}

function cornersTo(corners: Ring, ring: Ring): number {
  let least = Infinity;
  for (const corner of corners) {
    for (let index = 0; index < ring.length; index++) {
      const reach = distanceToSegment(corner, ring[index]!, ring[(index + 1) % ring.length]!);
      if (reach < least) least = reach;
    }
  }
  return least;
}
