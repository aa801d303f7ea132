import { describe, expect, it } from 'vitest';
import { membersOf, ratioFrom } from '../../../renderer/tools/division-measures.ts';
import type { Holder, HouseholdId, Plan } from '../../../shared/plan/model.ts';

const [one, two, uncounted] = ['household_1', 'household_2', 'household_3'] as HouseholdId[];
const plan = {
  households: {
    household_1: { door: '1', members: 3 },
    household_2: { door: '2', members: 2 },
    household_3: { door: '3' },
  },
} as unknown as Plan;
const parts = (...holders: Holder[][]) => ({
  parts: holders.map((own) => ({ use: 'kitchen' as const, name: '', holders: own })),
});

describe('the ratio of a division', () => {
  it('is read as people write it, with a number for every part', () => {
    expect(ratioFrom('1:1:2', 3)).toEqual([1, 1, 2]);
    expect(ratioFrom(' 45.2 : 54.8 ', 2)).toEqual([45.2, 54.8]);
    expect(ratioFrom('1：2', 2)).toEqual([1, 2]);
    expect(ratioFrom('40 60', 2)).toEqual([40, 60]);
    for (const words of ['1:1', '1:0:1', '1:-1:2', '', 'a:b:c', '1::1']) {
      expect(ratioFrom(words, 3)).toBeNull();
    }
  });

  it('by people counts all households of a part, and is there only where all are counted', () => {
    expect(membersOf(plan, parts([one!], [two!]))).toEqual([3, 2]);
    expect(membersOf(plan, parts([one!, two!], [two!]))).toEqual([5, 2]);
    expect(membersOf(plan, parts([one!], [uncounted!]))).toBeNull();
    expect(membersOf(plan, parts([one!], []))).toBeNull();
    expect(membersOf(plan, parts([one!], ['building']))).toBeNull();
  });
});
