import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { openScheme, panel } from './editor.ts';
import { secondWindow } from './launch.ts';

/** The office's own profiles: nothing that is typed into one is lost, or lost without a word. */

const here = appOfItsOwn('office-profile');

test('a copy of a profile with a long name is kept, and versions are saved with it', async () => {
  const { page } = here.app;
  const long = '长'.repeat(100);
  const file = join(here.folder, 'long.json');
  writeFileSync(
    file,
    JSON.stringify({ format: 1, kind: 'duyong-profile', name: long, base: 'national' }),
  );
  await openScheme(page, /上下错位/, /方案甲/);
  const findings = await panel(page, /问题/);
  await findings.locator('.findings-profile').click();
  const dialog = page.getByRole('dialog', { name: '审查标准' });
  await dialog.locator('input[type=file]').setInputFiles(file);
  const name = dialog.getByRole('textbox', { name: '名称' });
  await expect(name).toHaveValue(long);
  await dialog.getByRole('button', { name: '复制后修改' }).click();
  const copy = `${'长'.repeat(97)} 副本`;
  await expect(name).toHaveValue(copy);
  const dwelling = dialog.locator('tr[data-row-key="R4"]').getByRole('spinbutton').first();
  await dwelling.fill('99');
  await dwelling.press('Tab');

  // A length is typed in metres, as the rule says it.
  const bedroom = dialog.locator('tr[data-row-key="R2"]');
  await expect(bedroom.getByRole('spinbutton').last()).toHaveValue('1.80');
  await bedroom.getByRole('spinbutton').last().fill('1.755');
  await expect(bedroom.getByText('短边净宽 1.755 m（条文为 1.80 m）')).toBeVisible();
  await expect(bedroom.getByText(/短边净宽不小于 1\.755 m/)).toBeVisible();

  // A name that another has, and none, are refused in words; what a paste hides is left out.
  await name.fill(long);
  await name.press('Enter');
  await expect(dialog.getByRole('alert').filter({ hasText: '已有名为' })).toBeVisible();
  await expect(name).toHaveValue(copy);
  await name.fill(' ');
  await name.press('Enter');
  await expect(dialog.getByRole('alert').filter({ hasText: '名称不能为空' })).toBeVisible();
  await name.fill('本局\u200e标准');
  await name.press('Enter');
  await expect(name).toHaveValue('本局标准');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await (await panel(page, /住户/)).getByRole('button', { name: '添加住户' }).click();
  const added = page.getByRole('dialog');
  await added.getByRole('textbox').first().fill('999');
  await page.keyboard.press('Enter');
  await expect(added).toBeHidden();
  await page.keyboard.press('Control+s');
  const save = page.getByRole('dialog', { name: '保存为新版本' });
  await save.getByRole('button', { name: /^保 ?存$/ }).click();
  await expect(save).toBeHidden();

  await page.reload();
  await panel(page, /问题/);
  await expect(findings.locator('.findings-profile')).toHaveText('本局标准');
  await expect(findings.locator('[data-finding^="R4/"]')).toHaveCount(6);

  // It goes only after a question.
  await findings.locator('.findings-profile').click();
  await dialog.getByRole('button', { name: /删 ?除/ }).click();
  const question = page.getByRole('tooltip').filter({ hasText: '删除这个标准？' });
  await question.getByRole('button', { name: /取 ?消/ }).click();
  await expect(name).toHaveValue('本局标准');
  await dialog.getByRole('button', { name: /删 ?除/ }).click();
  await question.getByRole('button', { name: /删 ?除/ }).click();
  await expect(name).toBeHidden();
});

/** The dialog of profiles, from the findings. */
async function profilesOf(page: Page) {
  await page.bringToFront();
  await (await panel(page, /问题/)).locator('.findings-profile').click();
  return page.getByRole('dialog', { name: '审查标准' });
}

test('two windows add their profiles, and neither loses the other its own', async () => {
  const first = here.app.page;
  const second = await secondWindow(here.app, {
    library: join(here.folder, 'library'),
    userData: join(here.folder, 'user'),
  });
  for (const page of [first, second]) await openScheme(page, /上下错位/, /方案甲/);
  const mine = await profilesOf(first);
  await mine.getByRole('button', { name: '复制后修改' }).click();
  await mine.getByRole('textbox', { name: '名称' }).fill('甲窗标准');
  await first.keyboard.press('Enter');
  const theirs = await profilesOf(second);
  await theirs.getByRole('button', { name: '复制后修改' }).click();
  await expect(theirs.getByRole('textbox', { name: '名称' })).toHaveValue(/副本$/);
  await theirs.getByRole('combobox', { name: '使用的审查标准' }).click();
  await expect(second.getByRole('option', { name: '甲窗标准' })).toBeAttached();
  await first.reload();
  const again = await profilesOf(first);
  await again.getByRole('combobox', { name: '使用的审查标准' }).click();
  await expect(first.locator('.ant-select-item-option', { hasText: '甲窗标准' })).toBeVisible();
  await expect(first.locator('.ant-select-item-option', { hasText: /副本$/ })).toBeVisible();
});

test('a profile that cannot be written is said to be, and is written once it can be', async () => {
  const { page } = here.app;
  await openScheme(page, /上下错位/, /方案甲/);
  await page.route('**/request', (route) =>
    route.request().postData()?.includes('"settings.write"')
      ? route.fulfill({
          json: { ok: false, error: { zh: '磁盘已满。', en: 'The disk is full.' } },
        })
      : route.continue(),
  );
  const dialog = await profilesOf(page);
  await dialog.getByRole('button', { name: '复制后修改' }).click();
  const trouble = page.getByRole('alert').filter({ hasText: '本机设置没有保存' });
  await expect(trouble).toContainText('磁盘已满。');
  await page.unroute('**/request');
  await trouble.getByRole('button', { name: '再试一次' }).click();
  await expect(trouble).toBeHidden();
  await page.reload();
  await panel(page, /问题/);
  await expect(page.locator('.findings-profile')).toHaveText(/副本$/);
});
