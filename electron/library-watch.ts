import { createHash } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildingId } from '../shared/plan/model.ts';
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
    for (const building of await library.buildings()) {
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
      const end = Date.now() + patience;
      for (;;) {
        // The notice is asked for before the look, so that nothing falls between them.
        const notice = nextNotice(library.path, lookEvery);
        const { mark, names } = await look();
        if (since === null || mark !== since || Date.now() >= end) {
          notice.cancel();
          const before = since === null || mark === since ? names : marks.get(since);
          return { mark, buildings: changed(before ?? new Map(), names) };
        }
        await notice.came;
      }
    },
  };
}

function changed(before: Names, after: Names): BuildingId[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((building) => before.get(building) !== after.get(building)).sort();
}

/** Resolves when the system says that something in the folder changed, or after some ms. */
function nextNotice(path: string, wait: number): { came: Promise<void>; cancel: () => void } {
  let watcher: FSWatcher | null = null;
  let cancel = (): void => {};
  const came = new Promise<void>((done) => {
    const timer = setTimeout(() => cancel(), wait).unref();
    cancel = () => {
      clearTimeout(timer);
      watcher?.close();
      done();
    };
    try {
      watcher = watch(path, { recursive: true, persistent: false }, () => cancel());
      watcher.on('error', () => watcher?.close());
    } catch {
      // No such folder yet, or a file system without notices: the timer looks again.
    }
  });
  return { came, cancel: () => cancel() };
}

async function namesOf(building: string): Promise<string> {
  const lists = await Promise.all(
    ['log', 'versions', 'assets'].map((folder) =>
      readdir(join(building, folder)).catch((): string[] => []),
    ),
  );
  const shown = lists.flat().filter((name) => !name.startsWith('.'));
  return hashOf(shown.sort().join('\n'));
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
