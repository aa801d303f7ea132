import { type Text, text } from '../../text.ts';
import { numberOf, type Rule, type Situation, severityOf, squareMetres } from '../rule.ts';

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

/** `，也小于 R1 要求的 12.00 m²`; nothing where the other rule asks for no more. */
export const alsoLess = (id: string, more: number | null, least: number): Text =>
  more === null || more <= least
    ? text('', '')
    : text(
        `，也小于 ${id} 要求的 ${squareMetres(more * 1e6)} m²`,
        `, and less than the ${squareMetres(more * 1e6)} m² of ${id}`,
      );
