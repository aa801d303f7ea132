import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { openScheme } from './editor.ts';
import { type Application, launch } from './launch.ts';
import { putRecord } from './put-record.ts';

/** Names as long as they may be, and longer ones of other people, leave what is pressed in its place. */

let folder: string;
let app: Application;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-long-names-'));
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const scheme = 'scheme_long' as SchemeId;
const day = '2026-01-01T08:00:00.000Z';

function putBuilding(building: BuildingId, name: string, address: string): void {
  const common = { format: 1, building, at: day } as const;
  const put = (record: Parameters<typeof putRecord>[1]) =>
    putRecord(join(folder, 'library'), record);
  put({ ...common, kind: 'building-described', name, address, archived: false });
  const described = { name: `方案乙${'甲'.repeat(190)}`, description: address, archived: false };
  put({ ...common, kind: 'scheme-described', scheme, ...described });
  const plan = schemePlan(nineteen(), 0);
  const saved = { author: 'w'.repeat(5000), note: 'n'.repeat(5000), parents: [], plan };
  put({ ...common, kind: 'version-saved', scheme, ...saved });
}

test('names of any length leave buttons and numbers on the screen', async () => {
  putBuilding('building_short' as BuildingId, '天山一村 12 号', '天山路');
  putBuilding('building_long' as BuildingId, `长宁${'楼'.repeat(5000)}`, 'a'.repeat(9000));
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  const isWhole = (what: Locator) => expect(what).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('天山一村 12 号')).toBeVisible();
  await isWhole(page.getByRole('row', { name: /天山一村/ }));
  for (const row of await page.getByRole('row').all()) await isWhole(row);
  await isWhole(page.getByRole('columnheader', { name: '最近版本' }));

  await openScheme(page, /长宁/);
  await isWhole(page.getByRole('button', { name: '返回楼栋库' }));
  await isWhole(page.getByRole('button', { name: '保存版本' }));
  await isWhole(page.getByRole('button', { name: /方案乙/ }));
  await page.getByRole('tab', { name: /版本/ }).click();
  await isWhole(page.getByTestId('version-entry').getByRole('button', { name: /对比/ }));
});
