import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A document written by hand, wrong in single elements: refused with every path, or taken as a draft. */

const folder = temporaryFolder();
const sample = readFileSync(
  join(import.meta.dirname, '../../assets/samples/brothers.json'),
  'utf8',
);

interface LooseStorey {
  joints: Record<string, unknown>;
  walls: Record<string, { a: string; b: string }>;
}
type Loose = {
  building: { id: string };
  format: number;
  schemes: { storeys: Record<string, LooseStorey> }[];
};

function withDamage(damage: (storey: LooseStorey, file: Loose) => void): string {
  const file = JSON.parse(sample) as Loose;
  file.building.id = 'building_hand';
  damage(Object.values(file.schemes[0]!.storeys)[0]!, file);
  return JSON.stringify(file);
}
const lostJoint = withDamage(({ walls }) => {
  Object.values(walls)[0]!.b = 'joint_lost';
});

test('it is refused first, and what it takes to have it all the same is said', async () => {
  const ask = await startServices(folder());
  const answer = await ask('building.import', { text: lostJoint });
  expect(answer).toMatchObject({ building: null, mendable: true });
  expect(answer.problems.map(({ problem }) => problem.en)).toEqual(['no such joint joint_lost']);
  expect((await ask('library.list', {})).buildings).toEqual([]);
});

test('as a draft it opens with every element, and its sound schemes are versions', async () => {
  const ask = await startServices(folder());
  const { building } = await ask('building.import', { text: lostJoint, faulty: true });
  expect(building).toBe('building_hand');
  const content = await ask('building.open', { building: building! });
  const [first, second] = content.schemes;
  expect(first).toMatchObject({ versions: [], draft: { edits: 1, base: null } });
  expect(second?.versions).toHaveLength(1);
  const draft = await ask('draft.read', { building: building!, scheme: first!.id });
  const [storey] = Object.values(draft!.plan.storeys);
  const file = JSON.parse(lostJoint) as Loose;
  expect(Object.keys(storey!.walls)).toEqual(
    Object.keys(Object.values(file.schemes[0]!.storeys)[0]!.walls),
  );
});

test.each([
  ['no document', '[]'],
  ['a wrong shape', withDamage((_storey, file) => Reflect.set(file, 'schemes', 7))],
  [
    'two storeys at one level',
    withDamage((storey, file) => {
      file.schemes[0]!.storeys.storey_twin = storey;
    }),
  ],
])('%s is refused whatever is asked', async (_name, text) => {
  const ask = await startServices(folder());
  const answer = await ask('building.import', { text, faulty: true });
  expect(answer.building).toBeNull();
  expect(answer.mendable).toBeUndefined();
  expect((await ask('library.list', {})).buildings).toEqual([]);
});
