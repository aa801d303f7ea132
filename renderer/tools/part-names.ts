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

/**
 * The two ways in which a partition runs with the walls, the upright one first; where the room lies so
 * askew that both part left from right, by its longest side.
 */
export function turnsOf(
  sides: Division['sides'],
): readonly { readonly turn: 'across' | 'along'; readonly words: Text }[] {
  const isUpright = { across: sides.across.includes('left'), along: sides.along.includes('left') };
  if (isUpright.across === isUpright.along) {
    return [
      { turn: 'across', words: text('垂直长边', 'Across the long side') },
      { turn: 'along', words: text('平行长边', 'Along the long side') },
    ];
  }
  return (['across', 'along'] as const)
    .toSorted((one, other) => Number(isUpright[other]) - Number(isUpright[one]))
    .map((turn) => ({
      turn,
      words: isUpright[turn] ? text('左右分', 'Upright') : text('上下分', 'Level'),
    }));
}
