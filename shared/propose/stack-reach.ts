import type { Rect } from './rect.ts';
import type { Region } from './region.ts';

/**
 * Whether any place in a region can lie within `reach` mm of a soil stack; true where none is
 * recorded. What is false here has no place for a WC, wherever its walls are put.
 */
export const nearStack = (soil: readonly Rect[], { box }: Region, reach: number): boolean =>
  soil.length === 0 || soil.some((one) => gapBetween(one, box) <= reach);

/** mm between two rectangles; 0 where they touch or overlap. */
function gapBetween(one: Rect, other: Rect): number {
  const across = Math.max(0, other.x0 - one.x1, one.x0 - other.x1);
  const along = Math.max(0, other.y0 - one.y1, one.y0 - other.y1);
  return Math.hypot(across, along);
}
