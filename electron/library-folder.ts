import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan } from '../shared/plan/model.ts';
import { buildingIdSchema } from '../shared/plan/schema.ts';
import type { Entry, VersionFacts } from '../shared/records/fold.ts';
import type { LibraryRecord, LogRecord, RecordId } from '../shared/records/record.ts';
import { text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';
import {
  idOfFile,
  type RecordFolder,
  type RecordRead,
  readLogFile,
  readVersionFile,
  writeRecord,
} from './record-file.ts';

/** What one building's folder holds. What could not be read is named in `problems`. */
export interface BuildingRecords {
  readonly records: readonly Entry<LogRecord | VersionFacts>[];
  readonly problems: readonly Problem[];
}

/** The library: a folder of buildings, each a set of write-once records (DESIGN.md). */
export interface LibraryFolder {
  readonly path: string;
  buildings(): Promise<BuildingId[]>;
  read(building: BuildingId): Promise<BuildingRecords>;
  /** The plan of one version. Throws `Explained` where its file is missing or damaged. */
  readPlan(building: BuildingId, version: RecordId): Promise<Plan>;
  append(record: LibraryRecord): Promise<RecordId>;
  isWritable(): Promise<boolean>;
}

/** Plans kept in memory after reading; a plan of a large building is about 1 MB. */
const keptPlans = 48;

export function openLibraryFolder(path: string): LibraryFolder {
  /** By file, while its size and time stay the same; damage done later is thus seen as well. */
  const seen = new Map<string, { mark: string; read: RecordRead<LogRecord | VersionFacts> }>();
  const plans = new Map<RecordId, Plan>();

  const keep = (id: RecordId, plan: Plan): void => {
    plans.delete(id);
    plans.set(id, plan);
    const oldest = plans.size > keptPlans ? plans.keys().next().value : undefined;
    if (oldest !== undefined) plans.delete(oldest);
  };

  const readVersion = async (
    file: string,
    at: string,
    id: RecordId,
  ): Promise<RecordRead<VersionFacts>> => {
    const read = await readVersionFile(file, at, id);
    if (read.problems) return read;
    const { plan, ...facts } = read.record;
    keep(id, plan);
    return { id, record: facts };
  };

  const readKind = async (building: BuildingId, kind: RecordFolder): Promise<BuildingRecords> => {
    const records: Entry<LogRecord | VersionFacts>[] = [];
    const problems: Problem[] = [];
    const folder = join(path, building, kind);
    let names: string[];
    try {
      names = await namesIn(folder);
    } catch (error) {
      const code = codeOf(error) ?? String(error);
      const unread = text(`文件夹读不出来（${code}）`, `the folder cannot be read (${code})`);
      return { records, problems: [{ at: kind, problem: unread }] };
    }
    for (const name of names) {
      if (isPassing(name)) continue;
      const file = join(folder, name);
      const at = `${kind}/${name}`;
      const id = idOfFile(kind, name);
      if (!id) {
        problems.push({
          at,
          problem: text('不是本软件的记录，未读取', 'not a record of this program; left alone'),
        });
        continue;
      }
      const mark = await markOf(file);
      let known = seen.get(file);
      if (!known || known.mark !== mark) {
        const read = await (kind === 'log' ? readLogFile : readVersion)(file, at, id);
        known = { mark, read };
        seen.set(file, known);
      }
      if (known.read.problems) problems.push(...known.read.problems);
      else if (known.read.record.building !== building) {
        problems.push({
          at,
          problem: text(
            `这条记录属于另一栋楼 ${known.read.record.building}`,
            `this record belongs to another building, ${known.read.record.building}`,
          ),
        });
      } else records.push(known.read);
    }
    return { records, problems };
  };

  return {
    path,

    async buildings() {
      const found: BuildingId[] = [];
      for (const entry of await entriesIn(path)) {
        const id = buildingIdSchema.safeParse(entry.name);
        if (entry.isDirectory() && id.success) found.push(id.data);
      }
      return found.sort();
    },

    async read(building) {
      const log = await readKind(building, 'log');
      const versions = await readKind(building, 'versions');
      return {
        records: [...log.records, ...versions.records],
        problems: [...log.problems, ...versions.problems],
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

    async append(record) {
      const id = await writeRecord(join(path, record.building), record);
      if (record.kind === 'version-saved') keep(id, record.plan);
      return id;
    },

    async isWritable() {
      try {
        await mkdir(path, { recursive: true });
        await access(path, constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Hidden and unfinished files, and what systems and sync services leave lying about. */
const isPassing = (name: string): boolean =>
  /^[.~]/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name);

async function markOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs } = await stat(file);
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
