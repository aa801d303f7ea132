import { expect, type Page, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { clickPlan, openScheme, panel } from './editor.ts';

/** The survey is one: a correction in one scheme is offered to the other, and merged by element. */

const here = appOfItsOwn('survey', async (page) => page.setDefaultTimeout(30_000));

/** The outer wall on the left, mm. */
const wall = [10, 2000] as const;

async function thickness(page: Page) {
  await clickPlan(page, ...wall);
  return (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
}

async function toScheme(page: Page, from: RegExp, to: RegExp): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitem', { name: to }).click();
  await expect(page.getByRole('button', { name: to })).toBeVisible();
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');
}

test('a wall measured again in one scheme is taken over in the other, and undone, and saved', async () => {
  const { page } = here.app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await page.getByText('现状测绘', { exact: true }).click();
  const field = await thickness(page);
  await field.fill('300');
  await field.press('Enter');
  await save(page);

  await toScheme(page, /方案甲/, /方案乙/);
  const notice = page.getByTestId('survey-offer');
  await expect(notice).toContainText('更正了现状测绘');
  await notice.getByRole('button', { name: '查看更正…' }).click();
  const dialog = page.getByRole('dialog', { name: '现状测绘的更正' });
  await expect(dialog.getByRole('button', { name: /^墙.*修改厚度/ })).toHaveCount(1);
  await dialog.getByRole('button', { name: '采用更正' }).click();
  await expect(notice).toHaveCount(0);
  await expect(await thickness(page)).toHaveValue('300');
  // Undone, it is offered again.
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: '重做', exact: true }).click();
  await expect(notice).toHaveCount(0);
  await save(page);

  // Both have it now: neither is offered anything.
  await toScheme(page, /方案乙/, /方案甲/);
  await expect(await thickness(page)).toHaveValue('300');
  await expect(notice).toHaveCount(0);
});
