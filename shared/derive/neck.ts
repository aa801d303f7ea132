import polylabel from 'polylabel';
import { difference, inset, outset } from '../geometry/clip.ts';
import { distance, nearestOnSegment, type Point } from '../geometry/point.ts';
import type { Polygon, Ring } from '../geometry/polygon.ts';
import { besideDoor, nearestOnRings, standsIn } from './near-outline.ts';

/** Where a tape would be held. */
export interface Neck {
  readonly from: Point;
  readonly to: Point;
}

/** mm wider than who still comes through: somebody that wide stays on one side. */
const wider = 4;

/**
 * Where the way between places on the outline of the floor is narrowest, `width` mm: between the parts
 * of the floor that somebody a little wider stays in, the one next to the last place; or across the
 * arm in which such a one does not come to a place at all. The same for all places in one arm.
 */
export function neckOf(free: readonly Polygon[], places: readonly Point[], width: number): Neck {
  const radius = (width + wider) / 2;
  const parts = inset(free, radius);
  const rings = ringsOf(free);
  const homes = places.map((place) => homeOf(parts, place, besideDoor * radius));
  const [first, last] = [homes[0], homes.findLast((home) => home !== homes[0])];
  if (first && last && !homes.includes(undefined)) {
    const middle = between(nextOnWay(parts, first, last), last).middle;
    const from = nearestOnRings(rings, middle);
    const away = distance(middle, from);
    if (away > 0) return lineAlong(from, middle, away, width);
  }
  const lost = places.findLast((_, index) => homes[index] === undefined) ?? places.at(-1);
  return acrossArm(free, parts, lost ?? rings[0]![0]!, width);
}

const ringsOf = (polygons: readonly Polygon[]): readonly Ring[] =>
  polygons.flatMap(({ outer, holes }) => [outer, ...holes]);

/** From one end through another place, as long as `width`. */
const lineAlong = (from: Point, through: Point, away: number, width: number): Neck => ({
  from,
  to: {
    x: from.x + ((through.x - from.x) / away) * width,
    y: from.y + ((through.y - from.y) / away) * width,
  },
});

/** The part of the floor from which a place is within reach. */
function homeOf(parts: readonly Polygon[], place: Point, reach: number): Polygon | undefined {
  const [home] = parts.toSorted((one, other) => standsIn(one, place) - standsIn(other, place));
  return home && standsIn(home, place) <= reach ? home : undefined;
}

/** On the way from one part to another over the narrowest gaps: the part before the last. */
function nextOnWay(parts: readonly Polygon[], first: Polygon, last: Polygon): Polygon {
  const reached = new Map<Polygon, Polygon>([[last, last]]);
  while (!reached.has(first)) {
    let best: { length: number; from: Polygon; to: Polygon } | null = null;
    for (const from of reached.keys()) {
      for (const to of parts) {
        if (reached.has(to)) continue;
        const { length } = between(to, from);
        if (!best || length < best.length) best = { length, from, to };
      }
    }
    if (!best) return first;
    reached.set(best.to, best.from);
  }
  let next = first;
  while (reached.get(next) !== last) next = reached.get(next)!;
  return next;
}

/** The middle of the shortest way from the corners of one part to the outline of another. */
function between(
  { outer }: Polygon,
  other: Polygon,
): { readonly length: number; readonly middle: Point } {
  let best = { length: Infinity, middle: outer[0]! };
  for (const corner of outer) {
    const near = nearestOnRings([other.outer], corner);
    const length = distance(corner, near);
    if (length < best.length) {
      best = { length, middle: { x: (corner.x + near.x) / 2, y: (corner.y + near.y) / 2 } };
    }
  }
  return best;
}

/** mm by which what somebody covers is taken for more, so that no slivers stay along straight sides. */
const covered = 1;
/** mm to which the middle of an arm is found. */
const precision = 1;

/** Across the floor that nobody wider covers, at the place: where it is roomiest, from side to side. */
function acrossArm(
  free: readonly Polygon[],
  parts: readonly Polygon[],
  place: Point,
  width: number,
): Neck {
  const rings = ringsOf(free);
  const arms = difference(free, outset(parts, (width + wider) / 2 + covered));
  const [arm] = arms.toSorted((one, other) => standsIn(one, place) - standsIn(other, place));
  if (!arm) return { from: place, to: place };
  const found = polylabel(
    [arm.outer, ...arm.holes].map((ring) => ring.map(({ x, y }) => [x, y])),
    precision,
  );
  const middle = { x: found[0], y: found[1] };
  const sides = rings.flatMap((ring) =>
    ring.map((a, index) => nearestOnSegment(middle, a, ring[(index + 1) % ring.length]!)),
  );
  const off = (from: Point): number => Math.abs(chordThrough(rings, middle, from) - width);
  const from = sides.reduce((best, one) => (off(one) < off(best) ? one : best));
  return lineAlong(from, middle, distance(from, middle) || 1, width);
}

/** From a place on an outline through a middle to what lies beyond; infinite where that is nothing. */
function chordThrough(rings: readonly Ring[], middle: Point, from: Point): number {
  const near = distance(from, middle);
  if (near === 0) return Number.POSITIVE_INFINITY;
  const [dx, dy] = [(middle.x - from.x) / near, (middle.y - from.y) / near];
  let beyond = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index++) {
      const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!];
      const [ex, ey] = [b.x - a.x, b.y - a.y];
      const across = dx * ey - dy * ex;
      if (across === 0) continue;
      const [ax, ay] = [a.x - middle.x, a.y - middle.y];
      const along = (ax * ey - ay * ex) / across;
      const part = (ax * dy - ay * dx) / across;
      if (along > 0 && part >= 0 && part <= 1 && along < beyond) beyond = along;
    }
  }
  return near + beyond;
}
