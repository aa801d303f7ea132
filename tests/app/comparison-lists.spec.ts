import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { openScheme, panel } from './editor.ts';

/** The lists of a comparison scroll inside its dialog, however long they are. */

const here = appOfItsOwn('lists', async (page) => page.setDefaultTimeout(30_000));

test('long lists stay within the dialog, and each plan is chosen by its scheme', async () => {
  const { page } = here.app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await openScheme(page, /一梯十九户/, /方案甲/);
  await (await panel(page, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  const dialog = page.getByRole('dialog', { name: '对比' });
  await page.getByRole('combobox', { name: '前' }).click();
  const list = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await list.last().click();
  // As chosen, it says of which scheme it is.
  await expect(dialog.locator('.compare-choice').first()).toContainText(/方案乙.* · 第 1 版/);

  for (const name of [/^住户/, /^问题/, /^图元/]) {
    await dialog.getByRole('tab', { name }).click();
    const shown = dialog.getByRole('tabpanel', { name });
    await expect(shown.locator('li').first()).toBeVisible();
    // The nearest box around the list that scrolls ends above the foot of the dialog.
    const within = await shown.evaluate((element) => {
      const foot = element.closest('.ant-modal-body')?.getBoundingClientRect().bottom ?? 0;
      let box: Element | null = element;
      while (box && getComputedStyle(box).overflowY !== 'auto') box = box.parentElement;
      if (!box) return 'nothing scrolls';
      return box.getBoundingClientRect().bottom <= foot && box.scrollHeight > box.clientHeight;
    });
    expect(within).toBe(true);
  }
});
