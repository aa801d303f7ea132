import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Application, launch } from './launch.ts';

/** A building with all its versions as one file: out of one library, into another, by mouse. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library/building_frozen');
const name = '天山一村 1 号楼';

let folder: string;
const open: Application[] = [];
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-bundle-'));
});
test.afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(side: string): Promise<Page> {
  const library = join(folder, side, 'library');
  mkdirSync(library, { recursive: true });
  const app = await launch({ library, userData: join(folder, side, 'user'), host: 'browser' });
  open.push(app);
  return app.page;
}

const row = (page: Page) => page.getByRole('row').filter({ hasText: name });

test('a .duyong file goes from one library to another; arrivals show by themselves', async () => {
  const first = await start('one');
  await expect(first.getByRole('button', { name: '新建楼栋' })).toBeVisible();
  await expect(row(first)).toHaveCount(0);
  // As a sync service would bring it.
  cpSync(frozen, join(folder, 'one', 'library', 'building_frozen'), { recursive: true });
  await expect(row(first)).toBeVisible();

  await row(first).getByRole('button', { name: '更多' }).click();
  const downloading = first.waitForEvent('download');
  await first.getByRole('menuitem', { name: '导出全部版本' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${name}.duyong`);
  const file = join(folder, `${name}.duyong`);
  await download.saveAs(file);

  const second = await start('two');
  await expect(second.getByRole('button', { name: '新建楼栋' })).toBeVisible();
  await second.getByTestId('import-file').setInputFiles(file);
  await expect(second.getByText('已导入：新增 4 条记录，已有 0 条。')).toBeVisible();
  await expect(row(second)).toBeVisible();
  // Once more, under the name that some programs give it on its way.
  await second
    .getByTestId('import-file')
    .setInputFiles({ name: '楼.zip', mimeType: 'application/zip', buffer: readFileSync(file) });
  await expect(second.getByText('文件中的记录楼栋库都已有，没有改动。')).toBeVisible();

  const search = second.getByRole('textbox', { name: '搜索楼栋' });
  await search.fill('二稿');
  await expect(second.getByRole('row')).toHaveCount(2);
  await search.fill('没有这样的词');
  await expect(second.getByText('没有找到“没有这样的词”')).toBeVisible();

  await second.getByTestId('import-file').setInputFiles({
    name: 'broken.duyong',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK nothing'),
  });
  await expect(second.getByRole('dialog')).toContainText('没有导入 broken.duyong');
  await expect(second.getByRole('dialog')).toContainText('文件已损坏或不完整');
});
