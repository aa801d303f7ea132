import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { canvas, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** No screen, dialog or panel has a fault that axe calls serious or critical, in either language. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-axe-'));
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

/** Looks when everything that moves has come to rest. */
async function expectSound(page: Page, place: string): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  expect.soft(serious, place).toEqual([]);
}

test('the library and its dialogs', async () => {
  const { page } = app;
  await expect(page.getByText(/兄弟两户/).first()).toBeVisible();
  await expectSound(page, 'library');
  await page.getByRole('button', { name: '新建楼栋' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectSound(page, 'new building');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByLabel('搜索楼栋').fill('没有这样的楼');
  await expect(page.getByText(/没有找到/)).toBeVisible();
  await expectSound(page, 'search without result');
  await page.getByRole('button', { name: '清除搜索' }).click();
  await page
    .getByText(/兄弟两户/)
    .first()
    .click();
  await expect(page.getByText(/方案甲/).first()).toBeVisible();
  await expectSound(page, 'schemes');
});

async function openBrothers(page: Page): Promise<void> {
  await page
    .getByText(/兄弟两户/)
    .first()
    .click();
  await page
    .getByText(/方案甲/)
    .first()
    .click();
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
}

test('the editor with each panel', async () => {
  const { page } = app;
  await openBrothers(page);
  await expectSound(page, 'editor');
  for (const name of [/属性/, /住户/, /问题/, /版本/, /楼层/]) {
    await panel(page, name);
    await expectSound(page, `panel ${name.source}`);
  }
});

test('the editor with each tool', async () => {
  const { page } = app;
  await openBrothers(page);
  for (const key of ['w', 'd', 'x', 'e', 't', 'c', 'm']) {
    await page.keyboard.press('Escape');
    await canvas(page).focus();
    await page.keyboard.press(key);
    await expectSound(page, `tool ${key}`);
  }
});

test('the editor with each kind of element selected, and its menu', async () => {
  const { page } = app;
  await openBrothers(page);
  // Selected, one after the other: a room, a wall, an opening, a fixture, a riser.
  for (const steps of [1, 12, 17, 22, 32]) {
    for (let step = 0; step < steps; step++) await page.keyboard.press(']');
    await expectSound(page, `selected after ${steps}`);
  }
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu').last()).toBeVisible();
  await expectSound(page, 'menu of the selection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu').last()).toBeHidden();
});

test('the palette, the shortcuts and typed coordinates', async () => {
  const { page } = app;
  await openBrothers(page);
  await page.keyboard.press('g');
  await expect(page.getByLabel(/光标移到/)).toBeFocused();
  await expectSound(page, 'typed coordinates');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '查找命令' })).toBeFocused();
  await expectSound(page, 'palette');
  await page.keyboard.type('zzzz');
  await expect(page.getByText(/没有命令含/)).toBeVisible();
  await expectSound(page, 'palette without result');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectSound(page, 'shortcuts');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the tour, the empty storey and saving, in English', async () => {
  const { page } = app;
  await page.getByText('English', { exact: true }).click();
  await page.getByRole('button', { name: 'New building' }).click();
  await page.getByLabel('Name').first().fill('Trial');
  await page.keyboard.press('Enter');
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  await expectSound(page, 'empty storey');
  for (const name of [/Properties/, /Households/, /Findings/, /Versions/, /Storeys/]) {
    await panel(page, name);
    await expectSound(page, `empty panel ${name.source}`);
  }
  await page.getByRole('button', { name: 'Start the tour' }).click();
  for (let step = 1; step <= 5; step++) {
    await expect(page.getByText(`${step} / 5`)).toBeVisible();
    await expectSound(page, `tour ${step}`);
    await page.getByRole('button', { name: step < 5 ? 'Next' : 'Begin' }).click();
  }
  await expect(page.getByText('5 / 5')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start the tour' })).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('Note')).toBeFocused();
  await expectSound(page, 'save');
});
