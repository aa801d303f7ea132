import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readAsset } from '../../electron/asset-folder.ts';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { verifyLibrary } from '../../electron/verify.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A small library with one byte wrong, or one file cut short: it opens, names it, invents nothing. */

const folder = temporaryFolder();
const frozen = join(import.meta.dirname, '..', 'fixtures', 'format-1', 'library');
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');
/** The smallest PNG: one white pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAWk1v8QAAAABJRU5ErkJggg==';

/** The library with a record of each kind that this program writes, and its files. */
async function filled() {
  cpSync(frozen, library(), { recursive: true });
  const ask = await startServices(folder());
  const [scheme] = (await ask('building.open', { building })).schemes;
  const { id } = scheme!.versions[0]!;
  const { plan } = await ask('version.read', { building, scheme: scheme!.id, version: id });
  await ask('version.save', { building, scheme: scheme!.id, plan, note: '三稿', parents: [id] });
  await ask('asset.add', { building, base64: pixel });
  const files = readdirSync(library(), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(library(), name)).isFile())
    .map((name) => ({ at: name.split('/').slice(1).join('/'), file: join(library(), name) }));
  return { files, sound: await openLibraryFolder(library()).read(building) };
}

type Filled = Awaited<ReturnType<typeof filled>>;

/** Opens the library with other bytes in one file; true where it was named. */
async function isNamed({ sound }: Filled, at: string, file: string, bytes: Buffer) {
  const before = readFileSync(file);
  writeFileSync(file, bytes);
  try {
    const { records, problems, faults } = await openLibraryFolder(library()).read(
      building,
      'facts',
    );
    for (const record of records) expect(sound.records).toContainEqual(record);
    if (at.startsWith('assets/')) {
      expect(records).toHaveLength(sound.records.length);
      const name = at.slice('assets/'.length);
      return await readAsset(library(), building, name).then(
        (read) => {
          expect(read).toEqual(before);
          return false;
        },
        () => true,
      );
    }
    const named = problems.length > 0;
    expect(records).toHaveLength(sound.records.length - (named ? 1 : 0));
    if (named) expect(faults).toEqual([{ at, fault: 'damaged' }]);
    return named;
  } finally {
    writeFileSync(file, before);
  }
}

/** Null where it is not sound. */
function unpacked(bytes: Buffer): Buffer | null {
  try {
    return gunzipSync(bytes);
  } catch {
    return null;
  }
}

describe('a library opens and names the record', () => {
  test('whichever byte is wrong', async () => {
    const opened = await filled();
    for (const { at, file } of opened.files) {
      const bytes = readFileSync(file);
      for (let place = 0; place < bytes.length; place += cases(17, 1)) {
        const changed = Buffer.from(bytes);
        changed[place]! ^= 0xff;
        expect(await isNamed(opened, at, file, changed), `${at} ${place}`).toBe(true);
      }
    }
  }, 3_600_000);

  test('whichever bit is wrong, but for bits that no content depends on', async () => {
    const opened = await filled();
    const random = new Random(3);
    for (const { at, file } of opened.files) {
      const bytes = readFileSync(file);
      for (let run = 0; run < cases(40, 4000); run += 1) {
        const changed = Buffer.from(bytes);
        const place = random.between(0, bytes.length - 1);
        changed[place]! ^= 1 << random.between(0, 7);
        const named = await isNamed(opened, at, file, changed);
        // Some bits of gzip only fill a byte, name the system that wrote it, or point at one of two
        // places that hold the same words: every byte of the content is there all the same.
        const saysTheSame = at.endsWith('.gz') && unpacked(changed)?.equals(unpacked(bytes)!);
        if (!saysTheSame) expect(named, `${at} ${place}`).toBe(true);
      }
    }
  }, 3_600_000);

  test('wherever a file is cut short', async () => {
    const opened = await filled();
    for (const { at, file } of opened.files) {
      const bytes = readFileSync(file);
      for (let length = 0; length < bytes.length; length += cases(17, 1)) {
        const named = await isNamed(opened, at, file, bytes.subarray(0, length));
        expect(named, `${at} ${length}`).toBe(true);
      }
    }
  }, 3_600_000);

  test('and so do the list, the building, and verify', async () => {
    const { files } = await filled();
    const random = new Random(4);
    for (let run = 0; run < cases(6, 200); run += 1) {
      const { at, file } = random.pick(files);
      const before = readFileSync(file);
      const changed = Buffer.from(before);
      changed[random.between(0, before.length - 1)]! ^= 0xff;
      writeFileSync(file, changed);
      const ask = await startServices(folder());
      const { buildings, problems } = await ask('library.list', {});
      expect(buildings).toHaveLength(1);
      const open = await ask('building.open', { building });
      if (!at.startsWith('assets/')) {
        expect(problems.map(({ at: place }) => place)).toEqual([`${building}/${at}`]);
        expect(open.problems.map(({ at: place }) => place)).toEqual([at]);
      }
      const { findings } = await verifyLibrary(library());
      expect(findings).toContainEqual(
        expect.objectContaining({ at: expect.stringContaining(at), state: 'damaged' }),
      );
      writeFileSync(file, before);
    }
  }, 3_600_000);
});
