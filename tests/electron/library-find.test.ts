import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { watchLibrary } from '../../electron/library-watch.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Finding buildings, and hearing of records that arrive. */

const folder = temporaryFolder();
const frozen = join(import.meta.dirname, '..', 'fixtures', 'format-1', 'library');
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');

async function withTwo() {
  cpSync(frozen, library(), { recursive: true });
  const ask = await startServices(folder());
  const other = await ask('building.create', { name: '二号楼', address: '玉屏南路 12 弄' });
  await ask('building.archive', { building: other.id, archived: true });
  return { ask, other: other.id };
}

describe('search', () => {
  test.each([
    ['天山一村', 'name'],
    ['天山路', 'address'],
    ['方案甲 一分为二', 'scheme'],
    ['二稿', 'note'],
    ['设计一室', 'author'],
    ['not all self-contained', 'status'],
    ['未独用', 'status'],
    ['合用', 'status'],
    ['shared', 'status'],
  ])('finds %s by its %s', async (words, field) => {
    const { ask } = await withTwo();
    const { found } = await ask('library.search', { words });
    const [first] = found.filter((one) => one.building === building);
    expect(first?.where.map((place) => place.field)).toContain(field);
  });

  test('finds a door number, in full-width digits as well', async () => {
    const { ask } = await withTwo();
    const [scheme] = (await ask('building.open', { building })).schemes;
    const version = scheme!.versions[0]!.id;
    const { plan } = await ask('version.read', { building, scheme: scheme!.id, version });
    const [door] = Object.values(plan.households).map((household) => household.door);
    const wide = door!.replace(/[0-9]/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    for (const words of [door!, wide]) {
      const { found } = await ask('library.search', { words });
      expect(found).toMatchObject([{ building, where: [{ field: 'door', words: door }] }]);
    }
  });

  test('wants every word, and finds the status in both languages', async () => {
    const { ask, other } = await withTwo();
    const found = async (words: string) =>
      (await ask('library.search', { words })).found.map((one) => one.building);
    expect(await found('玉屏 二号')).toEqual([other]);
    expect(await found('玉屏 一号')).toEqual([]);
    expect(await found('已归档')).toEqual([other]);
    expect(await found('archived 弄')).toEqual([other]);
    expect(await found('  ')).toEqual([]);
  });

  test('an address is found with and without blanks, and its digits elsewhere are told from it', async () => {
    const { ask, other } = await withTwo();
    for (const words of ['玉屏南路 12 弄', '玉屏南路12弄', '玉屏南路１２ 弄']) {
      const { found } = await ask('library.search', { words });
      expect(found).toMatchObject([{ building: other, asWritten: true }]);
    }
    expect((await ask('library.search', { words: '弄 玉屏' })).found).toMatchObject([
      { building: other, asWritten: false },
    ]);
    await ask('building.describe', { building: other, name: '二号楼', address: 'Lane 1 23' });
    const found = async (words: string) => (await ask('library.search', { words })).found;
    expect(await found('lane 1 23')).toHaveLength(1);
    expect(await found('123')).toHaveLength(0);
  });
});

describe('search by how a building stands', () => {
  test('a mark is found in any order of its words, and another round is not', async () => {
    const { ask } = await withTwo();
    const [scheme] = (await ask('building.open', { building })).schemes;
    await ask('milestone.mark', {
      building,
      scheme: scheme!.id,
      version: scheme!.versions[0]!.id,
      milestone: { stage: 'consulted', round: 2 },
      withdrawn: false,
    });
    const found = async (words: string) =>
      (await ask('library.search', { words })).found.map((one) => one.building);
    for (const words of [
      '征询第二轮',
      '第二轮征询',
      '征询 第2轮',
      '征询第２轮',
      'consultation round 2',
      'Consultation, round 2',
      'round 2 天山',
    ]) {
      expect([words, await found(words)]).toEqual([words, [building]]);
    }
    for (const words of ['征询第三轮', 'consultation round 3', '征询第二十轮']) {
      expect([words, await found(words)]).toEqual([words, []]);
    }
  });

  test('what is not so is not found: all own, a draft, two versions side by side', async () => {
    const { ask, other } = await withTwo();
    const found = async (words: string) =>
      (await ask('library.search', { words })).found.map((one) => one.building);
    expect(await found('全部独用')).toEqual([]);
    expect(await found('all self-contained')).toEqual([]);
    expect(await found('待合并')).toEqual([]);
    expect(await found('草稿')).toEqual([other]);
    expect(await found('draft')).toEqual([other]);
    const [scheme] = (await ask('building.open', { building })).schemes;
    const parent = scheme!.versions[1]!.id;
    const ref = { building, scheme: scheme!.id };
    const { plan } = await ask('version.read', { ...ref, version: parent });
    await ask('version.save', { ...ref, plan, note: '', parents: [parent] });
    expect(await found('待合并')).toEqual([building]);
    expect(await found('side by side')).toEqual([building]);
  });
});

test('progress is nothing where no list is under way', async () => {
  const { ask } = await withTwo();
  const list = ask('library.list', {});
  await list;
  expect(await ask('library.progress', {})).toEqual({ done: 0, of: 0 });
});

test('recent and favourite buildings are this machine’s settings', async () => {
  const { ask } = await withTwo();
  await ask('settings.write', { recentBuildings: [building], favouriteBuildings: [building] });
  const again = await startServices(folder());
  expect(await again('settings.read', {})).toMatchObject({
    recentBuildings: [building],
    favouriteBuildings: [building],
  });
});

describe('changes', () => {
  const put = (name: string) => {
    mkdirSync(join(library(), building, 'log'), { recursive: true });
    writeFileSync(join(library(), building, 'log', name), '{}');
  };

  test.each([
    ['by the notice of the system', { lookEvery: 30_000, patience: 60_000 }],
    ['by looking', { lookEvery: 5, patience: 60_000 }],
  ])('are heard of %s', async (_what, times) => {
    cpSync(frozen, library(), { recursive: true });
    const watching = watchLibrary(openLibraryFolder(library()), times);
    const { mark, buildings } = await watching.changes(null);
    expect(buildings).toEqual([]);
    const heard = watching.changes(mark);
    put('arrived.json');
    const answer = await heard;
    expect(answer.buildings).toEqual([building]);
    rmSync(join(library(), building), { recursive: true });
    expect((await watching.changes(answer.mark)).buildings).toEqual([building]);
  });

  test('what came between two questions is answered at once', async () => {
    cpSync(frozen, library(), { recursive: true });
    const watching = watchLibrary(openLibraryFolder(library()));
    const { mark } = await watching.changes(null);
    put('arrived.json');
    expect((await watching.changes(mark)).buildings).toEqual([building]);
  });

  test('unfinished files are none; after some time the answer is that nothing came', async () => {
    cpSync(frozen, library(), { recursive: true });
    const times = { lookEvery: 1, patience: 1 };
    const watching = watchLibrary(openLibraryFolder(library()), times);
    const { mark } = await watching.changes(null);
    put('.unfinished.tmp');
    expect(await watching.changes(mark)).toEqual({ mark, buildings: [] });
  });

  test('a library that is not there yet is waited for', async () => {
    const times = { lookEvery: 2, patience: 60_000 };
    const watching = watchLibrary(openLibraryFolder(library()), times);
    const heard = watching.changes((await watching.changes(null)).mark);
    cpSync(frozen, library(), { recursive: true });
    expect((await heard).buildings).toEqual([building]);
  });
});
