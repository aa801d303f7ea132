import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, common, countOf, firstOf, nextOf, type Some } from '../../shared/propose/fits.ts';

const indices = fc.uniqueArray(fc.integer({ min: 0, max: 99 }));
const length = 100;

function someOf(chosen: readonly number[]): Some {
  const some = new Uint32Array(Math.ceil(length / 32));
  for (const index of chosen) some[index >>> 5]! |= 1 << (index & 31);
  return some;
}

function listed(some: Some): number[] {
  const found: number[] = [];
  for (let at = firstOf(some); at >= 0; at = nextOf(some, at + 1)) found.push(at);
  return found;
}

const inOrder = (chosen: readonly number[]): number[] => chosen.toSorted((a, b) => a - b);

test('some of a list are walked through in order and counted up to any place', () => {
  fc.assert(
    fc.property(indices, fc.integer({ min: 0, max: length }), (chosen, end) => {
      expect(listed(someOf(chosen))).toEqual(inOrder(chosen));
      expect(countOf(someOf(chosen), end)).toBe(chosen.filter((index) => index < end).length);
    }),
    { seed: 91 },
  );
});

test('what two have in common before a place', () => {
  fc.assert(
    fc.property(indices, indices, fc.integer({ min: 0, max: length }), (one, other, end) => {
      const into = someOf([5, 50]);
      const both = inOrder(one.filter((index) => other.includes(index) && index < end));
      expect(common(someOf(one), someOf(other), end, into)).toBe(both.length > 0);
      expect(listed(into)).toEqual(both);
    }),
    { seed: 92 },
  );
});

test.each([0, 1, 31, 32, 33, 64, 100])('all of %i', (count) => {
  expect(listed(allOf(count))).toEqual(Array.from({ length: count }, (_, index) => index));
});
