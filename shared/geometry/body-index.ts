import Flatbush from 'flatbush';
import type { Body } from './body.ts';
import { boundsOf, type Polygon, type Ring } from './polygon.ts';

/** mm by which bodies are taken smaller, so that faces that touch do not count as overlapping. */
const slack = 0.5;
/** mm2 below which an overlap is a remainder of rounding. */
const negligible = 100;

/** Finds whether a net outline is free of every wall's body: then it is what the walls really leave. */
export class BodyIndex {
  readonly #bodies: readonly Body[];
  readonly #index: Flatbush | null;
  /** Ring corners in the frame of a body: along and across, as pairs. Grown as needed, reused. */
  #frame = new Float64Array(64);

  constructor(bodies: readonly (Body | null)[]) {
    this.#bodies = bodies.filter((body): body is Body => body !== null && body.half > slack);
    this.#index = this.#bodies.length === 0 ? null : new Flatbush(this.#bodies.length, 16);
    for (const { a, b, half } of this.#bodies) {
      this.#index?.add(
        Math.min(a.x, b.x) - half,
        Math.min(a.y, b.y) - half,
        Math.max(a.x, b.x) + half,
        Math.max(a.y, b.y) + half,
      );
    }
    this.#index?.finish();
  }

  leavesFree(polygon: Polygon): boolean {
    const { minX, minY, maxX, maxY } = boundsOf(polygon.outer);
    let isFree = true;
    this.#index?.search(minX, minY, maxX, maxY, (index) => {
      if (isFree) isFree = !this.#overlaps(this.#bodies[index]!, polygon);
      return false;
    });
    return isFree;
  }

  #overlaps(body: Body, { outer, holes }: Polygon): boolean {
    const area = this.#commonArea(body, outer);
    if (area <= negligible) return false;
    return holes.reduce((rest, hole) => rest - this.#commonArea(body, hole), area) > negligible;
  }

  /** mm2 that the ring has in common with the body's rectangle. */
  #commonArea({ a, b, half }: Body, ring: Ring): number {
    const length = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
    const dx = (b.x - a.x) / length;
    const dy = (b.y - a.y) / length;
    if (this.#frame.length < ring.length * 2) this.#frame = new Float64Array(ring.length * 2);
    let low = Infinity;
    let high = -Infinity;
    let left = -Infinity;
    let right = Infinity;
    for (let index = 0; index < ring.length; index++) {
      const px = ring[index]!.x - a.x;
      const py = ring[index]!.y - a.y;
      const along = px * dx + py * dy;
      const across = py * dx - px * dy;
      this.#frame[2 * index] = along;
      this.#frame[2 * index + 1] = across;
      if (along < low) low = along;
      if (along > high) high = along;
      if (across > left) left = across;
      if (across < right) right = across;
    }
    const side = half - slack;
    if (high <= slack || low >= length - slack || right >= side || left <= -side) return 0;
    return clippedArea(this.#frame.subarray(0, ring.length * 2), length, side);
  }
}

/** Sutherland-Hodgman against the four sides: pieces stay joined along them, which adds no area. */
function clippedArea(frame: Float64Array, length: number, side: number): number {
  let points = Array.from(frame);
  for (const [axis, sign, limit] of [
    [0, 1, length - slack],
    [0, -1, -slack],
    [1, 1, side],
    [1, -1, side],
  ] as const) {
    const kept: number[] = [];
    for (let index = 0; index < points.length; index += 2) {
      const next = (index + 2) % points.length;
      const from = sign * points[index + axis]! - limit;
      const to = sign * points[next + axis]! - limit;
      if (from <= 0) kept.push(points[index]!, points[index + 1]!);
      if ((from < 0 && to > 0) || (from > 0 && to < 0)) {
        const t = from / (from - to);
        kept.push(
          points[index]! + t * (points[next]! - points[index]!),
          points[index + 1]! + t * (points[next + 1]! - points[index + 1]!),
        );
      }
    }
    points = kept;
  }
  let twice = 0;
  for (let index = 0; index < points.length; index += 2) {
    const next = (index + 2) % points.length;
    twice += points[index]! * points[next + 1]! - points[next]! * points[index + 1]!;
  }
  return Math.abs(twice) / 2;
}
