import polylabel from 'polylabel';
import { difference, inset } from '../geometry/clip.ts';
import { segmentsAreNear } from '../geometry/near.ts';
import { distance, type Point, side } from '../geometry/point.ts';
import type { Polygon, Ring } from '../geometry/polygon.ts';
import type { Fixture } from '../plan/model.ts';
import { placeOn, turnOf } from './footprint.ts';
import { besideDoor, nearestOn, standsIn } from './near-outline.ts';
import { neckOf } from './neck.ts';

/**
 * The width that a person has, in mm: found in the free space itself, never from the box around it.
 * `from` and `to` are where a tape would be held.
 */
export interface ClearWidth {
  readonly width: number;
  readonly from: Point;
  readonly to: Point;
}

/** mm by which a corner may be off the square. */
const squareness = 1;

/**
 * The short side: of a rectangle its shorter sides; of any other shape the largest round table that
 * fits anywhere in it, so that a niche takes nothing from a room and adds nothing to it.
 */
export function shortSide(polygon: Polygon): ClearWidth {
  return rectangleWidth(polygon) ?? widestPlace(polygon, precision);
}

/** The same, but content with any place inside that has as much as is asked. */
export function shortSideOr(polygon: Polygon, inside: Point, enough: number): ClearWidth {
  const rectangle = rectangleWidth(polygon);
  if (rectangle) return rectangle;
  const found = roundAt(polygon, inside);
  if (found.width >= enough) return found;
  // Along a wide room every place is as wide, and finding the very middle means to look at them all.
  const roughly = widestPlace(polygon, rough);
  return roughly.width >= enough ? roughly : widestPlace(polygon, precision);
}

function rectangleWidth({ outer, holes }: Polygon): ClearWidth | null {
  if (outer.length !== 4 || holes.length > 0) return null;
  const [a, b, c, d] = outer as unknown as readonly [Point, Point, Point, Point];
  // A parallelogram with equal diagonals.
  const isSquare =
    Math.abs(a.x + c.x - b.x - d.x) <= squareness &&
    Math.abs(a.y + c.y - b.y - d.y) <= squareness &&
    Math.abs(distance(a, c) - distance(b, d)) <= squareness;
  if (!isSquare) return null;
  const [first, second] = [distance(a, b), distance(b, c)];
  const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
  return first <= second
    ? { width: first, from: middle(a, d), to: middle(b, c) }
    : { width: second, from: middle(a, b), to: middle(d, c) };
}

/** mm to which the middle of the largest round place is found; and to which at first. */
const precision = 0.4;
const rough = 50;

function widestPlace(polygon: Polygon, within: number): ClearWidth {
  const found = polylabel(
    [polygon.outer, ...polygon.holes].map((ring) => ring.map(({ x, y }) => [x, y])),
    within,
  );
  return roundAt(polygon, { x: found[0], y: found[1] });
}

/** The largest circle about a place. */
function roundAt(polygon: Polygon, centre: Point): ClearWidth {
  const from = nearestOn(polygon, centre);
  const radius = distance(centre, from);
  return {
    width: 2 * radius,
    from,
    to: { x: 2 * centre.x - from.x, y: 2 * centre.y - from.y },
  };
}

/**
 * From the back edge of a fixture straight on to what lies opposite, over its whole width: the
 * room's outline, or what stands there. Infinite where nothing does.
 */
export function depthBefore(
  fixture: Fixture,
  room: Polygon,
  others: readonly Ring[] = [],
): ClearWidth {
  const { sin, cos } = turnOf(fixture.rotation);
  const { at } = fixture;
  const beside = ({ x, y }: Point): number => (x - at.x) * cos + (y - at.y) * sin;
  const before = ({ x, y }: Point): number => -(x - at.x) * sin + (y - at.y) * cos;
  // What lies flush with its sides is beside it, not before it.
  const half = fixture.width / 2 - 5;
  let best = { depth: Infinity, beside: 0 };
  for (const ring of [room.outer, ...room.holes, ...others]) {
    for (let index = 0; index < ring.length; index++) {
      const [p, q] = [ring[index]!, ring[(index + 1) % ring.length]!];
      const hit = nearestInStrip(
        { x: beside(p), y: before(p) },
        { x: beside(q), y: before(q) },
        half,
        fixture.depth * 0.6,
      );
      if (hit && hit.y < best.depth) best = { depth: hit.y, beside: hit.x };
    }
  }
  const depth = best.depth;
  return {
    width: depth,
    from: placeOn(fixture, best.beside, 0),
    to: placeOn(fixture, best.beside, Number.isFinite(depth) ? depth : 0),
  };
}

