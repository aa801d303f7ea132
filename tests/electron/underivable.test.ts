import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, Plan, SchemeId, Storey, StoreyId } from '../../shared/plan/model.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A plan whose rooms cannot be worked out, through a fault of ours, locks nothing. */

vi.mock('../../shared/derive/storey-rooms.ts', async (original) => {
  const real = await original<typeof import('../../shared/derive/storey-rooms.ts')>();
  const storeyRooms: typeof real.storeyRooms = (id, storey, moment) => {
    if (storey.name === 'knot') throw new RangeError('the faces do not close');
    return real.storeyRooms(id, storey, moment);
  };
  return { ...real, storeyRooms };
});

const folder = temporaryFolder();
const storey = { level: 1, elevation: 0, height: 2900 };
const tables = { joints: {}, walls: {}, openings: {}, rooms: {}, fixtures: {}, risers: {} };
const planWith = (name: string): Plan => ({
  tenancies: {},
  households: { household_1: { door: '101' } } as Plan['households'],
  storeys: { ['storey_1' as StoreyId]: { ...storey, ...tables, name } as Storey },
});
const [sound, knot] = [planWith('sound'), planWith('knot')];

test('a version and a draft: the list and the building open and say so; the rest is untouched', async () => {
  const ask = await startServices(folder());
  const other = await ask('building.create', { name: '二号楼', address: '' });
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const scheme = schemes[0]!.id;
  const save = { building, scheme, note: '' };
  const first = await ask('version.save', { ...save, plan: sound, parents: [] });
  const { version } = await ask('version.save', { ...save, plan: knot, parents: [first.version] });
  const draft = { plan: knot, base: version, edits: 1 };
  await ask('draft.write', { building, scheme, draft });

  const { buildings, problems } = await ask('library.list', {});
  expect(new Set(buildings.map(({ id }) => id))).toEqual(new Set([building, other.id]));
  const line = buildings.find(({ id }) => id === building);
  expect(line).toMatchObject({ storeys: 1, households: 1, complete: null });
  expect(problems.map(({ at }) => at)).toEqual([`${building}/versions/${version}`]);

  const content = await ask('building.open', { building });
  expect(content.schemes[0]?.versions.map(({ complete }) => complete)).toEqual([null, 0]);
  expect(content.schemes[0]?.figures).toMatchObject({ complete: null, draft: true });
  expect(content.problems.map(({ at }) => at)).toEqual([`versions/${version}`, '方案甲']);
  expect(content.problems[0]?.problem.en).toMatch(/fault of the program.*duyong\.log/);
  expect((await ask('version.read', { building, scheme, version })).plan).toEqual(knot);
  expect((await ask('draft.read', { building, scheme }))?.plan).toEqual(knot);
  expect(readFileSync(join(folder(), 'user', 'duyong.log'), 'utf8')).toContain('do not close');
});

test('a building that has only such a draft is named in the list', async () => {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const draft = { plan: knot, base: null, edits: 1 };
  await ask('draft.write', { building, scheme: schemes[0]!.id, draft });
  const { buildings, problems } = await ask('library.list', {});
  expect(buildings).toMatchObject([{ id: building, complete: null }]);
  expect(problems.map(({ at }) => at)).toEqual([`${building}/draft`]);
});

test('a document: not imported, named by its scheme, and nothing is written', async () => {
  const ask = await startServices(folder());
  const text = writeDocument({
    building: { id: 'building_knot' as BuildingId, name: '结', address: '' },
    schemes: [sound, knot].map((plan, index) => ({
      id: `scheme_${index}` as SchemeId,
      name: '',
      description: '',
      plan,
    })),
  }).replaceAll('"name": ""', '"name": "甲"');
  const { building, problems } = await ask('building.import', { text });
  expect(building).toBeNull();
  expect(problems.map(({ at }) => at)).toEqual(['schemes[1]']);
  expect((await ask('library.list', {})).buildings).toEqual([]);
});

test("a building's folder that cannot be read is named, and the others open", async () => {
  const ask = await startServices(folder());
  const one = await ask('building.create', { name: '一号楼', address: '' });
  const other = await ask('building.create', { name: '二号楼', address: '' });
  const log = join(folder(), 'library', one.id, 'log');
  rmSync(log, { recursive: true });
  writeFileSync(log, '');
  const { buildings, problems } = await ask('library.list', {});
  expect(buildings.map(({ id }) => id)).toEqual([other.id]);
  expect(problems.map(({ at }) => at)).toEqual([`${one.id}/log`]);
});
