import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { openScheme, panel } from './editor.ts';

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
