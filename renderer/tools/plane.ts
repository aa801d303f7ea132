import type { Point, Storey, Wall } from '../../shared/plan/model.ts';

/** Vectors for pointing and drawing, in mm; not rounded unless the name says so. */

export const plus = (p: Point, q: Point): Point => ({ x: p.x + q.x, y: p.y + q.y });
export const minus = (p: Point, q: Point): Point => ({ x: p.x - q.x, y: p.y - q.y });
export const times = (p: Point, factor: number): Point => ({ x: p.x * factor, y: p.y * factor });
export const dot = (p: Point, q: Point): number => p.x * q.x + p.y * q.y;
/** Positive where `q` lies to the left of `p`. */
export const cross = (p: Point, q: Point): number => p.x * q.y - p.y * q.x;
export const lengthOf = (p: Point): number => Math.hypot(p.x, p.y);
export const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
export const middle = (p: Point, q: Point): Point => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
export const same = (p: Point, q: Point): boolean => p.x === q.x && p.y === q.y;

/** `x + 0` turns a negative zero into zero, so that equal points print and compare alike. */
export const whole = (p: Point): Point => ({ x: Math.round(p.x) + 0, y: Math.round(p.y) + 0 });

export const unit = (p: Point): Point => {
  const length = lengthOf(p);
  return length === 0 ? { x: 1, y: 0 } : { x: p.x / length, y: p.y / length };
};

/** A quarter turn counter-clockwise. */
export const leftOf = (p: Point): Point => ({ x: -p.y, y: p.x });

/** Counter-clockwise, by degrees; quarter turns are exact. */
export function turn(p: Point, degrees: number): Point {
  const quarter = ((degrees % 360) + 360) % 360;
  if (quarter === 0) return p;
  if (quarter === 90) return { x: -p.y, y: p.x };
  if (quarter === 180) return { x: -p.x, y: -p.y };
  if (quarter === 270) return { x: p.y, y: -p.x };
  const angle = (degrees * Math.PI) / 180;
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return { x: p.x * c - p.y * s, y: p.x * s + p.y * c };
}

/** Degrees, counter-clockwise from +x, in [0, 360). */
export function angleOf(p: Point): number {
  const degrees = (Math.atan2(p.y, p.x) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}

/** The foot of `p` on the segment, how far along it lies in mm, and how far `p` is from it. */
export function footOnSegment(
  p: Point,
  a: Point,
  b: Point,
): { readonly at: Point; readonly along: number; readonly distance: number } {
  const direction = unit(minus(b, a));
  const along = Math.min(distance(a, b), Math.max(0, dot(minus(p, a), direction)));
  const at = plus(a, times(direction, along));
  return { at, along, distance: distance(p, at) };
}

/** Where two segments cross or touch; null where they do not, or lie along each other. */
export function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const r = minus(b, a);
  const s = minus(d, c);
  const denominator = cross(r, s);
  if (denominator === 0) return null;
  const t = cross(minus(c, a), s) / denominator;
  const u = cross(minus(c, a), r) / denominator;
  return t < 0 || t > 1 || u < 0 || u > 1 ? null : plus(a, times(r, t));
}

/** Even-odd; a point on the edge may fall either way. */
export function insideRing(p: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point;
    const b = ring[j] as Point;
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) {
      inside = !inside;
    }
  }
  return inside;
}

/** A wall's centre line; null where a joint is missing. */
export function wallLine(
  storey: Storey,
  wall: Wall,
): { readonly a: Point; readonly b: Point; readonly length: number } | null {
  const a = storey.joints[wall.a];
  const b = storey.joints[wall.b];
  return a && b ? { a, b, length: distance(a, b) } : null;
}
