import type { Plan } from '../../shared/plan/model.ts';
import type { Asked } from '../../shared/propose/series-places.ts';
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

/** `1:1:2`, `1：1`, `40 60`: as many positive numbers as there are parts; null for anything else. */
export function ratioFrom(words: string, count: number): number[] | null {
  const numbers = words
    .trim()
    .split(/[\s:：,，/]+/)
    .map(Number);
  const isRatio = numbers.length === count && numbers.every((one) => one > 0 && one < 1e6);
  return isRatio ? numbers : null;
}
