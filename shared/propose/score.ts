import { type Cost, costDigits, digits } from './cost.ts';
import type { Part } from './part.ts';

/** How proposals compare: the digits of `Cost` summed over the parts, then these. Least first. */
export interface Score extends Cost {
  /** Steps of 0.05 m2 by which a part misses the share that was asked for. */
  readonly uneven: number;
  /** mm2 of the same. */
  readonly unevenArea: number;
}

/** mm2 */
export const unevenStep = 50_000;

export function scoreOf(parts: readonly Part[], unevenArea: number): Score {
  const sums: Record<keyof Cost, number> = {
    concession: 0,
    drain: 0,
    wetWall: 0,
    privacy: 0,
    window: 0,
    preparation: 0,
  };
  for (const { cost } of parts) {
    const one = costDigits(cost);
    for (const digit of digits) sums[digit] += one[digit];
  }
  // A cut on whole millimetres cannot do better than half a step of the grid is worth.
  return { ...sums, uneven: Math.round(unevenArea / unevenStep), unevenArea };
}

export const ranked = [...digits, 'uneven', 'unevenArea'] as const satisfies (keyof Score)[];

/** The first term in which two scores differ, and by how much; null where they are equal. */
export function firstDifference(
  left: Score,
  right: Score,
): { readonly term: keyof Score; readonly by: number } | null {
  for (const term of ranked) {
    const by = left[term] - right[term];
    if (by !== 0) return { term, by };
  }
  return null;
}

export const compareScores = (left: Score, right: Score): number =>
  firstDifference(left, right)?.by ?? 0;
