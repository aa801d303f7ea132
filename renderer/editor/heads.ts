import type { SchemeSummary, VersionSummary } from '../../shared/bridge.ts';

/** Two versions that were saved after the same one, as two windows or two machines do. */
export interface TwoHeads {
  /** The older first. */
  readonly heads: readonly [VersionSummary, VersionSummary];
  /** What both were drawn from; null where they have no common past here. */
  readonly base: VersionSummary | null;
  /** There is no base here because a version is damaged or missing. */
  readonly hidden: boolean;
  /** Heads beyond these two, to be merged after them. */
  readonly more: number;
}

/** Null where the scheme has not diverged (records/fork.ts). */
export function twoHeadsOf({
  fork,
  versions,
}: Pick<SchemeSummary, 'fork' | 'versions'>): TwoHeads | null {
  if (!fork) return null;
  const find = (id: string | null) => versions.find((version) => version.id === id) ?? null;
  const [one, other] = fork.heads.map(find);
  if (!one || !other) return null;
  return { heads: [one, other], base: find(fork.base), hidden: fork.hidden, more: fork.more };
}
