import type { Candidate, Piece } from './items.ts';
import type { Rect } from './rect.ts';

/** Whether one of two things has a cooker nearer than so many mm to the wet floor that the other is. */
export const isAtShower = (one: Candidate, other: Candidate, apart: number): boolean =>
  hasOneAt(one.pieces, other.pieces, apart) || hasOneAt(other.pieces, one.pieces, apart);

/** The same of one thing and any of several. */
export function isAtShowerOfAny(
  chosen: readonly Candidate[],
  other: Candidate,
  apart: number,
): boolean {
  for (const one of chosen) if (isAtShower(one, other, apart)) return true;
  return false;
}

/** Whether a cooker of the ones is that near to a shower of the others. */
function hasOneAt(cooks: readonly Piece[], washes: readonly Piece[], apart: number): boolean {
  for (const cooker of cooks) {
    if (cooker.kind !== 'cooker') continue;
    for (const floor of washes) {
      if (floor.kind === 'shower' && isNearer(cooker.rect, floor.rect, apart)) return true;
    }
  }
  return false;
}

/** Whether any cooker among the things of one room is that near to a shower. */
export const hasCookerAtShower = (chosen: readonly Candidate[], apart: number): boolean =>
  apart > 0 &&
  chosen.some((one, index) =>
    chosen.slice(index + 1).some((other) => isAtShower(one, other, apart)),
  );

/** Whether less than so many mm of floor lie between two rectangles. */
function isNearer(one: Rect, other: Rect, apart: number): boolean {
  const across = Math.max(0, other.x0 - one.x1, one.x0 - other.x1);
  const along = Math.max(0, other.y0 - one.y1, one.y0 - other.y1);
  return across * across + along * along < apart * apart;
}
