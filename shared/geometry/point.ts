/** A place or a vector in millimetres, x to the right and y up. Whole in a plan, not in what is derived. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Math.hypot guards against overflow that no plan comes near, and costs a call each time. */
export const lengthOf = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

export const distance = (from: Point, to: Point): number => lengthOf(to.x - from.x, to.y - from.y);

/** Twice the signed area of the triangle: positive where p lies left of a -> b. Exact for whole mm. */
export const side = (a: Point, b: Point, p: Point): number =>
  (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

export const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Distance from p to the segment a-b, in mm. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  return distance(p, nearestOnSegment(p, a, b));
}

/** The point of the segment a-b nearest to p: a or b itself where p lies beyond that end. */
export function nearestOnSegment(p: Point, a: Point, b: Point): Point {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  if (square === 0) return a;
  const t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / square;
  if (t <= 0) return a;
  if (t >= 1) return b;
  return { x: a.x + t * dx, y: a.y + t * dy };
}
