import { type Text, text } from '../text.ts';
import { amountWords, type Bound, numberInMetres } from './amount.ts';
import { holesOf } from './filled-words.ts';
import { isCode, type Measure, type OwnNumber, type Source, toCheck } from './finding.ts';
import { type Profile, profileOfBase } from './profile.ts';
import { sizesOf } from './profile-of-file.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { sizeWords } from './size-words.ts';

/** Numbers that say how we measure, and that no clause gives. */
const ofMeasuring: readonly string[] = ['slack', 'doubleBed'];

export const isOfMeasuring = (name: string): boolean => ofMeasuring.includes(name);

/** Those and what says of what a rule speaks: no value of a plan is held against them. */
const bindingNothing: readonly string[] = [
  ...ofMeasuring,
  'above',
  'body',
  'loss',
  'storeys',
  'thick',
  'drawing/no-entry.least',
  'drawing/untagged.least',
];

/** Which way a number of a rule binds; null of one that nothing is held against. */
export function boundOfNumber({ id }: Pick<Rule, 'id'>, name: string): Bound {
  if (bindingNothing.includes(name) || bindingNothing.includes(`${id}.${name}`)) return null;
  return name === 'most' ? 'most' : 'least';
}

/** The numbers of a rule, sizes of fixtures among them, that the profile has otherwise than the rule or its base. */
export function ownNumbers(
  rule: Pick<Rule, 'id' | 'asks' | 'how' | 'numbers' | 'source'>,
  profile: Profile,
): readonly (OwnNumber & { readonly name: string })[] {
  const set = profile.rules[rule.id]?.numbers ?? {};
  const numbers = Object.entries(rule.numbers).flatMap(([name, { value: usual, unit, words }]) => {
    const value = set[name] ?? usual;
    const isClause = isCode(rule.source) && !isOfMeasuring(name);
    const also = numberInMetres(rule, name) ? ({ inMetres: true } as const) : {};
    return value === usual ? [] : [{ name, words, value, usual, unit, isClause, ...also }];
  });
  return [...numbers, ...ownSizes(rule, profile)];
}

/** Sizes of fixtures and of the floor that they take, as far as the rule's words name them. */
const ownSizes = (rule: Pick<Rule, 'asks' | 'how'>, profile: Profile) =>
  sizesAmong(holesOf(rule), profile);

/** Every size of the profile that its base has otherwise: `本单位数值：便器·前方·至少 550 mm（…）`; null where none is. */
export function ownSizeWords(profile: Profile): Text | null {
  const own = sizesAmong(Object.keys(sizesOf(profile.fixtures)), profile);
  return own.length === 0 ? null : listedWords(own);
}

function sizesAmong(names: readonly string[], { base, fixtures }: Profile) {
  const { fixtures: from } = profileOfBase(base);
  if (from === fixtures) return [];
  const [sizes, usualSizes] = [sizesOf(fixtures), sizesOf(from)];
  return names.flatMap((name) => {
    const [value, usual] = [sizes[name], usualSizes[name]];
    if (value === undefined || usual === undefined || value === usual) return [];
    return [{ name, words: sizeWords(name), value, usual, unit: 'mm' as const, isClause: false }];
  });
}

/**
 * The source of a finding that requires so much: with the office's own numbers that it rests on. Where one
 * of them, or of the rule's, is what is required, the others of its unit say nothing of this finding.
 */
export function sourceWithOwn(
  source: Source,
  own: ReturnType<typeof ownNumbers>,
  required: Measure | null,
  rule: Pick<Rule, 'numbers'>,
): Source {
  if (own.length === 0) return source;
  const isMeant = ({ unit, value }: { unit: string; value: number }): boolean =>
    unit === required?.unit && value === required.value;
  const changed = new Set(own.map(({ name }) => name));
  const isTold =
    own.some(isMeant) ||
    Object.entries(rule.numbers).some(([name, one]) => !changed.has(name) && isMeant(one));
  const meant = own.filter((one) => !isTold || one.unit !== required?.unit || isMeant(one));
  if (meant.length === 0) return source;
  return { ...source, own: meant.map(({ name: _, ...one }) => one) };
}

/** `普通套型 100.00 m²（条文为 30.00 m²）`. */
export function ownNumberWords(own: OwnNumber): Text {
  const { words, unit, isClause, inMetres } = own;
  const [is, was] = [own.value, own.usual].map((one) => amountWords(one, unit, inMetres));
  return isClause
    ? text(`${words.zh} ${is}（条文为 ${was}）`, `${words.en} ${is} (the clause has ${was})`)
    : text(
        `${words.zh} ${is}（本软件默认 ${was}）`,
        `${words.en} ${is} (default of this program ${was})`,
      );
}

/** `本单位数值：…`; null where the numbers are those of the clause, or our defaults. */
export function ownWords({ own }: Source): Text | null {
  return !own || own.length === 0 ? null : listedWords(own);
}

function listedWords(own: readonly OwnNumber[]): Text {
  const all = own.map(ownNumberWords);
  return text(
    `本单位数值：${all.map(({ zh }) => zh).join('；')}`,
    `This office's number: ${all.map(({ en }) => en).join('; ')}`,
  );
}

/** `GB 55038-2025 4.1.4（待核对原文）`, after the office's own numbers where it has some. */
export function sourceWords(source: Source): Text {
  const [own, check] = [ownWords(source), toCheck(source)];
  const { zh, en } = source.clause;
  const clause = check ? text(`${zh}（${check.zh}）`, `${en} (${check.en})`) : source.clause;
  return own ? text(`${own.zh}；${clause.zh}`, `${own.en}; ${clause.en}`) : clause;
}

/** Every rule that the profile has with other numbers, and those; in the order of the rules. */
export const rulesWithOwnNumbers = (
  profile: Profile,
): readonly { readonly rule: Rule; readonly own: readonly OwnNumber[] }[] =>
  rules.flatMap((rule) => {
    const own = ownNumbers(rule, profile);
    return own.length === 0 ? [] : [{ rule, own }];
  });

/** The same for a report, in both languages; nothing where there is none. */
export function ownNumberLines(profile: Profile): string[] {
  const lines = rulesWithOwnNumbers(profile).flatMap(({ rule: { id, title }, own }) =>
    own.map(ownNumberWords).map(({ zh, en }) => `  ${id}  ${title.zh} ${title.en}: ${zh} ${en}`),
  );
  return lines.length === 0 ? [] : ["本单位数值 this office's numbers:", ...lines];
}
