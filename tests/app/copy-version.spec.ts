import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { foldBuilding } from '../../shared/records/fold.ts';
import { appOfItsOwn } from './app-of-its-own.ts';
import { canvas, clickPlan, openScheme, panel } from './editor.ts';

/** A version of the timeline becomes the start of a new scheme. */

const building = 'building_brothers' as BuildingId;
const here = appOfItsOwn('copy-version', async (page) => page.setDefaultTimeout(30_000));

async function savedSchemes() {
  const library = openLibraryFolder(join(here.folder, 'library'));
  const state = foldBuilding(building, (await library.read(building)).records);
  return { library, schemes: state?.schemes ?? [] };
}

test('an older version is copied to a new scheme, which opens; its own stays as it is', async () => {
  const { page } = here.app;
  await openScheme(page, /兄弟两户/, /方案乙/);
  await clickPlan(page, 2150, 4300);
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+s');
  await page.getByLabel('说明').fill('拆去一段墙');
  await page.keyboard.press('Enter');
  const versions = await panel(page, /版本/);
  await expect(versions.getByTestId('version-entry')).toHaveCount(2);
  await expect(versions.getByTestId('version-changes')).toHaveText(
    /^第 1 版以来改动 \d+ 处：.*墙 1/,
  );

  await versions.getByRole('button', { name: '把第 1 版复制为新方案' }).click();
  const dialog = page.getByRole('dialog', { name: '把第 1 版复制为新方案' });
  await expect(dialog.getByLabel('方案名称')).toBeFocused();
  await expect(dialog.getByLabel('方案名称')).toHaveValue('方案乙 分隔（第 1 版）');
  await expect(dialog.getByRole('radio', { name: '另一方案' })).toBeChecked();
  await expect(dialog.locator('.scheme-source')).toContainText('方案乙 分隔');
  await expect(dialog.locator('.scheme-source')).toContainText(/第 1 版/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '方案乙 分隔（第 1 版）' })).toBeVisible();
  await expect(canvas(page)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.press('Enter');

  const copied = async () =>
    (await savedSchemes()).schemes.find(({ name }) => name === '方案乙 分隔（第 1 版）')
      ?.versions[0];
  await expect.poll(copied).toBeDefined();
  const { library, schemes } = await savedSchemes();
  const source = schemes.find(({ name }) => name === '方案乙 分隔')!;
  expect(source.versions.map(({ note }) => note)[0]).toBe('拆去一段墙');
  const plan = await library.readPlan(building, (await copied())!.id);
  expect(plan).toEqual(await library.readPlan(building, source.versions[1]!.id));
});
