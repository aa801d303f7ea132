/**
 * What a record says of its time is the word of a machine whose clock may be wrong. Times are ISO 8601
 * in UTC, whose order is that of their letters.
 */

/** ms by which the clocks of two machines may differ: what is dated later than that is not believed. */
export const clockTolerance = 3_600_000;

/**
 * Sorts versions by when they were saved, the latest first; those dated after `latest` come last, as
 * nothing is known of when they were saved. Ids decide between equals.
 */
export const byBelievedTime =
  (latest: string) =>
  (left: Dated, right: Dated): number =>
    Number(left.savedAt > latest) - Number(right.savedAt > latest) ||
    descending(left.savedAt, right.savedAt) ||
    descending(left.id, right.id);

interface Dated {
  readonly id: string;
  readonly savedAt: string;
}

const descending = (left: string, right: string): number =>
  left < right ? 1 : left > right ? -1 : 0;
