import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Settings } from '../shared/bridge.ts';
import { Explained } from './explained.ts';
import { knownLibrary, libraryIdOf } from './library-identity.ts';
import { type OpenLibrary, openLibrary, openMachineSettings } from './open-library.ts';
import { type ServiceTable, serviceTable } from './service-table.ts';
import type { HostOptions } from './workshop.ts';

/**
 * The libraries that this host serves. A window keeps the one that it began with until somebody opens
 * another in it; each is asked for by what this machine calls it, so that two windows with two
 * libraries never meet, and what is on its way to one cannot get into the other. A library that nobody
 * asks for holds nothing open: it is watched only while a window waits.
 */
export interface OpenLibraries {
  /** What serves the window's library; without one, the library that was opened last. */
  tableOf(library: unknown): Promise<ServiceTable>;
  settings(): Settings;
  /** Of the library that was opened last. */
  path(): string;
}

/** Where the libraries are that somebody opened on this machine, and how another is opened. */
export interface LibraryPlaces {
  /** The path of the library that asks first, the others by when they were opened last. */
  recent(): readonly string[];
  /** Opens the library of a folder for new windows as well; answers what this machine calls it. */
  open(path: string): Promise<string>;
}

/** Places that are remembered. */
const mostRecent = 12;

interface Served extends OpenLibrary {
  readonly table: ServiceTable;
}

export async function openLibraries(options: HostOptions): Promise<OpenLibraries> {
  const machine = openMachineSettings(options);
  const { settings } = machine;
  const served = new Map<string, Served>();
  /** One after the other: two requests at once must not open one library twice. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const opened = async (path: string, mayMake: boolean): Promise<Served> => {
    const id = await libraryIdOf(options.userData, path);
    const before = served.get(id);
    // One that was moved while it was open is opened where it is now.
    if (before && (await isSameFolder(before.workshop.library.path, path))) return before;
    const own = { ...options, libraryPath: path };
    const library = await openLibrary(own, id, machine, { mayMake });
    const places: LibraryPlaces = { recent: () => recentFrom(path), open: openOther };
    const table = serviceTable(library.workshop, library.startProblems, places);
    served.set(id, { ...library, table });
    return { ...library, table };
  };

  const recentFrom = (path: string): string[] => {
    const { recentLibraries = [] } = settings.read();
    return [path, ...recentLibraries.filter((one) => one !== path)];
  };

  const openOther = (path: string): Promise<string> =>
    inTurn(async () => {
      const next = await opened(path, false);
      const before = last.workshop.library.path;
      const recent = [path, before, ...(settings.read().recentLibraries ?? [])];
      settings.write({
        library: path,
        recentLibraries: [...new Set(recent)].slice(0, mostRecent),
      });
      last = next;
      return next.id;
    });

  const remembered = options.remembersLibrary ? settings.read().library : undefined;
  let last = await inTurn(() =>
    opened(remembered ?? options.libraryPath, remembered === undefined),
  );

  return {
    settings: () => settings.read(),
    path: () => last.workshop.library.path,
    async tableOf(library) {
      if (library === undefined || library === null) return last.table;
      const found = typeof library === 'string' ? served.get(library) : undefined;
      if (found) return found.table;
      // The host was started again meanwhile, and the window goes on with its own.
      const path =
        typeof library === 'string' ? await knownLibrary(options.userData, library) : null;
      if (path === null) throw unknownLibrary;
      return (await inTurn(() => opened(path, false))).table;
    },
  };
}

const unknownLibrary = new Explained({
  zh: '本机不认识这个窗口所用的楼栋库，没有执行。请重新载入窗口；已写入的草稿仍在本机。',
  en: 'This computer does not know the library of this window, so nothing was done. Load the window again; drafts that were written stay on this computer.',
});

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([one, other].map(realPathOf));
  return left === right;
}

/** Where a path leads; the path itself where nothing is there. */
const realPathOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
