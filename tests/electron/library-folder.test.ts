import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { packVersion, recordIdOf } from '../../electron/record-file.ts';
import { writeOnce } from '../../electron/write-once.ts';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import type { LibraryRecord, VersionSaved } from '../../shared/records/record.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const building = 'building_one' as BuildingId;

const described: LibraryRecord = {
  format: 1,
  kind: 'building-described',
  at: '2026-01-01T00:00:00.000Z',
  building,
  name: '一号楼',
  address: '',
  archived: false,
};

const plan: Plan = planSchema.parse({
  storeys: { storey_1: { name: '一层', level: 1, elevation: 0, height: 2900 } },
});

const saved = (second: number, change: Partial<VersionSaved> = {}): VersionSaved => ({
  format: 1,
  kind: 'version-saved',
  at: `2026-01-01T00:00:0${second}.000Z`,
  building,
  scheme: 'scheme_a' as SchemeId,
  parents: [],
  author: '',
  note: '',
  plan,
  ...change,
});

/** Three records; answers the library and the path of the newest version's file. */
async function filled() {
  const library = openLibraryFolder(folder());
  await library.append(described);
  await library.append(saved(1));
  const id = await library.append(saved(2));
  return { library, id, file: join(folder(), building, 'versions', `${id}.json.gz`) };
}

