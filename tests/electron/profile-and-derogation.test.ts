import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const plan = planOfFlats([drawFlats(1, [usualFlat])]);
const profile: ProfileFile = {
  format: 1,
  kind: 'duyong-profile',
  name: '本局',
  base: 'national',
  rules: { R3: { numbers: { least: 20 } } },
  fixtures: {},
};

async function opened() {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  return { ask, ref: { building, scheme: schemes[0]!.id } };
}

test('a version keeps the profile that it was saved with; one without stays without', async () => {
  const { ask, ref } = await opened();
  const first = await ask('version.save', { ...ref, plan, note: '', parents: [] });
  const second = await ask('version.save', {
    ...ref,
    plan,
    note: '',
    parents: [first.version],
    profile,
  });
  const again = await startServices(folder());
  const { schemes } = await again('building.open', { building: ref.building });
  const [newest, oldest] = schemes[0]!.versions;
  expect(newest).toMatchObject({ id: second.version, profile });
  expect(oldest).not.toHaveProperty('profile');
});

test('an accepted warning is on disk, and is taken back', async () => {
  const { ask, ref } = await opened();
  const derogation = {
    finding: 'R3/storey_1/room_1a-living',
    by: '王工',
    reason: '面积所限',
    measured: { value: 9, unit: 'm2' },
    required: { value: 10, unit: 'm2' },
    until: null,
  };
  await ask('derogation.record', { ...ref, derogation, withdrawn: false });
  const again = await startServices(folder());
  const { schemes } = await again('building.open', { building: ref.building });
  expect(schemes[0]!.derogations).toMatchObject([derogation]);
  // By the services that wrote it, whose clock goes on.
  const content = await ask('derogation.record', { ...ref, derogation, withdrawn: true });
  expect(content.schemes[0]!.derogations).toEqual([]);
});

test('an acceptance keeps the piece of a wall and the households that it is about', async () => {
  const { ask, ref } = await opened();
  const derogation = {
    ...{ finding: 'S1/storey_1/wall_1', by: '王工', reason: '待结构复核' },
    ...{ measured: null, required: null, until: null },
    extent: { from: { x: 0, y: 0 }, to: { x: 3200, y: 0 } },
    concerned: ['household_1' as HouseholdId],
  };
  await ask('derogation.record', { ...ref, derogation, withdrawn: false });
  const { schemes } = await ask('building.open', { building: ref.building });
  expect(schemes[0]!.derogations).toMatchObject([derogation]);
});

describe('an acceptance that no dialog would have taken', () => {
  const sound = {
    finding: 'R3/storey_1/room_1a-living',
    by: '王工',
    reason: '面积所限',
    measured: { value: 9, unit: 'm2' },
    required: { value: 10, unit: 'm2' },
    until: null,
  };
  const cases: [string, Record<string, unknown>, RegExp][] = [
    [
      'a limit that is no number',
      { until: Number.NaN },
      /derogation\.until: too large a number, or not one/,
    ],
    ['an endless limit', { until: Number.POSITIVE_INFINITY }, /derogation\.until/],
    ['a limit in words', { until: '很大' }, /derogation\.until: must be a number, not text/],
    ['a negative limit', { until: -1 }, /limit -1 is no usable number/],
    ['a limit of nothing', { until: 0 }, /limit of 0 or less/],
    ['an absurd limit', { until: 1e300 }, /no usable number/],
    ['a limit that is passed already', { until: 9.5 }, /cannot be above 9\.00 m²/],
    ['a limit without a number', { measured: null, until: 3 }, /takes no limit/],
    ['a negative measure', { measured: { value: -9, unit: 'm2' } }, /no usable number/],
    ['two units', { measured: { value: 9, unit: 'mm' } }, /both in one unit/],
    ['a unit of its own', { measured: { value: 9, unit: '亩' } }, /no usable number/],
    ['nobody', { by: ' ' }, /Say who/],
    ['no reason', { reason: '\n' }, /and why/],
    ['no rule', { finding: 'toString/storey_1' }, /No rule/],
    ['a rule’s name with a break', { finding: 'R3/a\u0000b' }, /No rule/],
    ['the aim of the programme', { finding: 'F1/kitchen/household_1' }, /cannot be accepted away/],
  ];
  test.each(cases)('%s is refused, and nothing is stored', async (_, change, words) => {
    const { ask, ref } = await opened();
    const derogation = { ...sound, ...change } as typeof sound;
    await expect(
      ask('derogation.record', { ...ref, derogation, withdrawn: false }),
    ).rejects.toThrow(words);
    const { schemes } = await ask('building.open', { building: ref.building });
    expect(schemes[0]!.derogations).toEqual([]);
  });
});

