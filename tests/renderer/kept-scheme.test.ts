import { expect, test } from 'vitest';
import { openSession, type Request } from '../../renderer/editor/session.ts';
import type { IdKind, IdOfKind, Storey, StoreyId } from '../../shared/plan/model.ts';
import { startServices } from '../electron/start-services.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

const folder = temporaryFolder();

/** A session over real services, of which one request may be refused. */
async function opened(refused: string | null) {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const request: Request = (name, argument) =>
    name === refused ? Promise.reject(new Error('the disk is full')) : ask(name, argument);
  let last = 0;
  const newId = <K extends IdKind>(kind: K) => {
    last += 1;
    return `${kind}_n${last}` as string as IdOfKind[K];
  };
  const session = await openSession({ request, newId, building, scheme: schemes[0]!.id });
  return { ask, building, session, plan: session.store.getState().history.plan };
}

const left = { word: '备选', what: '左右分', description: '面积相同', sameAs: 'left' };

const schemesOf = async ({ ask, building }: Awaited<ReturnType<typeof opened>>) =>
  (await ask('building.open', { building })).schemes.map(({ archived, versions }) => ({
    archived,
    versions: versions.length,
  }));

test('a plan is kept as the first version of a new scheme', async () => {
  const work = await opened(null);
  await work.session.keepAsScheme(work.plan, left);
  expect(await schemesOf(work)).toEqual([
    { archived: false, versions: 0 },
    { archived: false, versions: 1 },
  ]);
});

test('where the version cannot be saved, no empty scheme stands in the way', async () => {
  const work = await opened('version.save');
  const kept = work.session.keepAsScheme(work.plan, left);
  await expect(kept).rejects.toThrow('the disk is full');
  expect(await schemesOf(work)).toEqual([
    { archived: false, versions: 0 },
    { archived: true, versions: 0 },
  ]);
  expect(work.session.state.getState().content.schemes.at(-1)?.archived).toBe(true);
});

test('what is kept twice from one plan is one scheme; another, or the same of another plan, is not', async () => {
  const { ask, building, session, plan } = await opened(null);
  const first = await session.keepAsScheme(plan, left);
  expect(first).toEqual({ name: '备选 2 左右分', isNew: true });
  expect(await session.keepAsScheme(plan, left)).toEqual({ ...first, isNew: false });
  const other = { ...left, what: '上下分', sameAs: 'level' };
  expect(await session.keepAsScheme(plan, other)).toMatchObject({ isNew: true });
  const schemes = async () => (await ask('building.open', { building })).schemes;
  expect((await schemes()).map(({ name }) => name).slice(1)).toEqual([
    '备选 2 左右分',
    '备选 3 上下分',
  ]);
  expect((await schemes())[1]?.description).toBe('面积相同');
  const [[id, storey]] = Object.entries(plan.storeys) as [[StoreyId, Storey]];
  const raised = { ...plan, storeys: { [id]: { ...storey, height: storey.height + 100 } } };
  session.store.getState().replacePlan(raised, { zh: '改动', en: 'Change' });
  expect(await session.keepAsScheme(plan, left)).toMatchObject({ isNew: true });
});

test('one that was archived since is kept anew', async () => {
  const { building, session, plan, ask } = await opened(null);
  const { name } = await session.keepAsScheme(plan, left);
  const scheme = (await ask('building.open', { building })).schemes.find(
    (one) => one.name === name,
  )!;
  const gone = { building, scheme: scheme.id, name, description: '', archived: true };
  session.state.setState({ content: await ask('scheme.describe', gone) });
  expect(await session.keepAsScheme(plan, left)).toMatchObject({ isNew: true });
});
