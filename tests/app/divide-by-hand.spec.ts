import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { clickPlan, onPage, openScheme } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** The kitchen that four households of the nineteen share is divided into three by hand. */

const kitchen = { x: 8000, y: 8800 };
const whole = '14.17 m²';

test.describe('a room divided by hand', () => {
  let folder: string;
  let app: Application;
  let page: Page;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duyong-divide-'));
    app = await launch({
      library: join(folder, 'library'),
      userData: join(folder, 'user'),
      host: 'browser',
    });
    page = app.page;
    await openScheme(page, /一梯十九户/, /方案甲/);
    await page.getByText('二层', { exact: true }).click();
    await clickPlan(page, kitchen.x, kitchen.y);
    await expect(page.locator('.property-area')).toHaveText(whole);
    await page.keyboard.press('c');
    await expect(page.getByLabel('下间净面积')).toBeVisible();
  });
  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const areas = async (): Promise<number[]> => {
    const all = await page.getByLabel(/^第\d间净面积$/).allTextContents();
    return all.map((words) => Number.parseFloat(words));
  };
  const expectUndone = async (): Promise<void> => {
    await page.keyboard.press('Control+z');
    await clickPlan(page, kitchen.x, kitchen.y);
    await expect(page.locator('.property-area')).toHaveText(whole);
  };

  test('into three by the mouse: the cut is dragged, every area follows, one undo', async () => {
    const parts = page.getByRole('radiogroup', { name: '分成几间' });
    await parts.getByText('3', { exact: true }).click();
    await expect(page.getByLabel('第3间净面积')).toBeVisible();
    const [first, second, third] = await areas();
    expect(Math.max(first!, second!, third!) - Math.min(first!, second!, third!)).toBeLessThan(
      0.02,
    );

    // The cut above the first part, which is 3,360 mm wide.
    const cut = 6660 + (first! * 1e6) / 3360 + 50;
    const from = await onPage(page, 7200, cut);
    const to = await onPage(page, 7200, cut - 450);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await areas())[0]!).toBeLessThan(first! - 1);
    const dragged = await areas();
    expect(dragged[2]).toBe(third);
    expect(dragged[0]! + dragged[1]!).toBeCloseTo(first! + second!, 1);

    await page.getByRole('button', { name: /应用分隔/ }).click();
    await clickPlan(page, kitchen.x, 10_200);
    await expect(page.locator('.property-area')).toHaveText(`${third!.toFixed(2)} m²`);
    await expectUndone();
  });

  test('into three by the keys: a typed ratio, applied with Enter, one undo', async () => {
    await page.getByRole('radiogroup', { name: '分成几间' }).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    const ratio = page.getByLabel('净面积比');
    await expect(ratio).toHaveValue('1 : 1 : 1');
    await ratio.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1:2:1');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await areas())[1]! / (await areas())[0]!).toBeCloseTo(2, 1);
    await expect(page.locator('.plan-canvas')).toBeFocused();
    const [, second] = await areas();
    await page.keyboard.press('Enter');
    await clickPlan(page, kitchen.x, kitchen.y);
    await expect(page.locator('.property-area')).toHaveText(`${second!.toFixed(2)} m²`);
    await expectUndone();
  });

  test('what is typed and cannot be taken is said, and nothing moves', async () => {
    const ratio = page.getByRole('textbox', { name: '净面积比' });
    for (const [typed, words] of [
      ['0:1', '有一间为 0 或负数'],
      ['abc', '“abc”不是比例'],
    ] as const) {
      await ratio.fill(typed);
      await ratio.press('Enter');
      await expect(page.getByRole('alert')).toContainText(words);
      await expect(page.getByRole('alert')).toContainText('仍为 1 : 1');
      await expect(ratio).toHaveValue('1 : 1');
    }
    await ratio.fill('1:2');
    await ratio.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.getByRole('radiogroup', { name: '方向' }).getByText('斜分', { exact: true }).click();
    const angle = page.getByRole('spinbutton', { name: '隔墙角度' });
    await angle.fill('720');
    await angle.press('Enter');
    await expect(page.getByRole('tooltip')).toHaveText('720 超出范围：可填 0–180°');
    await expect(angle).toHaveValue('45');
  });

  test('a typed area is taken as it is read or not at all', async () => {
    await page.getByRole('radiogroup', { name: '按什么分' }).getByText('净面积').click();
    const area = page.getByRole('spinbutton', { name: '下间要求净面积' });
    await expect(area).toHaveValue(/^6\.\d\d$/);
    const before = await area.inputValue();
    for (const typed of ['1,5', '1，5', '1.5.2']) {
      await area.fill(typed);
      await expect(page.getByRole('tooltip')).toContainText('不是数字：不小于 0.1 m²');
      await area.press('Enter');
      await expect(area).toHaveValue(before);
    }
    for (const typed of ['1.5 m²', '１。５']) {
      await area.fill('3');
      await area.press('Enter');
      await area.fill(typed);
      await area.press('Enter');
      await expect(area).toHaveValue('1.50');
      await expect(page.getByLabel('下间净面积')).toHaveText('1.50 m²');
    }
    await area.fill('20');
    await area.press('Enter');
    await expect(page.getByRole('alert')).toContainText('要求的净面积合计 20.00 m²');
  });
});
