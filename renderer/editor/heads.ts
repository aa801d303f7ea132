import type { SchemeSummary, VersionSummary } from '../../shared/bridge.ts';
import type { PastVersion } from '../../shared/records/fork.ts';

/** Two versions that were saved apart from each other, as two windows or two machines do. */
export interface TwoHeads {
  /** The older first. */
  readonly heads: readonly [VersionSummary, VersionSummary];
  /** What both were last drawn from; none where they have no common past here. */
  readonly bases: readonly VersionSummary[];
  /** The same, with what those were drawn from in turn. */
  readonly past: readonly PastVersion[];
  /** There is no past here because a version is damaged or missing. */
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
  const find = (id: string) => versions.find((version) => version.id === id) ?? null;
  const [one, other] = fork.heads.map(find);
  if (!one || !other) return null;
  const { past, hidden, more } = fork;
  const bases = past.flatMap(({ version }) => find(version) ?? []);
  return { heads: [one, other], bases, past, hidden, more };
}
