import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildingId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { askOf, startHost } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Another library is opened while the program runs: each window has its own, and nothing is mixed. */

const folder = temporaryFolder();
const at = (name: string) => join(folder(), name);
const frozen = join(import.meta.dirname, '../fixtures/format-1/library');
const plan = planSchema.parse({
  storeys: { storey_1: { name: '一层', level: 1, elevation: 0, height: 2900 } },
});
const plans = { one: { ...plan, north: 1 }, two: { ...plan, north: 2 } };

/** A host with one library, and a copy of it elsewhere: both hold the same building. */
async function twoCopies() {
  const services = await startHost(folder());
  const { library: first } = await askOf(services)('host.describe', {});
  const one = askOf(services, first);
  const { id: building, schemes } = await one('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await one('version.save', { ...ref, plan, note: '', parents: [] });
  await one('library.list', {});
  cpSync(at('library'), at('copy'), { recursive: true });
  return { services, one, first, ref, version };
}

const opened = { path: '', make: false };

test('each window stays with its library: drafts and versions of two copies never meet', async () => {
  const { services, one, first, ref, version } = await twoCopies();
  const draft = (of: typeof plan) => ({ draft: { plan: of, base: version, edits: 1 } });
  await one('draft.write', { ...ref, ...draft(plans.one) });
  const answer = await one('library.switch', { ...opened, path: at('copy') });
  expect(answer.library).not.toBe(first);
  const two = askOf(services, answer.library);
  expect(await two('host.describe', {})).toMatchObject({ libraryPath: at('copy') });
  expect(await two('draft.read', ref)).toBeNull();
  await two('draft.write', { ...ref, ...draft(plans.two) });
  expect((await one('draft.read', ref))?.plan).toEqual(plans.one);
  const versions = (name: string) => readdirSync(join(at(name), ref.building, 'versions'));
  await two('version.save', { ...ref, plan: plans.two, note: '', parents: [version] });
  expect([versions('library').length, versions('copy').length]).toEqual([1, 2]);
  // And back again.
  const back = await two('library.switch', { ...opened, path: at('library') });
  expect(back.library).toBe(first);
  expect((await one('draft.read', ref))?.plan).toEqual(plans.one);
});

test('a window hears of what arrives in its own library only', async () => {
  const { services, one, ref, version } = await twoCopies();
  const { library } = await one('library.switch', { ...opened, path: at('copy') });
  const two = askOf(services, library);
  const { mark } = await two('library.changes', { since: null });
  const waits = two('library.changes', { since: mark });
  await one('version.save', { ...ref, plan: plans.one, note: '', parents: [version] });
  await two('building.describe', { building: ref.building, name: '二', address: '' });
  expect((await waits).buildings).toEqual([ref.building]);
  expect((await one('library.list', {})).buildings).toMatchObject([{ name: '一号楼' }]);
});

test('new windows and the next start open it, unless the start says which; the last ones are listed', async () => {
  const { services, one } = await twoCopies();
  await one('library.switch', { ...opened, path: at('copy') });
  expect(services.libraryPath()).toBe(at('copy'));
  expect(await askOf(services)('host.describe', {})).toMatchObject({ libraryPath: at('copy') });
  const next = await startHost(folder(), { remembersLibrary: true });
  expect(await askOf(next)('host.describe', {})).toMatchObject({ libraryPath: at('copy') });
  const given = await startHost(folder());
  expect(await askOf(given)('host.describe', {})).toMatchObject({ libraryPath: at('library') });

  const recent = async () => (await askOf(next)('library.recent', {})).recent;
  expect(await recent()).toEqual([{ path: at('library'), isThere: true }]);
  renameSync(at('library'), at('gone'));
  expect(await recent()).toEqual([{ path: at('library'), isThere: false }]);
});

test('a host that was started again goes on with the library of a window, and knows no other', async () => {
  const { one, first, ref } = await twoCopies();
  await one('library.switch', { ...opened, path: at('copy') });
  const now = () => '2026-02-01T00:00:00.000Z';
  const again = await startHost(folder(), { remembersLibrary: true, now });
  await askOf(again, first)('building.describe', { ...ref, name: '新名', address: '' });
  expect((await askOf(again, first)('library.list', {})).buildings).toMatchObject([
    { name: '新名' },
  ]);
  expect((await askOf(again)('library.list', {})).buildings).toMatchObject([{ name: '一号楼' }]);
  await expect(askOf(again, '0123456789abcdef')('library.list', {})).rejects.toThrow(
    /does not know the library/,
  );
  await expect(askOf(again, '__proto__')('library.list', {})).rejects.toThrow(/does not know/);
});

test('one folder by two ways is one library, with the same drafts', async () => {
  const { services, one, first, ref, version } = await twoCopies();
  await one('draft.write', { ...ref, draft: { plan: plans.one, base: version, edits: 1 } });
  symlinkSync(at('library'), at('link'));
  const { library } = await one('library.switch', { ...opened, path: at('link') });
  expect(library).toBe(first);
  expect((await askOf(services, library)('draft.read', ref))?.plan).toEqual(plans.one);
});

test('a library that went while it was open is missed in its place, and nothing is made there', async () => {
  const { services, one, first } = await twoCopies();
  await one('library.switch', { ...opened, path: at('copy') });
  renameSync(at('library'), at('away'));
  await expect(askOf(services, first)('library.list', {})).rejects.toThrow(/cannot be found/);
  const again = await startHost(folder(), { remembersLibrary: true });
  await expect(askOf(again, first)('library.list', {})).rejects.toThrow(/cannot be found/);
  expect(existsSync(at('library'))).toBe(false);
});

test('an empty folder becomes a new library, and so does one that is made on request', async () => {
  const { one } = await twoCopies();
  const look = (path: string) => one('library.look', { path });
  mkdirSync(at('empty'));
  expect(await look(at('empty'))).toMatchObject({ state: 'new', refusal: null });
  await one('library.switch', { ...opened, path: at('empty') });
  expect(await look(at('none'))).toMatchObject({ state: 'absent', refusal: null });
  await expect(one('library.switch', { ...opened, path: at('none') })).rejects.toThrow(
    /no such folder/,
  );
  expect(existsSync(at('none'))).toBe(false);
  await one('library.switch', { path: at('none'), make: true });
  expect(existsSync(at('none'))).toBe(true);
});

test('what is no library is refused with the way on, and the one before stays', async () => {
  const { services, one, ref } = await twoCopies();
  mkdirSync(at('papers'));
  writeFileSync(join(at('papers'), 'letter.txt'), '');
  writeFileSync(at('file.duyong'), '');
  mkdirSync(at('lost'));
  cpSync(frozen, join(at('lost'), 'library'), { recursive: true });
  const cases: [string, RegExp][] = [
    ['library', /whole path/],
    [at('papers'), /other files.*an empty one/],
    [at('file.duyong'), /a file.*Import file/],
    [join(at('library'), ref.building), /one building.*above it: .*library\.$/],
    [at('lost'), /one folder below: .*lost.library/],
    [join(at('none'), 'below'), /nor the one that it would be in/],
  ];
  for (const [path, words] of cases) {
    expect((await one('library.look', { path })).refusal?.en).toMatch(words);
    await expect(one('library.switch', { path, make: true })).rejects.toThrow(words);
  }
  rmSync(at('library'), { recursive: true });
  expect((await one('library.look', { path: at('library') })).refusal?.en).toMatch(
    /cannot be found.*1 buildings.*connect it/,
  );
  mkdirSync(at('library'));
  expect((await one('library.look', { path: at('library') })).refusal?.en).toMatch(
    /no building in this folder.*1 last time/,
  );
  expect(services.libraryPath()).toBe(at('library'));
});

test.skipIf(process.getuid?.() === 0)('one that can only be read opens for reading', async () => {
  const { one } = await twoCopies();
  chmodSync(at('copy'), 0o555);
  try {
    expect(await one('library.look', { path: at('copy') })).toMatchObject({
      state: 'library',
      buildings: 1,
      readOnly: true,
    });
    const { library } = await one('library.switch', { ...opened, path: at('copy') });
    expect(library).toBeTruthy();
  } finally {
    chmodSync(at('copy'), 0o755);
  }
});

test('a folder is chosen in the dialog of the host, where it has one', async () => {
  const services = await startHost(folder(), {
    chooseFolder: async (from) => join(from, '..', 'copy'),
  });
  const ask = askOf(services);
  expect(await ask('host.describe', {})).toMatchObject({ choosesFolder: true });
  expect(await ask('library.choose', {})).toEqual({ path: at('copy') });
  const without = askOf(await startHost(folder()));
  expect(await without('host.describe', {})).toMatchObject({ choosesFolder: false });
  expect(await without('library.choose', {})).toEqual({ path: null });
});

test('settings are one for all libraries, and a window cannot point them at another folder', async () => {
  const { services, one } = await twoCopies();
  const { library } = await one('library.switch', { ...opened, path: at('copy') });
  const two = askOf(services, library);
  await one('settings.write', { author: '李工' });
  await two('settings.write', { language: 'en', library: at('papers') } as never);
  const settings = { author: '李工', language: 'en', library: at('copy') };
  expect(await one('settings.read', {})).toMatchObject(settings);
  expect(await two('settings.read', {})).toMatchObject(settings);
  const file = JSON.parse(readFileSync(join(at('user'), 'settings.json'), 'utf8'));
  expect(JSON.stringify(file)).toContain('李工');
  const building = 'building_none' as BuildingId;
  await expect(two('building.open', { building })).rejects.toThrow(/no such building/);
});
