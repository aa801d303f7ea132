import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { verifyLibrary } from '../../electron/verify.ts';
import type { BuildingContent } from '../../shared/bridge.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { mergePlans } from '../../shared/records/merge.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { type Ask, startServices } from './start-services.ts';
import { hasSyncthing, type SyncthingNode, startNodes } from './syncthing-node.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A library in a folder that a real sync service replicates: see README on how to run it. */

const folder = temporaryFolder();
const nodes: SyncthingNode[] = [];
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.stop();
});

const whyNot = !process.env.DUYONG_LONG
  ? 'only in npm run test:long'
  : hasSyncthing()
    ? null
    : 'syncthing is not installed';

/** Every file that a person put there, or the program: names and hashes. */
function contentsOf(library: string): readonly string[] {
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.stfolder'))
    .filter((name) => statSync(join(library, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(library, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    })
    .sort();
}

const within = { timeout: 60_000, interval: 200 };

test(whyNot
  ? `two Syncthing nodes: not run, ${whyNot}`
  : 'two Syncthing nodes edit apart, meet, merge once and end alike', async () => {
  if (whyNot) {
    console.log(`Replication by Syncthing was not tried: ${whyNot}.`);
    return;
  }
  const sides = ['north', 'south'].map((name) => join(folder(), name)) as [string, string];
  const libraries = sides.map((side) => join(side, 'library'));
  for (const library of libraries) mkdirSync(library, { recursive: true });
  const [north, south] = (await Promise.all(sides.map((side) => startServices(side)))) as [
    Ask,
    Ask,
  ];
  const alike = (files: number) =>
    vi.waitFor(() => {
      const [one, other] = libraries.map(contentsOf);
      expect(one).toEqual(other);
      expect(one).toHaveLength(files);
    }, within);

  const base = planOfFlats([drawFlats(1, [usualFlat])]);
  const { id: building, schemes } = await north('building.create', { name: '一号楼', address: '' });
  const ref = { building, scheme: schemes[0]!.id };
  const first = await north('version.save', { ...ref, plan: base, note: '', parents: [] });
  const started = await startNodes(
    sides.map((side) => ({ home: join(side, 'syncthing'), shared: join(side, 'library') })) as [
      { home: string; shared: string },
      { home: string; shared: string },
    ],
  );
  nodes.push(...started);
  await alike(3);

  for (const node of nodes) await node.disconnect();
  const [ours, theirs] = [thicker(base, 0), thicker(base, 1)];
  const parents = [first.version];
  const one = await north('version.save', { ...ref, plan: ours, note: '北', parents });
  await north('milestone.mark', {
    ...ref,
    version: one.version,
    milestone: { stage: 'consulted', round: 1 },
    withdrawn: false,
  });
  const other = await south('version.save', { ...ref, plan: theirs, note: '南', parents });
  expect(contentsOf(libraries[0]!)).not.toEqual(contentsOf(libraries[1]!));
  for (const node of nodes) await node.connect();
  await alike(6);
  const headsOf = async (ask: Ask): Promise<string[]> => {
    const content = await ask('building.open', { building });
    expect(content.problems).toEqual([]);
    return heads(content);
  };
  const both = [one.version, other.version].sort();
  expect(await headsOf(north)).toEqual(both);
  expect(await headsOf(south)).toEqual(both);

  const merged = mergePlans(base, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  const last = await south('version.save', { ...ref, plan: merged.plan, note: '', parents: both });
  await alike(7);
  for (const ask of [north, south]) {
    expect(await headsOf(ask)).toEqual([last.version]);
    expect((await ask('version.read', { ...ref, version: last.version })).plan).toEqual(
      merged.plan,
    );
  }
  for (const library of libraries) {
    expect((await verifyLibrary(library)).findings).toEqual([]);
    expect(contentsOf(library).filter((name) => name.includes('conflict'))).toEqual([]);
  }
}, 300_000);

function heads({ schemes }: BuildingContent): string[] {
  const versions = schemes[0]?.versions ?? [];
  const drawnFrom = new Set(versions.flatMap(({ parents }) => parents));
  return versions.flatMap(({ id }) => (drawnFrom.has(id) ? [] : [id])).sort();
}

/** The plan with the wall at this place, by id, 20 mm thicker. */
function thicker(plan: Plan, place: number): Plan {
  const [id, storey] = Object.entries(plan.storeys)[0]!;
  const [wall, facts] = Object.entries(storey.walls)[place]!;
  const walls = { ...storey.walls, [wall]: { ...facts, thickness: facts.thickness + 20 } };
  return { ...plan, storeys: { ...plan.storeys, [id]: { ...storey, walls } } };
}
