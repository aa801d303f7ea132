import { boundsOf, type Polygon, type Ring } from './polygon.ts';

/**
 * mm2 that two polygons have in common, without making its outline. Each polygon is the sum of the
 * strips beneath its edges, counted positive below edges that run left and negative below those that
 * run right; so what is common is the sum over all pairs of edges of what two strips have in common.
 * Costs the product of the numbers of edges. Outer rings run counter-clockwise, holes clockwise.
 */
export function commonArea(one: Polygon, other: Polygon): number {
  const floor = Math.min(boundsOf(one.outer).minY, boundsOf(other.outer).minY);
  let area = 0;
  for (const ring of [one.outer, ...one.holes]) {
    for (const second of [other.outer, ...other.holes]) area += commonOfRings(ring, second, floor);
  }
  return area;
}

function commonOfRings(one: Ring, other: Ring, floor: number): number {
  let area = 0;
  for (let first = 0; first < one.length; first++) {
    const a = one[first]!;
    const b = one[first + 1 === one.length ? 0 : first + 1]!;
    if (a.x === b.x) continue;
    const left = a.x < b.x ? a : b;
    const right = a.x < b.x ? b : a;
    const slope = (right.y - left.y) / (right.x - left.x);
    for (let second = 0; second < other.length; second++) {
      const c = other[second]!;
      const d = other[second + 1 === other.length ? 0 : second + 1]!;
      const from = Math.max(left.x, c.x < d.x ? c.x : d.x);
      const to = Math.min(right.x, c.x < d.x ? d.x : c.x);
      if (from >= to) continue;
      const otherSlope = (d.y - c.y) / (d.x - c.x);
      const strip = lowerStrip(
        left.y + slope * (from - left.x) - floor,
        left.y + slope * (to - left.x) - floor,
        c.y + otherSlope * (from - c.x) - floor,
        c.y + otherSlope * (to - c.x) - floor,
        to - from,
      );
      area += a.x < b.x === c.x < d.x ? strip : -strip;
    }
  }
  return area;
}

/** Below the lower of two lines, which are this high at both ends of a width. */
function lowerStrip(
  left: number,
  right: number,
  otherLeft: number,
  otherRight: number,
  width: number,
): number {
  const atLeft = left - otherLeft;
  const atRight = right - otherRight;
  if (atLeft <= 0 && atRight <= 0) return ((left + right) / 2) * width;
  if (atLeft >= 0 && atRight >= 0) return ((otherLeft + otherRight) / 2) * width;
  const share = atLeft / (atLeft - atRight);
  const height = left + share * (right - left);
  const [low, high] = atLeft < 0 ? [left, otherRight] : [otherLeft, right];
  return ((low + height) / 2) * share * width + ((height + high) / 2) * (1 - share) * width;
}
