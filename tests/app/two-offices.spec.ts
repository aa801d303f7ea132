import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, choose, clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/**
 * The building's memory, as two offices use it: two schemes of the nineteen are made and compared,
 * one of them is drawn on in both offices, files go back and forth, and both end with the same plan.
 */

const building = /一梯十九户/;
/** Places on the ground storey of scheme A, mm: 103's new partition, and three tables. */
const partition = [7570, 4300] as const;
const tableOf101 = [2900, 2020] as const;
const tableOf102 = [3700, 2020] as const;
const tableOf105 = [16300, 2020] as const;

let folder: string;
const open: Application[] = [];
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-offices-'));
});
test.afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(office: string): Promise<Page> {
  const place = join(folder, office);
  const app = await launch({
    library: join(place, 'library'),
    userData: join(place, 'user'),
    host: 'browser',
  });
  open.push(app);
  app.page.setDefaultTimeout(30_000);
  return app.page;
}

const listed = (page: Page) => page.getByRole('row').filter({ hasText: building });

/** From the schemes of the building, on from the newest version of its first scheme. */
async function newScheme(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新建方案' }).click();
  const dialog = page.getByRole('dialog', { name: '新建方案' });
  await dialog.getByLabel('方案名称').fill(name);
  await dialog.getByText('另一方案', { exact: true }).click();
  await dialog.getByRole('button', { name: '新建并打开' }).click();
  await expect(canvas(page)).toBeVisible();
}

async function allSchemes(page: Page, from: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(from) }).click();
  await page.getByRole('menuitem', { name: '全部方案、新建方案…' }).click();
}

async function toLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  const back = page.getByRole('button', { name: '返回楼栋库' });
  const create = page.getByRole('button', { name: '新建楼栋' });
  await expect(back.or(create).first()).toBeVisible();
  if (await back.isVisible()) await back.click();
  await expect(create).toBeVisible();
}

async function thickness(page: Page, mm: string): Promise<void> {
  await clickPlan(page, ...partition);
  const field = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await field.fill(mm);
  await field.blur();
}

async function remove(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  await clickPlan(page, x, y);
  const properties = await panel(page, /属性/);
  await expect(properties.getByRole('heading', { name: '桌' })).toBeVisible();
  await properties.getByRole('button', { name: '拆除' }).click();
}

/** `author` is said the first time, and stands there from then on. */
async function save(page: Page, note: string, author: string): Promise<void> {
  await page.getByRole('button', { name: '保存版本' }).click();
  const dialog = page.getByRole('dialog', { name: '保存为新版本' });
  await dialog.getByLabel('说明').fill(note);
  const signature = dialog.getByLabel('署名');
  if ((await signature.inputValue()) === '') await signature.fill(author);
  await expect(signature).toHaveValue(author);
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function carry(from: Page, to: Page): Promise<void> {
  await listed(from).getByRole('button', { name: '更多操作' }).click();
  const downloading = from.waitForEvent('download');
  await from.getByRole('menuitem', { name: '导出全部版本' }).click();
  const file = join(folder, `${Math.random()}.duyong`);
  await (await downloading).saveAs(file);
  const choosing = to.waitForEvent('filechooser');
  await to.getByRole('button', { name: '导入文件' }).click();
  await (await choosing).setFiles(file);
  await expect(to.getByText(/^已导入：新增 \d+ 条记录/)).toBeVisible();
}

const recordsOf = (office: string): string[] =>
  readdirSync(join(folder, office, 'library', 'building_nineteen'), {
    recursive: true,
    encoding: 'utf8',
  }).sort();

test('two schemes, two offices, files back and forth: merged once, the same in both', async () => {
  test.setTimeout(240_000);
  const north = await start('north');
  await north.getByText(building).first().click();
  await newScheme(north, '方案丙');
  await thickness(north, '120');
  await save(north, '丙案初稿', '王工');
  await allSchemes(north, '方案丙');
  await newScheme(north, '方案丁');
  await remove(north, tableOf105);
  await save(north, '丁案初稿', '王工');

  // Two schemes beside each other.
  await (await panel(north, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  const comparison = north.getByRole('dialog', { name: '对比' });
  await choose(north, '前', /丙案初稿/);
  await comparison.getByRole('tab', { name: /图元/ }).click();
  await expect(comparison.getByRole('button', { name: /^墙.*修改厚度/ })).toHaveCount(1);
  await expect(comparison.getByRole('button', { name: /^桌/ })).toHaveCount(1);
  await comparison.locator('.ant-modal-close').click();

  // What was shown at the second round of consultation is marked, and the mark travels along.
  const versions = await panel(north, /版本/);
  await versions.getByRole('button', { name: '标记第 1 版' }).click();
  await north.getByRole('menuitem', { name: '征询第二轮' }).click();
  await expect(versions.getByTestId('version-entry').last()).toContainText('征询第二轮');

  await toLibrary(north);
  const south = await start('south');
  await carry(north, south);

  await south.getByRole('textbox', { name: '搜索楼栋' }).fill('征询第二轮');
  await expect(south.getByRole('row')).toHaveCount(2);

  // Both draw on from the same version.
  for (const page of [north, south]) await openScheme(page, building, /方案丙/);
  await thickness(north, '90');
  await remove(north, tableOf101);
  await save(north, '隔墙改薄', '王工');
  await thickness(south, '150');
  await remove(south, tableOf102);
  await save(south, '隔墙改厚', '林工');
  for (const page of [north, south]) await toLibrary(page);

  await carry(north, south);
  await openScheme(south, building, /方案丙/);
  const notice = south.getByTestId('two-heads');
  await expect(notice).toContainText(
    /第 2 版（(王工|林工)，.+）与第 2 版（(?!\1)(王工|林工)，.+）是从同一版分头保存的/,
  );
  await notice.getByRole('button', { name: '合并…' }).click();
  const merging = south.getByRole('dialog', { name: '合并两个版本' });
  await expect(merging.getByText('还有 1 处')).toBeVisible();
  await merging.getByRole('radio', { name: /厚度 .*→ 150 mm/s }).check();
  await merging.getByRole('button', { name: '保存合并版本' }).click();
  await expect(notice).toHaveCount(0);
  await toLibrary(south);

  // Back where the other head came from: nothing is left to merge, and both tables are gone.
  await carry(south, north);
  expect(recordsOf('north')).toEqual(recordsOf('south'));
  await openScheme(north, building, /方案丙/);
  await expect((await panel(north, /版本/)).getByTestId('version-entry')).toHaveCount(4);
  await expect(north.getByTestId('two-heads')).toHaveCount(0);
  await clickPlan(north, ...partition);
  const properties = await panel(north, /属性/);
  await expect(properties.getByRole('spinbutton', { name: '厚度' })).toHaveValue('150');
  for (const [x, y] of [tableOf101, tableOf102]) {
    await clickPlan(north, x, y);
    await expect(properties.getByRole('heading', { name: '桌' })).toHaveCount(0);
  }
});
