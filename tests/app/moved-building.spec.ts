import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';

/** A building whose folder somebody moved out of the library on purpose. */

const here = appOfItsOwn('moved', async (page) => page.setDefaultTimeout(30_000));

test('is named as gone until somebody says that it was moved', async () => {
  const { page } = here.app;
  await expect(page.getByText(/一梯十九户/).first()).toBeVisible();
  const place = join(here.folder, 'library', 'building_nineteen');
  renameSync(place, join(here.folder, 'moved'));
  await page.reload();
  const banner = page.getByRole('alert').filter({ hasText: '已丢失或无法读取' });
  await banner.locator('summary').click();
  await expect(banner).toContainText('它的文件夹 building_nineteen 现已不在');
  await banner.getByRole('button', { name: '是有意移走的，不再提示' }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/兄弟两户/).first()).toBeVisible();
  await expect(banner).toHaveCount(0);
});
