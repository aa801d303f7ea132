import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, clickPlan, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A version takes the place of a draft that is in no version: asked first, and it can be kept. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library/building_frozen');
const name = '天山一村 1 号楼';

let folder: string;
let app: Application | null = null;
const open = async (): Promise<Page> => {
  const places = { library: join(folder, 'library'), userData: join(folder, 'user') };
  app = await launch({ ...places, host: 'browser' });
  await app.page.getByRole('button', { name, exact: true }).click({ timeout: 60_000 });
  await expect(canvas(app.page)).toBeVisible();
  return app.page;
};

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-restore-'));
  mkdirSync(join(folder, 'library'));
  cpSync(frozen, join(folder, 'library', 'building_frozen'), { recursive: true });
});
test.afterEach(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('restoring a version asks what becomes of unsaved edits, and can save them first', async () => {
  let page = await open();
  await clickPlan(page, 2000, 1600);
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('draft-state')).toContainText('草稿已保存');
  await app?.close();
  page = await open();
  const banner = page.getByText(/已恢复未保存的草稿/);
  await expect(banner).toBeVisible();
  const versions = await panel(page, /版本/);
  const restore = versions.getByRole('button', { name: '把第 1 版恢复为草稿' });
  const entries = versions.getByTestId('version-entry');
  const before = await entries.count();

  await restore.click();
  const asked = page.getByRole('dialog', { name: /替换草稿/ });
  await expect(asked).toContainText('1 处修改尚未存为版本');
  await asked.getByRole('button', { name: /取\s*消/ }).click();
  await expect(page.getByTestId('draft-state')).toContainText('1 处修改');
  await expect(banner).toBeVisible();

  await restore.click();
  await asked.getByLabel(/说明/).fill('恢复前');
  await asked.getByRole('button', { name: '先存为新版本' }).click();
  await expect(page.getByText('已把该版本恢复为草稿，可撤销。')).toBeVisible();
  await expect(asked).toBeHidden();
  await expect(entries).toHaveCount(before + 1);
  await expect(entries.first()).toContainText('恢复前');
  await expect(banner).toBeHidden();

  // What was restored is itself in no version under the newest: it is replaced at a word.
  await restore.click();
  await asked.getByRole('button', { name: '不保存，直接替换' }).click();
  await expect(asked).toBeHidden();
  await expect(entries).toHaveCount(before + 1);
});

test('what is counted later moves no button of the timeline', async () => {
  const page = await open();
  let letGo = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route('**/request', async (route) => {
    if ((route.request().postData() ?? '').includes('"version.read"')) await held;
    await route.continue();
  });
  const versions = await panel(page, /版本/);
  const changes = versions.getByTestId('version-changes');
  await expect(changes).toHaveText('正在比较…');
  const place = () => versions.getByRole('button', { name: '把第 1 版恢复为草稿' }).boundingBox();
  const before = await place();
  letGo();
  await expect(changes).toHaveText(/^第 1 版以来改动 \d+ 处/);
  expect(await place()).toEqual(before);
});
