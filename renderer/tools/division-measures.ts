import type { Plan } from '../../shared/plan/model.ts';
import type { Asked } from '../../shared/propose/series-places.ts';
import { type Text, text } from '../../shared/text.ts';
import type { Division } from './division.ts';

/** By what measure a room is divided. */
export type Way = 'shares' | 'areas' | 'widths';

export const wayOf = (by: Asked): Way =>
  'shares' in by ? 'shares' : 'areas' in by ? 'areas' : 'widths';

/** The same division, said in other terms. */
export function askedAs(way: Way, { plan, parts }: Pick<Division, 'plan' | 'parts'>): Asked {
  const areas = plan.ok ? plan.parts.map(({ area }) => area) : parts.map(() => 1);
  const sum = areas.reduce((all, area) => all + area, 0);
  if (way === 'shares')
    return { shares: areas.map((area) => Math.round((1000 * area) / sum) / 10) };
  const cm2 = 10_000;
  if (way === 'areas')
    return { areas: areas.slice(0, -1).map((area) => Math.round(area / cm2) * cm2) };
  const widths = plan.ok ? plan.widths : plan.trial?.widths;
  return { widths: widths ?? parts.slice(1).map(() => 1000) };
}

/** People per part; null unless every part has households of which all are counted. */
export function membersOf(
  { households }: Pick<Plan, 'households'>,
  { parts }: Pick<Division, 'parts'>,
): number[] | null {
  const counted = parts.map(({ holders }) => {
    const people = holders.map((one) => (one === 'building' ? 0 : (households[one]?.members ?? 0)));
    return people.length > 0 && people.every((count) => count > 0)
      ? people.reduce((all, count) => all + count, 0)
      : 0;
  });
  return counted.every((count) => count > 0) ? counted : null;
}

const numbersIn = (words: string): number[] =>
  words
    .normalize('NFKC')
    .trim()
    .split(/[\s:,/]+/)
    .map((word) => (word === '' ? Number.NaN : Number(word)));

/** A ratio's numbers are below this. */
const mostShare = 1e6;

/** `1:1:2`, `１：１`, `40 60`: as many positive numbers as there are parts; null for anything else. */
export function ratioFrom(words: string, count: number): number[] | null {
  return ratioProblem(words, count) === null ? numbersIn(words) : null;
}

/** What is wrong with a ratio, and what one looks like; null for one. */
export function ratioProblem(words: string, count: number): Text | null {
  const example = Array.from({ length: count }, (_, index) => index + 1).join(':');
  const asked = text(
    `请填 ${count} 个大于 0 的数，用冒号隔开，如 ${example}`,
    `Enter ${count} numbers above 0 with colons between them, such as ${example}`,
  );
  const because = (zh: string, en: string): Text =>
    text(`${zh}。${asked.zh}。`, `${en}. ${asked.en}.`);
  const numbers = numbersIn(words);
  if (words.trim() === '') return because('没有填', 'Nothing was entered');
  if (numbers.some((one) => !Number.isFinite(one))) {
    return because(`“${words.trim()}”不是比例`, `“${words.trim()}” is no ratio`);
  }
  if (numbers.length !== count) {
    return because(
      `填了 ${numbers.length} 个数，要分成 ${count} 间`,
      `${numbers.length === 1 ? 'One number was' : `${numbers.length} numbers were`} entered for ${count} parts`,
    );
  }
  if (numbers.some((one) => one <= 0)) {
    return because(
      `“${words.trim()}”里有一间为 0 或负数`,
      `“${words.trim()}” leaves a part with nothing`,
    );
  }
  return numbers.some((one) => one >= mostShare)
    ? because(`“${words.trim()}”里的数太大`, `“${words.trim()}” has too large a number`)
    : null;
}
