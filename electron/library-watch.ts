import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildingId } from '../shared/plan/model.ts';
import { explanationOf } from './explained.ts';
import type { LibraryFolder } from './library-folder.ts';

/**
 * Says when records arrive: from another window, another program, a sync service. The system's own
 * notice wakes it where there is one; it also looks every few seconds, because a network share gives
 * none of what others write. Nothing is watched while nobody waits.
 */
export interface LibraryWatch {
  /**
   * The buildings whose records are not those of `since`, as soon as there are any; none after
   * `patience`. `mark` stands for what is there then. Without `since` it answers at once.
   */
  changes(since: string | null): Promise<{ mark: string; buildings: BuildingId[] }>;
}

/** By building, a hash of the names of its records. */
type Names = ReadonlyMap<BuildingId, string>;

/** Looks that are remembered, for windows that come back to one. */
const marksKept = 32;

export function watchLibrary(
  library: LibraryFolder,
  /** ms. */
  { lookEvery = 5000, patience = 25_000 } = {},
): LibraryWatch {
  const marks = new Map<string, Names>();

  const look = async (): Promise<{ mark: string; names: Names }> => {
    const names = new Map<BuildingId, string>();
    // A library whose folder is gone has none: whoever waits hears that it went, and that it is back.
    const buildings = await library.buildings().catch((error: unknown): BuildingId[] => {
      if (!explanationOf(error)) throw error;
      return [];
    });
    for (const building of buildings) {
      names.set(building, await namesOf(join(library.path, building)));
    }
    const mark = hashOf([...names].flat().join('\n'));
    marks.delete(mark);
    marks.set(mark, names);
    const oldest = marks.size > marksKept ? marks.keys().next().value : undefined;
    if (oldest !== undefined) marks.delete(oldest);
    return { mark, names };
  };

  return {
    async changes(since) {
      let { mark, names } = await look();
      if (since === null) return { mark, buildings: [] };
      const end = Date.now() + patience;
      const bell = hangBell();
      try {
        while (mark === since && Date.now() < end) {
          const rung = bell.rung(lookEvery);
          // Hung before the look, so that nothing falls between them.
          bell.hangIn(foldersOf(library.path, names));
          ({ mark, names } = await look());
          if (mark === since) await rung;
        }
      } finally {
        bell.close();
      }
      const before = mark === since ? names : (marks.get(since) ?? new Map());
      return { mark, buildings: changed(before, names) };
    },
  };
}

const kinds = ['log', 'versions', 'assets'];

/** Watching folder by folder costs little; watching all beneath one opens every file of it. */
const foldersOf = (path: string, names: Names): string[] => [
  path,
  ...[...names.keys()].flatMap((building) => [
    join(path, building),
    ...kinds.map((kind) => join(path, building, kind)),
  ]),
];

function changed(before: Names, after: Names): BuildingId[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((building) => before.get(building) !== after.get(building)).sort();
}

/** Rings when the system says that something changed in one of its folders. */
function hangBell() {
  const watchers = new Map<string, FSWatcher>();
  let ring = (): void => {};
  return {
    /** Resolves at the next ring, or after some ms. */
    rung(wait: number): Promise<void> {
      return new Promise((done) => {
        const timer = setTimeout(done, wait).unref();
        ring = () => {
          clearTimeout(timer);
          done();
        };
      });
    },
    hangIn(folders: readonly string[]): void {
      for (const folder of folders) {
        if (watchers.has(folder)) continue;
        try {
          const watcher = watch(folder, { persistent: false }, () => ring());
          watcher.on('error', () => {
            watcher.close();
            watchers.delete(folder);
          });
          watchers.set(folder, watcher);
        } catch {
          // No such folder yet, or a file system without notices: the timer looks again.
        }
      }
    },
    close(): void {
      ring();
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

async function namesOf(building: string): Promise<string> {
  const lists = await Promise.all(
    kinds.map((folder) => readdir(join(building, folder)).catch((): string[] => [])),
  );
  const shown = lists.flat().filter((name) => !name.startsWith('.'));
  return hashOf(shown.sort().join('\n'));
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
