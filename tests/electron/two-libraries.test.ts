import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planSchema } from '../../shared/plan/schema.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Libraries of one computer that hold the same building: each has its own drafts. */

const folder = temporaryFolder();
const open = (library: string) => startServices(folder(), undefined, library);
const planOf = (name: string) =>
  planSchema.parse({ storeys: { storey_1: { name, level: 1, elevation: 0, height: 2900 } } });

/** A building with one version in `one`; `others` are copies of that library. */
async function copied(...others: string[]) {
  const ask = await open('one');
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const scheme = schemes[0]!.id;
  const saved = { building, scheme, plan: planOf('一层'), note: '', parents: [] };
  const { version } = await ask('version.save', saved);
  await ask('library.list', {});
  for (const other of others)
    cpSync(join(folder(), 'one'), join(folder(), other), { recursive: true });
  const ref = { building, scheme };
  return { ask, ref, draftOf: (name: string) => ({ plan: planOf(name), base: version, edits: 1 }) };
}

test('a draft is of one library: another neither shows it, nor writes over it, nor consumes it', async () => {
  const { ask, ref, draftOf } = await copied('two');
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  const two = await open('two');
  expect(await two('draft.read', ref)).toBeNull();
  expect((await two('library.list', {})).buildings).toMatchObject([{ hasDraft: false }]);
  await two('draft.write', { ...ref, draft: draftOf('另') });
  const { base } = draftOf('另');
  await two('version.save', { ...ref, plan: planOf('另'), note: '', parents: [base] });
  const again = await open('one');
  expect((await again('draft.read', ref))?.plan).toEqual(planOf('改'));
});

test('a library that was moved keeps its drafts, and one in its place has none of them', async () => {
  const { ask, ref, draftOf } = await copied();
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  renameSync(join(folder(), 'one'), join(folder(), 'moved'));
  const moved = await open('moved');
  expect((await moved('draft.read', ref))?.plan).toEqual(planOf('改'));
  cpSync(join(folder(), 'moved'), join(folder(), 'one'), { recursive: true });
  expect(await (await open('one'))('draft.read', ref)).toBeNull();
  expect((await (await open('moved'))('draft.read', ref))?.plan).toEqual(planOf('改'));
});

test('a library that lost a record as it was moved keeps its drafts all the same', async () => {
  const { ask, ref, draftOf } = await copied();
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  renameSync(join(folder(), 'one'), join(folder(), 'moved'));
  const log = join(folder(), 'moved', ref.building, 'log');
  const [lost] = readdirSync(log);
  rmSync(join(log, lost!));
  const moved = await open('moved');
  expect((await moved('draft.read', ref))?.plan).toEqual(planOf('改'));
  const { problems } = await moved('library.list', {});
  expect(problems).toMatchObject([{ at: `${ref.building}/log/${lost}`, fault: 'gone' }]);
});

test('a library with a few records of one that is away is not taken for it', async () => {
  const { ask, ref, draftOf } = await copied();
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  for (const name of ['二号楼', '三号楼']) await ask('building.create', { name, address: '' });
  await ask('library.list', {});
  renameSync(join(folder(), 'one'), join(folder(), 'away'));
  const [from, to] = ['away', 'new'].map((name) => join(folder(), name, ref.building));
  cpSync(from!, to!, { recursive: true });
  expect(await (await open('new'))('draft.read', ref)).toBeNull();
  expect((await (await open('away'))('draft.read', ref))?.plan).toEqual(planOf('改'));
});

test('a new library is not taken for one whose folder is away', async () => {
  const { ask, ref, draftOf } = await copied('away');
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  rmSync(join(folder(), 'one'), { recursive: true });
  const fresh = await open('new');
  await fresh('building.create', { name: '二号楼', address: '' });
  renameSync(join(folder(), 'away'), join(folder(), 'one'));
  expect((await (await open('one'))('draft.read', ref))?.plan).toEqual(planOf('改'));
});

test('a damaged list of libraries costs nothing where none was moved', async () => {
  const { ask, ref, draftOf } = await copied();
  await ask('draft.write', { ...ref, draft: draftOf('改') });
  const list = join(folder(), 'user', 'libraries.json');
  expect(existsSync(list)).toBe(true);
  writeFileSync(list, '{');
  expect((await (await open('one'))('draft.read', ref))?.plan).toEqual(planOf('改'));
  expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({ format: 1 });
});
