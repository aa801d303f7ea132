import { type Text, text } from '../../text.ts';
import {
  numberOf,
  type Rule,
  type RuleNumber,
  type Situation,
  severityOf,
  squareMetres,
} from '../rule.ts';

/**
 * Two codes may ask for different areas of one room. Where it has less than both, the milder number is
 * the graver finding; it names the other, which says nothing of its own, so that one room is told of once.
 */

/** Whether the rule that asks for `least` m2 speaks of a room with less, as gravely as `other` would. */
export function speaksFirst<N extends string>(
  { profile }: Situation,
  first: Pick<Rule<N>, 'id' | 'numbers' | 'severity'>,
  name: N,
  other: Pick<Rule, 'id' | 'severity'>,
): number {
  if (severityOf(profile, first) === 'warning' && severityOf(profile, other) === 'breach') return 0;
  return numberOf(profile, first, name) ?? 0;
}

/**
 * `，也小于 GB 50096-2011 5.2.1（R1）的 12.00 m²`: by its own clause, so that it is found where it stands,
 * and as the office's own where the profile has it otherwise; nothing where the other rule asks for no more.
 */
export function alsoLess<N extends string>(
  { profile }: Situation,
  { id, source, numbers }: Pick<Rule<N>, 'id' | 'source' | 'numbers'>,
  more: number | null,
  least: number,
): Text {
  if (more === null || more <= least) return text('', '');
  const isUsual = Object.values<RuleNumber>(numbers).some(({ value }) => value === more);
  const isOwn = !isUsual && profile.rules[id]?.numbers !== undefined;
  const { zh, en } = source.clause;
  const area = `${squareMetres(more * 1e6)} m²`;
  return isOwn
    ? text(
        `，也小于本单位为 ${id}（${zh}）定的 ${area}`,
        `, and less than this office's number for ${id} (${en}), ${area}`,
      )
    : text(`，也小于 ${zh}（${id}）的 ${area}`, `, and less than the ${area} of ${en} (${id})`);
}
