import { type Cost, costDigits, digits } from './cost.ts';
import type { Part } from './part.ts';
import { slackOf } from './slack.ts';

/** How proposals compare: in the order of `ranked`, the least first, but of slack the most. */
export interface Score extends Cost {
  /** Steps of 0.05 m2 by which a part misses the share that was asked for. */
  readonly uneven: number;
  /** mm2 of the same. */
  readonly unevenArea: number;
  /** mm: the least by which floor that people use is larger than it must be. */
  readonly slack: number;
}

/** mm2 */
export const unevenStep = 50_000;

export function scoreOf(parts: readonly Part[], unevenArea: number): Score {
  const sums: Record<keyof Cost, number> = {
    splash: 0,
    drain: 0,
    wetWall: 0,
    privacy: 0,
    window: 0,
    preparation: 0,
    concession: 0,
  };
  for (const { cost } of parts) {
    const one = costDigits(cost);
    for (const digit of digits) sums[digit] += one[digit];
  }
  // A cut on whole millimetres cannot do better than half a step of the grid is worth.
  return {
    ...sums,
    uneven: Math.round(unevenArea / unevenStep),
    unevenArea,
    slack: Math.round(Math.min(...parts.map(slackOf))),
  };
}

/**
 * What must hold (the hard rules) is not in it: what breaks them is no proposal. Smaller fixtures
 * count after what a plan can do about them, before the free margin.
 */
export const ranked = [
  ...digits.filter((digit) => digit !== 'concession'),
  'uneven',
  'concession',
  'slack',
  'unevenArea',
] as const satisfies (keyof Score)[];

/** The first term in which two scores differ, and by how much; null where they are equal. */
export function firstDifference(
  left: Score,
  right: Score,
): { readonly term: keyof Score; readonly by: number } | null {
  for (const term of ranked) {
    const by = term === 'slack' ? right.slack - left.slack : left[term] - right[term];
    if (by !== 0) return { term, by };
  }
  return null;
}

export const compareScores = (left: Score, right: Score): number =>
  firstDifference(left, right)?.by ?? 0;
