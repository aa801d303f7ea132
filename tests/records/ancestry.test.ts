import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ancestryOf, type Descent, mostEarlier } from '../../shared/records/ancestry.ts';

/** How versions descend from each other, also where some of them are not here. */

const id = (number: number): string =>
  `2026-01-01T00-${String(Math.floor(number / 60)).padStart(2, '0')}-${String(number % 60).padStart(2, '0')}-000Z-0000000000000000`;

/** As older files have it: parents only. */
const old = (number: number, ...parents: number[]): Descent => ({
  id: id(number),
  parents: parents.map(id),
});

/** Saved one after the other, each knowing all that was there. */
function saved(...all: readonly (readonly [number, ...number[]])[]): Descent[] {
  const made: Descent[] = [];
  for (const [number, ...before] of all) {
    const parents = before.map(id);
    made.push({ id: id(number), parents, ...ancestryOf(made).next(parents) });
  }
  return made;
}
const without = (all: readonly Descent[], ...gone: number[]): Descent[] =>
  all.filter((version) => !gone.map(id).includes(version.id));
const heads = (all: readonly Descent[], left: readonly Descent[] = []) =>
  ancestryOf(all, left).heads;

describe('the last that two versions descend from', () => {
  const common = (all: readonly Descent[], one: number, other: number) =>
    ancestryOf(all).common(id(one), id(other));

  test('is the newest of those', () => {
    const versions = [old(1), old(2, 1), old(3, 2), old(4, 2)];
    expect(common(versions, 3, 4)).toEqual({ versions: [id(2)], hidden: false });
    expect(common(versions, 2, 4)).toEqual({ versions: [id(2)], hidden: false });
  });

  test('is none where they have no common past, and hidden where it is not here', () => {
    expect(common([old(1), old(2)], 1, 2)).toEqual({ versions: [], hidden: false });
    expect(common([old(3, 2), old(4, 2)], 3, 4)).toEqual({ versions: [], hidden: true });
  });

  /* 1 -- 2 -- 4
   *   \    X      both offices merge the same two
   *    3 -- 5 */
  test('after heads that were merged both ways are both of them', () => {
    const versions = [old(1), old(2, 1), old(3, 1), old(4, 2, 3), old(5, 2, 3), old(6, 5)];
    for (const last of [5, 6]) {
      expect(common(versions, 4, last)).toEqual({ versions: [id(3), id(2)], hidden: false });
    }
    // Of what 4 would be merged with another, both are behind it.
    expect(ancestryOf(versions).common([id(2), id(3)], id(5)).versions).toEqual([id(3), id(2)]);
  });

  test('is hidden where one of several is not here', () => {
    for (const all of [
      saved([1], [2, 1], [3, 1], [4, 2, 3], [5, 2, 3], [6, 4], [7, 5]),
      [old(1), old(2, 1), old(3, 1), old(4, 2, 3), old(5, 2, 3), old(6, 4), old(7, 5)],
    ]) {
      for (const gone of [[2], [3]]) {
        expect(common(without(all, ...gone), 6, 7)).toEqual({ versions: [], hidden: true });
      }
    }
  });

  /* 1 -- (2) -- 3      the second is not here: what was changed in it, and in one of the others changed
   *        \--- 4       back, would be taken over from the other without a question */
  test('is hidden behind a gap, and no older one', () => {
    for (const all of [
      saved([1], [2, 1], [3, 2], [4, 2]),
      [old(1), old(2, 1), old(3, 2), old(4, 2)],
    ]) {
      expect(common(without(all, 2), 3, 4)).toEqual({ versions: [], hidden: true });
    }
  });

  test('is what it is where only older ones are not here', () => {
    const versions = without(saved([1], [2, 1], [3, 2], [4, 3], [5, 3]), 2);
    expect(common(versions, 4, 5)).toEqual({ versions: [id(3)], hidden: false });
    const beside = without(saved([1], [2, 1], [3, 1], [4, 2]), 2);
    expect(common(beside, 4, 3)).toEqual({ versions: [id(1)], hidden: false });
  });
});

