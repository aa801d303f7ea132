import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { openScheme, panel } from './editor.ts';

/** Whose name stands on versions and marks: asked the first time, shown each time, never insisted on. */

const here = appOfItsOwn('signing', (page) => openScheme(page, /错位/, /方案甲/));

/** Who marked what, oldest first, as the records of the building say. */
function marks(): { by: string; stage: string }[] {
  const library = join(here.folder, 'library');
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => /out-of-line[\\/]log[\\/].*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(library, name), 'utf8')))
    .filter(({ kind }) => kind === 'milestone-marked');
}

async function mark(stage: string): Promise<void> {
  const versions = await panel(here.app.page, /版本/);
  await versions.getByRole('button', { name: '标记第 1 版' }).click();
  await here.app.page.getByRole('menuitem', { name: stage }).click();
}

test('the first mark asks for a name, which the menu shows from then on', async () => {
  const { page } = here.app;
  await mark('已签约');
  const asked = page.getByRole('dialog', { name: '署名' });
  await asked.getByLabel('署名').fill(' 王工 ');
  await page.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  const versions = await panel(page, /版本/);
  await expect(versions.getByTestId('version-entry').first()).toContainText('已签约');
  expect(marks()).toMatchObject([{ by: '王工', stage: 'signed' }]);

  await versions.getByRole('button', { name: '标记第 1 版' }).click();
  await expect(page.getByRole('menuitem', { name: '署名：王工，更改…' })).toBeVisible();
});

test('a name that was left empty is not asked for again', async () => {
  const { page } = here.app;
  await mark('已签约');
  const asked = page.getByRole('dialog', { name: '署名' });
  await asked.getByRole('button', { name: '确定' }).click();
  await expect(asked).toHaveCount(0);
  const versions = await panel(page, /版本/);
  await expect(versions.getByTestId('version-entry').first()).toContainText('已签约');
  await page.reload();
  await mark('已批准');
  await expect(versions.getByTestId('version-entry').first()).toContainText('已批准');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(marks().map(({ by }) => by)).toEqual(['', '']);
});
