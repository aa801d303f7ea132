import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BuildingId } from '../shared/plan/model.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LogRecord, RecordId } from '../shared/records/record.ts';
import type { PlanFigures } from './plan-figures.ts';

/**
 * What this machine has read of a library: facts of each sound record and counts of each version, so
 * that the list opens without unpacking a single plan. One file a building in
 * `<user data>/index/<library>/`, outside of the library; it can be deleted at any time and is made
 * again. A file of another program version, of a damaged disk, or half written counts for nothing.
 */
export interface RecordIndex {
  load(building: BuildingId): Promise<IndexedBuilding>;
  /** Failing to write is no failure: the next start reads the library again. */
  keep(building: BuildingId, indexed: IndexedBuilding): Promise<void>;
}

export interface IndexedFile {
  /** Size and time of the file that was read. */
  readonly mark: string;
  /** The plan was looked at as well, and is sound. */
  readonly whole: boolean;
  readonly id: RecordId;
  readonly record: LogRecord | VersionFacts;
}

export interface IndexedBuilding {
  /** By `versions/<name>` or `log/<name>`. */
  readonly files: ReadonlyMap<string, IndexedFile>;
  readonly figures: ReadonlyMap<RecordId, PlanFigures>;
}

const empty: IndexedBuilding = { files: new Map(), figures: new Map() };

/** Of what is kept, and of how rooms are worked out: another number has everything read again. */
const indexFormat = 2;

/** Keeps nothing: for a library that is looked at once. */
export const noIndex: RecordIndex = { load: async () => empty, keep: async () => {} };

export function openRecordIndex(options: {
  readonly userData: string;
  readonly libraryPath: string;
  readonly version: string;
}): RecordIndex {
  const hash = hashOf(resolve(options.libraryPath)).slice(0, 16);
  const folder = join(options.userData, 'index', hash);
  const tag = `${indexFormat} ${options.version}`;
  const fileOf = (building: BuildingId): string => join(folder, `${building}.json`);
  /** Temporary names of one process must differ as well: two requests may end together. */
  let writes = 0;

  return {
    async load(building) {
      try {
        const content = await readFile(fileOf(building), 'utf8');
        const end = content.indexOf('\n');
        const body = content.slice(end + 1);
        if (content.slice(0, end) !== `${hashOf(body)} ${tag}`) return empty;
        const { files, figures } = JSON.parse(body) as {
          files: [string, IndexedFile][];
          figures: [RecordId, PlanFigures][];
        };
        return { files: new Map(files), figures: new Map(figures) };
      } catch {
        return empty;
      }
    },
    async keep(building, { files, figures }) {
      const body = JSON.stringify({ files: [...files], figures: [...figures] });
      writes += 1;
      const temporary = `${fileOf(building)}.${process.pid}-${writes}.tmp`;
      try {
        await mkdir(folder, { recursive: true });
        const file = await open(temporary, 'w');
        try {
          await file.writeFile(`${hashOf(body)} ${tag}\n${body}`);
        } finally {
          await file.close();
        }
        await rename(temporary, fileOf(building));
      } catch {
        await rm(temporary, { force: true }).catch(() => {});
      }
    },
  };
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
