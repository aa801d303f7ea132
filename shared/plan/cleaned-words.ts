import type { z } from 'zod';
import { unseen, unseenWords } from './schema.ts';

/**
 * Parses what was stored before words with unseen characters were refused: nothing may be lost for
 * a name. Those characters are taken out (words of nothing else become …), and line breaks in names
 * of one line become spaces; what else is wrong stays wrong. The value itself is not changed.
 */
export function parseStored<V>(schema: z.ZodType<V>, value: unknown): z.ZodSafeParseResult<V> {
  const parse = (from: unknown) => schema.safeParse(from, { reportInput: true });
  const first = parse(value);
  const dirty = first.error?.issues.filter(isUnseen) ?? [];
  if (dirty.length === 0) return first;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  for (const { path } of dirty)
    change(copy, path, (words) => words.replace(everyUnseen, '') || '…');
  const second = parse(copy);
  const broken = second.error?.issues.filter(isUnseen) ?? [];
  if (broken.length === 0) return second;
  for (const { path } of broken) change(copy, path, (words) => words.replace(lineBreaks, ' '));
  return parse(copy);
}

/** Without what nobody sees in them, as a paste may bring along. */
export const seenWords = (words: string): string => words.replace(everyUnseen, '');

const everyUnseen = new RegExp(`[${unseen}]`, 'g');
const lineBreaks = /[\r\n]+/g;

const isUnseen = ({ message }: z.core.$ZodIssue): boolean => message === unseenWords;

/** Changes the words at a path; where no words are, nothing. */
function change(value: unknown, path: readonly PropertyKey[], to: (words: string) => string): void {
  let at = value;
  for (const step of path.slice(0, -1)) at = isTable(at) ? at[step] : undefined;
  const last = path.at(-1);
  if (!isTable(at) || last === undefined) return;
  const words = at[last];
  if (typeof words === 'string') at[last] = to(words);
}

const isTable = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
