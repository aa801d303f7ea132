import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { packVersion, recordIdOf } from '../../electron/record-file.ts';
import { openRecordIndex } from '../../electron/record-index.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What this machine remembers of a library, and that it never takes the place of the library. */

const folder = temporaryFolder();
const frozen = join(import.meta.dirname, '..', 'fixtures', 'format-1', 'library');
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');
const put = () => cpSync(frozen, library(), { recursive: true });
const index = (version = '1') =>
  openRecordIndex({ userData: join(folder(), 'user'), libraryPath: library(), version });

/** Every file of this machine's index. */
function indexFiles(): string[] {
  const root = join(folder(), 'user', 'index');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((file) => statSync(file).isFile());
}

/** Reads the library and keeps what it read. */
async function remembered(version?: string) {
  const opened = openLibraryFolder(library(), index(version));
  const { records } = await opened.read(building);
  const [newest] = records.filter(({ record }) => record.kind === 'version-saved').slice(-1);
  const count = () => ({
    storeys: 1,
    households: 2,
    complete: 2,
    doors: [],
    facilities: { shared: 0, missing: 0 },
  });
  await opened.figures(building, newest!.id, count);
  await opened.keepIndex();
  return { records, newest: newest!.id };
}

const never = (): never => {
  throw new Error('was counted again');
};

describe('the index of this machine', () => {
  test('answers the same as the files, and counts no version twice', async () => {
    put();
    const { records, newest } = await remembered();
    const again = openLibraryFolder(library(), index());
    expect((await again.read(building)).records).toEqual(records);
    expect((await again.figures(building, newest, never)).complete).toBe(2);
  });

  test('is not asked where the file has changed since', async () => {
    put();
    const { newest } = await remembered();
    truncateSync(join(library(), building, 'versions', `${newest}.json.gz`), 40);
    const { records, problems } = await openLibraryFolder(library(), index()).read(building);
    expect(records).toHaveLength(3);
    expect(problems).toHaveLength(1);
  });

  test('a plan is held against its hash, even where the file looks unchanged', async () => {
    put();
    const { newest } = await remembered();
    const file = join(library(), building, 'versions', `${newest}.json.gz`);
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    bytes[500]! ^= 1;
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
    const opened = openLibraryFolder(library(), index());
    await expect(opened.readPlan(building, newest)).rejects.toThrow(/cannot be opened/);
  });

  test.each([
    ['cut short', (file: string) => truncateSync(file, statSync(file).size - 5)],
    ['empty', (file: string) => truncateSync(file, 0)],
    [
      'changed in one byte',
      (file: string) => {
        const bytes = readFileSync(file);
        bytes[200]! ^= 1;
        writeFileSync(file, bytes);
      },
    ],
  ])('that is %s counts for nothing', async (_what, damage) => {
    put();
    const { records, newest } = await remembered();
    for (const file of indexFiles()) damage(file);
    const again = openLibraryFolder(library(), index());
    expect((await again.read(building)).records).toEqual(records);
    await expect(again.figures(building, newest, never)).rejects.toThrow(/counted again/);
  });

  test('of another version of the program counts for nothing', async () => {
    put();
    const { newest } = await remembered();
    const again = openLibraryFolder(library(), index('2'));
    await expect(again.figures(building, newest, never)).rejects.toThrow(/counted again/);
  });

  test('that cannot be written is done without', async () => {
    put();
    mkdirSync(join(folder(), 'user'));
    writeFileSync(join(folder(), 'user', 'index'), 'a file');
    expect((await remembered()).records).toHaveLength(4);
  });

  test('lists a version whose plan is unsound by the one before, and names it', async () => {
    put();
    const json = Buffer.from(
      JSON.stringify({
        format: 1,
        kind: 'version-saved',
        at: '2026-11-24T09:00:00.000Z',
        building,
        scheme: 'scheme_a',
        parents: [],
        author: '',
        note: '',
        plan: { storeys: { storey_1: { level: 'one' } } },
      }),
    );
    const id = recordIdOf(JSON.parse(json.toString()), json);
    writeFileSync(join(library(), building, 'versions', `${id}.json.gz`), packVersion(json));
    const ask = await startServices(folder());
    const { buildings, problems } = await ask('library.list', {});
    expect(buildings).toMatchObject([{ lastSavedAt: '2026-11-24T08:00:03.000Z', storeys: 1 }]);
    expect(problems.map(({ at }) => at).join()).toContain('plan.storeys.storey_1.level');
  });
});

