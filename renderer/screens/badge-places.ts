import type { Point } from '../../shared/plan/model.ts';
import type { Size } from '../editor/viewport.ts';

/** px between the middles of two badges that both can be read and hit. */
export const apart = 26;

/** Places tried around a badge's own: rings of eight, the nearest first, to the right before the left. */
const around: readonly Point[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
  { x: 1, y: -1 },
  { x: -1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];

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
    const rings = [1, 2, 3, 4].flatMap((ring) =>
      around.map(({ x, y }) => ({
        x: middle.x + x * ring * apart,
        y: middle.y + y * ring * apart,
      })),
    );
    taken.push(isFree(middle) ? middle : (rings.filter(isWithin).find(isFree) ?? middle));
  }
  return taken;
}
