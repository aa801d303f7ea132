import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does in the window, for the tests: by mouse, by key, by the words on the screen. */

export const canvas = (page: Page): Locator => page.getByTestId('plan-canvas');

/** Where a place of the plan (mm) is on the page, once the view has come to rest. */
export async function onPage(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const plan = canvas(page);
  await expect(plan).toHaveAttribute('data-view', /,/);
  const look = async () => {
    const view = ((await plan.getAttribute('data-view')) ?? '').split(',').map(Number);
    const box = await plan.boundingBox();
    if (!box) throw new Error('the canvas is not on the page');
    return [box.x, box.y, ...view];
  };
  const frames = () =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  let seen = await look();
  await expect
    .poll(async () => {
      const before = seen;
      await frames();
      seen = await look();
      return seen.join() === before.join();
    })
    .toBe(true);
  const [left, top, scale, offsetX, offsetY] = seen as [number, number, number, number, number];
  return { x: left + offsetX + x * scale, y: top + offsetY - y * scale };
}

/** Clicks the plan at a place in mm. */
export async function clickPlan(page: Page, x: number, y: number): Promise<void> {
  const at = await onPage(page, x, y);
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
}

/** Opens a building from the library and, where it has several, one of its schemes. */
export async function openScheme(page: Page, building: RegExp, scheme?: RegExp): Promise<void> {
  await page.getByText(building).first().click();
  if (scheme) await page.getByText(scheme).first().click();
  await expect(canvas(page)).toBeVisible();
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
}

export const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name });

/** The panel of a tab, brought to the front. */
export async function panel(page: Page, name: RegExp): Promise<Locator> {
  await tab(page, name).click();
  const shown = page.getByRole('tabpanel', { name });
  await expect(shown).toBeVisible();
  return shown;
}

/** Chooses an entry of a select by its visible words. */
export async function choose(page: Page, select: string | RegExp, entry: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: select }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(entry).first().click();
}
