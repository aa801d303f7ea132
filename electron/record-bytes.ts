import { createHash } from 'node:crypto';
import { crc32, gunzipSync } from 'node:zlib';
import { parseStored } from '../shared/plan/cleaned-words.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { firstProblems, integrityProblems } from '../shared/plan/integrity.ts';
import { migrate } from '../shared/plan/migrations.ts';
import { problemsOfIssues } from '../shared/plan/problem-words.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LogRecord, RecordId, VersionSaved } from '../shared/records/record.ts';
import {
  isKnownKind,
  logRecordSchema,
  versionFactsSchema,
  versionSavedSchema,
} from '../shared/records/schema.ts';
import { type Text, text } from '../shared/text.ts';

/** The content of a record's file, from a library or a bundle, held against the id in its name. */

/**
 * `damaged`: its bytes are not those that were written, or say what no record may. `unknown`: sound,
 * and in the wrong building, or no plain file. `newer`: sound, of a newer version of the program.
 * `stray`: not even called as a record, somebody's notes. `unreadable`: the system gave no bytes.
 */
export type Fault = 'damaged' | 'unknown' | 'newer' | 'stray' | 'unreadable';

export type RecordRead<R> =
  | { readonly id: RecordId; readonly record: R; readonly problems?: undefined }
  | { readonly fault: Fault; readonly problems: readonly Problem[] };

/** Whether something that was written is hurt; what is only of no use here is not. */
export const isDamage = (fault: Fault): boolean => fault === 'damaged' || fault === 'unreadable';

/** A version unpacks to no more than this, whatever its file claims: 256 MB. */
export const largestRecord = 256 * 1024 * 1024;
/** Named of one record: nobody mends a record, so this only says what kind of damage it is. */
const mostProblems = 20;

type Parsed<R> = { readonly record: R } | { readonly problems: readonly Problem[] };

export const parseVersion = (
  bytes: Uint8Array,
  at: string,
  id: RecordId,
  largest = largestRecord,
): RecordRead<VersionSaved> => {
  const json = unpacked(bytes, largest);
  return json instanceof Uint8Array ? parseRecord(json, at, id, soundVersion) : damaged(at, json);
};

export const parseLog = (bytes: Uint8Array, at: string, id: RecordId): RecordRead<LogRecord> =>
  parseRecord<LogRecord>(bytes, at, id, (json) => {
    const parsed = parseStored(logRecordSchema, json);
    return parsed.success
      ? { record: parsed.data }
      : { problems: problemsOfIssues(parsed.error.issues) };
  });

/**
 * Everything of a version but its plan, without parsing that: our own files have it last. The bytes
 * are held against the hash all the same.
 */
export function parseFacts(bytes: Uint8Array, at: string, id: RecordId): RecordRead<VersionFacts> {
  const json = unpacked(bytes, largestRecord);
  if (!(json instanceof Uint8Array)) return damaged(at, json);
  const wrong = wrongHash(json, id);
  if (wrong) return damaged(at, wrong);
  const end = json.indexOf(',"plan":{');
  // Without a plan of its own the record is parsed as a whole, which says what is wrong with it.
  const head = end < 0 ? undefined : parseJson(`${json.toString('utf8', 0, end)}}`);
  const facts = versionFactsSchema.safeParse(head);
  if (facts.success && id.startsWith(`${timeOf(facts.data.at)}-`))
    return { id, record: facts.data };
  const whole = parseRecord(json, at, id, soundVersion);
  if (whole.problems) return whole;
  const { plan: _, ...record } = whole.record;
  return { id, record };
}

/** Unseen bytes of gzip that ours always has alike; another value there is damage. */
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2];
/** Written today by every system, and by Unix, Windows and macOS before. */
const systems = new Set([255, 3, 10, 19]);

