import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A library whose folder goes away and comes back, and what a start writes into one. */

const folder = temporaryFolder();
const library = () => join(folder(), 'library');
const away = () => join(folder(), 'away');
const plan = planSchema.parse({
  storeys: { storey_1: { name: '一层', level: 1, elevation: 0, height: 2900 } },
});
const changed = { ...plan, north: 90 };

function putSamples(): void {
  mkdirSync(join(folder(), 'samples'));
  for (const name of ['one', 'two']) {
    const building = { id: `building_${name}` as BuildingId, name, address: '' };
    const schemes = ['a', 'b'].map((scheme) => ({
      id: `scheme_${scheme}` as SchemeId,
      name: scheme,
      description: '',
      plan,
    }));
    const file = join(folder(), 'samples', `${name}.json`);
    writeFileSync(file, writeDocument({ building, schemes }));
  }
}

async function withVersion() {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await ask('version.save', { ...ref, plan, note: '', parents: [] });
  await ask('library.list', {});
  return { ask, ref, version };
}

test('a folder that goes away is missed, not made: saving says so and the draft stays', async () => {
  const { ask, ref, version } = await withVersion();
  const { mark } = await ask('library.changes', { since: null });
  renameSync(library(), away());
  await expect(ask('library.list', {})).rejects.toThrow(/cannot be found.*library/);
  expect((await ask('library.changes', { since: mark })).buildings).toEqual([ref.building]);
  await ask('draft.write', { ...ref, draft: { plan: changed, base: version, edits: 1 } });
  const saved = { ...ref, plan: changed, note: '', parents: [version] };
  await expect(ask('version.save', saved)).rejects.toThrow(/cannot be found/);
  await expect(ask('building.open', ref)).rejects.toThrow(/cannot be found/);
  await expect(ask('building.create', { name: '二', address: '' })).rejects.toThrow(
    /cannot be found/,
  );
  expect((await ask('host.describe', {})).readOnly).toBe(true);
  expect(existsSync(library())).toBe(false);
  renameSync(away(), library());
  expect((await ask('library.list', {})).buildings).toMatchObject([{ id: ref.building }]);
  expect((await ask('draft.read', ref))?.plan).toEqual(changed);
});

test('a building whose folder alone is gone is named, with the draft that waits for it', async () => {
  const { ask, ref, version } = await withVersion();
  await ask('building.create', { name: '二号楼', address: '' });
  await ask('library.list', {});
  await ask('draft.write', { ...ref, draft: { plan: changed, base: version, edits: 1 } });
  renameSync(join(library(), ref.building), away());

  for (const each of [ask, await startServices(folder())]) {
    const { buildings, problems } = await each('library.list', {});
    expect(buildings).toMatchObject([{ name: '二号楼' }]);
    const gone = { building: ref.building, day: '2026-01-01' };
    expect(problems).toMatchObject([{ at: '一号楼', fault: 'gone', gone }]);
    // What somebody moved on purpose is remembered.
    const moved = { movedBuildings: [gone] };
    expect(await each('settings.write', moved)).toMatchObject(moved);
    const { zh, en } = problems[0]!.problem;
    expect(zh).toMatch(
      new RegExp(`^本机 2026-01-01 .+它的文件夹 ${ref.building} 现已不在。本机存有它的草稿`),
    );
    expect(en).toMatch(/Its draft is kept/);
  }
  // Called otherwise in the library it is there, which is said already.
  renameSync(away(), join(library(), '一号楼'));
  expect((await ask('library.list', {})).problems).toMatchObject([{ at: '一号楼' }]);
  renameSync(join(library(), '一号楼'), join(library(), ref.building));
  expect((await ask('library.list', {})).problems).toEqual([]);
  expect((await ask('draft.read', ref))?.plan).toEqual(changed);
});

test('an import into a folder that went away is refused and makes none', async () => {
  const { ask, ref } = await withVersion();
  const chosen = { building: ref.building, versions: null, privateFacts: true };
  const { base64 } = await ask('bundle.export', chosen);
  renameSync(library(), away());
  await expect(ask('bundle.import', { base64 })).rejects.toThrow(/cannot be found/);
  expect(existsSync(library())).toBe(false);
});

test('a start without the folder of a library that had buildings makes none', async () => {
  await withVersion();
  putSamples();
  renameSync(library(), away());
  const ask = await startServices(folder());
  await expect(ask('library.list', {})).rejects.toThrow(/cannot be found/);
  expect(existsSync(library())).toBe(false);
});

test('the empty place of a share that is away is said to be empty, and gets no samples', async () => {
  await withVersion();
  putSamples();
  renameSync(library(), away());
  mkdirSync(library());
  const ask = await startServices(folder());
  await expect(ask('library.list', {})).rejects.toThrow(/is empty, and there were 1 buildings/);
  expect(readdirSync(library())).toEqual([]);
  rmSync(library(), { recursive: true });
  renameSync(away(), library());
  expect((await ask('library.list', {})).buildings).toHaveLength(1);
});

test('samples come into a new library only, on this machine or another', async () => {
  await withVersion();
  putSamples();
  const here = await startServices(folder());
  expect((await here('library.list', {})).buildings).toHaveLength(1);
  rmSync(join(folder(), 'user'), { recursive: true });
  const elsewhere = await startServices(folder());
  expect((await elsewhere('library.list', {})).buildings).toHaveLength(1);
});

test('samples whose adding was broken off are completed, after any record', async () => {
  putSamples();
  await startServices(folder());
  const files = () =>
    readdirSync(library(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  const whole = files();
  expect(whole).toHaveLength(10);
  for (const file of whole) {
    rmSync(file);
    await startServices(folder());
    expect(files()).toEqual(whole);
  }
  // The second sample was never begun.
  rmSync(join(library(), 'building_two'), { recursive: true });
  const ask = await startServices(folder());
  expect(files()).toEqual(whole);
  // Half of one that a person has listed so is completed; one that is gone is not brought back.
  await ask('library.list', {});
  rmSync(join(library(), 'building_one', 'versions'), { recursive: true });
  rmSync(join(library(), 'building_two'), { recursive: true });
  await startServices(folder());
  expect(files()).toEqual(whole.filter((file) => file.includes('building_one')));
});
