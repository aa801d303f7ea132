import type { Body } from './body.ts';
import type { Polygon, Ring } from './polygon.ts';
import { SegmentGrid } from './segment-grid.ts';

/** mm by which bodies are taken smaller, so that faces that touch do not count as overlapping. */
const slack = 0.5;
/** mm2 below which an overlap is a remainder of rounding. */
const negligible = 100;

/** Used by one network at a time; keep their buffers. */
const grid = new SegmentGrid();
let ring = new Float64Array(64);
let frame = new Float64Array(64);
let clipped = [new Float64Array(1024), new Float64Array(1024)] as const;

/** Of each body: end a, unit direction, length, half thickness; six numbers. */
const size = 6;

/** Finds whether a net outline is free of every wall's body: then it is what the walls really leave. */
export class BodyIndex {
  readonly #bodies: Float64Array;

  constructor(bodies: readonly (Body | null)[]) {
    this.#bodies = new Float64Array(bodies.length * size);
    let count = 0;
    let lengths = 0;
    for (const body of bodies) {
      if (body === null || body.half <= slack) continue;
      const { a, b, half } = body;
      const length = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
      const at = size * count++;
      this.#bodies[at] = a.x;
      this.#bodies[at + 1] = a.y;
      this.#bodies[at + 2] = (b.x - a.x) / length;
      this.#bodies[at + 3] = (b.y - a.y) / length;
      this.#bodies[at + 4] = length;
      this.#bodies[at + 5] = half;
      lengths += length;
    }
    grid.reset(count, lengths / Math.max(1, count));
    for (let at = 0; at < count * size; at += size) {
      const x = this.#bodies[at]!;
      const y = this.#bodies[at + 1]!;
      const length = this.#bodies[at + 4]!;
      const half = this.#bodies[at + 5]!;
      const [bx, by] = [x + this.#bodies[at + 2]! * length, y + this.#bodies[at + 3]! * length];
      grid.add(x, y, bx, by, half);
    }
  }

  leavesFree({ outer, holes }: Polygon): boolean {
    load(outer);
    const near = grid.inRing(ring, outer.length);
    for (let index = 0; index < near; index++) {
      const at = grid.found[index]! * size;
      let common = this.#commonArea(at, outer.length);
      if (common <= negligible) continue;
      for (const hole of holes) {
        load(hole);
        common -= this.#commonArea(at, hole.length);
      }
      if (common > negligible) return false;
      load(outer);
    }
    return true;
  }

  /** mm2 that the loaded ring has in common with a body's rectangle. */
  #commonArea(at: number, corners: number): number {
    const bodies = this.#bodies;
    const points = ring;
    const inFrame = frame;
    const ax = bodies[at]!;
    const ay = bodies[at + 1]!;
    const dx = bodies[at + 2]!;
    const dy = bodies[at + 3]!;
    let low = Infinity;
    let high = -Infinity;
    let left = -Infinity;
    let right = Infinity;
    for (let index = 0; index < 2 * corners; index += 2) {
      const px = points[index]! - ax;
      const py = points[index + 1]! - ay;
      const along = px * dx + py * dy;
      const across = py * dx - px * dy;
      inFrame[index] = along;
      inFrame[index + 1] = across;
      if (along < low) low = along;
      if (along > high) high = along;
      if (across > left) left = across;
      if (across < right) right = across;
    }
    const length = bodies[at + 4]!;
    const side = bodies[at + 5]! - slack;
    if (high <= slack || low >= length - slack || right >= side || left <= -side) return 0;
    return clippedArea(corners, length, side);
  }
}

/** Takes a ring up into the buffers. */
function load(points: Ring): void {
  if (ring.length < 2 * points.length) {
    ring = new Float64Array(4 * points.length);
    frame = new Float64Array(4 * points.length);
    // Each of the four cuts may add a corner for every one that it meets.
    clipped = [new Float64Array(32 * points.length), new Float64Array(32 * points.length)];
  }
  const corners = ring;
  for (let index = 0; index < points.length; index++) {
    const { x, y } = points[index]!;
    corners[2 * index] = x;
    corners[2 * index + 1] = y;
  }
}

/** Sutherland-Hodgman against the four sides: pieces stay joined along them, which adds no area. */
function clippedArea(corners: number, length: number, side: number): number {
  const [even, odd] = clipped;
  let count = cutAlong(frame, 2 * corners, even, 0, 1, length - slack);
  count = cutAlong(even, count, odd, 0, -1, -slack);
  count = cutAlong(odd, count, even, 1, 1, side);
  count = cutAlong(even, count, odd, 1, -1, side);
  let twice = 0;
  for (let index = 0; index < count; index += 2) {
    const next = index + 2 === count ? 0 : index + 2;
    twice += odd[index]! * odd[next + 1]! - odd[next]! * odd[index + 1]!;
  }
  return Math.abs(twice) / 2;
}

/** Keeps what lies below a limit along one axis; answers how many numbers it wrote. */
function cutAlong(
  points: Float64Array,
  count: number,
  kept: Float64Array,
  axis: 0 | 1,
  sign: 1 | -1,
  limit: number,
): number {
  let written = 0;
  for (let index = 0; index < count; index += 2) {
    const next = index + 2 === count ? 0 : index + 2;
    const from = sign * points[index + axis]! - limit;
    const to = sign * points[next + axis]! - limit;
    if (from <= 0) {
      kept[written] = points[index]!;
      kept[written + 1] = points[index + 1]!;
      written += 2;
    }
    if ((from < 0 && to > 0) || (from > 0 && to < 0)) {
      const t = from / (from - to);
      kept[written] = points[index]! + t * (points[next]! - points[index]!);
      kept[written + 1] = points[index + 1]! + t * (points[next + 1]! - points[index + 1]!);
      written += 2;
    }
  }
  return written;
}
