import { areaBelow, extent, type Normal, partBelow } from '../geometry/cut.ts';
import { type Polygon, polygonArea } from '../geometry/polygon.ts';
import { type Asked, firstPlace, portions } from './series-places.ts';

/**
 * A partition with one corner cuts a rectangle off a corner of the room. `across` and `up` look from
 * that corner into the room, at right angles to the two legs.
 */
export interface CornerFrame {
  readonly across: Normal;
  readonly up: Normal;
}

/** mm2 inside both limits. */
export const areaInCorner = (
  polygon: Polygon,
  { across, up }: CornerFrame,
  x: number,
  y: number,
): number => areaBelow(partBelow(polygon, across, x), up, y);

/** mm2 of the corner's part and of the rest, with faces at x and y from the corner's sides. */
export function cornerAreas(
  polygon: Polygon,
  frame: CornerFrame,
  thickness: number,
  [x, y]: readonly [number, number],
): [number, number] {
  const outer = areaInCorner(polygon, frame, x + thickness, y + thickness);
  return [areaInCorner(polygon, frame, x, y), polygonArea(polygon) - outer];
}

/** Whether the first part has at least what was asked, of an area or of a share of both. */
const isEnough = (asked: Asked, [first, rest]: readonly [number, number]): boolean =>
  'areas' in asked
    ? first >= (asked.areas[0] ?? 0)
    : first >= (portions('shares' in asked ? asked.shares : [1, 1])[0] ?? 0) * (first + rest);

/**
 * Where the inner faces of both legs stand, as n . p along `across` and `up`: as typed, or so that
 * the corner has what was asked, both legs in proportion to the room. With one of the two held only
 * the other is sought. Null where the room is too small for it.
 */
export function cornerPlaces(
  polygon: Polygon,
  frame: CornerFrame,
  thickness: number,
  asked: Asked,
  held: { readonly width?: number; readonly depth?: number } = {},
): [number, number] | null {
  const wide = extent(polygon, frame.across);
  const deep = extent(polygon, frame.up);
  const place = (share: number): [number, number] => [
    wide.least + (held.width ?? share * (wide.greatest - wide.least)),
    deep.least + (held.depth ?? share * (deep.greatest - deep.least)),
  ];
  if ('widths' in asked) {
    const [width = 0, depth = 0] = asked.widths;
    return [wide.least + width, deep.least + depth];
  }
  const areas = (share: number) => cornerAreas(polygon, frame, thickness, place(share));
  const most = greatestShare(wide, deep, thickness);
  if (most <= 0 || !isEnough(asked, areas(most))) return null;
  const scale = Math.max(wide.greatest - wide.least, deep.greatest - deep.least);
  return place(firstPlace(0, most * scale, (at) => isEnough(asked, areas(at / scale))) / scale);
}

type Extent = ReturnType<typeof extent>;

/** Of the room's width and depth, what a corner in proportion to both can have. */
const greatestShare = (wide: Extent, deep: Extent, thickness: number): number =>
  1 - thickness / Math.min(wide.greatest - wide.least, deep.greatest - deep.least);

/** mm2 that a corner in proportion to the room has at most. */
export function mostInCorner(polygon: Polygon, frame: CornerFrame, thickness: number): number {
  const [wide, deep] = [extent(polygon, frame.across), extent(polygon, frame.up)];
  const share = Math.max(0, greatestShare(wide, deep, thickness));
  const at = ({ least, greatest }: Extent): number => least + share * (greatest - least);
  return areaInCorner(polygon, frame, at(wide), at(deep));
}
