import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch, secondWindow } from './launch.ts';

/** Two people save side by side: both versions stay, and become one by being asked what both changed. */

let folder: string;
let app: Application;
const places = () => ({ library: join(folder, 'library'), userData: join(folder, 'user') });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-merge-'));
  app = await launch({ ...places(), host: 'browser' });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The partition between the two brothers' kitchen-bathrooms. */
const betweenBrothers = [2150, 4300] as const;

async function makeThick(
  page: Page,
  thickness: string,
  wall: readonly [number, number] = betweenBrothers,
): Promise<void> {
  await page.bringToFront();
  await clickPlan(page, ...wall);
  const field = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await field.fill(thickness);
  await field.press('Enter');
  await expect(page.getByTestId('draft-state')).not.toHaveAttribute('data-state', 'clean');
}

async function save(page: Page, note: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: '保存为新版本' });
  await dialog.getByLabel('说明').fill(note);
  await dialog.getByRole('button', { name: '保存', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test('two versions saved side by side are merged, and compared with what was before', async () => {
  const first = app.page;
  const second = await secondWindow(app, places());
  for (const page of [first, second]) await openScheme(page, /兄弟两户/, /方案乙/);

  await makeThick(first, '90');
  await save(first, '隔墙改薄');
  await makeThick(second, '200');
  // A bed of the other brother goes, too: nobody else touched it.
  await clickPlan(second, 3580, 1000);
  await second.keyboard.press('Delete');
  await save(second, '隔墙改厚');

  const notice = second.getByTestId('two-heads');
  await expect(notice).toContainText(/第 2 版（.+）与第 2 版（.+）是从同一版分头保存的/);
  await notice.getByRole('button', { name: '合并…' }).click();
  const dialog = second.getByRole('dialog', { name: '合并两个版本' });
  await expect(dialog.getByText('还有 1 处')).toBeVisible();
  const finish = dialog.getByRole('button', { name: '保存合并版本' });
  await expect(finish).toBeDisabled();
  // It is marked on the plan, where both ways can be read and chosen between.
  const badge = dialog.getByRole('button', { name: '第 1 处冲突' });
  await badge.click();
  await expect(badge).toHaveAttribute('aria-expanded', 'true');
  const thin = dialog.getByRole('radio', { name: /厚度 .*→ 90 mm/s });
  await expect(thin).toHaveCount(2);
  await thin.first().check();
  await expect(thin.last()).toBeChecked();
  await expect(dialog.getByText('都已选择')).toBeVisible();
  await finish.click();
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);

  // The thin partition of the one, without the bed that the other took away.
  await clickPlan(second, 2150, 4300);
  const properties = await panel(second, /属性/);
  await expect(properties.getByRole('spinbutton', { name: '厚度' })).toHaveValue('90');
  const versions = await panel(second, /版本/);
  await expect(versions.getByTestId('version-entry')).toHaveCount(4);
  // Without a note it says itself what it is.
  await expect(versions.getByTestId('version-entry').first()).toContainText(
    /第 3 版.*由第 2 版（.+）与第 2 版（.+）合并而成/s,
  );
  await expect(second.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');
  // Each version has its plan, small.
  await expect(versions.getByRole('img', { name: '第 3 版的平面' })).toHaveAttribute(
    'data-painted',
    'true',
  );

  await versions.getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  const comparison = second.getByRole('dialog', { name: '对比' });
  await expect(comparison.getByText(/302甲/).last()).toBeVisible();
  await expect(comparison.getByText(/煤卫合一间 1\.90 → 1\.9\d m²/).first()).toBeVisible();
  await comparison.getByRole('tab', { name: /图元/ }).click();
  await expect(comparison.getByRole('button', { name: /^床.*改为拆除/ })).toHaveCount(1);
  await expect(comparison.getByRole('button', { name: /^墙.*修改厚度/ })).toHaveCount(1);
});

/** The wall between kitchen-bathroom and room of the third bay, beside its door. */
const wallOfBay = [7570, 4400] as const;
const doorOfBay = [7570, 3480] as const;

test('a wall that one took away and the other changed is kept with its door, by one answer', async () => {
  const first = app.page;
  const second = await secondWindow(app, places());
  for (const page of [first, second]) await openScheme(page, /一梯十九户/, /方案甲/);

  await first.bringToFront();
  await clickPlan(first, ...wallOfBay);
  await first.keyboard.press('Delete');
  await expect(first.getByTestId('draft-state')).not.toHaveAttribute('data-state', 'clean');
  await save(first, '隔墙不要了');
  await makeThick(second, '200', wallOfBay);
  await save(second, '隔墙加厚');

  await expect(second.getByTestId('two-heads')).toBeVisible();
  await second.keyboard.press('Control+k');
  await second.getByRole('combobox', { name: '查找命令' }).fill('合并分头');
  await second.keyboard.press('Enter');
  const dialog = second.getByRole('dialog', { name: '合并两个版本' });
  await expect(dialog.getByText('还有 1 处')).toBeVisible();
  // Which wall and which door it is that went, in words, before anything is chosen.
  await expect(dialog.getByRole('button', { name: /^门.*删除/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^墙.*厚度 100 mm → 200 mm/ })).toBeVisible();
  // On the plan they stand as well, where the pointer happens to lie on the question.
  const thick = dialog.getByRole('radio', { name: /厚度 .*→ 200 mm/s }).last();
  const gone = dialog.getByRole('radio', { name: /墙[^门]*删除/s }).last();
  await expect(thick).not.toBeChecked();
  // What comes with taking it away is known without choosing.
  await expect(dialog.getByText('正在检查', { exact: false })).toHaveCount(0);
  await expect(
    gone
      .locator('xpath=ancestor::label')
      .getByText(/103|104/)
      .first(),
  ).toBeVisible();

  await thick.check();
  await expect(dialog.getByText('都已选择')).toBeVisible();
  await expect(thick).toBeChecked();
  await expect(dialog.getByText('没有：合并后的问题在两个版本里都已列出。')).toBeVisible();
  await dialog.getByRole('button', { name: '保存合并版本' }).click();
  await expect(dialog).toHaveCount(0);

  await clickPlan(second, ...wallOfBay);
  const properties = await panel(second, /属性/);
  await expect(properties.getByRole('spinbutton', { name: '厚度' })).toHaveValue('200');
  await clickPlan(second, ...doorOfBay);
  await expect(properties.getByRole('spinbutton', { name: '净宽' })).toHaveValue('800');

  // Nothing is left to merge, and the command says so.
  await second.keyboard.press('Escape');
  await second.keyboard.press('Control+k');
  await second.getByRole('combobox', { name: '查找命令' }).fill('合并分头');
  await second.keyboard.press('Enter');
  await expect(dialog.getByText(/没有分头保存的版本/)).toBeVisible();
});