function unpacked(bytes: Uint8Array, largest: number): Buffer | Text {
  const broken = text(
    '文件已损坏或不完整，无法解压；其余内容照常打开',
    'the file is damaged or incomplete and cannot be unpacked; the rest is open',
  );
  try {
    if (bytes.length < 18) return broken;
    if (header.some((byte, place) => bytes[place] !== byte) || !systems.has(bytes[9]!)) {
      return broken;
    }
    const json = gunzipSync(bytes, { maxOutputLength: largest });
    const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8);
    // What follows the packed data would go unseen otherwise.
    const isWhole =
      end.getUint32(0, true) === crc32(json) && end.getUint32(4, true) === json.length;
    return isWhole ? json : broken;
  } catch {
    return broken;
  }
}

function soundVersion(json: unknown): Parsed<VersionSaved> {
  const parsed = parseStored(versionSavedSchema, json);
  if (!parsed.success) {
    return { problems: firstProblems(problemsOfIssues(parsed.error.issues), mostProblems) };
  }
  const problems = integrityProblems(parsed.data.plan, 'plan');
  if (problems.length === 0) return { record: parsed.data };
  return { problems: firstProblems(problems, mostProblems) };
}

function parseRecord<R extends { readonly at: string }>(
  bytes: Uint8Array,
  at: string,
  id: RecordId,
  parse: (json: unknown) => Parsed<R>,
): RecordRead<R> {
  const wrong = wrongHash(bytes, id);
  if (wrong) return damaged(at, wrong);
  const json = parseJson(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
  );
  if (json === undefined) return damaged(at, text('内容不是 JSON', 'the content is not JSON'));
  const { file: current, problem } = migrate(json);
  if (problem) return { fault: 'newer', problems: [placed(at, problem)] };
  const kind = kindOf(current);
  if (kind !== null && !isKnownKind(kind)) {
    const newer = text(
      `这类记录（${kind}）由更新版本的软件写成，本版本不认识，原样未动；请升级后查看`,
      `a kind of record (${kind}) of a newer version, which this one does not know; it is left as it is: please update`,
    );
    return { fault: 'newer', problems: [{ at, problem: newer }] };
  }
  let parsed: Parsed<R>;
  try {
    parsed = parse(current);
  } catch (error) {
    // More wrong facts than the schema can pass on; one such file must not close the building.
    if (!(error instanceof RangeError)) throw error;
    const many = text(
      '内容不对，错误太多，无法列出；其余内容照常打开',
      'the content is wrong in too many places to list; the rest is open',
    );
    return damaged(at, many);
  }
  if ('problems' in parsed) {
    return { fault: 'damaged', problems: parsed.problems.map((found) => placed(at, found)) };
  }
  if (!id.startsWith(`${timeOf(parsed.record.at)}-`)) {
    const words = text('文件名中的时间与内容不符', 'the time in its name is not the one inside');
    return damaged(at, words);
  }
  return { id, record: parsed.record };
}

function wrongHash(json: Uint8Array, id: RecordId): Text | null {
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 16);
  if (id.endsWith(`-${hash}`)) return null;
  return text(
    '内容与文件名中的校验值不符，文件已损坏或被改动；其余内容照常打开',
    'the content does not match the hash in its name: the file is damaged or was changed; the rest is open',
  );
}

const damaged = (at: string, problem: Text) =>
  ({ fault: 'damaged', problems: [{ at, problem }] }) as const;

const placed = (at: string, found: Problem): Problem => ({
  at: found.at === '' ? at : `${at}: ${found.at}`,
  problem: found.problem,
});

const timeOf = (at: string): string => at.replace(/[:.]/g, '-');

/** The kind that a record says it is; null where it says none that could be one. */
const kindOf = (json: unknown): string | null =>
  typeof json === 'object' &&
  json !== null &&
  'kind' in json &&
  typeof json.kind === 'string' &&
  /^[a-z][a-z-]{0,60}$/.test(json.kind)
    ? json.kind
    : null;

/** Undefined for what is no JSON. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
