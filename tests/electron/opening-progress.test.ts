import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildingContent } from '../../shared/bridge.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

test('while a building is read for the first time, one can ask how far that is', async () => {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  for (const elevation of [0, 100, 200, 300, 400, 500]) {
    const plan = planOfFlats([drawFlats(1, [usualFlat])]);
    const [id, storey] = Object.entries(plan.storeys)[0]!;
    const raised = { ...plan, storeys: { [id]: { ...storey, elevation } } };
    await ask('version.save', { ...ref, plan: raised, note: '', parents: [] });
  }
  expect(await ask('building.progress', {})).toEqual({ done: 0, of: 0 });

  // As on a machine that has never seen the building.
  rmSync(join(folder(), 'user', 'index'), { recursive: true });
  const again = await startServices(folder());
  let isOpen = false;
  const opening = again('building.open', { building }).finally(() => {
    isOpen = true;
  });
  const heard: { done: number; of: number }[] = [];
  while (!isOpen) {
    heard.push(await again('building.progress', {}));
    await new Promise((done) => setImmediate(done));
  }
  await opening;
  const said = heard.filter(({ of }) => of > 0);
  expect(said.length).toBeGreaterThan(2);
  expect(said.every(({ done, of }) => of === 6 && done >= 1 && done <= 6)).toBe(true);
  const steps = said.map(({ done }) => done);
  expect(steps).toEqual(steps.toSorted((left, right) => left - right));
  expect(await again('building.progress', {})).toEqual({ done: 0, of: 0 });
});

test('a building opens before its older versions are counted', async () => {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const plan = planOfFlats([drawFlats(1, [usualFlat])]);
  let parents: string[] = [];
  for (const note of ['a', 'b', 'c']) {
    parents = [(await ask('version.save', { ...ref, plan, note, parents })).version];
  }
  rmSync(join(folder(), 'user', 'index'), { recursive: true });
  const again = await startServices(folder());
  const counted = (content: BuildingContent) =>
    content.schemes[0]!.versions.map((version) => [version.counted, version.households]);
  const households = Object.keys(plan.households).length;
  expect(counted(await again('building.open', { building }))).toEqual([
    [true, households],
    [false, 0],
    [false, 0],
  ]);
  const all = [true, households];
  expect(counted(await again('building.count', { building }))).toEqual([all, all, all]);
  // And it stays so, also after a restart.
  const later = await startServices(folder());
  expect(counted(await later('building.open', { building }))).toEqual([all, all, all]);
});
