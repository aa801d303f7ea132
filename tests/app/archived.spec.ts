import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** An archived scheme says so where it is edited, and is brought back there; a long note is cut off. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-archived-'));
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an archived scheme is opened knowingly, and brought back', async () => {
  const { page } = app;
  await page
    .getByText(/兄弟两户/)
    .first()
    .click();
  const card = page.getByRole('listitem').filter({ hasText: '方案乙' });
  await card.getByRole('button', { name: /更多/ }).click();
  await page.getByRole('menuitem', { name: '归档', exact: true }).click();
  await expect(card).toContainText('已归档');
  await card.getByRole('heading').getByRole('button').click();
  const notice = page.getByTestId('archived-notice');
  await expect(notice).toContainText('这个方案已归档');
  await notice.getByRole('button', { name: '取消归档' }).click();
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: /方案乙/ }).click();
  await page.getByRole('menuitem', { name: '全部方案、新建方案…' }).click();
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('已归档');
});

test('a long note is cut off in the timeline until somebody asks for more', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案乙/);
  await clickPlan(page, 2150, 4300);
  const field = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await field.fill('90');
  await field.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByLabel('说明').fill(`${'很长的说明，'.repeat(40)}到此为止`);
  await page.keyboard.press('Enter');
  const entry = (await panel(page, /版本/)).getByTestId('version-entry').first();
  const more = entry.getByRole('button', { name: '更多', exact: true });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(entry).not.toContainText('到此为止');
  await more.click();
  await expect(entry).toContainText('到此为止');
  await entry.getByRole('button', { name: '收起' }).click();
  await expect(entry).not.toContainText('到此为止');
});
