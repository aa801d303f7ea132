import { along, areaBelow, extent, type Normal } from '../geometry/cut.ts';
import type { Polygon } from '../geometry/polygon.ts';

/**
 * What each part is to get. `shares` has a number for every part, in any unit: 1 : 1 : 2. `areas`
 * (mm2, net) and `widths` (mm, clear) have one for every part but the last, which takes the rest.
 */
export type Asked =
  | { readonly shares: readonly number[] }
  | { readonly areas: readonly number[] }
  | { readonly widths: readonly number[] };

/** Shares of the whole, which add up to 1. */
export function portions(shares: readonly number[]): number[] {
  const sum = shares.reduce((all, one) => all + one, 0);
  return shares.map((share) => share / sum);
}

/** How finely a place is found, mm: far below what a partition is drawn to. */
const fine = 0.001;

/** The least place from which on `holds`, which never turns back. */
export function firstPlace(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (high - low > fine) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/**
 * The middles of parallel strips across a polygon, on n . p = place, that leave each part what was
 * asked, the strips deducted. Null where the polygon is too small for it.
 */
export function seriesPlaces(
  polygon: Polygon,
  normal: Normal,
  thickness: number,
  asked: Asked,
): number[] | null {
  const { least, greatest } = extent(polygon, normal);
  const half = thickness / 2;
  if ('widths' in asked) {
    let at = least;
    return asked.widths.map((width) => {
      const middle = at + width + half;
      at = middle + half;
      return middle;
    });
  }
  const whole = areaBelow(polygon, normal, greatest);
  /** Strips so that the parts before them get these areas; null where the polygon ends before. */
  const strips = (areas: readonly number[]): number[] | null => {
    let start = least;
    const middles: number[] = [];
    for (const area of areas) {
      const before = start <= least ? 0 : areaBelow(polygon, normal, start);
      if (before + area > whole) return null;
      const face = firstPlace(
        start,
        greatest,
        (at) => areaBelow(polygon, normal, at) - before >= area,
      );
      middles.push(face + half);
      start = face + thickness;
    }
    return start < greatest ? middles : null;
  };
  if ('areas' in asked) return strips(asked.areas);
  const each = portions(asked.shares);
  const first = each.slice(0, -1);
  const last = each.at(-1) ?? 0;
  // What is left for the last part falls while the sum of all parts is thought greater.
  let [low, high] = [0, whole];
  for (let step = 0; step < 50; step++) {
    const sum = (low + high) / 2;
    const middles = strips(first.map((share) => share * sum));
    const rest = middles
      ? whole - areaBelow(polygon, normal, (middles.at(-1) ?? least - half) + half)
      : -1;
    if (rest > last * sum) low = sum;
    else high = sum;
  }
  return strips(first.map((share) => share * low));
}

/** mm2 that areas in this proportion can have at most: the last strip then ends the polygon. */
export function mostOfAreas(
  polygon: Polygon,
  normal: Normal,
  thickness: number,
  areas: readonly number[],
): number {
  const sum = areas.reduce((all, one) => all + one, 0);
  const whole = areaBelow(polygon, normal, extent(polygon, normal).greatest);
  const fits = (total: number): boolean =>
    seriesPlaces(polygon, normal, thickness, {
      areas: areas.map((area) => (area / sum) * total),
    }) !== null;
  return firstPlace(0, whole, (total) => !fits(total));
}

/** A strip as drawn: its middle line, whichever way whole millimetres turned it. */
export interface DrawnStrip {
  readonly normal: Normal;
  readonly place: number;
}

/** mm2 of each part between drawn strips; exact where no two of them meet inside the polygon. */
export function partAreas(
  polygon: Polygon,
  strips: readonly DrawnStrip[],
  thickness: number,
): number[] {
  const half = thickness / 2;
  const whole = areaBelow(polygon, { x: 1, y: 0 }, Number.MAX_SAFE_INTEGER);
  const below = (strip: DrawnStrip | undefined, side: number, none: number): number =>
    strip ? areaBelow(polygon, strip.normal, strip.place + side) : none;
  return Array.from({ length: strips.length + 1 }, (_, index) => {
    const end = below(strips[index], -half, whole);
    return end - below(strips[index - 1], half, 0);
  });
}

/** The strip along a line, its normal on the side of the one given. */
export function stripAlong(
  { from, to }: { readonly from: Normal; readonly to: Normal },
  like: Normal,
): DrawnStrip | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return null;
  const turned = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const sign = turned.x * like.x + turned.y * like.y < 0 ? -1 : 1;
  const normal = { x: sign * turned.x, y: sign * turned.y };
  return { normal, place: along(normal, from) };
}