describe('what was accepted goes along', () => {
  const derogation = {
    finding: 'R3/storey_1/room_1a-living',
    by: '王工',
    reason: '面积所限',
    measured: { value: 9, unit: 'm2' },
    required: { value: 10, unit: 'm2' },
    until: 8.5,
  };
  async function accepted() {
    const { ask, ref } = await opened();
    await ask('version.save', { ...ref, plan, note: '', parents: [] });
    const { schemes } = await ask('derogation.record', { ...ref, derogation, withdrawn: false });
    return { ask, ref, kept: schemes[0]!.derogations };
  }

  test('with a document to another library, with who and when', async () => {
    const { ask, ref, kept } = await accepted();
    const { text, notes } = await ask('building.export', { building: ref.building });
    expect(notes).toEqual([]);
    const elsewhere = await startServices(folder());
    // Its clock starts anew and must be past the acceptance.
    for (const name of '一二三四五六七八九') {
      await elsewhere('building.create', { name, address: '' });
    }
    const { building } = await elsewhere('building.import', { text });
    const { schemes } = await elsewhere('building.open', { building: building! });
    expect(schemes[0]!.derogations).toEqual(kept);
    // There it can be taken back.
    const ref2 = { building: building!, scheme: schemes[0]!.id };
    const after = await elsewhere('derogation.record', { ...ref2, derogation, withdrawn: true });
    expect(after.schemes[0]!.derogations).toEqual([]);
  });

  test('with a copy of the building', async () => {
    const { ask, ref, kept } = await accepted();
    const copy = await ask('building.duplicate', { building: ref.building, name: '副本' });
    expect(copy.schemes[0]!.derogations).toEqual(kept);
  });

  test('dated after today it counts from today, so that it can be taken back', async () => {
    const { ask, ref } = await accepted();
    const { text } = await ask('building.export', { building: ref.building });
    const elsewhere = await startServices(folder());
    const { building } = await elsewhere('building.import', {
      text: text.replace(/"at": "2026-[^"]+"/, '"at": "9999-01-01T00:00:00.000Z"'),
    });
    const { schemes } = await elsewhere('building.open', { building: building! });
    expect(schemes[0]!.derogations[0]!.at).toMatch(/^2026-/);
    const ref2 = { building: building!, scheme: schemes[0]!.id };
    const after = await elsewhere('derogation.record', { ...ref2, derogation, withdrawn: true });
    expect(after.schemes[0]!.derogations).toEqual([]);
  });

  test('but for a record that somebody wrote by hand, which is named', async () => {
    const place = folder();
    const ask = await startServices(place);
    const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
    const scheme = schemes[0]!.id;
    await ask('version.save', { building, scheme, plan, note: '', parents: [] });
    await openLibraryFolder(join(place, 'library')).append({
      format: 1,
      kind: 'derogation-recorded',
      at: '2026-01-02T00:00:00.000Z',
      building,
      scheme,
      ...derogation,
      finding: 'F1/kitchen/household_1a',
      withdrawn: false,
    });
    const { text, notes } = await ask('building.export', { building });
    expect(text).not.toContain('derogations');
    expect(notes.map(({ at }) => at)).toEqual([expect.stringContaining('F1/kitchen')]);
    expect(notes[0]!.problem.en).toContain('cannot be accepted away');
  });
});

test('the profile in use and the office’s own are settings of this machine', async () => {
  const { ask } = await opened();
  await ask('settings.write', { profile, profiles: [profile] });
  const again = await startServices(folder());
  expect(await again('settings.read', {})).toMatchObject({ profile, profiles: [profile] });
});
