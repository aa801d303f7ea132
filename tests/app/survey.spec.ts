import { expect, type Page, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { clickPlan, openScheme, panel } from './editor.ts';

/** The survey is one: a correction in one scheme is offered to the other, and merged by element. */

const here = appOfItsOwn('survey', async (page) => page.setDefaultTimeout(30_000));

/** The outer wall on the left, mm. */
const wall = [10, 2000] as const;
/** The one on the right. */
const otherWall = [7710, 2000] as const;

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
  await expect(page.getByRole('dialog')).toHaveCount(0);
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
  await expect(dialog.getByRole('button', { name: '第 1 处更正' })).toBeVisible();
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

test('of two corrections one is left out, and come back to from the menu of the schemes', async () => {
  const { page } = here.app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await page.getByText('现状测绘', { exact: true }).click();
  const field = await thickness(page);
  await field.fill('300');
  await field.press('Enter');
  await clickPlan(page, ...otherWall);
  const other = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await other.fill('280');
  await other.press('Enter');
  await save(page);

  await toScheme(page, /方案甲/, /方案乙/);
  const notice = page.getByTestId('survey-offer');
  await notice.getByRole('button', { name: '查看更正…' }).click();
  const dialog = page.getByRole('dialog', { name: '现状测绘的更正' });
  await dialog.getByRole('button', { name: '保留本方案的' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);

  // Kept is not for ever: the menu has it, and so has the palette.
  await page.getByRole('button', { name: /方案乙/ }).click();
  await page.getByRole('menuitem', { name: /未采用的现状更正：方案甲/ }).click();
  const own = dialog.getByRole('radio', { name: /本方案/ });
  await expect(own).toHaveCount(2);
  await dialog
    .getByRole('listitem')
    .filter({ hasText: '280 mm' })
    .getByRole('radio')
    .first()
    .check();
  await dialog.getByRole('button', { name: '采用所选的更正' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(await thickness(page)).toHaveValue('300');
  await save(page);

  // What was left out is still there to be taken.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找命令' }).fill('现状更正');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /本方案/ })).toHaveCount(1);
  await dialog.getByRole('button', { name: '采用更正' }).click();
  await clickPlan(page, ...otherWall);
  await expect(other).toHaveValue('280');
  await save(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找命令' }).fill('现状更正');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('没有未采用的现状更正');
});
