import type { BuildingId } from '../shared/plan/model.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LogRecord, RecordId } from '../shared/records/record.ts';
import { text } from '../shared/text.ts';
import type { PlanFigures } from './plan-figures.ts';
import type { RecordRead } from './record-bytes.ts';
import type { IndexedBuilding, IndexedFile } from './record-index.ts';

/** What was read of a building's files, in memory, and how this machine's index keeps it. */

/**
 * `facts`: bytes are held against their hash, plans are not looked at; enough for a list. `whole`:
 * plans are sound as well. Either reads a file once, as long as it stays the same.
 */
export type Depth = 'facts' | 'whole';

/** What is known of one building: its files by `versions/<name>`, the counts of its versions. */
export interface Known {
  readonly files: Map<
    string,
    { readonly mark: string; readonly depth: Depth; readonly read: Read }
  >;
  readonly figures: Map<RecordId, PlanFigures>;
  /** Whether the index has all of it. */
  isKept: boolean;
}
export type Read = RecordRead<LogRecord | VersionFacts>;

/** A record that lies in the folder of a building that it is not of counts for none. */
export function foreign(building: BuildingId, at: string, read: Read): Read {
  if (read.problems || read.record.building === building) return read;
  const other = text(
    `这条记录属于另一栋楼 ${read.record.building}`,
    `this record belongs to another building, ${read.record.building}`,
  );
  return { fault: 'unknown', problems: [{ at, problem: other }] };
}

export const knownFrom = ({ files, figures }: IndexedBuilding): Known => ({
  files: new Map(
    [...files].map(([at, { mark, whole, id, record }]) => [
      at,
      { mark, depth: whole ? 'whole' : 'facts', read: { id, record } },
    ]),
  ),
  figures: new Map(figures),
  isKept: true,
});

/** What is wrong is looked at anew by the next start. */
export function indexedFrom({ files, figures }: Known): IndexedBuilding {
  const sound = [...files].flatMap(([at, { mark, depth, read }]): [string, IndexedFile][] =>
    read.problems
      ? []
      : [[at, { mark, whole: depth === 'whole', id: read.id, record: read.record }]],
  );
  return { files: new Map(sound), figures };
}
