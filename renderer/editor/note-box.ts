import type { Note, Point } from '../../shared/plan/model.ts';

/** Words on the plan keep their size on the screen, px, at any zoom. */
export const noteSize = 13;
export const noteLine = 18;

/** px that words take, near enough to be pointed at; Chinese is set in squares. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (letter > '\u2e7f' ? noteSize : noteSize * 0.56), 0);

/** The corners of a note's words, mm, for a pixel of so many mm. */
export function noteRing({ at, words }: Note, pixel: number): readonly Point[] {
  const lines = words.split('\n');
  const wide = (Math.max(...lines.map(widthOf)) + 10) * pixel;
  const top = at.y + (noteLine / 2 + 2) * pixel;
  const foot = top - (lines.length * noteLine + 4) * pixel;
  const left = at.x - 4 * pixel;
  return [
    { x: left, y: foot },
    { x: left + wide, y: foot },
    { x: left + wide, y: top },
    { x: left, y: top },
  ];
}
