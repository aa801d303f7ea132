import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readBundle } from '../../electron/bundle-read.ts';
import { appOfItsOwn } from './app-of-its-own.ts';
import { canvas, openScheme, panel } from './editor.ts';

/** Whom to call about a household: kept for all schemes, and exported only where somebody says so. */

const here = appOfItsOwn('contacts', async (page) => page.setDefaultTimeout(30_000));

async function household(page: Page) {
  const list = await panel(page, /住户/);
  await list.getByRole('button', { name: /更多/ }).first().click();
  await page.getByRole('menuitem', { name: '修改室号、人数和联系人' }).click();
  const dialog = page.getByRole('dialog', { name: '修改住户' });
  await expect(dialog.getByLabel('室号')).toBeFocused();
  return dialog;
}

/** The records of the file that the library's menu makes. */
async function exported(page: Page, withPersons: boolean): Promise<string> {
  await page
    .getByRole('row')
    .filter({ hasText: /兄弟两户/ })
    .getByRole('button', { name: /更多/ })
    .click();
  await page.getByRole('menuitem', { name: '选择版本导出…' }).click();
  const dialog = page.getByRole('dialog', { name: '导出楼栋' });
  if (withPersons) await dialog.getByText('连同个人信息').click();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  const file = join(here.folder, `${withPersons}.duyong`);
  await (await downloading).saveAs(file);
  await expect(dialog).toHaveCount(0);
  const { records } = await readBundle(readFileSync(file));
  expect(records.length).toBeGreaterThan(1);
  return JSON.stringify(records);
}

test('is written in the dialog of its household, is the same in every scheme, and stays out of a file', async () => {
  const { page } = here.app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  const dialog = await household(page);
  await dialog.getByLabel('联系人').fill('陈阿姨');
  await dialog.getByLabel('联系电话').fill('021-0000 0000');
  await dialog.getByRole('button', { name: '确定' }).click();
  await expect(dialog).toHaveCount(0);
  // It is no edit of the plan.
  await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');

  await page.getByRole('button', { name: /方案甲/ }).click();
  await page.getByRole('menuitem', { name: /方案乙/ }).click();
  await expect(page.getByRole('button', { name: /方案乙/ })).toBeVisible();
  await page.reload();
  await expect(canvas(page)).toBeVisible();
  const again = await household(page);
  await expect(again.getByLabel('联系人')).toHaveValue('陈阿姨');
  await expect(again.getByLabel('联系电话')).toHaveValue('021-0000 0000');
  await again.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '返回楼栋库' }).click();

  expect(await exported(page, false)).not.toContain('陈阿姨');
  expect(await exported(page, true)).toContain('陈阿姨');
});