describe('formats', () => {
  test('the saved library of format 1 opens as it was written', async () => {
    put();
    const ask = await startServices(folder());
    const content = await ask('building.open', { building });
    expect(content).toMatchObject({ name: '天山一村 1 号楼', address: '天山路', problems: [] });
    const [scheme] = content.schemes;
    expect(scheme).toMatchObject({ name: '方案甲', description: '一间一分为二' });
    expect(scheme!.versions.map(({ note, author }) => [note, author])).toEqual([
      ['二稿', '设计一室'],
      ['初稿', '设计一室'],
    ]);
    const [second, first] = scheme!.versions;
    expect(second!.parents).toEqual([first!.id]);
    const { plan } = await ask('version.read', {
      building,
      scheme: scheme!.id,
      version: second!.id,
    });
    expect(plan.north).toBe(90);
  });

  test('the saved draft of format 1 opens as it was written', async () => {
    put();
    const drafts = join(folder(), 'user', 'drafts');
    mkdirSync(drafts, { recursive: true });
    const saved = join(frozen, '..', 'draft.json');
    cpSync(saved, join(drafts, `${building}+scheme_a.json`));
    const ask = await startServices(folder());
    const [scheme] = (await ask('building.open', { building })).schemes;
    expect(scheme!.draft).toMatchObject({ edits: 12, base: scheme!.versions[1]!.id });
    const { plan } = JSON.parse(readFileSync(saved, 'utf8'));
    const draft = await ask('draft.read', { building, scheme: scheme!.id });
    expect(JSON.parse(JSON.stringify(draft!.plan))).toEqual(plan);
  });

  test.each([
    ['a newer format', { format: 2, kind: 'building-described', other: 1 }],
    ['a newer kind', { format: 1, kind: 'meeting-held', minutes: '' }],
  ])('a record of %s is named, never called damaged, and never touched', async (_what, facts) => {
    put();
    const record = { at: '2026-11-24T09:00:00.000Z', building, ...facts };
    const json = Buffer.from(JSON.stringify(record));
    const id = recordIdOf(record as unknown as Parameters<typeof recordIdOf>[0], json);
    const file = join(library(), building, 'log', `${id}.json`);
    writeFileSync(file, json);
    const before = statSync(file);
    const { faults, problems } = await openLibraryFolder(library()).read(building);
    expect(faults).toEqual([{ at: `log/${id}.json`, fault: 'newer' }]);
    expect(problems[0]?.problem.en).toMatch(/newer version.*please update/);
    const ask = await startServices(folder());
    expect(await ask('building.copy-damaged', { building })).toEqual({ copies: [], problems: [] });
    expect(readFileSync(file)).toEqual(json);
    expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
  });
});

describe('damaged records', () => {
  test('are copied to their own folder once a person asks for it, and stay where they are', async () => {
    put();
    const [name] = readdirSync(join(library(), building, 'versions'));
    const file = join(library(), building, 'versions', name!);
    truncateSync(file, 100);
    const ask = await startServices(folder());
    const before = await ask('building.open', { building });
    expect(before.problems).toHaveLength(1);
    expect(readdirSync(join(library(), building)).sort()).toEqual(['log', 'versions']);
    const { copies } = await ask('building.copy-damaged', { building });
    expect(copies).toHaveLength(1);
    expect(readFileSync(join(library(), copies[0]!))).toEqual(readFileSync(file));
    expect((await ask('building.copy-damaged', { building })).copies).toEqual(copies);
    expect((await ask('building.open', { building })).problems).toEqual(before.problems);
  });
});
