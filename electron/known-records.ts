import type { BuildingId } from '../shared/plan/model.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LogRecord, RecordId } from '../shared/records/record.ts';
import { type Text, text } from '../shared/text.ts';
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
  return { fault: 'unknown', problems: [{ at, problem: misplaced(read.record.building) }] };
}

/** The folder was renamed or the file moved: where it lies it is not read. */
export const misplaced = (building: BuildingId): Text =>
  text(
    `这条记录属于另一栋楼 ${building}，没有读取；请移到文件夹 ${building} 中，或把改过名的文件夹改回此名`,
    `this record belongs to another building, ${building}, and is not read; move it to the folder ${building}, or call a renamed folder so again`,
  );

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
