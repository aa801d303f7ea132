import { describe, expect, it } from 'vitest';
import { membersOf, ratioFrom, ratioProblem } from '../../../renderer/tools/division-measures.ts';
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
    expect(ratioFrom('１：２．５', 2)).toEqual([1, 2.5]);
    expect(ratioFrom('1，2', 2)).toEqual([1, 2]);
    expect(ratioFrom('40 60', 2)).toEqual([40, 60]);
    for (const words of ['1:1', '1:0:1', '1:-1:2', '', 'a:b:c', '1::1']) {
      expect(ratioFrom(words, 3)).toBeNull();
    }
  });

  it('says what is wrong with what is none, and what one looks like', () => {
    for (const [words, zh, en] of [
      ['0:1', /有一间为 0 或负数。请填 2 个大于 0 的数.*如 1:2/, /leaves a part with nothing/],
      ['-1:2', /有一间为 0 或负数/, /leaves a part with nothing/],
      ['abc', /“abc”不是比例/, /“abc” is no ratio/],
      ['1:', /不是比例/, /no ratio/],
      ['3', /填了 1 个数，要分成 2 间/, /One number was entered for 2 parts/],
      ['1:2:3', /填了 3 个数/, /3 numbers were entered for 2 parts/],
      ['1:1e9', /数太大/, /too large a number/],
      [' ', /没有填/, /Nothing was entered/],
    ] as const) {
      const problem = ratioProblem(words, 2);
      expect(problem?.zh).toMatch(zh);
      expect(problem?.en).toMatch(en);
      expect(ratioFrom(words, 2)).toBeNull();
    }
    expect(ratioProblem('1:2', 2)).toBeNull();
    expect(ratioProblem('1:1', 3)?.en).toMatch(/such as 1:2:3/);
  });

  it('by people counts all households of a part, and is there only where all are counted', () => {
    expect(membersOf(plan, parts([one!], [two!]))).toEqual([3, 2]);
    expect(membersOf(plan, parts([one!, two!], [two!]))).toEqual([5, 2]);
    expect(membersOf(plan, parts([one!], [uncounted!]))).toBeNull();
    expect(membersOf(plan, parts([one!], []))).toBeNull();
    expect(membersOf(plan, parts([one!], ['building']))).toBeNull();
  });
});
