import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { foldBuilding } from '../../shared/records/fold.ts';
import { appOfItsOwn } from './app-of-its-own.ts';
import { canvas, panel } from './editor.ts';

/** A new scheme starts from the survey, from another scheme or from nothing, and has its own name. */

const building = 'building_brothers' as BuildingId;

const here = appOfItsOwn('new-scheme', async (page) => page.setDefaultTimeout(30_000));

async function openSchemes(page: Page): Promise<void> {
  await page
    .getByText(/兄弟两户/)
    .first()
    .click();
  await expect(page.getByRole('heading', { name: /^方案甲/ }).first()).toBeVisible();
}

async function newScheme(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '新建方案' }).click();
  const dialog = page.getByRole('dialog', { name: '新建方案' });
  await expect(dialog.getByLabel('方案名称')).toBeFocused();
  return dialog;
}

/** Saves the first version of the open scheme and counts its walls, openings and rooms by phase. */
async function savedPhases(page: Page, name: string): Promise<Record<string, number>> {
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.press('Enter');
  const library = openLibraryFolder(join(here.folder, 'library'));
  const version = async () =>
    foldBuilding(building, (await library.read(building)).records)?.schemes.find(
      (scheme) => scheme.name === name,
    )?.versions[0]?.id;
  await expect.poll(version).toBeDefined();
  const { storeys } = await library.readPlan(building, (await version())!);
  const counts: Record<string, number> = {};
  for (const { walls, openings, rooms } of Object.values(storeys)) {
    for (const { phase } of [walls, openings, rooms].flatMap((each) => Object.values(each))) {
      counts[phase] = (counts[phase] ?? 0) + 1;
    }
  }
  return counts;
}

test('from the survey: all that stood, nothing proposed; from a scheme: its proposal too', async () => {
  const { page } = here.app;
  await openSchemes(page);
  const dialog = await newScheme(page);
  await expect(dialog.getByRole('radio', { name: '现状测绘' })).toBeChecked();
  await expect(dialog.getByText(/不含任何方案的拆除与新建；取自最近保存的/)).toBeVisible();
  await dialog.getByLabel('方案名称').fill('方案丙');
  await dialog.getByRole('button', { name: '新建并打开' }).click();
  await expect(canvas(page)).toBeVisible();
  await expect(page.getByRole('button', { name: '方案丙' })).toBeVisible();
  const survey = await savedPhases(page, '方案丙');
  expect(Object.keys(survey)).toEqual(['existing']);

  await page.getByRole('button', { name: '方案丙' }).click();
  await page.getByRole('menuitem', { name: '全部方案、新建方案…' }).click();
  const other = await newScheme(page);
  await page.keyboard.type('方案丁');
  await other.getByText('另一方案', { exact: true }).click();
  // Its newest version comes with the scheme.
  await other.getByLabel('方案', { exact: true }).click();
  const list = page.locator('.ant-select-dropdown:visible');
  await list.getByText('方案乙').click();
  await expect(other.getByText(/^最新：第 1 版/)).toBeVisible();
  await other.getByRole('button', { name: '新建并打开' }).click();
  await expect(canvas(page)).toBeVisible();
  const copy = await savedPhases(page, '方案丁');
  expect(Object.keys(copy).sort()).toEqual(['demolished', 'existing', 'new']);
  expect(survey.existing).toBe((copy.existing ?? 0) + (copy.demolished ?? 0));
});

test('by keyboard; a name that is taken is refused in its place, and says what to do', async () => {
  const { page } = here.app;
  await openSchemes(page);
  const dialog = await newScheme(page);
  await page.keyboard.type(' 方案甲  合用');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/已有方案“方案甲 合用”.*请换一个名称/)).toBeVisible();
  await page.keyboard.type('之二');
  await expect(dialog.getByText(/请换一个名称/)).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: '现状测绘' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: '空白楼层' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  await expect(page.getByRole('button', { name: '方案甲 合用之二' })).toBeVisible();
});

test('a building without a version says how to start from its survey', async () => {
  const { page } = here.app;
  await page.getByRole('button', { name: '新建楼栋' }).click();
  await page.keyboard.type('未测楼');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: '方案甲' }).click();
  await page.getByRole('menuitem', { name: '全部方案、新建方案…' }).click();
  const dialog = await newScheme(page);
  await expect(dialog.getByText(/还没有保存过版本.*保存一个版本/)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: '现状测绘' })).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: '另一方案' })).toBeDisabled();
  await expect(dialog.getByRole('radio', { name: '空白楼层' })).toBeChecked();
});

test('two schemes that arrive with one name are told apart wherever they are named', async () => {
  const { page } = here.app;
  await openSchemes(page);
  await openLibraryFolder(join(here.folder, 'library')).append({
    format: 1,
    kind: 'scheme-described',
    at: '2026-03-05T06:02:00.000Z',
    building,
    scheme: 'scheme_elsewhere' as SchemeId,
    name: '方案甲 合用',
    description: '',
    archived: false,
  });
  await page.reload();
  await openSchemes(page);
  const cards = page.getByRole('heading', {
    level: 2,
    name: /^方案甲 合用（.*\d{4}-\d\d-\d\d \d\d:\d\d/,
  });
  await expect(cards).toHaveCount(2);
  await cards.first().getByRole('button').click();
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: /方案甲 合用（/ }).click();
  await expect(page.getByRole('menuitem', { name: /^方案甲 合用（2026-03-05/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await (await panel(page, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  const compared = page.getByRole('dialog', { name: '对比' }).locator('.compare-choice');
  await expect(compared.first()).toContainText(/方案甲 合用（2025-01-01 .*） · 第 1 版/);
});