describe('the library folder', () => {
  test('a record comes back as it was written, under its time and hash', async () => {
    const { library, id, file } = await filled();
    expect(id).toMatch(/^2026-01-01T00-00-02-000Z-[0-9a-f]{16}$/);
    expect(recordIdOf(saved(2), gunzipSync(readFileSync(file)))).toBe(id);
    const again = openLibraryFolder(folder());
    expect(await again.buildings()).toEqual([building]);
    const { records, problems } = await again.read(building);
    expect(problems).toEqual([]);
    expect(records.map(({ record }) => record.kind)).toEqual([
      'building-described',
      'version-saved',
      'version-saved',
    ]);
    expect(await again.readPlan(building, id)).toEqual(plan);
    expect(await library.readPlan(building, id)).toEqual(plan);
  });

  test('no temporary file is left, and writing a record again changes nothing', async () => {
    const { library, file } = await filled();
    const before = statSync(file);
    await library.append(saved(2));
    const after = statSync(file);
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    const names = readdirSync(folder(), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.includes('tmp'))).toEqual([]);
    expect(names.filter((name) => name.includes('.json'))).toHaveLength(3);
  });

  test('a file of the same name is never overwritten', async () => {
    await writeOnce(folder(), 'name', Buffer.from('first'));
    await expect(writeOnce(folder(), 'name', Buffer.from('second'))).rejects.toThrow(/name/);
    expect(readFileSync(join(folder(), 'name'), 'utf8')).toBe('first');
  });

  test('a changed file is named by its hash and set aside; the rest opens', async () => {
    const { id, file } = await filled();
    const changed = gunzipSync(readFileSync(file)).toString().replace('一层', '二层');
    writeFileSync(file, packVersion(Buffer.from(changed)));
    const library = openLibraryFolder(folder());
    const { records, problems } = await library.read(building);
    expect(records).toHaveLength(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.at).toBe(`versions/${id}.json.gz`);
    expect(problems[0]?.problem.en).toContain('hash');
    await expect(library.readPlan(building, id)).rejects.toThrow(/cannot be opened/);
  });

  test('damage done while the program runs is seen as well', async () => {
    const { library, file } = await filled();
    expect((await library.read(building)).problems).toEqual([]);
    truncateSync(file, 40);
    expect((await library.read(building)).problems).toHaveLength(1);
  });

  test.each([
    ['cut short', (file: string) => truncateSync(file, 60)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['not packed', (file: string) => writeFileSync(file, '{}')],
    [
      'a folder',
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])('a version that is %s is named; the rest opens', async (_what, damage) => {
    const { file } = await filled();
    damage(file);
    const { records, problems } = await openLibraryFolder(folder()).read(building);
    expect(records).toHaveLength(2);
    expect(problems).toHaveLength(1);
  });

  test('interrupted and hidden files are passed over, foreign ones named', async () => {
    await filled();
    const versions = join(folder(), building, 'versions');
    writeFileSync(join(versions, '.2026-01-01T00-00-03-000Z-0000000000000000.json.gz.1a.tmp'), 'x');
    writeFileSync(join(versions, '.DS_Store'), 'x');
    writeFileSync(join(versions, 'Thumbs.db'), 'x');
    writeFileSync(join(versions, 'plan (conflicted copy).json.gz'), 'x');
    writeFileSync(join(folder(), building, 'log', 'notes.docx'), 'x');
    mkdirSync(join(folder(), 'photographs'));
    const library = openLibraryFolder(folder());
    expect(await library.buildings()).toEqual([building]);
    const { records, problems } = await library.read(building);
    expect(records).toHaveLength(3);
    expect(problems.map(({ at }) => at)).toEqual([
      'log/notes.docx',
      'versions/plan (conflicted copy).json.gz',
    ]);
  });

  test('a record of the wrong shape, building or time is named with its path', async () => {
    await filled();
    const versions = join(folder(), building, 'versions');
    const put = (record: object, at = '2026-01-01T00:00:09.000Z') => {
      const json = Buffer.from(JSON.stringify(record));
      const id = recordIdOf({ ...saved(9), at }, json);
      writeFileSync(join(versions, `${id}.json.gz`), packVersion(json));
    };
    put({ ...saved(9), plan: { storeys: { storey_1: { level: 'one' } } } });
    put({ ...saved(9), building: 'building_two' });
    put({ ...saved(9), format: 99 });
    put(saved(8));
    const points = Array.from({ length: 200_000 }, (_, index) => [`joint_${index}`, 1]);
    const crowd = { level: 1, joints: Object.fromEntries(points) };
    put({ ...saved(9), plan: { storeys: { storey_1: crowd } } });
    const wall = { a: 'joint_1', b: 'joint_2', thickness: 120, kind: 'partition' };
    const storey = { name: '', level: 1, elevation: 0, height: 2900, walls: { wall_1: wall } };
    put({ ...saved(9), plan: { storeys: { storey_1: storey } } });
    const { records, problems } = await openLibraryFolder(folder()).read(building);
    expect(records).toHaveLength(3);
    const words = problems.map(({ at, problem }) => `${at} ${problem.en}`).join('\n');
    expect(words).toContain('plan.storeys.storey_1.level');
    expect(words).toContain('another building');
    expect(words).toContain('newer version');
    expect(words).toContain('too many places to list');
    expect(words).toContain('time in its name');
    expect(words).toContain('plan.storeys.storey_1.walls.wall_1.a no such joint joint_1');
  });

  test('writers at the same time each add their record', async () => {
    const notes = Array.from({ length: 12 }, (_, index) => `note ${index}`);
    const libraries = [openLibraryFolder(folder()), openLibraryFolder(folder())];
    await Promise.all(notes.map((note, index) => libraries[index % 2]!.append(saved(1, { note }))));
    await Promise.all(libraries.map((library) => library.append(described)));
    const { records, problems } = await openLibraryFolder(folder()).read(building);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(13);
  });

  test('an absent library is said to be absent, and made only when asked for', async () => {
    const path = join(folder(), 'deep', 'library');
    const library = openLibraryFolder(path);
    await expect(library.buildings()).rejects.toThrow(/cannot be found/);
    await expect(library.read(building)).rejects.toThrow(/cannot be found/);
    await expect(library.append(described)).rejects.toThrow(/cannot be found/);
    expect(await library.isWritable()).toBe(false);
    expect(existsSync(path)).toBe(false);
    await library.make();
    expect(await library.buildings()).toEqual([]);
    expect(await library.isWritable()).toBe(true);
  });

  test('a library that is a file cannot be written', async () => {
    const path = join(folder(), 'file');
    writeFileSync(path, '');
    chmodSync(path, 0o444);
    expect(await openLibraryFolder(path).isWritable()).toBe(false);
  });
});
