import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { canvas, clickPlan, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A library that can only be read: it is looked at and drafted on, and edits leave in a file. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library/building_frozen');
const name = '天山一村 1 号楼';

let folder: string;
let app: Application | null = null;
let mounted = false;
const library = () => join(folder, 'library');

/** Root may write everything that is not mounted for reading. */
function closeForWriting(): boolean {
  if (process.getuid?.() !== 0) {
    for (const place of readdirSync(library(), { recursive: true, withFileTypes: true })) {
      if (place.isDirectory()) chmodSync(join(place.parentPath, place.name), 0o555);
    }
    chmodSync(library(), 0o555);
    return true;
  }
  const bound = spawnSync('mount', ['--bind', library(), library()]);
  if (bound.status !== 0) return false;
  mounted = true;
  return spawnSync('mount', ['-o', 'remount,bind,ro', library()]).status === 0;
}

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-read-only-'));
  mkdirSync(library());
  cpSync(frozen, join(library(), 'building_frozen'), { recursive: true });
});
test.afterEach(async () => {
  await app?.close();
  if (mounted) spawnSync('umount', ['-l', library()]);
  mounted = false;
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
});

test('says so everywhere, and hands the draft over as a file that another library takes in', async () => {
  test.skip(!closeForWriting(), 'this system lets nothing be closed for writing');
  app = await launch({ library: library(), userData: join(folder, 'user'), host: 'browser' });
  const { page } = app;
  // The first list of a machine is read from disk.
  await expect(page.getByText(/楼栋库所在文件夹不可写/)).toBeVisible({ timeout: 60_000 });
  for (const button of ['新建楼栋', '导入文件']) {
    await expect(page.getByRole('button', { name: button })).toBeDisabled();
  }
  const row = page.getByRole('row').filter({ hasText: name });
  await row.getByRole('button', { name: '更多操作' }).click();
  await expect(page.getByRole('menuitem', { name: '复制' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(page.getByRole('menuitem', { name: '导出全部版本' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name, exact: true }).click();
  await expect(canvas(page)).toBeVisible();
  const notice = page.getByTestId('read-only-notice');
  await expect(notice).toContainText('修改只作为草稿留在本机');
  const versions = await panel(page, /版本/);
  await expect(versions.getByRole('button', { name: '标记第 1 版' })).toBeDisabled();

  // An edit is kept as a draft here, and goes out as a version.
  await clickPlan(page, 2000, 1600);
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('draft-state')).toContainText('草稿已保存');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '另存为 .duyong 文件' });
  await dialog.getByLabel('说明').fill('现场改动');
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '另存', exact: true }).click();
  const file = join(folder, 'taken.duyong');
  await (await downloading).saveAs(file);
  await expect(page.getByTestId('draft-state')).toContainText('草稿已保存');
  await app.close();

  const other = { library: join(folder, 'other'), userData: join(folder, 'other-user') };
  app = await launch({ ...other, host: 'browser' });
  const there = app.page;
  const choosing = there.waitForEvent('filechooser');
  await there.getByRole('button', { name: '导入文件' }).click();
  await (await choosing).setFiles(file);
  await expect(there.getByText(/^已导入：新增 \d+ 条记录/)).toBeVisible();
  await there.getByRole('button', { name, exact: true }).click();
  await expect(canvas(there)).toBeVisible();
  const first = (await panel(there, /版本/)).getByTestId('version-entry').first();
  await expect(first).toContainText(/第 3 版.*现场改动/s);
});
