import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** The library as a place of work: favourites, what was opened, some versions as a file, damage. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library/building_frozen');
const name = '天山一村 1 号楼';

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-library-'));
  mkdirSync(join(folder, 'library'));
  cpSync(frozen, join(folder, 'library', 'building_frozen'), { recursive: true });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Page> {
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  app.page.setDefaultTimeout(30_000);
  return app.page;
}

const row = (page: Page) => page.getByRole('row').filter({ hasText: name });

/** A new library, with its samples, and then a building of the user's own beside them. */
async function startWithSamples(): Promise<Page> {
  rmSync(join(folder, 'library'), { recursive: true });
  const page = await start();
  await expect(page.getByText(/兄弟两户/).first()).toBeVisible();
  await app.close();
  cpSync(frozen, join(folder, 'library', 'building_frozen'), { recursive: true });
  return start();
}

test('favourites and what was opened are one press away, and stay so', async () => {
  const page = await startWithSamples();
  await page.getByText('收藏', { exact: true }).click();
  await expect(page.getByText(/还没有收藏的楼栋/)).toBeVisible();
  await page.getByRole('button', { name: '显示全部楼栋' }).click();
  await row(page)
    .getByRole('button', { name: `收藏${name}` })
    .click();
  await page
    .getByText(/兄弟两户/)
    .first()
    .click();
  // The second scheme is put first, by its menu.
  await page.getByRole('button', { name: /^方案乙.*更多操作/ }).click();
  await page.getByRole('menuitem', { name: '前移' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('方案乙');
  await page
    .getByText(/方案甲/)
    .first()
    .click();
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  await page.getByText('最近打开', { exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row', { name: /兄弟两户/ })).toBeVisible();
  await page.reload();
  await page.getByText('收藏', { exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(row(page)).toBeVisible();
});

test('chosen versions go into a file; damaged records are copied when somebody asks', async () => {
  const versions = join(folder, 'library', 'building_frozen', 'versions');
  const [damaged = ''] = readdirSync(versions).sort();
  const page = await start();
  await row(page).getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '选择版本导出…' }).click();
  const dialog = page.getByRole('dialog', { name: '导出楼栋' });
  await dialog.getByRole('radio', { name: '自选' }).check();
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog.getByText('请至少选一个版本')).toBeVisible();
  await dialog.getByRole('combobox').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.keyboard.press('Escape');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  expect((await downloading).suggestedFilename()).toBe(`${name}（各方案最新版）.duyong`);
  await expect(dialog).toHaveCount(0);

  writeFileSync(join(versions, damaged), 'nothing of it is left');
  await page.reload();
  await page.getByRole('button', { name: '复制损坏的文件…' }).click();
  await expect(page.getByText('已把 1 个损坏的文件复制到 damaged 文件夹').last()).toBeVisible();
  expect(readdirSync(join(folder, 'library', 'building_frozen', 'damaged'))).toHaveLength(1);
  expect(readdirSync(versions)).toContain(damaged);
});
