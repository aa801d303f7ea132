import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { placeUnderlay } from '../../shared/edit/underlay.ts';
import type { BuildingId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { type Ask, startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const scan = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'scans', 'rmf-home.png'));
const base64 = scan.toString('base64');

/** A building whose saved version has the scan under its storey. */
async function traced(ask: Ask) {
  const made = await ask('building.create', { name: '一号楼', address: '' });
  const building = made.id;
  const scheme = made.schemes[0]!.id;
  const { asset, width, height } = await ask('asset.add', { building, base64 });
  const draft = await ask('draft.read', { building, scheme });
  const storey = Object.keys(draft!.plan.storeys)[0] as StoreyId;
  const picture = { asset, name: '扫描.png', width, height, resolution: 96 };
  const plan = perform(
    startHistory(draft!.plan),
    placeUnderlay({ storey, picture, origin: { x: 0, y: 0 }, scale: 15.353288770412677 }),
  ).history.plan;
  await ask('version.save', { building, scheme, plan, note: '', parents: [] });
  return { building, scheme, asset, plan };
}
const assetsIn = (root: string, building: string): string[] => {
  const path = join(root, 'library', building, 'assets');
  return readdirSync(path).sort();
};
async function newestPlan(ask: Ask, building: BuildingId): Promise<Plan> {
  const content = await ask('building.open', { building });
  const [scheme] = content.schemes;
  const version = scheme!.versions[0]!.id;
  return (await ask('version.read', { building, scheme: scheme!.id, version })).plan;
}

describe('pictures of a building', () => {
  test('are stored once, under the hash of their content, and come back as they were', async () => {
    const root = folder();
    const ask = await startServices(root);
    const { building, asset, plan } = await traced(ask);
    expect(asset).toMatch(/^[0-9a-f]{32}\.png$/);
    expect((await ask('asset.add', { building, base64 })).asset).toBe(asset);
    expect(assetsIn(root, building)).toEqual([asset]);
    expect((await ask('asset.read', { building, asset })).base64).toBe(base64);
    expect(await newestPlan(ask, building)).toEqual(plan);
  });

  test('that are none are refused, and nothing is written', async () => {
    const ask = await startServices(folder());
    const { id: building } = await ask('building.create', { name: 'x', address: '' });
    const text = Buffer.from('not a picture').toString('base64');
    await expect(ask('asset.add', { building, base64: text })).rejects.toThrow(/no PNG or JPEG/);
    const cut = scan.subarray(0, 9000).toString('base64');
    await expect(ask('asset.add', { building, base64: cut })).rejects.toThrow(/damaged/);
    const nowhere = 'building_none' as BuildingId;
    await expect(ask('asset.add', { building: nowhere, base64 })).rejects.toThrow(/no such/);
    const outside = '../../user/config.json' as string;
    await expect(ask('asset.read', { building, asset: outside })).rejects.toThrow();
  });

  test('that are missing or damaged are named, and the rest opens', async () => {
    const root = folder();
    const ask = await startServices(root);
    const { building, asset, plan } = await traced(ask);
    const file = join(root, 'library', building, 'assets', asset);
    writeFileSync(file, scan.subarray(0, 9000));
    await expect(ask('asset.read', { building, asset })).rejects.toThrow(
      new RegExp(`damaged or was changed: assets/${asset}`),
    );
    rmSync(file);
    await expect(ask('asset.read', { building, asset })).rejects.toThrow(
      new RegExp(`missing: assets/${asset}`),
    );
    expect(await newestPlan(ask, building)).toEqual(plan);
    const { notes, text } = await ask('building.export', { building });
    expect(notes).toMatchObject([{ at: `assets/${asset}` }]);
    const again = await ask('building.import', { text });
    expect(again.building).not.toBeNull();
    expect(again.problems).toMatchObject([{ at: `assets.${asset}` }]);
  });

  test('travel with a copy of the building, and with its exported document', async () => {
    const root = folder();
    const ask = await startServices(root);
    const { building, asset, plan } = await traced(ask);
    mkdirSync(join(root, 'library', building, 'assets', 'left-by-somebody'));
    const copy = await ask('building.duplicate', { building, name: '副本' });
    expect((await ask('asset.read', { building: copy.id, asset })).base64).toBe(base64);

    const { text, notes } = await ask('building.export', { building });
    expect(notes).toEqual([]);
    const elsewhere = await startServices(folder());
    const { building: taken, problems } = await elsewhere('building.import', { text });
    expect(problems).toEqual([]);
    expect((await elsewhere('asset.read', { building: taken!, asset })).base64).toBe(base64);
    expect(await newestPlan(elsewhere, taken!)).toEqual(plan);
  });

  test('whose content is not that of their name are named on import, and the plan is taken in', async () => {
    const ask = await startServices(folder());
    const { building, asset } = await traced(ask);
    const { text } = await ask('building.export', { building });
    const other = scan.subarray(0, 200).toString('base64');
    const { building: taken, problems } = await ask('building.import', {
      text: text.replace(base64, other),
    });
    expect(taken).not.toBeNull();
    expect(problems).toMatchObject([{ at: `assets.${asset}` }]);
  });
});
