import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * The catalogue of a library: the names of its records, which carry their hashes, as this machine saw
 * them in the course of a day. `<user data>/catalogues/<library>/<day>.json`, one a day, the last
 * fourteen. A library that lost records can so be told from one that never had them.
 */
export interface Catalogue {
  /** ISO 8601. */
  readonly at: string;
  /** By building: `versions/<name>` and `log/<name>`, sorted. */
  readonly buildings: Readonly<Record<string, readonly string[]>>;
}

const daysKept = 14;

const catalogueSchema = z.strictObject({
  format: z.literal(1),
  library: z.string(),
  at: z.iso.datetime(),
  buildings: z.record(z.string(), z.array(z.string())),
});

function folderOf(userData: string, libraryPath: string): string {
  const hash = createHash('sha256').update(resolve(libraryPath)).digest('hex').slice(0, 16);
  return join(userData, 'catalogues', hash);
}

const dayFile = /^\d{4}-\d{2}-\d{2}\.json$/;

/**
 * Begins today's, unless there is nothing to write (a share may not be connected), or adds to it what
 * came since: what was there in the morning stays in it. `isWhole`: these are all of the buildings; a
 * part of them begins none. Answers today's as it is now.
 */
export async function keepCatalogue(options: {
  readonly userData: string;
  readonly libraryPath: string;
  readonly now: string;
  readonly buildings: ReadonlyMap<string, readonly string[]>;
  readonly isWhole: boolean;
}): Promise<Catalogue | null> {
  const folder = folderOf(options.userData, options.libraryPath);
  const name = `${options.now.slice(0, 10)}.json`;
  const days = await daysIn(folder);
  const before = days.includes(name) ? await read(join(folder, name)) : null;
  const found = [...options.buildings].filter(([, files]) => files.length > 0);
  if (!before && (!options.isWhole || found.length === 0)) return null;
  const after = withFiles(before, found, options.now);
  if (after === before) return before;
  const content = JSON.stringify({ format: 1, library: resolve(options.libraryPath), ...after });
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.${process.pid}.tmp`);
  await writeFile(temporary, content);
  await rename(temporary, join(folder, name));
  const kept = days.includes(name) ? days : [...days, name];
  for (const old of kept.slice(0, -daysKept)) await rm(join(folder, old), { force: true });
  return after;
}

/** A catalogue with these as well: the very same where it has them all. */
function withFiles(
  before: Catalogue | null,
  found: readonly (readonly [string, readonly string[]])[],
  now: string,
): Catalogue {
  if (before && hasAll(before, found)) return before;
  const buildings = { ...before?.buildings };
  for (const [building, files] of found) {
    buildings[building] = [...new Set([...(buildings[building] ?? []), ...files])].sort();
  }
  return { at: now, buildings };
}

export function hasAll(
  { buildings }: Catalogue,
  found: Iterable<readonly [string, readonly string[]]>,
): boolean {
  for (const [building, files] of found) {
    const known = new Set(buildings[building]);
    if (!files.every((file) => known.has(file))) return false;
  }
  return true;
}

/** Null for one that is damaged: the day before will do. */
async function read(file: string): Promise<Catalogue | null> {
  try {
    const { at, buildings } = catalogueSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    return { at, buildings };
  } catch {
    return null;
  }
}

/** All that are kept and can be read, oldest first. */
export async function allCatalogues(userData: string, libraryPath: string): Promise<Catalogue[]> {
  const folder = folderOf(userData, libraryPath);
  const all = await Promise.all((await daysIn(folder)).map((name) => read(join(folder, name))));
  return all.filter((catalogue) => catalogue !== null);
}

/** A record that this machine saw in the library on a day, the last of those, and that is gone. */
export interface Gone {
  /** `versions/<name>` or `log/<name>`. */
  readonly at: string;
  /** `2026-11-25` */
  readonly day: string;
}

/**
 * Of a building's records those that some catalogue has and that are not there. Nothing is ever taken
 * out of a library, so that they were lost, however long ago that was told the first time.
 *
 * @param catalogues oldest first.
 */
export function goneFrom(
  catalogues: readonly Catalogue[],
  building: string,
  there: ReadonlySet<string>,
): Gone[] {
  const seen = new Map<string, string>();
  for (const { at, buildings } of catalogues) {
    for (const file of buildings[building] ?? []) seen.set(file, at.slice(0, 10));
  }
  return [...seen]
    .filter(([at]) => !there.has(at))
    .map(([at, day]) => ({ at, day }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** The newest that can be read; null where there is none. */
export async function lastCatalogue(
  userData: string,
  libraryPath: string,
): Promise<Catalogue | null> {
  const folder = folderOf(userData, libraryPath);
  for (const name of (await daysIn(folder)).reverse()) {
    const catalogue = await read(join(folder, name));
    if (catalogue) return catalogue;
  }
  return null;
}

/** A library was moved: what was seen in it where it lay is missed where it lies now. */
export async function takeCatalogues(userData: string, from: string, to: string): Promise<void> {
  const [before, after] = [folderOf(userData, from), folderOf(userData, to)];
  await cp(before, after, { recursive: true, force: false }).catch(() => {});
}

/** How many buildings this machine saw in the library last; 0 where it never saw one. */
export async function buildingsBefore(options: {
  readonly userData: string;
  readonly libraryPath: string;
}): Promise<number> {
  const catalogue = await lastCatalogue(options.userData, options.libraryPath);
  return Object.keys(catalogue?.buildings ?? {}).length;
}

/** Oldest first. */
async function daysIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => dayFile.test(name)).sort();
}
