import type { SchemeSummary, VersionSummary } from '../../shared/bridge.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { versionWords } from '../language/version-words.ts';

/** The rows of the timeline, newest first: versions, and gaps where some are not here. */

export interface VersionRow {
  readonly version: VersionSummary;
  readonly called: Text;
  /** What the two that were merged in it are called; null where it is no merge. */
  readonly mergedFrom: readonly [Text, Text] | null;
  /** The one that it was drawn from, where that is one and here; by its name within a sentence. */
  readonly since: { readonly id: RecordId; readonly called: Text } | null;
  /** Whether somebody went on from it cannot be told. */
  readonly isUncertain: boolean;
  readonly gaps?: undefined;
}
interface GapRow {
  readonly gaps: SchemeSummary['gaps'];
}

/** Gaps of one reason that lie together are one row. Ids begin with the time. */
export function timelineOf({
  versions,
  gaps,
  uncertain,
}: Pick<SchemeSummary, 'versions' | 'gaps' | 'uncertain'>): (VersionRow | GapRow)[] {
  const rows: (VersionRow | GapRow)[] = [];
  const all = [
    ...versions.map((version) => ({ id: version.id, version, gap: null })),
    ...gaps.map((gap) => ({ id: gap.id, version: null, gap })),
  ].sort((left, right) => (left.id < right.id ? 1 : -1));
  for (const { version, gap } of all) {
    const last = rows.at(-1);
    if (version) {
      const called = versionWords(version, versions);
      const mergedFrom = mergedIn(version, versions, gaps);
      const isUncertain = uncertain.includes(version.id);
      const since = drawnFrom(version, versions);
      rows.push({ version, called, mergedFrom, since, isUncertain });
    } else if (last?.gaps && last.gaps[0]?.why === gap.why) last.gaps.push(gap);
    else rows.push({ gaps: [gap] });
  }
  return rows;
}

function drawnFrom({ parents }: VersionSummary, versions: readonly VersionSummary[]) {
  const parent = versions.find(({ id }) => id === parents[0]);
  if (!parent || parents.length !== 1) return null;
  const { zh, en } = versionWords(parent, versions);
  return { id: parent.id, called: text(zh, en.replace(/^V/, 'v')) };
}

function mergedIn(
  { parents }: VersionSummary,
  versions: readonly VersionSummary[],
  gaps: SchemeSummary['gaps'],
): readonly [Text, Text] | null {
  const [one, other] = parents.map((id) => {
    const version = versions.find((each) => each.id === id);
    if (version) return versionWords(version, versions);
    const number = gaps.find((gap) => gap.id === id)?.number ?? null;
    return number === null
      ? text('不在这里的一版', 'one that is not here')
      : text(`第 ${number} 版`, `Version ${number}`);
  });
  return one && other ? [one, other] : null;
}
