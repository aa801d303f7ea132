import { type Text, text } from '../text.ts';
import { amountWords } from './amount.ts';
import type { Profile } from './profile.ts';
import { sizesOf } from './profile-of-file.ts';
import { metres } from './room-words.ts';
import type { Rule } from './rule.ts';

/** What a rule asks and how it is measured, with the numbers as the profile has them. */
export function filledWords(
  rule: Pick<Rule, 'id' | 'asks' | 'how' | 'numbers'>,
  { rules, fixtures }: Profile,
): { readonly asks: Text; readonly how: Text } {
  const values = new Map(Object.entries(sizesOf(fixtures)));
  const own = rules[rule.id]?.numbers;
  for (const [name, { value }] of Object.entries(rule.numbers)) {
    values.set(name, own?.[name] ?? value);
  }
  const unitOf = (name: string) => rule.numbers[name]?.unit ?? 'mm';
  const fill = (words: string): string =>
    words.replace(hole, (_, name: string, inMetres: string | undefined) => {
      const value = values.get(name);
      if (value === undefined)
        throw new Error(`${rule.id} names a number that is not there: ${name}`);
      // Whatever somebody wrote into a profile is said to the millimetre.
      if (inMetres) return metres(value);
      // As findings say it; its unit stands behind the hole.
      return unitOf(name) === 'nth'
        ? String(value)
        : amountWords(value, unitOf(name)).split(' ')[0]!;
    });
  const filled = ({ zh, en }: Text): Text => text(fill(zh), fill(en));
  return { asks: filled(rule.asks), how: filled(rule.how) };
}

/** What the holes of a rule's words name. */
export const holesOf = ({ asks, how }: Pick<Rule, 'asks' | 'how'>): string[] => [
  ...new Set([...`${asks.zh}${how.zh}`.matchAll(hole)].map(([, name]) => name!)),
];

/** `{least}` is a number of the rule, or a size of the profile by its path, as it is; `{least:m}` mm as metres. */
const hole = /\{([\w.]+)(:m)?\}/g;