/** The lowest point of the segment with |x| within half and y beyond `after`. */
function nearestInStrip(p: Point, q: Point, half: number, after: number): Point | null {
  const at = (t: number): Point => ({ x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y) });
  let [from, to] = [0, 1];
  const cut = (value: number, slope: number): void => {
    // Keep where value + t * slope >= 0.
    if (slope === 0) {
      if (value < 0) to = -1;
    } else if (slope > 0) from = Math.max(from, -value / slope);
    else to = Math.min(to, -value / slope);
  };
  cut(half - p.x, p.x - q.x);
  cut(half + p.x, q.x - p.x);
  cut(p.y - after, q.y - p.y);
  if (from > to) return null;
  const [one, other] = [at(from), at(to)];
  return one.y <= other.y ? one : other;
}

/** mm below a limit where the first look is taken. */
const firstStep = 16;

/** mm taken off a limit, so that what measures exactly the limit passes. */
const rounding = 0.5;

/**
 * How wide a person may be to come from each of the places on the outline to every other: the least
 * width of the way between them, whichever way round an obstacle is the wider. Answers `enough`
 * without looking further where that much is free. Of a single place it is the way to it, of none
 * that through the room. `surely` mm are known to be free, as between more places than these.
 */
export function passageWidth(
  room: Polygon,
  obstacles: readonly Ring[],
  places: readonly Point[],
  enough: number,
  surely = 0,
): ClearWidth {
  const rectangle = obstacles.length === 0 ? rectangleWidth(room) : null;
  if (rectangle) return rectangle.width >= enough - rounding ? wide(rectangle, enough) : rectangle;
  const free = (): ClearWidth => wide(roundAt(room, places[0] ?? room.outer[0]!), enough);
  if (obstacles.length === 0 && isWideThroughout(room, enough - rounding)) return free();
  const floor =
    obstacles.length === 0
      ? [room]
      : difference(
          [room],
          obstacles.map((outer) => ({ outer, holes: [] })),
        );
  if (isOneWay(floor, places, enough)) return free();
  // Most that is too narrow is so by little: from the limit down in growing steps, then by halves.
  let [low, high] = [surely, Math.ceil(enough)];
  if (surely > 0 && !isOneWay(floor, places, surely + 1)) high = surely + 1;
  for (let step = firstStep; high - step > low; step *= 4) {
    if (isOneWay(floor, places, high - step)) low = high - step;
    else high -= step;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isOneWay(floor, places, middle)) low = middle;
    else high = middle;
  }
  return { ...neckOf(floor, places, low), width: low };
}

/**
 * Whether no two sides of an outline that face each other come so near: then nothing is narrow in
 * it, and nothing need be measured. Says no too often rather than too seldom.
 */
function isWideThroughout({ outer, holes }: Polygon, width: number): boolean {
  const sides = [outer, ...holes].flatMap((ring) =>
    ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length]! })),
  );
  for (let first = 0; first < sides.length; first++) {
    const { a, b } = sides[first]!;
    const [ux, uy] = [b.x - a.x, b.y - a.y];
    for (let second = first + 1; second < sides.length; second++) {
      const { a: c, b: d } = sides[second]!;
      const [vx, vy] = [d.x - c.x, d.y - c.y];
      // The floor lies left of both: they look at each other where they run against each other.
      if (ux * vx + uy * vy >= -1e-3 * Math.abs(ux * vy - uy * vx)) continue;
      const faces =
        (side(a, b, c) > 0 || side(a, b, d) > 0) && (side(c, d, a) > 0 || side(c, d, b) > 0);
      if (faces && segmentsAreNear(a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y, width - 1e-6)) {
        return false;
      }
    }
  }
  return true;
}

const wide = (found: ClearWidth, enough: number): ClearWidth => ({ ...found, width: enough });

/** Whether somebody that wide gets from every place to every other. */
function isOneWay(free: readonly Polygon[], places: readonly Point[], width: number): boolean {
  const radius = (width - rounding) / 2;
  return inset(free, radius).some((part) =>
    places.every((place) => standsIn(part, place) <= besideDoor * radius),
  );
}
