import { expect, test } from 'vitest';
import { firstPair } from '../../renderer/proposals/first-pair.ts';
import type { Holder, HouseholdId } from '../../shared/plan/model.ts';

const [one, two] = ['household_1', 'household_2'] as HouseholdId[];
const pairOf = (...holders: Holder[][]) =>
  firstPair({ parts: holders.map((own) => ({ holders: own })) });

test('two are asked for, into however many parts a room is divided by hand', () => {
  expect(pairOf([one!], [two!])).toEqual([one, two]);
  expect(pairOf([one!], [two!], [], [], [], [])).toEqual([one, two]);
  expect(pairOf([], ['building'], [two!], [one!])).toEqual([two, one]);
});

test('nobody stands for a household that is not known, and none for two', () => {
  expect(pairOf([], [])).toEqual([null, null]);
  expect(pairOf([one!], [one!])).toEqual([one, null]);
  expect(pairOf(['building'], [])).toEqual([null, null]);
});
