import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSession, schemeOf } from '../../renderer/editor/session.ts';
import type { IdKind, IdOfKind } from '../../shared/plan/model.ts';
import { startServices } from '../electron/start-services.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';

/** What a sync service brings late is shown; only what nobody went on from is news. */

const folder = temporaryFolder();
let last = 0;
const newId = <K extends IdKind>(kind: K) => {
  last += 1;
  return `${kind}_n${last}` as string as IdOfKind[K];
};

test('a version that others went on from fills its gap without a word', async () => {
  const request = await startServices(folder());
  const { id: building, schemes } = await request('building.create', {
    name: '一号楼',
    address: '',
  });
  const scheme = schemes[0]!.id;
  const plan = planOfFlats([drawFlats(1, [usualFlat])]);
  const save = async (note: string, parents: string[]) =>
    (await request('version.save', { building, scheme, plan, note, parents })).version;
  const first = await save('a', []);
  const second = await save('b', [first]);
  await save('c', [second]);
  const file = join(folder(), 'library', building, 'versions', `${second}.json.gz`);
  renameSync(file, join(folder(), 'aside'));
  const session = await openSession({ request, newId, building, scheme });
  const shown = () => schemeOf(session.state.getState(), scheme)!;
  expect(shown().gaps).toMatchObject([{ id: second, number: 2, why: 'missing' }]);

  renameSync(join(folder(), 'aside'), file);
  await session.lookForOthers();
  expect(shown().gaps).toEqual([]);
  expect(shown().versions).toHaveLength(3);
  expect(session.state.getState().news).toBeNull();

  // A mark that somebody set arrives as well; a version beside the newest is news.
  const mark = { building, scheme, version: second, withdrawn: false };
  await request('milestone.mark', { ...mark, milestone: { stage: 'approved', round: null } });
  await session.lookForOthers();
  expect(shown().versions[1]?.milestones).toHaveLength(1);
  expect(session.state.getState().news).toBeNull();
  const beside = await save('d', [second]);
  await session.lookForOthers();
  expect(session.state.getState().news?.id).toBe(beside);
});
