import { expect, test } from 'vitest';
import { openSession, type Request } from '../../renderer/editor/session.ts';
import type { IdKind, IdOfKind } from '../../shared/plan/model.ts';
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

const schemesOf = async ({ ask, building }: Awaited<ReturnType<typeof opened>>) =>
  (await ask('building.open', { building })).schemes.map(({ archived, versions }) => ({
    archived,
    versions: versions.length,
  }));

test('a plan is kept as the first version of a new scheme', async () => {
  const work = await opened(null);
  await work.session.keepAsScheme(work.plan, '方案', '左右分');
  expect(await schemesOf(work)).toEqual([
    { archived: false, versions: 0 },
    { archived: false, versions: 1 },
  ]);
});

test('where the version cannot be saved, no empty scheme stands in the way', async () => {
  const work = await opened('version.save');
  const kept = work.session.keepAsScheme(work.plan, '方案', '左右分');
  await expect(kept).rejects.toThrow('the disk is full');
  expect(await schemesOf(work)).toEqual([
    { archived: false, versions: 0 },
    { archived: true, versions: 0 },
  ]);
  expect(work.session.state.getState().content.schemes.at(-1)?.archived).toBe(true);
});
