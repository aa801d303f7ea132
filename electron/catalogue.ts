import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/**
 * The catalogue of a library: the names of its records, which carry their hashes, as this machine saw
 * them on a day. `<user data>/catalogues/<library>/<day>.json`, one a day, the last fourteen. A
 * library that lost records can so be told from one that never had them.
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
}) satisfies z.ZodType<Catalogue>;

function folderOf(userData: string, libraryPath: string): string {
  const hash = createHash('sha256').update(resolve(libraryPath)).digest('hex').slice(0, 16);
  return join(userData, 'catalogues', hash);
}

const dayFile = /^\d{4}-\d{2}-\d{2}\.json$/;

/** Writes today's, unless it is there or there is nothing to write: a share may not be connected. */
export async function keepCatalogue(options: {
  readonly userData: string;
  readonly libraryPath: string;
  readonly now: string;
  readonly buildings: () => Promise<ReadonlyMap<string, readonly string[]>>;
}): Promise<void> {
  const folder = folderOf(options.userData, options.libraryPath);
  const name = `${options.now.slice(0, 10)}.json`;
  const days = await daysIn(folder);
  if (days.includes(name)) return;
  const buildings = [...(await options.buildings())].filter(([, files]) => files.length > 0);
  if (buildings.length === 0) return;
  const content = JSON.stringify({
    format: 1,
    library: resolve(options.libraryPath),
    at: options.now,
    buildings: Object.fromEntries(buildings),
  });
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.${process.pid}.tmp`);
  await writeFile(temporary, content);
  await rename(temporary, join(folder, name));
  for (const old of days.slice(0, Math.max(0, days.length + 1 - daysKept))) {
    await rm(join(folder, old), { force: true });
  }
}

/** The newest that can be read; null where there is none. */
export async function lastCatalogue(
  userData: string,
  libraryPath: string,
): Promise<Catalogue | null> {
  const folder = folderOf(userData, libraryPath);
  for (const name of (await daysIn(folder)).reverse()) {
    try {
      return catalogueSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    } catch {
      // Damaged: the day before will do.
    }
  }
  return null;
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
