import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fixtureCentre } from '../../shared/derive/footprint.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** The published building of two households: taking one cooker away fails exactly its household. */

const sample = join(import.meta.dirname, '../../assets/samples/duplex.json');
const plan = parseDocument(readFileSync(sample, 'utf8')).document!.schemes[0]!.plan;
const ground = plan.storeys['storey_1' as StoreyId]!;
const cookers = Object.values(ground.fixtures).filter((fixture) => fixture.kind === 'cooker');

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-duplex-'));
  app = await launch({ library: join(folder, 'library'), userData: join(folder, 'user') });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a household whose cooker is deleted fails alone, and undo brings it back', async () => {
  const { page } = app;
  await openScheme(page, /双户两层/);
  const households = await panel(page, /住户/);
  await expect(households.getByText('2 / 2 户煤卫独用')).toBeVisible();
  expect(cookers).toHaveLength(2);
  // A window that is loaded again comes back to the scheme.
  await page.reload();
  await expect((await panel(page, /住户/)).getByText('2 / 2 户煤卫独用')).toBeVisible();

  const failed: string[] = [];
  for (const cooker of cookers) {
    const { x, y } = fixtureCentre(cooker);
    await page.keyboard.press('v');
    await clickPlan(page, x, y);
    await page.keyboard.press('Delete');
    const findings = await panel(page, /问题/);
    const breach = findings.getByText(/室的.+缺少灶具，不能作为厨房使用。/);
    await expect(breach).toHaveCount(1);
    failed.push((await breach.textContent()) ?? '');
    await expect((await panel(page, /住户/)).getByText('1 / 2 户煤卫独用')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect((await panel(page, /住户/)).getByText('2 / 2 户煤卫独用')).toBeVisible();
  }
  expect(failed.map((words) => words.slice(0, 1)).sort()).toEqual(['A', 'B']);
});

test('its two storeys have both homes, and its fixtures have no stack drawn', async () => {
  const { page } = app;
  await openScheme(page, /双户两层/);
  const households = await panel(page, /住户/);
  await households.getByRole('button', { name: '一览表' }).click();
  const table = page.getByRole('dialog', { name: '住户一览表' });
  await expect(table.getByText(/：2 户（其中 2 户跨层），独用 2 户/)).toHaveCount(2);
  await expect(table.getByText('整栋楼：2 户，独用 2 户')).toBeVisible();
  await expect(table.getByText('0 户，独用 0 户')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill('立管与上下');
  await page.keyboard.press('Enter');
  const stacks = page.getByRole('dialog', { name: '立管与上下层叠合' });
  await expect(stacks.getByText('没有画立管').first()).toBeVisible();
  await expect(stacks.getByText('没有立管', { exact: true })).toHaveCount(0);
});
