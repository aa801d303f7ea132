import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, clickPlan, openScheme, panel } from './editor.ts';
import { type Application, type HostKind, launch, secondWindow } from './launch.ts';

/** Another library is opened while the program runs; each window keeps its own. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library');
const name = '天山一村 1 号楼';

let folder: string;
let app: Application;
const at = (place: string) => join(folder, place);
const places = () => ({ library: at('library'), userData: at('user') });

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-other-library-'));
  cpSync(frozen, at('市局'), { recursive: true });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(host: HostKind = 'browser'): Promise<Page> {
  app = await launch({ ...places(), host });
  app.page.setDefaultTimeout(30_000);
  await expect(app.page.getByText(/兄弟两户/).first()).toBeVisible();
  return app.page;
}

async function openPlaces(page: Page) {
  await page.getByRole('button', { name: /打开其他楼栋库…/ }).click();
  const dialog = page.getByRole('dialog', { name: '打开其他楼栋库' });
  await expect(dialog.getByLabel('文件夹')).toBeFocused();
  return dialog;
}

const row = (page: Page, words: string | RegExp) =>
  page.getByRole('row').filter({ hasText: words });

test('by its path, and back from the list of those before; drafts are written and stay apart', async () => {
  const page = await start();
  await openScheme(page, /兄弟两户/, /方案甲/);
  await page.getByText('现状测绘', { exact: true }).click();
  await clickPlan(page, 10, 2000);
  const field = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await field.fill('300');
  await field.press('Enter');
  // Left at once: what was drawn a moment ago is written before another library is open.
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  await expect(row(page, /兄弟两户/)).toContainText('草稿');

  let dialog = await openPlaces(page);
  await expect(dialog.getByText('本机还没有打开过其他楼栋库。')).toBeVisible();
  await page.keyboard.type(at('市局'));
  await expect(dialog.getByText('楼栋库，1 栋楼。')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row(page, name)).toBeVisible();
  await expect(row(page, /兄弟两户/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^楼栋库位置：.*市局/ })).toHaveText('市局');
  await page.reload();
  await expect(row(page, name)).toBeVisible();
  await row(page, name).getByText(name).click();
  await expect(page.getByRole('heading', { level: 2 }).or(canvas(page)).first()).toBeVisible();
  await page.getByRole('button', { name: '返回楼栋库' }).click();

  dialog = await openPlaces(page);
  await dialog.getByRole('button', { name: at('library') }).click();
  await expect(dialog.getByLabel('文件夹')).toHaveValue(at('library'));
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(row(page, /兄弟两户/)).toContainText('草稿');
});

test('another window stays with its library and goes on drawing in it', async () => {
  const first = await start();
  const second = await secondWindow(app, places());
  second.setDefaultTimeout(30_000);
  await openScheme(second, /兄弟两户/, /方案甲/);
  const dialog = await openPlaces(first);
  await dialog.getByLabel('文件夹').fill(at('市局'));
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(row(first, name)).toBeVisible();

  await second.getByText('现状测绘', { exact: true }).click();
  await clickPlan(second, 10, 2000);
  const field = (await panel(second, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await field.fill('300');
  await field.press('Enter');
  await second.keyboard.press('Control+s');
  await second.getByLabel('说明').fill('量得 300');
  await second.keyboard.press('Enter');
  await expect(second.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');
  await second.reload();
  await expect(canvas(second)).toBeVisible();
  await second.getByRole('button', { name: '返回楼栋库' }).click();
  await expect(row(second, /兄弟两户/)).toBeVisible();
  expect(existsSync(join(at('市局'), 'building_brothers'))).toBe(false);
});

test('what is no library is told as it is typed, and nothing changes; a folder is made on request', async () => {
  const page = await start();
  const dialog = await openPlaces(page);
  const path = dialog.getByLabel('文件夹');
  await path.fill('somewhere');
  await expect(dialog.getByText(/请填写完整路径/)).toBeVisible();
  await path.fill(join(at('市局'), 'building_frozen'));
  await expect(dialog.getByText(/这是一栋楼的文件夹。请选上一级/)).toBeVisible();
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('请选上一级');
  await path.fill(at('新库'));
  await expect(dialog.getByText(/将新建一个，作为新的楼栋库/)).toBeVisible();
  expect(existsSync(at('新库'))).toBe(false);
  await dialog.getByRole('button', { name: '新建并打开' }).click();
  await expect(page.getByRole('button', { name: /^楼栋库位置：.*新库/ })).toBeVisible();
  await expect(row(page, /兄弟两户/)).toBeVisible();
  expect(existsSync(join(at('新库'), 'building_brothers'))).toBe(true);
});

test('where the folder went away, it is opened where it is now', async () => {
  const page = await start();
  renameSync(at('library'), at('moved'));
  await page.reload();
  await expect(page.getByText('无法读取楼栋库')).toBeVisible();
  await page
    .getByRole('main')
    .locator('.ant-result')
    .getByRole('button', { name: '打开其他楼栋库…' })
    .click();
  const dialog = page.getByRole('dialog', { name: '打开其他楼栋库' });
  await dialog.getByLabel('文件夹').fill(at('moved'));
  await expect(dialog.getByText(/楼栋库，\d+ 栋楼/)).toBeVisible();
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(row(page, /兄弟两户/)).toBeVisible();
  expect(existsSync(at('library'))).toBe(false);
});

test("in Electron the folder is chosen in the system's dialog", async () => {
  const page = await start('stand-in');
  mkdirSync(at('empty'));
  const dialog = await openPlaces(page);
  if (!app.outside) throw new Error('only the stand-in has an outside');
  // Cancelled first.
  await dialog.getByRole('button', { name: '浏览…' }).click();
  await expect(dialog.getByLabel('文件夹')).toHaveValue('');
  app.outside({ kind: 'choose', files: [at('市局')] });
  await dialog.getByRole('button', { name: '浏览…' }).click();
  await expect(dialog.getByLabel('文件夹')).toHaveValue(at('市局'));
  await expect(dialog.getByText('楼栋库，1 栋楼。')).toBeVisible();
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(row(page, name)).toBeVisible();
});
