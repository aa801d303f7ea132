import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { canvas, clickPlan, openScheme, panel } from './editor.ts';

/** Axes, a chain of dimensions and a note on a sample; a copied storey with another shown through. */

const here = appOfItsOwn('marking', (page) => openScheme(page, /错位/, /方案甲/));

test('a plan is marked, and a saved version keeps the marks', async () => {
  const { page } = here.app;
  const mode = (name: string) => page.getByText(name, { exact: true }).first().click();
  await page.keyboard.press('m');
  await mode('轴线');
  await clickPlan(page, 0, 2000);
  await clickPlan(page, 3300, 2000);
  await mode('尺寸标注');
  for (const x of [0, 3300, 6300]) await clickPlan(page, x, 0);
  await page.keyboard.press('Enter');
  await clickPlan(page, 1500, -600);
  await mode('文字');
  await clickPlan(page, 4000, 5500);
  await expect(page.getByLabel('注释文字')).toBeFocused();
  await page.keyboard.type('原有烟道');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeFocused();
  await page.keyboard.press('m');
  await mode('指北针');
  await page.getByLabel(/北向角度/).fill('15');
  await page.keyboard.press('Enter');

  await page.keyboard.press('Control+s');
  await page.keyboard.press('Enter');
  await expect((await panel(page, /版本/)).getByTestId('version-entry').first()).toBeVisible();
  await page.reload();
  await expect(canvas(page)).toBeVisible();
  await page.keyboard.press('v');
  await clickPlan(page, 1500, -600);
  const properties = await panel(page, /属性/);
  await expect(properties.getByText('3,300 mm，3,000 mm')).toBeVisible();
  await clickPlan(page, 4050, 5500);
  await expect(properties.getByLabel('注释文字')).toHaveValue('原有烟道');
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await mode('指北针');
  await expect(page.getByLabel(/北向角度/)).toHaveValue('15');
});

test('a storey is copied in between without its fixtures, and shows through', async () => {
  const { page } = here.app;
  const storeys = await panel(page, /楼层/);
  await storeys.getByRole('button', { name: '一层：更多操作' }).click();
  await page.getByRole('menuitem', { name: '复制到上一层' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('设施', { exact: true }).click();
  await dialog.getByLabel('名称', { exact: true }).fill('夹层');
  await page.keyboard.press('Enter');
  await expect(storeys.locator('.storey-row strong')).toHaveText([
    '三层（加层）',
    '三层',
    '夹层',
    '一层',
  ]);
  await expect(storeys.locator('[data-selected="true"]')).toContainText('夹层');
  const count = async () => page.locator('.plan-canvas canvas').count();
  const before = await count();
  await storeys.getByText('下一层', { exact: true }).click();
  await expect.poll(count).toBe(before + 1);
  await storeys.getByText('不显示', { exact: true }).click();
  await expect.poll(count).toBe(before);
  await expect(
    (await panel(page, /属性/)).getByText('设施', { exact: true }).locator('..'),
  ).toContainText('0');
});
