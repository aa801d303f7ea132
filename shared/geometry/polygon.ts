import polylabel from 'polylabel';
import { distance, distanceToSegment, type Point, side } from './point.ts';

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
export const ringContains = (ring: Ring, { x, y }: Point): boolean => ringContainsAt(ring, x, y);

/** The same, for who asks too often to make a point each time. */
export function ringContainsAt(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const a = ring[index]!;
    const b = ring[before]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) {
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
export function boundsOf(points: readonly Point[]): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
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
 * A point well inside, for a label: the centre of the shape where that keeps clear of the outline,
 * else about the point farthest from it. Whole mm.
 */
export function insidePoint(polygon: Polygon): Point {
  const { outer, holes } = polygon;
  const centre = centroid(outer);
  if (holes.length === 0 && isConvex(outer)) return centre;
  // mm: of a rectangle between half of its width and all of it.
  const breadth = (2 * polygonArea(polygon)) / outlineLength(polygon);
  if (polygonContains(polygon, centre) && clearance(polygon, centre) >= 0.3 * breadth)
    return centre;
  const found = polylabel(
    [outer, ...holes].map((ring) => ring.map((point) => [point.x, point.y])),
    Math.max(50, breadth / 6),
  );
  return { x: Math.round(found[0]), y: Math.round(found[1]) };
}

function outlineLength({ outer, holes }: Polygon): number {
  let sum = 0;
  for (const ring of [outer, ...holes]) {
    for (let index = 0; index < ring.length; index++) {
      sum += distance(ring[index]!, ring[(index + 1) % ring.length]!);
    }
  }
  return sum;
}

/** mm from a point to the nearest part of the outline. */
function clearance({ outer, holes }: Polygon, p: Point): number {
  let least = Infinity;
  for (const ring of [outer, ...holes]) {
    for (let index = 0; index < ring.length; index++) {
      least = Math.min(least, distanceToSegment(p, ring[index]!, ring[(index + 1) % ring.length]!));
    }
  }
  return least;
}

function isConvex(ring: Ring): boolean {
  let before = ring.at(-2)!;
  let corner = ring.at(-1)!;
  for (const after of ring) {
    if (side(before, corner, after) < 0) return false;
    before = corner;
    corner = after;
  }
  return true;
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
