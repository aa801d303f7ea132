import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Application, launch } from './launch.ts';

/** The folder of the library goes away while its list is open, as a share does, and comes back. */

let folder: string;
let app: Application | null = null;
const library = () => join(folder, 'library');

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-absent-'));
});
test.afterEach(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the list says that the folder cannot be found, makes none, and goes on when it is back', async () => {
  app = await launch({ library: library(), userData: join(folder, 'user'), host: 'browser' });
  const { page } = app;
  const rows = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: '更多操作' }) });
  await expect(rows).not.toHaveCount(0, { timeout: 60_000 });
  const before = await rows.count();
  renameSync(library(), join(folder, 'away'));
  const missed = page.getByRole('alert').filter({ hasText: '找不到楼栋库所在的文件夹' });
  await expect(missed).toBeVisible({ timeout: 30_000 });
  await missed.getByRole('button', { name: '重试' }).click();
  await expect(missed).toBeVisible();
  await page.reload();
  await expect(page.getByText('无法读取楼栋库')).toBeVisible();
  await expect(page.getByText('找不到楼栋库所在的文件夹')).toBeVisible();
  expect(existsSync(library())).toBe(false);
  renameSync(join(folder, 'away'), library());
  await expect(rows).toHaveCount(before, { timeout: 30_000 });
  await expect(page.getByText('无法读取楼栋库')).toBeHidden();
});
