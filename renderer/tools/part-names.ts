import { type Text, text } from '../../shared/text.ts';
import { partSideWords } from '../language/words.ts';
import type { Division } from './division.ts';

/** The parts of a divided room, as one points to them on the plan: by side, by corner, or counted. */
export function partNames({
  shape,
  parts,
  sides,
}: Pick<Division, 'shape' | 'parts' | 'sides'>): readonly Text[] {
  if (shape !== 'straight') return [text('角间', 'Corner'), text('其余', 'Rest')];
  if (parts.length === 2) return sides.now.map((side) => partSideWords[side]);
  return parts.map((_, index) => text(`第${index + 1}间`, `Part ${index + 1}`));
}
