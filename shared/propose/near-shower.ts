import type { Candidate, Piece } from './items.ts';
import type { Rect } from './rect.ts';

/** Whether one of two things has a cooker nearer than so many mm to the wet floor that the other is. */
export function isAtShower(one: Candidate, other: Candidate, apart: number): boolean {
  return (
    cookersOf(one).some((cooker) =>
      showersOf(other).some((floor) => isNearer(cooker, floor, apart)),
    ) ||
    cookersOf(other).some((cooker) =>
      showersOf(one).some((floor) => isNearer(cooker, floor, apart)),
    )
  );
}

/** Whether any cooker among the things of one room is that near to a shower. */
export const hasCookerAtShower = (chosen: readonly Candidate[], apart: number): boolean =>
  apart > 0 &&
  chosen.some((one, index) =>
    chosen.slice(index + 1).some((other) => isAtShower(one, other, apart)),
  );

const ofKind =
  (wanted: Piece['kind']) =>
  ({ pieces }: Candidate): Rect[] =>
    pieces.flatMap(({ kind, rect }) => (kind === wanted ? [rect] : []));
const cookersOf = ofKind('cooker');
const showersOf = ofKind('shower');

/** Whether less than so many mm of floor lie between two rectangles. */
function isNearer(one: Rect, other: Rect, apart: number): boolean {
  const across = Math.max(0, other.x0 - one.x1, one.x0 - other.x1);
  const along = Math.max(0, other.y0 - one.y1, one.y0 - other.y1);
  return across * across + along * along < apart * apart;
}
