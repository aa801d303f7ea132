import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Catalogue, lastCatalogue, takeCatalogues } from './catalogue.ts';
import { extensions } from './record-file.ts';

/**
 * What this machine calls a library, so that the drafts of two do not meet: 16 hexadecimal digits
 * made of the folder's first path. Where libraries went since is kept in `<user data>/libraries.json`;
 * without that file, only a library that was moved is taken for another.
 */
const placesSchema = z.strictObject({
  format: z.literal(1),
  /** By name of the library, where it lay last. */
  libraries: z.record(z.string(), z.string()),
});

type Places = z.output<typeof placesSchema>['libraries'];

export async function libraryIdOf(userData: string, libraryPath: string): Promise<string> {
  const path = resolve(libraryPath);
  const places = await readPlaces(userData);
  const known =
    Object.keys(places).find((id) => places[id] === path) ?? (await byOtherPath(path, places));
  if (known !== undefined) return known;
  const moved = await movedTo(userData, path, places);
  if (moved !== null) await takeCatalogues(userData, places[moved]!, path);
  const id = moved ?? freeName(path, places);
  await keepPlaces(userData, { ...places, [id]: path });
  return id;
}

/** Where a library lay last; null where this machine never had one that it calls so. */
export async function knownLibrary(userData: string, id: string): Promise<string | null> {
  const places = await readPlaces(userData);
  return Object.hasOwn(places, id) ? places[id]! : null;
}

/** The library to whose folder another path leads, as over a link; undefined where none is. */
async function byOtherPath(path: string, places: Places): Promise<string | undefined> {
  const real = await realpath(path).catch(() => null);
  if (real === null) return undefined;
  for (const [id, place] of Object.entries(places)) {
    if ((await realpath(place).catch(() => null)) === real) return id;
  }
  return undefined;
}

/**
 * The library that is gone from its place and most of whose records are here: some may have been lost
 * on the way, or since. Of several that with the greatest share; null where none is.
 */
async function movedTo(userData: string, path: string, places: Places): Promise<string | null> {
  let [most, found]: [number, string | null] = [leastShare, null];
  for (const [id, before] of Object.entries(places)) {
    if (existsSync(before)) continue;
    const catalogue = await lastCatalogue(userData, before);
    const share = catalogue ? await shareOf(catalogue, path) : 0;
    if (share > most) [most, found] = [share, id];
  }
  return found;
}

/** Of a library's records; one that has half of them may have got them in a file. */
const leastShare = 0.5;

/** Which part of the records in a catalogue lies in a folder. */
async function shareOf({ buildings }: Catalogue, path: string): Promise<number> {
  let [all, here] = [0, 0];
  for (const [building, names] of Object.entries(buildings)) {
    const there = new Set<string>();
    for (const kind of Object.keys(extensions)) {
      const files = await readdir(join(path, building, kind)).catch((): string[] => []);
      for (const file of files) there.add(`${kind}/${file}`);
    }
    all += names.length;
    here += names.filter((name) => there.has(name)).length;
  }
  return all === 0 ? 0 : here / all;
}

/** A library that took the place of one that was moved away has another name than that. */
function freeName(path: string, places: Places): string {
  for (let turn = 0; ; turn += 1) {
    const id = createHash('sha256')
      .update(turn === 0 ? path : `${path}\n${turn}`)
      .digest('hex')
      .slice(0, 16);
    if (places[id] === undefined) return id;
  }
}

const fileOf = (userData: string): string => join(userData, 'libraries.json');

async function readPlaces(userData: string): Promise<Places> {
  try {
    return placesSchema.parse(JSON.parse(await readFile(fileOf(userData), 'utf8'))).libraries;
  } catch {
    // There is none yet, or it was damaged: the names of paths are the same without it.
    return {};
  }
}

/** Failing to write is no failure: the next start makes the same name of the same path. */
async function keepPlaces(userData: string, libraries: Places): Promise<void> {
  const temporary = `${fileOf(userData)}.${process.pid}.tmp`;
  try {
    await mkdir(userData, { recursive: true });
    await writeFile(temporary, JSON.stringify({ format: 1, libraries }));
    await rename(temporary, fileOf(userData));
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
