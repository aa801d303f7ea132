import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
  expect(said.every(({ done, of }) => of === 12 && done >= 1 && done <= 12)).toBe(true);
  const steps = said.map(({ done }) => done);
  expect(steps).toEqual(steps.toSorted((left, right) => left - right));
  expect(await again('building.progress', {})).toEqual({ done: 0, of: 0 });
});
