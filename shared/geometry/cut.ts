import type { Point } from './point.ts';
import { type Polygon, type Ring, signedArea } from './polygon.ts';

/** A family of parallel lines: those with the same n . p, for a unit normal n. */
export interface Normal {
  readonly x: number;
  readonly y: number;
}

export const along = (normal: Normal, p: Point): number => normal.x * p.x + normal.y * p.y;

/** Least and greatest n . p over a polygon, in mm. */
export function extent(polygon: Polygon, normal: Normal): { least: number; greatest: number } {
  const values = polygon.outer.map((point) => along(normal, point));
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** The part of a polygon with n . p <= limit; pieces of it stay joined along the line. */
export const partBelow = (polygon: Polygon, normal: Normal, limit: number): Polygon => ({
  outer: clipBelow(polygon.outer, normal, limit),
  holes: polygon.holes.map((hole) => clipBelow(hole, normal, limit)),
});

/** mm2 of the part of a polygon with n . p <= limit. Grows with the limit. */
export function areaBelow(polygon: Polygon, normal: Normal, limit: number): number {
  let area = Math.abs(signedArea(clipBelow(polygon.outer, normal, limit)));
  for (const hole of polygon.holes) area -= Math.abs(signedArea(clipBelow(hole, normal, limit)));
  return area;
}

/** Sutherland-Hodgman against one line: pieces of a concave ring stay joined along the line, which adds no area. */
function clipBelow(ring: Ring, normal: Normal, limit: number): Ring {
  const kept: Point[] = [];
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const before = along(normal, from) - limit;
    const after = along(normal, to) - limit;
    if (before <= 0) kept.push(from);
    if ((before < 0 && after > 0) || (before > 0 && after < 0)) {
      const t = before / (before - after);
      kept.push({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
    }
  }
  return kept;
}

/** Where the line n . p = limit runs inside the polygon, as pairs of ends in order along the line. */
export function chords(polygon: Polygon, normal: Normal, limit: number): [Point, Point][] {
  const ends: Point[] = [];
  for (const ring of [polygon.outer, ...polygon.holes]) {
    for (let index = 0; index < ring.length; index++) {
      const from = ring[index]!;
      const to = ring[(index + 1) % ring.length]!;
      const before = along(normal, from) - limit;
      const after = along(normal, to) - limit;
      if (before > 0 === after > 0) continue;
      const t = before / (before - after);
      ends.push({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
    }
  }
  const direction = { x: -normal.y, y: normal.x };
  ends.sort((left, right) => along(direction, left) - along(direction, right));
  const pairs: [Point, Point][] = [];
  for (let index = 0; index + 1 < ends.length; index += 2) {
    pairs.push([ends[index]!, ends[index + 1]!]);
  }
  return pairs;
}

/**
 * The position c of a strip of the given thickness, centred on n . p = c, that leaves `share` of
 * the remaining area below it. Found by bisection; areas grow with c. Null where the polygon is no
 * wider than the strip.
 */
export function positionForShare(
  polygon: Polygon,
  normal: Normal,
  thickness: number,
  share: number,
): number | null {
  const { least, greatest } = extent(polygon, normal);
  const half = thickness / 2;
  let low = least + half;
  let high = greatest - half;
  if (high <= low) return null;
  const total = areaBelow(polygon, normal, greatest);
  const excess = (position: number): number => {
    const below = areaBelow(polygon, normal, position - half);
    const above = total - areaBelow(polygon, normal, position + half);
    return below - share * (below + above);
  };
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
