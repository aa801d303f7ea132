import { access, constants, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan } from '../shared/plan/model.ts';
import { buildingIdSchema } from '../shared/plan/schema.ts';
import type { Entry, VersionFacts } from '../shared/records/fold.ts';
import type { LibraryRecord, LogRecord, RecordId } from '../shared/records/record.ts';
import { text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';
import {
  type Depth,
  foreign,
  indexedFrom,
  type Known,
  knownFrom,
  type Read,
} from './known-records.ts';
import type { PlanFigures } from './plan-figures.ts';
import type { Fault } from './record-bytes.ts';
import {
  extensions,
  idOfFile,
  isPassing,
  type RecordFolder,
  readLogFile,
  readVersionFacts,
  readVersionFile,
  writeRecord,
} from './record-file.ts';
import { noIndex, type RecordIndex } from './record-index.ts';
import { isInPlaceOfFolder, linkedFolderWords } from './regular-file.ts';

/** What is the matter with a record, and of what kind that is. */
export interface RecordProblem extends Problem {
  readonly fault: Fault;
}

/** What one building's folder holds. What could not be read is named in `problems`. */
export interface BuildingRecords {
  readonly records: readonly Entry<LogRecord | VersionFacts>[];
  readonly problems: readonly RecordProblem[];
  /** Each file that `problems` is about, as `versions/<name>`, and what is the matter with it. */
  readonly faults: readonly { readonly at: string; readonly fault: Fault }[];
}

/** The library: a folder of buildings, each a set of write-once records (DESIGN.md). */
/** Hears of each version that is read from disk: how many were, of how many there are. */
export type OnRead = (done: number, of: number) => void;

export interface LibraryFolder {
  readonly path: string;
  /**
   * Makes the folder of a new library. Nothing else does: where the folder of one that was there is
   * gone, as when a share is not connected, an empty one in its place would be taken for the library.
   */
  make(): Promise<void>;
  /** Throws `Explained` where the folder is not there; so do all that read or write in it. */
  assertThere(): Promise<void>;
  buildings(): Promise<BuildingId[]>;
  read(building: BuildingId, depth?: Depth, onRead?: OnRead): Promise<BuildingRecords>;
  /** The plan of one version. Throws `Explained` where its file is missing or damaged. */
  readPlan(building: BuildingId, version: RecordId): Promise<Plan>;
  /** The counts of one version, worked out once on this machine. */
  figures(
    building: BuildingId,
    version: RecordId,
    count: (plan: Plan) => PlanFigures,
  ): Promise<PlanFigures>;
  /** The counts of one version if they were worked out; null else. */
  knownFigures(building: BuildingId, version: RecordId): Promise<PlanFigures | null>;
  append(record: LibraryRecord): Promise<RecordId>;
  /** What this machine has kept of a building that it read before, whether or not it is still there. */
  remembered(building: BuildingId): Promise<BuildingRecords['records']>;
  /** The sound records that were read, as `versions/<name>` and `log/<name>` of each building. */
  soundFiles(): Promise<ReadonlyMap<BuildingId, readonly string[]>>;
  /** Keeps on this machine what was read since the last time, so that no start reads it again. */
  keepIndex(): Promise<void>;
  /** The library, or also one building of it. */
  isWritable(building?: BuildingId): Promise<boolean>;
}

/** Plans kept in memory after reading; a plan of a large building is about 1 MB. */
const keptPlans = 48;
/** Files that are looked at at the same time. */
const together = 64;

export function openLibraryFolder(path: string, index: RecordIndex = noIndex): LibraryFolder {
  const known = new Map<BuildingId, Promise<Known>>();
  const plans = new Map<RecordId, Plan>();

  const keep = (id: RecordId, plan: Plan): void => {
    plans.delete(id);
    plans.set(id, plan);
    const oldest = plans.size > keptPlans ? plans.keys().next().value : undefined;
    if (oldest !== undefined) plans.delete(oldest);
  };

  const knownOf = (building: BuildingId): Promise<Known> => {
    const found = known.get(building) ?? index.load(building).then(knownFrom);
    known.set(building, found);
    return found;
  };

  const readVersion = async (file: string, at: string, id: RecordId): Promise<Read> => {
    const read = await readVersionFile(file, at, id);
    if (read.problems) return read;
    const { plan, ...facts } = read.record;
    keep(id, plan);
    return { id, record: facts };
  };

  const readKind = async (
    building: BuildingId,
    kind: RecordFolder,
    depth: Depth,
    onRead: OnRead = () => undefined,
  ): Promise<BuildingRecords> => {
    const folder = join(path, building, kind);
    let names: string[];
    try {
      if (await isInPlaceOfFolder(folder)) {
        const fault = { at: kind, fault: 'unknown' } as const;
        return {
          records: [],
          problems: [{ at: kind, problem: linkedFolderWords, fault: 'unknown' }],
          faults: [fault],
        };
      }
      names = await namesIn(folder);
    } catch (error) {
      const code = codeOf(error) ?? String(error);
      const unread = text(`文件夹读不出来（${code}）`, `the folder cannot be read (${code})`);
      const fault = { at: kind, fault: 'unreadable' } as const;
      return {
        records: [],
        problems: [{ at: kind, problem: unread, fault: 'unreadable' }],
        faults: [fault],
      };
    }
    const ofBuilding = await knownOf(building);
    const wanted = names.filter((name) => !isPassing(name));
    let readNow = 0;
    const readFileOf = async (name: string): Promise<Read> => {
      const at = `${kind}/${name}`;
      const id = idOfFile(kind, name);
      if (!id) return { fault: 'stray', problems: [{ at, problem: notOurs }] };
      const file = join(folder, name);
      const mark = await markOf(file);
      const before = ofBuilding.files.get(at);
      if (before?.mark === mark && (before.depth === 'whole' || depth === 'facts')) {
        return before.read;
      }
      const isWhole = kind === 'log' || depth === 'whole';
      const reader = kind === 'log' ? readLogFile : isWhole ? readVersion : readVersionFacts;
      const read = foreign(building, at, await reader(file, at, id));
      ofBuilding.files.set(at, { mark, depth: isWhole ? 'whole' : 'facts', read });
      ofBuilding.isKept = false;
      readNow += 1;
      onRead(readNow, wanted.length);
      return read;
    };
    const records: Entry<LogRecord | VersionFacts>[] = [];
    const problems: RecordProblem[] = [];
    const faults: { at: string; fault: Fault }[] = [];
    const there = new Set(names);
    for (const at of ofBuilding.files.keys()) {
      if (at.startsWith(`${kind}/`) && !there.has(at.slice(kind.length + 1))) {
        ofBuilding.files.delete(at);
        ofBuilding.isKept = false;
      }
    }
    for (let start = 0; start < wanted.length; start += together) {
      const some = wanted.slice(start, start + together);
      for (const [place, read] of (await Promise.all(some.map(readFileOf))).entries()) {
        if (!read.problems) records.push(read);
        else {
          for (const found of read.problems) problems.push({ ...found, fault: read.fault });
          faults.push({ at: `${kind}/${some[place]}`, fault: read.fault });
        }
      }
    }
    return { records, problems, faults };
  };

  const assertThere = async (): Promise<void> => {
    try {
      await stat(path);
    } catch (error) {
      throw codeOf(error) === 'ENOENT' ? missingLibrary(path) : error;
    }
  };

  return {
    path,
    assertThere,

    async make() {
      await mkdir(path, { recursive: true });
    },

    async buildings() {
      await assertThere();
      const found: BuildingId[] = [];
      for (const entry of await entriesIn(path)) {
        const id = buildingIdSchema.safeParse(entry.name);
        if (entry.isDirectory() && id.success) found.push(id.data);
      }
      return found.sort();
    },

    async read(building, depth = 'whole', onRead = () => undefined) {
      await assertThere();
      const log = await readKind(building, 'log', depth);
      const versions = await readKind(building, 'versions', depth, onRead);
      return {
        records: [...log.records, ...versions.records],
        problems: [...log.problems, ...versions.problems],
        faults: [...log.faults, ...versions.faults],
      };
    },

    async readPlan(building, version) {
      const known = plans.get(version);
      if (known) {
        keep(version, known);
        return known;
      }
      const name = `${version}.json.gz`;
      const read = await readVersionFile(
        join(path, building, 'versions', name),
        `versions/${name}`,
        version,
      );
      if (!read.problems) {
        keep(version, read.record.plan);
        return read.record.plan;
      }
      const [first] = read.problems;
      throw new Explained({
        zh: `这个版本打不开。${first?.at}：${first?.problem.zh}。请打开其他版本，或从备份中找回该文件。`,
        en: `This version cannot be opened. ${first?.at}: ${first?.problem.en}. Open another version, or bring the file back from a backup.`,
      });
    },

    async figures(building, version, count) {
      const ofBuilding = await knownOf(building);
      const found = ofBuilding.figures.get(version);
      if (found) return found;
      const plan = await this.readPlan(building, version);
      const made = count(plan);
      // A fault of the program may be mended by the next start.
      if (made.complete !== null) {
        ofBuilding.figures.set(version, made);
        ofBuilding.isKept = false;
      }
      return made;
    },

    async knownFigures(building, version) {
      return (await knownOf(building)).figures.get(version) ?? null;
    },

    async append(record) {
      await assertThere();
      const id = await writeRecord(join(path, record.building), record);
      if (record.kind === 'version-saved') keep(id, record.plan);
      return id;
    },

    async remembered(building) {
      return [...(await index.load(building)).files.values()];
    },

    async soundFiles() {
      const all = new Map<BuildingId, readonly string[]>();
      for (const [building, promised] of known) {
        const files = [...(await promised).files].filter(([, { read }]) => !read.problems);
        all.set(building, files.map(([at]) => at).sort());
      }
      return all;
    },

    async keepIndex() {
      for (const [building, promised] of known) {
        const ofBuilding = await promised;
        if (ofBuilding.isKept) continue;
        ofBuilding.isKept = true;
        await index.keep(building, indexedFrom(ofBuilding));
      }
    },

    async isWritable(building) {
      const folders = building
        ? ['', ...Object.keys(extensions)].map((kind) => join(path, building, kind))
        : [];
      try {
        if (!(await stat(path)).isDirectory()) return false;
        await access(path, constants.W_OK);
        for (const folder of folders) {
          await access(folder, constants.W_OK).catch((error: unknown) => {
            // What is not there yet is made with the first record.
            if (codeOf(error) !== 'ENOENT') throw error;
          });
        }
        return true;
      } catch {
        return false;
      }
    },
  };
}

const missingLibrary = (path: string): Explained =>
  new Explained({
    zh: `找不到楼栋库所在的文件夹：${path}。共享盘可能未连接，或文件夹已被移走、改名；库中未作任何改动，草稿仍在本机。请连接后重试；楼栋库已移到别处的，请打开它现在的位置。`,
    en: `The folder of the library cannot be found: ${path}. A share may not be connected, or the folder was moved or renamed. Nothing was changed, and drafts stay on this computer. Connect it and try again; if the library is elsewhere now, open it there.`,
  });

const notOurs = text('不是本软件的记录，未读取', 'not a record of this program; left alone');

async function markOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs } = await lstat(file);
    return `${size} ${mtimeMs}`;
  } catch (error) {
    return String(codeOf(error));
  }
}

async function entriesIn(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await entriesIn(folder)).map((entry) => entry.name).sort();
