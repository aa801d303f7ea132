import type { Descent } from './ancestry.ts';
import type { RecordId } from './record.ts';

/** A building has a few dozen versions; what a stranger's file counts higher is no number. */
export const mostNumber = 1_000_000;

/** The number of what is drawn from versions with these. */
export const numberAfter = (numbers: readonly number[]): number =>
  Math.min(mostNumber, 1 + Math.max(0, ...numbers));

/**
 * The number that a version was saved with. One without counts on from its parents; a parent that is
 * not here is taken to have followed the version before it in time.
 */
export function numbersOf(known: readonly Descent[]): Map<RecordId, number> {
  const numbers = new Map<RecordId, number>();
  // In the order of time, with the highest number until then.
  const ids: RecordId[] = [];
  const highest: number[] = [];
  /** The highest number before a time. */
  const until = (id: RecordId): number => {
    let [from, to] = [0, ids.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (ids[middle]! < id) from = middle + 1;
      else to = middle;
    }
    return highest[from - 1] ?? 0;
  };
  for (const { id, parents, number } of known.toSorted((left, right) =>
    left.id < right.id ? -1 : 1,
  )) {
    const before = parents.map((parent) => numbers.get(parent) ?? until(parent) + 1);
    const found = number ?? numberAfter(before);
    numbers.set(id, found);
    ids.push(id);
    highest.push(Math.max(found, highest.at(-1) ?? 0));
  }
  return numbers;
}
