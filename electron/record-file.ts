import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseStored } from '../shared/plan/cleaned-words.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LibraryRecord, LogRecord, RecordId, VersionSaved } from '../shared/records/record.ts';
import { logRecordSchema, recordIdSchema, versionFactsSchema } from '../shared/records/schema.ts';
import { text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';
import { parseFacts, parseLog, parseVersion, type RecordRead } from './record-bytes.ts';
import { assertFolderItself, NotRegular, notRegularWords, readRegular } from './regular-file.ts';
import { writeOnce } from './write-once.ts';

/** One write-once file of a library: its name, its bytes, writing and reading it. */

export const extensions = { versions: '.json.gz', log: '.json' } as const;
export type RecordFolder = keyof typeof extensions;

export const folderOf = (record: LibraryRecord): RecordFolder =>
  record.kind === 'version-saved' ? 'versions' : 'log';

export function recordIdOf(record: LibraryRecord, json: Uint8Array): RecordId {
  const time = record.at.replace(/[:.]/g, '-');
  return `${time}-${createHash('sha256').update(json).digest('hex').slice(0, 16)}`;
}

/** Where a record lies in its building's folder: `log/<id>.json`. */
export function fileNameOf(record: LibraryRecord): string {
  const kind = folderOf(record);
  const json = Buffer.from(JSON.stringify(record));
  return `${kind}/${recordIdOf(record, json)}${extensions[kind]}`;
}

/** The bytes of a version's file. Its header is always the same, so that damage to it is seen. */
export function packVersion(json: Uint8Array): Buffer {
  const packed = gzipSync(json, { level: 9 });
  // How hard it was packed (2: as small as can be), and on which system (255: unknown).
  packed[8] = 2;
  packed[9] = 255;
  return packed;
}

/**
 * Adds the record to the building's folder; one that is there already is left as it is. Throws
 * `Explained` for one that nobody could read again.
 */
export async function writeRecord(
  buildingFolder: string,
  record: LibraryRecord,
): Promise<RecordId> {
  const json = Buffer.from(JSON.stringify(record));
  const id = recordIdOf(record, json);
  refuseUnreadable(id, record);
  const kind = folderOf(record);
  const bytes = kind === 'versions' ? packVersion(json) : json;
  await assertFolderItself(buildingFolder, join(buildingFolder, kind));
  await writeOnce(join(buildingFolder, kind), `${id}${extensions[kind]}`, bytes);
  return id;
}

/** All but the plan of a version, which is as large as the building and was parsed at the door. */
function refuseUnreadable(id: RecordId, record: LibraryRecord): void {
  const parsed =
    record.kind === 'version-saved'
      ? versionFactsSchema.safeParse(factsOf(record))
      : parseStored(logRecordSchema, record);
  const [first] = parsed.success ? [] : problemsOfIssues(parsed.error.issues);
  if (parsed.success && recordIdSchema.safeParse(id).success) return;
  const [at, problem] = [first?.at ?? id, first?.problem ?? text('不是记录的名称', 'no record id')];
  throw new Explained({
    zh: `这条记录存下后将无法读出，因此没有存。${at}：${problem.zh}`,
    en: `Nobody could read this record again, so it was not saved. ${at}: ${problem.en}`,
  });
}

const factsOf = ({ plan: _, ...facts }: VersionSaved): VersionFacts => facts;

/** The id in a record's file name; null for a file that is none of ours. */
export function idOfFile(kind: RecordFolder, name: string): RecordId | null {
  if (!name.endsWith(extensions[kind])) return null;
  const id = name.slice(0, -extensions[kind].length);
  return recordIdSchema.safeParse(id).success ? id : null;
}

/** Hidden and unfinished files, and what systems and sync services leave lying about. */
export const isPassing = (name: string): boolean =>
  /^[.~]/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name);

export const readVersionFile = (file: string, at: string, id: RecordId) =>
  readThen<VersionSaved>(file, at, (bytes) => parseVersion(bytes, at, id));

/** What the fold needs of a version: its bytes are sound, its plan was not looked at. */
export const readVersionFacts = (file: string, at: string, id: RecordId) =>
  readThen<VersionFacts>(file, at, (bytes) => parseFacts(bytes, at, id));

export const readLogFile = (file: string, at: string, id: RecordId) =>
  readThen<LogRecord>(file, at, (bytes) => parseLog(bytes, at, id));

async function readThen<R>(
  file: string,
  at: string,
  parse: (bytes: Buffer) => RecordRead<R>,
): Promise<RecordRead<R>> {
  let bytes: Buffer;
  try {
    bytes = await readRegular(file);
  } catch (error) {
    if (error instanceof NotRegular) {
      return { fault: 'unknown', problems: [{ at, problem: notRegularWords }] };
    }
    const code = codeOf(error) ?? String(error);
    const problem = text(`文件读不出来（${code}）`, `the file cannot be read (${code})`);
    return { fault: 'unreadable', problems: [{ at, problem }] };
  }
  return parse(bytes);
}
