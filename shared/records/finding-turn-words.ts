import { type Text, text } from '../text.ts';
import type { FindingTurn } from './finding-turns.ts';

/** How many households a finding that stays concerned, and concerns: `（由 5 户减为 2 户）`. */
export function turnWords({
  before,
  after,
}: FindingTurn<{ readonly households: readonly unknown[] }>): Text {
  const [was, is] = [before.households.length, after.households.length];
  if (was === is) return text(`（仍为 ${is} 户，住户不同）`, `(still ${is}, other households)`);
  return is < was
    ? text(`（由 ${was} 户减为 ${is} 户）`, `(fewer households: ${was} → ${is})`)
    : text(`（由 ${was} 户增为 ${is} 户）`, `(more households: ${was} → ${is})`);
}

/** Over such findings in a list. */
export const turnedTitle = text(
  '仍存在的问题（涉及住户有变）',
  'Findings that remain, for other households',
);

export const endedTitle = text('随房间取消而不再有的问题', 'Findings that went with their rooms');
