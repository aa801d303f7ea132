import { expect, test } from 'vitest';
import { savedWords } from '../../renderer/language/saved-words.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { askOf, startHost } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One machine's clock is seventy years fast: the order of records stands, and no date is invented. */

const folder = temporaryFolder();
const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const fast = '2099-12-01T03:25:00.000Z';
const today = '2026-12-01T08:00:00.000Z';
const signed = { stage: 'signed', round: null } as const;

async function twoOffices() {
  const place = folder();
  const officeAt = async (user: string, time: string) =>
    askOf(await startHost(place, { now: () => time, userData: `${place}/${user}` }));
  const wrong = await officeAt('wrong', fast);
  const { id: building, schemes } = await wrong('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await wrong('version.save', { ...ref, plan, note: '快', parents: [] });
  return { wrong, right: await officeAt('right', today), ref, version };
}

test('a version drawn from one of the future has the time of today, and stands after it', async () => {
  const { right, ref, version } = await twoOffices();
  const saved = await right('version.save', { ...ref, plan, note: '今天', parents: [version] });
  const again = await right('building.open', { building: ref.building });
  expect(again.problems).toEqual([]);
  const [newest, older] = again.schemes[0]!.versions;
  expect(newest).toMatchObject({ id: saved.version, note: '今天', savedAt: today, skewed: true });
  expect(older).toMatchObject({
    id: version,
    savedAt: expect.stringMatching(/^2099-12-01T03:25:00/),
  });
  expect(older!.skewed).toBeUndefined();
  expect(saved.version > version).toBe(true);
  const now = new Date(today);
  expect(savedWords(newest!, 'zh', now)).toMatch(/^2026-12-01 .+（早于所依据的一版，.+）$/);
  expect(savedWords(older!, 'zh', now)).toMatch(/^2099-12-01 .+（晚于现在，.+）$/);
  // What goes on from there is of today as well.
  await right('version.save', { ...ref, plan, note: '再改', parents: [saved.version] });
  const third = await right('building.open', { building: ref.building });
  const [last] = third.schemes[0]!.versions;
  expect(last).toMatchObject({ note: '再改', savedAt: today, number: 3 });
  expect(last!.skewed).toBeUndefined();
});

test('a version of the same clock says nothing of clocks', async () => {
  const { wrong, ref, version } = await twoOffices();
  const saved = await wrong('version.save', { ...ref, plan, note: '', parents: [version] });
  const newest = saved.content.schemes[0]!.versions[0]!;
  expect(newest.skewed).toBeUndefined();
  expect(savedWords(newest, 'en', new Date(fast))).not.toMatch(/clock/);
});

test('what was said in the future can be taken back today', async () => {
  const { wrong, right, ref, version } = await twoOffices();
  const mark = { ...ref, version, milestone: signed };
  await wrong('milestone.mark', { ...mark, withdrawn: false });
  await wrong('building.describe', { building: ref.building, name: '错名', address: '' });
  const accepted = {
    finding: 'K1/storey_1/room_1',
    by: '王工',
    reason: '小',
    measured: null,
    required: null,
    until: null,
  };
  await wrong('derogation.record', { ...ref, derogation: accepted, withdrawn: false });
  const contact = {
    household: Object.keys(plan.households)[0] as never,
    name: '张',
    telephone: '1',
  };
  await wrong('contact.record', { building: ref.building, contact });

  await right('milestone.mark', { ...mark, withdrawn: true });
  await right('building.describe', { building: ref.building, name: '对名', address: '' });
  await right('derogation.record', {
    ...ref,
    derogation: { ...accepted, reason: '改了' },
    withdrawn: false,
  });
  await right('contact.record', {
    building: ref.building,
    contact: { ...contact, name: '', telephone: '' },
  });
  const { name, schemes, contacts } = await right('building.open', { building: ref.building });
  expect(name).toBe('对名');
  expect(schemes[0]!.versions[0]!.milestones).toEqual([]);
  expect(schemes[0]!.derogations).toMatchObject([{ reason: '改了', at: today }]);
  expect(contacts).toEqual([]);
});
