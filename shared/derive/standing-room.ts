import { bodyRectangle } from '../geometry/body.ts';
import { difference, inset } from '../geometry/clip.ts';
import { distance, distanceToSegment, side } from '../geometry/point.ts';
import { type Polygon, polygonContains, type Ring, ringContains } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';
import type { ClearWidth } from './clear-width.ts';
import { nearestOn } from './near-outline.ts';

/** mm taken off a width, so that what measures exactly as much passes. */
const rounding = 0.5;
/** Of a round person's radius: how far from a doorway its middle may stay, as in a corner. */
const besideDoor = 1.5;
/** mm: half of an open leaf, which nobody walks through. */
const halfLeaf = 1;

/**
 * How wide a round person may be to come in through a doorway past a leaf that stands open, and to
 * find a place that the leaf does not sweep when it shuts. `swept` is what it sweeps, from the hinge
 * along the shut leaf round to the open one. Answers `enough` without looking further where that much
 * is free; null where somebody that wide does not come in at all, which is another matter.
 */
export function standingRoom(
  room: Polygon,
  obstacles: readonly Ring[],
  doorway: Point,
  swept: Ring,
  enough: number,
): ClearWidth | null {
  const open = bodyRectangle({ a: swept[0]!, b: swept.at(-1)!, half: halfLeaf });
  const floor = difference(
    [room],
    [open, ...obstacles].map((outer) => ({ outer, holes: [] })),
  );
  const at = (wide: number) => placeFor(floor, doorway, swept, (wide - rounding) / 2);
  const whole = at(enough);
  if (whole === 'outside') return null;
  let best: Point | null = whole;
  let [low, high] = best ? [enough, enough] : [0, Math.ceil(enough)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = at(middle);
    if (found && found !== 'outside') [low, best] = [middle, found];
    else high = middle;
  }
  const { x, y } = best ?? doorway;
  const half = low / 2;
  return { width: low, from: { x: x - half, y }, to: { x: x + half, y } };
}

/** Steps of mm and of a right angle in which `entersPlainly` looks. */
const stride = 150;
const farthestStep = 12;
/** mm that are left aside, for what `standingRoom` rounds. */
const spare = 0.5;
const turns: readonly number[] = [0, 1 / 4, -1 / 4, 1 / 2, -1 / 2, 3 / 4, -3 / 4, 1, -1];

/**
 * Whether somebody so wide plainly has room: in at the doorway and straight on to a place off the sweep,
 * clear of everything. What is not plain `standingRoom` has to look into; the two never disagree.
 */
export function entersPlainly(
  room: Polygon,
  obstacles: readonly Ring[],
  doorway: Point,
  swept: Ring,
  wide: number,
): boolean {
  const radius = wide / 2 + spare;
  const [hinge, tip] = [swept[0]!, swept.at(-1)!];
  const reach = distance(hinge, tip);
  if (reach === 0) return false;
  const into = { x: (tip.x - hinge.x) / reach, y: (tip.y - hinge.y) / reach };
  const along = (from: Point, { x, y }: Point, by: number): Point => ({
    x: from.x + x * by,
    y: from.y + y * by,
  });
  const inside = along(doorway, into, radius);
  const leaf = bodyRectangle({ a: hinge, b: tip, half: halfLeaf });
  const edges = [room.outer, ...room.holes, leaf, ...obstacles];
  const isIn = polygonContains(room, inside) && !obstacles.some((one) => ringContains(one, inside));
  if (!isIn || !isClear(inside, inside, edges, radius)) return false;
  return turns.some((turn) => {
    const angle = (turn * Math.PI) / 2;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const way = { x: into.x * cos - into.y * sin, y: into.x * sin + into.y * cos };
    for (let step = 1; step <= farthestStep; step++) {
      const place = along(inside, way, step * stride);
      if (!isClear(inside, place, edges, radius)) return false;
      if (awayFrom(swept, place) >= radius) return true;
    }
    return false;
  });
}

/** Whether a straight way keeps so far from all of these outlines. */
const isClear = (from: Point, to: Point, rings: readonly Ring[], by: number): boolean =>
  rings.every((ring) =>
    ring.every((corner, index) => {
      const next = ring[(index + 1) % ring.length]!;
      return (
        distanceToSegment(from, corner, next) >= by &&
        distanceToSegment(to, corner, next) >= by &&
        distanceToSegment(corner, from, to) >= by &&
        !areCrossing(from, to, corner, next)
      );
    }),
  );

const areCrossing = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** A place off the sweep for the middle of somebody who came in; null where there is none. */
function placeFor(
  floor: readonly Polygon[],
  doorway: Point,
  swept: Ring,
  radius: number,
): Point | 'outside' | null {
  const parts = inset(floor, radius).filter(
    (part) =>
      polygonContains(part, doorway) ||
      distance(doorway, nearestOn(part, doorway)) <= besideDoor * radius,
  );
  if (parts.length === 0) return 'outside';
  // What is swept is convex: nowhere is one farther from it than in a corner of the floor.
  const corners = parts.flatMap(({ outer, holes }) => [outer, ...holes].flat());
  return corners.find((corner) => awayFrom(swept, corner) >= radius) ?? null;
}

/** mm between a convex shape and a place; 0 inside. */
function awayFrom(ring: Ring, place: Point): number {
  if (polygonContains({ outer: ring, holes: [] }, place)) return 0;
  return Math.min(
    ...ring.map((corner, index) =>
      distanceToSegment(place, corner, ring[(index + 1) % ring.length]!),
    ),
  );
}
