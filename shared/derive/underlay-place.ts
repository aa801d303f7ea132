import type { Point } from '../geometry/point.ts';
import type { Underlay } from '../plan/model.ts';

type Placed = Pick<Underlay, 'origin' | 'scale' | 'rotation'>;

/** Where a place of the picture (px from its upper left corner, y down) lies on the plan, mm. */
export function onPlan({ origin, scale, rotation }: Placed, pixel: Point): Point {
  const { cos, sin } = direction(rotation);
  const x = pixel.x * scale;
  const y = -pixel.y * scale;
  return { x: origin.x + x * cos - y * sin, y: origin.y + x * sin + y * cos };
}

/** The place of the picture (px from its upper left corner, y down) under a point of the plan. */
export function onPicture({ origin, scale, rotation }: Placed, point: Point): Point {
  const { cos, sin } = direction(rotation);
  const x = point.x - origin.x;
  const y = point.y - origin.y;
  return { x: (x * cos + y * sin) / scale, y: (x * sin - y * cos) / scale };
}

/** The corners of what is shown of the picture: upper left, upper right, lower right, lower left. */
export function underlayCorners(underlay: Underlay): readonly [Point, Point, Point, Point] {
  const { crop, width, height } = underlay;
  const at = (x: number, y: number): Point => onPlan(underlay, { x, y });
  return [
    at(crop.left, crop.top),
    at(width - crop.right, crop.top),
    at(width - crop.right, height - crop.bottom),
    at(crop.left, height - crop.bottom),
  ];
}

/** What one unit of the sheet stands for: 100 for a picture at 1:100. */
export const sheetRatio = ({ scale, resolution }: Underlay): number =>
  (scale * resolution) / millimetresPerInch;

/** mm under one px of a sheet at 1:`ratio`, scanned at `resolution` px an inch. */
export const scaleOfSheet = (ratio: number, resolution: number): number =>
  (ratio * millimetresPerInch) / resolution;

const millimetresPerInch = 25.4;

/** Quarter turns exactly. */
function direction(degrees: number): { cos: number; sin: number } {
  const quarter = (((degrees % 360) + 360) % 360) / 90;
  const exact = [
    { cos: 1, sin: 0 },
    { cos: 0, sin: 1 },
    { cos: -1, sin: 0 },
    { cos: 0, sin: -1 },
  ][quarter];
  const angle = (degrees * Math.PI) / 180;
  return exact ?? { cos: Math.cos(angle), sin: Math.sin(angle) };
}
