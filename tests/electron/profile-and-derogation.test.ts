import { expect, test } from 'vitest';
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

test('the profile in use and the office’s own are settings of this machine', async () => {
  const { ask } = await opened();
  await ask('settings.write', { profile, profiles: [profile] });
  const again = await startServices(folder());
  expect(await again('settings.read', {})).toMatchObject({ profile, profiles: [profile] });
});
