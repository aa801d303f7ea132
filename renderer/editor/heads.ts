import type { VersionSummary } from '../../shared/bridge.ts';
import { commonAncestor } from '../../shared/records/ancestry.ts';

/** Two versions that were saved after the same one, as two windows or two machines do. */
export interface TwoHeads {
  /** By id, which begins with the time: the same on every machine. */
  readonly heads: readonly [VersionSummary, VersionSummary];
  /** What both were drawn from; null where they have no common past here. */
  readonly base: VersionSummary | null;
  /** Heads beyond these two, to be merged after them. */
  readonly more: number;
}

/** Null where every version but the newest was gone on from. */
export function twoHeadsOf(versions: readonly VersionSummary[]): TwoHeads | null {
  const drawnFrom = new Set(versions.flatMap(({ parents }) => parents));
  const heads = versions
    .filter(({ id }) => !drawnFrom.has(id))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const [one, other] = heads;
  if (!one || !other) return null;
  const base = commonAncestor(versions, one.id, other.id);
  return {
    heads: [one, other],
    base: versions.find(({ id }) => id === base) ?? null,
    more: heads.length - 2,
  };
}
