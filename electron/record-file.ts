import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseStored } from '../shared/plan/cleaned-words.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { firstProblems, integrityProblems } from '../shared/plan/integrity.ts';
import { migrate } from '../shared/plan/migrations.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import type { LibraryRecord, LogRecord, RecordId, VersionSaved } from '../shared/records/record.ts';
import { logRecordSchema, recordIdSchema, versionSavedSchema } from '../shared/records/schema.ts';
import { text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';

/** One write-once file of a library: its name, its bytes, writing and reading it. */

export const extensions = { versions: '.json.gz', log: '.json' } as const;
export type RecordFolder = keyof typeof extensions;

/** A version unpacks to no more than this, whatever its file claims: 256 MB. */
const largestRecord = 256 * 1024 * 1024;
/** Named of one record: nobody mends a record, so this only says what kind of damage it is. */
const mostProblems = 20;

export const folderOf = (record: LibraryRecord): RecordFolder =>
  record.kind === 'version-saved' ? 'versions' : 'log';

export function recordIdOf(record: LibraryRecord, json: Uint8Array): RecordId {
  const time = record.at.replace(/[:.]/g, '-');
  return `${time}-${createHash('sha256').update(json).digest('hex').slice(0, 16)}`;
}

/** What linking answers on exFAT and some network shares. EISDIR is Windows' "invalid function". */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR']);
/** What opening or flushing a folder answers there and on Windows. */
const withoutFolderFlush = new Set(['EISDIR', 'EPERM', 'ENOTSUP', 'EINVAL']);

/** Adds the record to the building's folder; one that is there already is left as it is. */
export async function writeRecord(
  buildingFolder: string,
  record: LibraryRecord,
): Promise<RecordId> {
  const json = Buffer.from(JSON.stringify(record));
  const id = recordIdOf(record, json);
  const kind = folderOf(record);
  const folder = join(buildingFolder, kind);
  const bytes = kind === 'versions' ? gzipSync(json, { level: 9 }) : json;
  await writeOnce(folder, `${id}${extensions[kind]}`, bytes);
  return id;
}

/** Complete or not at all, and never over another file: temp, flush, link, flush the folder. */
export async function writeOnce(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made) await flushFolder(dirname(folder));
  const target = join(folder, name);
  const temporary = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    try {
      await link(temporary, target);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') {
        await assertSame(target, bytes);
        return;
      }
      // Taking the name first keeps the promise.
      if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
      await moveWithoutLinks(temporary, target, bytes);
    }
    await flushFolder(folder);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function moveWithoutLinks(from: string, target: string, bytes: Uint8Array): Promise<void> {
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await assertSame(target, bytes);
    return;
  }
  await rename(from, target);
}

async function assertSame(target: string, bytes: Uint8Array): Promise<void> {
  if (Buffer.compare(await readFile(target), bytes) === 0) return;
  throw new Explained({
    zh: `资料库中已有同名但内容不同的文件，没有覆盖它：${target}。该文件可能已损坏，请把它移到别处后再保存。`,
    en: `The library already has a file of this name with other content; it was not overwritten: ${target}. It may be damaged: move it elsewhere and save again.`,
  });
}

/** Some file systems cannot flush a folder; they order the rename themselves. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!withoutFolderFlush.has(codeOf(error) ?? '')) throw error;
  }
}

export type RecordRead<R> =
  | { readonly id: RecordId; readonly record: R; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/** The id in a record's file name; null for a file that is none of ours. */
export function idOfFile(kind: RecordFolder, name: string): RecordId | null {
  if (!name.endsWith(extensions[kind])) return null;
  const id = name.slice(0, -extensions[kind].length);
  return recordIdSchema.safeParse(id).success ? id : null;
}

export const readVersionFile = (file: string, at: string, id: RecordId) =>
  readRecordFile<VersionSaved>(file, at, id, (json) => {
    const parsed = parseStored(versionSavedSchema, json);
    if (!parsed.success) {
      return { problems: firstProblems(problemsOfIssues(parsed.error.issues), mostProblems) };
    }
    const problems = integrityProblems(parsed.data.plan, 'plan');
    if (problems.length === 0) return { record: parsed.data };
    return { problems: firstProblems(problems, mostProblems) };
  });

export const readLogFile = (file: string, at: string, id: RecordId) =>
  readRecordFile<LogRecord>(file, at, id, (json) => {
    const parsed = parseStored(logRecordSchema, json);
    return parsed.success
      ? { record: parsed.data }
      : { problems: problemsOfIssues(parsed.error.issues) };
  });

async function readRecordFile<R extends LibraryRecord>(
  file: string,
  at: string,
  id: RecordId,
  parse: (json: unknown) => { record: R } | { problems: readonly Problem[] },
): Promise<RecordRead<R>> {
  const damaged = (zh: string, en: string): RecordRead<R> => ({
    problems: [{ at, problem: text(zh, en) }],
  });
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = codeOf(error) ?? String(error);
    return damaged(`文件读不出来（${code}）`, `the file cannot be read (${code})`);
  }
  if (file.endsWith('.gz')) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: largestRecord });
    } catch {
      return damaged(
        '文件已损坏或不完整，无法解压；其余内容照常打开',
        'the file is damaged or incomplete and cannot be unpacked; the rest is open',
      );
    }
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  if (!id.endsWith(`-${hash}`)) {
    return damaged(
      '内容与文件名中的校验值不符，文件已损坏或被改动；其余内容照常打开',
      'the content does not match the hash in its name: the file is damaged or was changed; the rest is open',
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return damaged('内容不是 JSON', 'the content is not JSON');
  }
  const { file: current, problem } = migrate(json);
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = problem ? { problems: [problem] } : parse(current);
  } catch (error) {
    // More wrong facts than the schema can pass on; one such file must not close the building.
    if (!(error instanceof RangeError)) throw error;
    return damaged(
      '内容不对，错误太多，无法列出；其余内容照常打开',
      'the content is wrong in too many places to list; the rest is open',
    );
  }
  if ('problems' in parsed) {
    return {
      problems: parsed.problems.map((found) => ({
        at: found.at === '' ? at : `${at}: ${found.at}`,
        problem: found.problem,
      })),
    };
  }
  const time = parsed.record.at.replace(/[:.]/g, '-');
  if (!id.startsWith(`${time}-`)) {
    return damaged('文件名中的时间与内容不符', 'the time in its name is not the one inside');
  }
  return { id, record: parsed.record };
}
