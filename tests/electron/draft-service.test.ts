import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What drafts are written and read through the services. */

const folder = temporaryFolder();
const storey = { name: '一层', level: 1, elevation: 0, height: 2900 };
const wall = { thickness: 120, kind: 'partition' };
const planOf = (tables: object): Plan =>
  planSchema.parse({ storeys: { storey_1: { ...storey, ...tables } } });

async function withDraft() {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const scheme = schemes[0]!.id;
  const write = (plan: Plan) =>
    ask('draft.write', { building, scheme, draft: { plan, base: null, edits: 1 } });
  return { ask, building, scheme, write };
}

test('a draft of the wrong shape is refused with its path; the one before stays', async () => {
  const { ask, building, scheme, write } = await withDraft();
  const sound = planOf({});
  await write(sound);
  const wrong = { ...sound, storeys: { storey_1: { ...storey, walls: { wall_1: wall } } } };
  await expect(write(wrong as unknown as Plan)).rejects.toThrow(
    /draft\.plan\.storeys\.storey_1\.walls\.wall_1\.a: missing/,
  );
  expect((await ask('draft.read', { building, scheme }))?.plan).toEqual(sound);
});

test('a draft that contradicts itself is kept as it is, and locks nothing', async () => {
  const { building, scheme, write } = await withDraft();
  const broken = planOf({ walls: { wall_1: { ...wall, a: 'joint_1', b: 'joint_2' } } });
  await write(broken);
  const again = await startServices(folder());
  expect((await again('draft.read', { building, scheme }))?.plan).toEqual(broken);
  expect((await again('library.list', {})).buildings).toMatchObject([{ id: building }]);
  expect((await again('building.open', { building })).schemes[0]?.draft?.edits).toBe(1);
});

test('a draft too large to be worked out is refused by name; the one before stays', async () => {
  const { ask, building, scheme, write } = await withDraft();
  const sound = planOf({});
  await write(sound);
  const joints = Array.from({ length: 50_001 }, (_, index) => [`joint_${index}`, { x: 0, y: 0 }]);
  await expect(write(planOf({ joints: Object.fromEntries(joints) }))).rejects.toThrow(
    /plan\.storeys\.storey_1\.joints: too many/,
  );
  expect((await ask('draft.read', { building, scheme }))?.plan).toEqual(sound);
});

test('a draft that cannot be read now: the building opens and says so, and no other takes its place', async () => {
  const { ask, building, write } = await withDraft();
  await write(planOf({}));
  const { scheme } = await ask('scheme.create', {
    building,
    name: '乙',
    description: '',
    from: null,
  });
  await ask('draft.discard', { building, scheme });
  mkdirSync(join(folder(), 'user', 'drafts', `${building}+${scheme}.json`));
  const content = await ask('building.open', { building });
  expect(content.problems).toMatchObject([{ at: '乙' }]);
  expect(content.problems[0]?.problem.en).toContain('left as it is');
  expect(content.schemes.map(({ draft }) => draft !== null)).toEqual([true, true]);
  await expect(ask('draft.read', { building, scheme })).rejects.toThrow(/left as it is/);
  expect((await ask('library.list', {})).buildings).toMatchObject([{ id: building, storeys: 1 }]);
});
