import { describe, expect, test } from 'vitest';
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

test('the profile in use and the office’s own are settings of this machine', async () => {
  const { ask } = await opened();
  await ask('settings.write', { profile, profiles: [profile] });
  const again = await startServices(folder());
  expect(await again('settings.read', {})).toMatchObject({ profile, profiles: [profile] });
});