describe('heads', () => {
  test('a version that is not here makes a gap and no fork', () => {
    for (const all of [
      saved([1], [2, 1], [3, 2], [4, 3]),
      [old(1), old(2, 1), old(3, 2), old(4, 3)],
    ]) {
      for (const gone of [[2], [3], [2, 3], [1], [1, 2]]) {
        const found = ancestryOf(without(all, ...gone));
        expect(found.heads).toEqual([id(4)]);
        expect(found.gaps.map((gap) => gap.id)).toContain(id(gone.at(-1)!));
      }
    }
  });

  test('a fork before, beside and after a gap is one', () => {
    const after = saved([1], [2, 1], [3, 2], [4, 3], [5, 3]);
    expect(heads(without(after, 2))).toEqual([id(5), id(4)]);
    const beside = saved([1], [2, 1], [3, 1], [4, 2]);
    expect(heads(without(beside, 2))).toEqual([id(4), id(3)]);
    const before = saved([1], [2, 1], [3, 1], [4, 2], [5, 4]);
    expect(heads(without(before, 4))).toEqual([id(5), id(3)]);
  });

  test('what older files leave open is uncertain, and no fork', () => {
    const versions = without([old(1), old(2, 1), old(3, 1), old(4, 3), old(5, 4)], 4);
    const found = ancestryOf(versions);
    expect(found.heads).toEqual([id(5)]);
    expect(found.uncertain).toEqual([id(3), id(2)]);
    // Saved after the missing one, so that it cannot lie behind it.
    const late = ancestryOf([old(1), old(3, 2), old(4, 1)]);
    expect(late.heads).toEqual([id(4), id(3)]);
  });

  test('what was left out on purpose is known by what is said of it', () => {
    const all = [old(1), old(2, 1), old(3, 2), old(4, 1), old(5, 4)];
    const left = all.filter((version) => [2, 4].map(id).includes(version.id));
    const found = ancestryOf(without(all, 2, 4), left);
    expect(found.heads).toEqual([id(5), id(3)]);
    expect(found.common(id(3), id(5))).toEqual({ versions: [id(1)], hidden: false });
    expect(found.gaps).toEqual([
      { id: id(4), number: 2, leftOut: true },
      { id: id(2), number: 2, leftOut: true },
    ]);
    // An older one alone is where work goes on, though others have gone on from it elsewhere.
    expect(heads([old(2, 1)], without(all, 2))).toEqual([id(2)]);
  });

  test('of many versions all of which are here', () => {
    const rows = Array.from({ length: 3 * mostEarlier }, (_, index): [number, ...number[]] =>
      index === 0 ? [1] : [index + 1, index],
    );
    const all = saved(...rows);
    expect(all.at(-1)?.earlier).toHaveLength(mostEarlier);
    expect(ancestryOf(all)).toMatchObject({ heads: [id(all.length)], uncertain: [], gaps: [] });
    // What lies further back than the list of the version after a gap reaches stays open.
    const gap = ancestryOf(without(all, 2 * mostEarlier));
    expect(gap.heads).toEqual([id(all.length)]);
  });
});

describe('numbers', () => {
  test('stay what they are when versions before are lost', () => {
    const all = saved([1], [2, 1], [3, 2], [4, 3], [5, 3], [6, 4, 5]);
    const numbers = ancestryOf(all).numbers;
    expect([1, 2, 3, 4, 5, 6].map((number) => numbers.get(id(number)))).toEqual([1, 2, 3, 4, 4, 5]);
    for (const gone of [[1], [2], [1, 2, 3], [4]]) {
      for (const [version, number] of ancestryOf(without(all, ...gone)).numbers) {
        expect(numbers.get(version)).toBe(number);
      }
    }
  });

  test('of older files count on over one that is lost', () => {
    const all = [old(1), old(2, 1), old(3, 2), old(4, 3)];
    const numbers = ancestryOf(without(all, 2)).numbers;
    expect([...numbers.values()]).toEqual([1, 3, 4]);
    expect(ancestryOf(without(all, 2)).gaps).toEqual([{ id: id(2), number: 2, leftOut: false }]);
  });
});

test('a file of very many versions is worked out, whatever they name', () => {
  const many = 8000;
  const hash = (index: number): string =>
    `2026-01-01T00-00-00-000Z-${index.toString(16).padStart(16, '0')}`;
  const all = Array.from({ length: many }, (_, index): Descent => {
    const half = many / 2;
    // A chain, then as many beside each other on its end, each after one more that is not here.
    const parents = index === 0 ? [] : [hash(index < half ? index - 1 : half - 1)];
    return index < half
      ? { id: hash(index), parents }
      : { id: hash(index), parents: [...parents, hash(many + index)] };
  });
  const found = ancestryOf(all);
  expect(found.heads.length + found.uncertain.length).toBe(many / 2);
  expect(found.common(hash(many - 1), hash(many - 2)).versions).toEqual([hash(many / 2 - 1)]);
  expect(found.numbers.get(hash(many / 2 - 1))).toBe(many / 2);
  // In a circle, as nobody saves.
  const circle = [old(1, 2), old(2, 1)];
  expect(ancestryOf(circle).heads).toEqual([id(2)]);
});

/** Saved one after the other, each after one or two of those before. */
const histories = fc
  .array(fc.tuple(fc.nat(), fc.option(fc.nat(), { freq: 3 })), { minLength: 1, maxLength: 24 })
  .map((choices) =>
    saved(
      ...choices.map(([one, other], index): [number, ...number[]] => {
        if (index === 0) return [1];
        const parents = new Set([
          1 + (one % index),
          ...(other === null ? [] : [1 + (other % index)]),
        ]);
        return [index + 1, ...parents];
      }),
    ),
  );

test('law: whatever is lost, the heads are the versions that none here descends from', () => {
  fc.assert(
    fc.property(histories, fc.array(fc.boolean(), { maxLength: 24 }), (all, lost) => {
      const here = all.filter((_, index) => !lost[index]);
      const whole = ancestryOf(all);
      const found = ancestryOf(here);
      const isBefore = (one: string, other: string) =>
        one !== other && whole.common(one, other).versions[0] === one;
      const ends = here.filter((one) => !here.some((other) => isBefore(one.id, other.id)));
      expect(found.heads.toSorted()).toEqual(ends.map((version) => version.id));
      // And what is told of the numbers is true.
      for (const [version, number] of found.numbers)
        expect(whole.numbers.get(version)).toBe(number);
    }),
    { numRuns: process.env.DUYONG_LONG ? 20_000 : 400 },
  );
});
