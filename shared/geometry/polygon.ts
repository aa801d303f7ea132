import polylabel from 'polylabel';
import { type Point, side } from './point.ts';

/** Corners in order, without repeating the first; mm. Counter-clockwise has positive area. */
export type Ring = readonly Point[];

/** An outer ring, counter-clockwise, and the clockwise holes inside it. */
export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/** mm2, positive for counter-clockwise. Sums relative to the first corner, so far-away plans lose nothing. */
export function signedArea(ring: Ring): number {
  const origin = ring[0];
  if (!origin) return 0;
  let twice = 0;
  for (let index = 1; index + 1 < ring.length; index++) {
    twice += side(origin, ring[index]!, ring[index + 1]!);
  }
  return twice / 2;
}

/** mm2 of a polygon without its holes. */
export function polygonArea(polygon: Polygon): number {
  let area = Math.abs(signedArea(polygon.outer));
  for (const hole of polygon.holes) area -= Math.abs(signedArea(hole));
  return Math.max(0, area);
}

/** Even-odd; a point on an edge may count either way. */
export function ringContains(ring: Ring, p: Point): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const a = ring[index]!;
    const b = ring[before]!;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside;
}

export function polygonContains(polygon: Polygon, p: Point): boolean {
  return ringContains(polygon.outer, p) && !polygon.holes.some((hole) => ringContains(hole, p));
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box around points; inverted (min > max) where there are none. */
export function boundsOf(points: Iterable<Point>): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const point of points) {
    if (point.x < minX) minX = point.x;
    if (point.y < minY) minY = point.y;
    if (point.x > maxX) maxX = point.x;
    if (point.y > maxY) maxY = point.y;
  }
  return { minX, minY, maxX, maxY };
}

export const boundsOverlap = (left: Bounds, right: Bounds): boolean =>
  left.minX <= right.maxX &&
  right.minX <= left.maxX &&
  left.minY <= right.maxY &&
  right.minY <= left.maxY;

/**
 * A point well inside, for a label: the centre of a convex shape, else the point farthest from
 * the outline, to 50 mm. Whole mm.
 */
export function insidePoint(polygon: Polygon): Point {
  if (polygon.holes.length === 0 && isConvex(polygon.outer)) return centroid(polygon.outer);
  const rings = [polygon.outer, ...polygon.holes];
  const found = polylabel(
    rings.map((ring) => ring.map((point) => [point.x, point.y])),
    50,
  );
  return { x: Math.round(found[0]), y: Math.round(found[1]) };
}

function isConvex(ring: Ring): boolean {
  return ring.every((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!;
    const after = ring[(index + 1) % ring.length]!;
    return side(before, corner, after) >= 0;
  });
}

/** Centre of area, rounded to whole mm. */
function centroid(ring: Ring): Point {
  const origin = ring[0]!;
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let index = 1; index + 1 < ring.length; index++) {
    const a = ring[index]!;
    const b = ring[index + 1]!;
    const weight = side(origin, a, b);
    twice += weight;
    x += weight * (a.x + b.x - 2 * origin.x);
    y += weight * (a.y + b.y - 2 * origin.y);
  }
  if (twice === 0) return { x: Math.round(origin.x), y: Math.round(origin.y) };
  return {
    x: Math.round(origin.x + x / (3 * twice)),
    y: Math.round(origin.y + y / (3 * twice)),
  };
}
