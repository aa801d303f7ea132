import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { savedWords } from '../../renderer/language/saved-words.ts';
import { byBelievedTime } from '../../shared/records/believed.ts';
import { mostNumber } from '../../shared/records/version-numbers.ts';
import { putRecord } from '../app/put-record.ts';
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

test('of two schemes the one of today is the newest, not the one of the future', async () => {
  const { right, ref } = await twoOffices();
  const line = async () => (await right('library.list', {})).buildings[0];
  // What is all there is may be shown, with its doubt.
  expect((await line())?.lastSavedAt).toMatch(/^2099/);
  const other = await right('scheme.create', {
    building: ref.building,
    name: '方案乙',
    description: '',
    from: null,
  });
  const two = planOfFlats([drawFlats(1, [usualFlat]), drawFlats(2, [usualFlat])]);
  const there = { building: ref.building, scheme: other.scheme };
  await right('version.save', { ...there, plan: two, note: '', parents: [] });
  expect(await line()).toMatchObject({
    lastSavedAt: expect.stringMatching(/^2026-12-01T08:00:00/),
    storeys: 2,
  });
});

test('of two heads the one of today stands first, whatever the other is dated', async () => {
  const { wrong, right, ref, version } = await twoOffices();
  const saved = (ask: typeof right, note: string, changed = plan) =>
    ask('version.save', { ...ref, plan: changed, note, parents: [version] });
  await saved(right, '今天');
  const two = planOfFlats([drawFlats(1, [usualFlat]), drawFlats(2, [usualFlat])]);
  await wrong('version.save', { ...ref, plan: two, note: '快', parents: [version] });
  const [scheme] = (await right('building.open', { building: ref.building })).schemes;
  expect(scheme!.fork).not.toBeNull();
  expect(scheme!.versions.map(({ note }) => note)).toEqual(['今天', '快', '快']);
  const [line] = (await right('library.list', {})).buildings;
  expect(line).toMatchObject({ lastSavedAt: today, storeys: 1 });
});

test('dates of the future come after all others, the rest by their time', () => {
  const version = (id: string, savedAt: string) => ({ id, savedAt });
  const future = version('2099-a', '2099-12-01T03:25:00.000Z');
  const [early, late] = [
    version('2026-a', '2026-11-30T08:00:00.000Z'),
    // Drawn from one of the future, so that its id is of the future, too.
    version('2099-b', '2026-12-01T07:00:00.000Z'),
  ];
  const soon = version('2026-b', '2026-12-01T08:30:00.000Z');
  const sorted = [future, early, late, soon].sort(byBelievedTime('2026-12-01T09:00:00.000Z'));
  expect(sorted).toEqual([soon, late, early, future]);
});

test('what follows the last time that a record can have is saved, and is the latest word', async () => {
  const place = folder();
  const last = '9999-12-31T23:59:59.999Z';
  const gone = askOf(await startHost(place, { now: () => last, userData: `${place}/gone` }));
  const { id: building, schemes } = await gone('building.create', { name: '错名', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const { version } = await gone('version.save', { ...ref, plan, note: '', parents: [] });

  let second = 0;
  const ticking = () => new Date(Date.parse(today) + 1000 * second++).toISOString();
  const right = askOf(await startHost(place, { now: ticking, userData: `${place}/right` }));
  let parents = [version];
  for (const note of ['一', '二', '三']) {
    parents = [(await right('version.save', { ...ref, plan, note, parents })).version];
  }
  for (const name of ['甲', '乙', '对名']) {
    await right('building.describe', { building, name, address: '' });
  }
  const again = await right('building.open', { building });
  expect(again.problems).toEqual([]);
  expect(again.name).toBe('对名');
  const [scheme] = again.schemes;
  expect(scheme!.fork).toBeNull();
  expect(scheme!.versions.map(({ note }) => note)).toEqual(['三', '二', '一', '']);
});

test('a record of a day that there is not is damaged, and a number too high counts no further', async () => {
  const { right, ref, version } = await twoOffices();
  const record = { format: 1, kind: 'version-saved', ...ref, author: '', note: '', plan } as const;
  const library = `${folder()}/library`;
  putRecord(library, { ...record, at: '2026-99-99T99:99:99.999Z', parents: [version] });
  const high = putRecord(library, {
    ...record,
    at: '2099-12-02T00:00:00.000Z',
    parents: [version],
    number: mostNumber,
  });
  const { problems } = await right('building.open', { building: ref.building });
  expect(problems).toMatchObject([{ fault: 'damaged' }]);
  const saved = await right('version.save', { ...ref, plan, note: '今天', parents: [high] });
  const again = await right('building.open', { building: ref.building });
  expect(again.problems).toHaveLength(1);
  expect(again.schemes[0]!.versions[0]).toMatchObject({ id: saved.version, number: mostNumber });
});

test('a record that nobody could read again is refused', async () => {
  const place = folder();
  const described = { format: 1, kind: 'building-described', building: 'building_one' } as const;
  const record = { ...described, at: '+010000-01-01T00:00:00.000Z', name: '', address: '' };
  await expect(
    openLibraryFolder(place).append({ ...record, archived: false } as never),
  ).rejects.toThrow(/Nobody could read this record again/);
  expect(readdirSync(place)).toEqual([]);
});
