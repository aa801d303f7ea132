import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { readPicture } from '../shared/exchange/picture.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { assetNameSchema, buildingIdSchema } from '../shared/plan/schema.ts';
import type { LibraryRecord, RecordId } from '../shared/records/record.ts';
import { type Text, text } from '../shared/text.ts';
import { isDamage, parseLog, parseVersion } from './record-bytes.ts';
import { idOfFile, isPassing, type RecordFolder } from './record-file.ts';
import { BadZip, readZip, type ZipEntry } from './zip-read.ts';

/** A `.duyong` file: one building's folder, zipped. It may come from anybody. */

/** Bytes of the file itself; as base64 it passes the bridge. */
export const largestBundle = 150_000_000;

/**
 * What is inside is packed already, so that honest files hardly grow. A version may be 60 times its
 * packed size: real ones are 10 to 15 times.
 */
const limits = { entries: 20_000, entry: 64_000_000, total: 400_000_000, ratio: 60 };
const smallVersion = 1_000_000;

export interface BundleRecord {
  readonly folder: RecordFolder;
  readonly id: RecordId;
  readonly bytes: Uint8Array;
  readonly record: LibraryRecord;
}

export interface Bundle {
  /** Null where the file is none, or no building's: nothing of it may be taken in then. */
  readonly building: BuildingId | null;
  readonly records: readonly BundleRecord[];
  readonly assets: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What is not taken in, by its path in the file, and why. */
  readonly problems: readonly Problem[];
  /** Those of `problems`, by path, that are of a newer program or no record, rather than damaged. */
  readonly unknown: ReadonlySet<string>;
}

const nothing = (problems: readonly Problem[]): Bundle => ({
  building: null,
  records: [],
  assets: [],
  problems,
  unknown: new Set(),
});

/** Everything of the file that is sound. Never throws for what the file holds. */
export async function readBundle(bytes: Uint8Array): Promise<Bundle> {
  try {
    return await readSound(bytes);
  } catch (error) {
    if (!(error instanceof BadZip)) throw error;
    return nothing([{ at: error.at, problem: error.text }]);
  }
}

async function readSound(bytes: Uint8Array): Promise<Bundle> {
  if (bytes.length > largestBundle) {
    const most = largestBundle / 1_000_000;
    throw new BadZip('', text(`文件过大：超过 ${most} MB`, `it is larger than ${most} MB`));
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new BadZip('', text('不是 .duyong 文件', 'it is no .duyong file'));
  }
  const entries = readZip(bytes, limits);
  // Names are looked at before any content: one that leads elsewhere is no file of ours.
  for (const { name } of entries) refuseUnsafe(name);
  const building = onlyBuilding(entries);
  const records: BundleRecord[] = [];
  const assets: { name: string; bytes: Uint8Array }[] = [];
  const problems: Problem[] = [];
  const unknown = new Set<string>();
  for (const entry of entries) {
    const [top = '', folder = '', file = '', ...deeper] = entry.name.split('/');
    // Folders, hidden files, and the copies of damaged records are not meant for anybody else.
    if (isBeside(top) || isPassing(entry.name.split('/').at(-1) ?? '')) continue;
    if (entry.name.endsWith('/')) continue;
    if (folder === 'damaged') continue;
    // A large file is worked on in pieces, so that the program goes on answering.
    await setImmediate();
    const at = entry.name;
    const refuse = (problem: Text) => {
      problems.push({ at, problem });
      if (problem === notOurs || problem === ofAnother) unknown.add(at);
    };
    try {
      if (deeper.length > 0) refuse(notOurs);
      else if (folder === 'assets') {
        const content = entry.bytes();
        const wrong = wrongAsset(file, content);
        if (wrong) refuse(wrong);
        else assets.push({ name: file, bytes: content });
      } else if (folder === 'versions' || folder === 'log') {
        const id = idOfFile(folder, file);
        if (!id) refuse(notOurs);
        else {
          const read = readRecord(folder, entry.bytes(), at, id);
          if (read.problems) {
            problems.push(...read.problems);
            if (!isDamage(read.fault)) for (const found of read.problems) unknown.add(found.at);
          } else if (read.record.building !== building) refuse(ofAnother);
          else records.push(read);
        }
      } else refuse(notOurs);
    } catch (error) {
      if (!(error instanceof BadZip)) throw error;
      refuse(error.text);
    }
  }
  if (records.length > 0) return { building, records, assets, problems, unknown };
  const none = text('文件中没有可用的记录', 'it holds no sound record');
  return nothing([...problems, { at: '', problem: none }]);
}

function readRecord(folder: RecordFolder, bytes: Uint8Array, at: string, id: RecordId) {
  const largest = Math.min(limits.entry, Math.max(smallVersion, bytes.length * limits.ratio));
  const read = folder === 'log' ? parseLog(bytes, at, id) : parseVersion(bytes, at, id, largest);
  return read.problems ? read : { ...read, folder, bytes, record: read.record as LibraryRecord };
}

function wrongAsset(name: string, bytes: Uint8Array): Text | null {
  if (!assetNameSchema.safeParse(name).success) return notOurs;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  if (!name.startsWith(`${hash}.`)) {
    return text(
      '底图内容与名称中的校验值不符，已损坏或被改动',
      'the picture does not match the hash in its name: it is damaged or was changed',
    );
  }
  const { facts, refused } = readPicture(bytes);
  if (refused) return refused;
  return name.endsWith(`.${facts.type}`) ? null : notOurs;
}

function refuseUnsafe(name: string): void {
  const parts = name.split('/');
  const isUnsafe =
    /[\\:\p{Cc}]/u.test(name) ||
    name.length > 300 ||
    parts.slice(0, -1).includes('') ||
    parts.some((part) => part === '.' || part === '..');
  if (!isUnsafe) return;
  throw new BadZip(
    name,
    text(
      '路径会写到楼栋文件夹之外，整个文件未导入',
      'its path leads out of the building: nothing of the file was taken in',
    ),
  );
}

/** What systems add to a zip of a folder, beside it. */
const isBeside = (name: string): boolean => name === '__MACOSX' || isPassing(name);

function onlyBuilding(entries: readonly ZipEntry[]): BuildingId {
  const tops = new Set(entries.map(({ name }) => name.split('/')[0]!));
  const [top, ...others] = [...tops].filter((name) => !isBeside(name));
  const id = buildingIdSchema.safeParse(top);
  if (id.success && others.length === 0) return id.data;
  throw new BadZip(
    others[0] ?? top ?? '',
    text(
      '文件中应当只有一栋楼的文件夹，整个文件未导入',
      'it has to hold the folder of one building and nothing else: nothing of it was taken in',
    ),
  );
}

const notOurs = text('不是本软件的记录，未导入', 'no record of this program; not taken in');
const ofAnother = text(
  '这条记录属于另一栋楼，未导入',
  'a record of another building; not taken in',
);
