import { ancestryOf } from './ancestry.ts';
import type { SchemeState } from './fold.ts';
import type { RecordId } from './record.ts';

/** Two versions of a scheme that were saved side by side, as two windows or two machines do. */
export interface Fork {
  /** The older first: the same on every machine. */
  readonly heads: readonly [RecordId, RecordId];
  /** What both were drawn from; null where they have no common past here. */
  readonly base: RecordId | null;
  /** There is no base, and the one that there is may be damaged or not have arrived. */
  readonly hidden: boolean;
  /** Heads beyond these two, to be merged after them. */
  readonly more: number;
}

/** Null where every version but the newest was gone on from, or may have been. */
export function forkOf({ heads, versions, leftOut }: SchemeState): Fork | null {
  const [one, other] = heads.toReversed();
  if (one === undefined || other === undefined) return null;
  const { version, hidden } = ancestryOf(versions, leftOut).common(one, other);
  return { heads: [one, other], base: version, hidden, more: heads.length - 2 };
}
