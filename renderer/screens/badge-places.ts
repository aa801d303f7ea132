import type { Point } from '../../shared/plan/model.ts';
import type { Size } from '../editor/viewport.ts';

/** px between the middles of two badges that both can be read and hit. */
export const apart = 26;

/** Steps tried from a badge's own place, the nearest first; of equal ones beside it before above. */
const reach = 6;
const steps: readonly Point[] = Array.from({ length: (2 * reach + 1) ** 2 }, (_, index) => ({
  x: reach - (index % (2 * reach + 1)),
  y: Math.floor(index / (2 * reach + 1)) - reach,
})).sort(
  (one, other) =>
    Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y) ||
    Math.abs(one.y) - Math.abs(other.y) ||
    other.x - one.x ||
    one.y - other.y,
);

/**
 * Where badges stand, px, so that none lies on another: each at its place, or beside it where an
 * earlier one stands, within a picture of this size. Of more than find room around one place the last
 * stand where they belong.
 */
export function badgePlaces(middles: readonly Point[], size: Size): readonly Point[] {
  const taken: Point[] = [];
  const isFree = ({ x, y }: Point): boolean =>
    taken.every((one) => Math.max(Math.abs(one.x - x), Math.abs(one.y - y)) >= apart);
  const isWithin = ({ x, y }: Point): boolean =>
    x >= apart / 2 && y >= apart / 2 && x <= size.width - apart / 2 && y <= size.height - apart / 2;
  for (const middle of middles) {
    const beside = steps.map(({ x, y }) => ({ x: middle.x + x * apart, y: middle.y + y * apart }));
    taken.push(isFree(middle) ? middle : (beside.filter(isWithin).find(isFree) ?? middle));
  }
  return taken;
}
