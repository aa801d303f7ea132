import { expect, test } from 'vitest';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const round = { stage: 'consulted', round: 2 } as const;

test('a mark is a record: kept on disk, taken back, found by its words', async () => {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await ask('version.save', { ...ref, plan, note: '', parents: [] });
  await ask('settings.write', { author: '王工' });
  await ask('milestone.mark', { ...ref, version, milestone: round, withdrawn: false });

  const again = await startServices(folder());
  const content = await again('building.open', { building });
  expect(content.problems).toEqual([]);
  expect(content.schemes[0]!.versions[0]!.milestones).toMatchObject([{ ...round, by: '王工' }]);
  const find = async (words: string) => (await again('library.search', { words })).found;
  expect(await find('征询第二轮')).toMatchObject([
    { building, where: [{ field: 'status', words: '征询第二轮' }] },
  ]);
  expect(await find('征询第一轮')).toEqual([]);

  const taken = await ask('milestone.mark', { ...ref, version, milestone: round, withdrawn: true });
  expect(taken.schemes[0]!.versions[0]!.milestones).toEqual([]);
});

test('a round without a number, a number without a round and a version that is not there are refused', async () => {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await ask('version.save', { ...ref, plan, note: '', parents: [] });
  const mark = (milestone: { stage: 'consulted' | 'signed'; round: number | null }, of = version) =>
    ask('milestone.mark', { ...ref, version: of, milestone, withdrawn: false });
  await expect(mark({ stage: 'consulted', round: null })).rejects.toThrow();
  await expect(mark({ stage: 'signed', round: 1 })).rejects.toThrow();
  const other = `${version.slice(0, -1)}${version.endsWith('0') ? '1' : '0'}`;
  await expect(mark({ stage: 'signed', round: null }, other)).rejects.toThrow();
});
