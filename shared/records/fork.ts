import { type Ancestry, ancestryOf } from './ancestry.ts';
import type { SchemeState } from './fold.ts';
import type { RecordId } from './record.ts';

/**
 * A version that two were last drawn from. Where there are several of these, `past` says what this one
 * and those before it in the list were last drawn from in turn, so that they can be merged first
 * (merge-base.ts); of the first it is empty.
 */
export interface PastVersion {
  readonly version: RecordId;
  readonly past: readonly PastVersion[];
}

/** Two versions of a scheme that were saved side by side, as two windows or two machines do. */
export interface Fork {
  /** The older first: the same on every machine. */
  readonly heads: readonly [RecordId, RecordId];
  /** What both were last drawn from, the older first; none where they have no common past here. */
  readonly past: readonly PastVersion[];
  /** There is no past, and the one that there is may be damaged or not have arrived. */
  readonly hidden: boolean;
  /** Heads beyond these two, to be merged after them. */
  readonly more: number;
}

/** Null where every version but the newest was gone on from, or may have been. */
export function forkOf({ heads, versions, leftOut }: SchemeState): Fork | null {
  const [one, other] = heads.toReversed();
  if (one === undefined || other === undefined) return null;
  const ancestry = ancestryOf(versions, leftOut);
  const { hidden } = ancestry.common(one, other);
  const past = pastOf(ancestry, [one], other, { left: mostPast });
  return { heads: [one, other], past, hidden, more: heads.length - 2 };
}

/**
 * Versions that are merged to find what two heads have in common; what lies behind more counts as
 * unknown, so that more is asked and nothing is lost.
 */
const mostPast = 64;

function pastOf(
  ancestry: Ancestry,
  ones: readonly RecordId[],
  other: RecordId,
  allowed: { left: number },
): PastVersion[] {
  const versions = ancestry.common(ones, other).versions.toReversed();
  if (versions.length > allowed.left) return [];
  allowed.left -= versions.length;
  return versions.map((version, index) => ({
    version,
    past: index === 0 ? [] : pastOf(ancestry, versions.slice(0, index), version, allowed),
  }));
}
