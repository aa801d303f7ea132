import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recordIdOf } from '../../electron/record-file.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { BuildingDescribed } from '../../shared/records/record.ts';
import { type Application, launch } from './launch.ts';

/** A library of more buildings than one page of the list holds. */

const count = 60;
let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-long-'));
  for (let number = 1; number <= count; number += 1) {
    const record: BuildingDescribed = {
      format: 1,
      kind: 'building-described',
      at: `2026-01-01T08:00:00.${String(number).padStart(3, '0')}Z`,
      building: `building_${number}` as BuildingId,
      name: `天山${number}号楼`,
      address: `天山路 ${number} 号`,
      archived: false,
    };
    const log = join(folder, 'library', record.building, 'log');
    mkdirSync(log, { recursive: true });
    const json = Buffer.from(JSON.stringify(record));
    writeFileSync(join(log, `${recordIdOf(record, json)}.json`), json);
  }
  const [library, userData] = [join(folder, 'library'), join(folder, 'user')];
  app = await launch({ library, userData, host: 'browser' });
  app.page.setDefaultTimeout(30_000);
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('says how many there are, and is as it was left after a building was looked at', async () => {
  const { page } = app;
  const names = page.locator('.building-called');
  const top = () => page.locator('main.library').evaluate((main) => main.scrollTop);
  await expect(page.getByText('共 60 栋，第 1–50 栋').first()).toBeInViewport();
  await page.getByRole('listitem', { name: '2' }).last().click();
  await expect(names).toHaveCount(10);
  expect(await top()).toBe(0);

  await page.getByText('天山55号楼').scrollIntoViewIfNeeded();
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 200);
  await expect.poll(top).toBeGreaterThan(100);
  const left = await top();
  await page.getByRole('button', { name: '天山58号楼', exact: true }).click();
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  await expect(names).toHaveCount(10);
  await expect.poll(top).toBe(left);

  const search = page.getByRole('textbox', { name: '搜索楼栋' });
  await search.fill('天山路5号');
  await expect(names).toHaveText(['天山5号楼']);
  await names.click();
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  await expect(names).toHaveText(['天山5号楼']);
  await search.fill('');
  await page.getByRole('columnheader', { name: '楼栋' }).click();
  await page.getByRole('columnheader', { name: '楼栋' }).click();
  await expect(names.first()).toHaveText('天山60号楼');
  await names.first().click();
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  await expect(names.first()).toHaveText('天山60号楼');
});
