import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, choose, clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** The brothers' kitchen-bathroom is divided by a proposal that the program found. */

const building = /兄弟两户/;
const schemeA = /方案甲/;
const sharedRoom = { x: 1600, y: 4000 };

async function expectComplete(page: Page, complete: number): Promise<void> {
  const households = await panel(page, /住户/);
  await expect(households.getByText(`${complete} / 4 户煤卫独用`)).toBeVisible();
}

test.describe('proposals for a divided room', () => {
  let folder: string;
  let app: Application;
  let page: Page;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duyong-proposals-'));
    app = await launch({
      library: join(folder, 'library'),
      userData: join(folder, 'user'),
      host: 'browser',
    });
    page = app.page;
    await openScheme(page, building, schemeA);
    await page.keyboard.press('c');
    await clickPlan(page, sharedRoom.x, sharedRoom.y);
    await page.getByText('求方案', { exact: true }).click();
  });
  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cards = () => page.getByRole('list', { name: '分隔方案' }).getByRole('button');

  test('are found beside the editor, look different, complete both households, undo in one step', async () => {
    await expect(cards().nth(2)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '停止' })).toHaveCount(0, { timeout: 60_000 });
    expect(await cards().count()).toBeGreaterThanOrEqual(3);
    const drawings = await cards()
      .locator('svg')
      .evaluateAll((all) => all.map((svg) => svg.innerHTML));
    expect(new Set(drawings).size).toBe(drawings.length);

    // Chosen, it shows on the plan and says what it gives and costs.
    await cards().first().click();
    const details = page.getByRole('region', { name: '方案说明' });
    await expect(details).toContainText('得到独用厨房、独用卫生间');
    await expect(details).toContainText('需记录认可');
    await details.getByRole('button', { name: '采用方案' }).click();
    await expectComplete(page, 4);
    await page.keyboard.press('Control+z');
    await expectComplete(page, 2);
  });

  test('show on the plan the one chosen, whatever card comes under a pointer that rests', async () => {
    await page.setViewportSize({ width: 1366, height: 560 });
    await expect(cards().nth(2)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '停止' })).toHaveCount(0, { timeout: 60_000 });
    const isOver = (index: number) =>
      cards()
        .nth(index)
        .evaluate((card) => card.matches(':hover'));
    const drawn = async () => (await canvas(page).screenshot()).toString('base64');
    await cards()
      .first()
      .click({ position: { x: 60, y: 40 } });
    await expect(page.getByRole('region', { name: '方案说明' })).toBeVisible();
    await expect(cards().first()).toHaveAttribute('aria-pressed', 'true');
    const chosen = await drawn();
    // As where better proposals push the cards down.
    await cards()
      .first()
      .evaluate((card) => {
        card.parentElement?.parentElement?.prepend(card.parentElement.nextElementSibling!);
      });
    await expect.poll(() => isOver(0)).toBe(true);
    expect(await cards().first().getAttribute('aria-pressed')).toBe('false');
    // Every picture waits for a frame of its own.
    for (let look = 0; look < 4; look++) expect((await drawn()) === chosen).toBe(true);

    // Pointed at, it shows.
    const box = (await cards().first().boundingBox())!;
    await page.mouse.move(box.x + 50, box.y + 30);
    await expect.poll(async () => (await drawn()) === chosen).toBe(false);
  });

  test('hold what a programme asks for: bathrooms only, and one of the designer’s own', async () => {
    await expect(cards().nth(2)).toBeVisible({ timeout: 60_000 });
    await page.getByText(/更改条件/).click();
    await choose(page, '配置', /^仅卫生间$/);
    await expect(cards().first()).toContainText('仅卫生间', { timeout: 60_000 });
    await choose(page, '配置', /^自定$/);
    await choose(page, '灶具', /^不设厨房$/);
    await choose(page, '淋浴', /^不设$/);
    await expect(cards().first()).toContainText('自定', { timeout: 60_000 });
    await choose(page, '坐便器', /^不设卫生间$/);
    const own = page.getByRole('group', { name: '自定配置' });
    await expect(own.getByRole('alert')).toContainText('至少选一样');
    await expect(cards()).toHaveCount(0);
    await choose(page, '坐便器', /^最小尺寸$/);
    await expect(cards().first()).toContainText('自定', { timeout: 60_000 });

    // Chosen, it closes the conditions and has only what was asked for.
    await cards().first().click();
    await expect(own).toHaveCount(0);
    const details = page.getByRole('region', { name: '方案说明' });
    await expect(details.getByText('得到独用卫生间')).toHaveCount(2);

    // This machine remembers it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await clickPlan(page, sharedRoom.x, sharedRoom.y);
    await page.getByText('求方案', { exact: true }).click();
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
    await page.getByText(/更改条件/).click();
    await choose(page, '配置', /^自定$/);
    await expect(page.getByRole('group', { name: '自定配置' })).toContainText('不设厨房');
  });

  test('that cannot be are explained, and what would make them possible is one click away', async () => {
    await page.getByText(/更改条件/).click();
    await choose(page, '配置', /^紧凑型/);
    const why = page.getByRole('region', { name: '为什么没有方案' });
    await expect(why).toBeVisible({ timeout: 90_000 });
    await expect(why).toContainText('没有可行的分隔');
    // How much is missing, to the millimetre.
    await expect(why).toContainText(/“紧凑型”：图上左右方向净尺寸 2000 mm，还差 \d+ mm/, {
      timeout: 90_000,
    });
    await why.getByRole('button', { name: '查看' }).first().click();
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
  });

  test('that were not found before the search was stopped are not called impossible', async () => {
    await page.getByText(/更改条件/).click();
    await choose(page, '配置', /^紧凑型/);
    await page.getByRole('button', { name: '停止' }).click();
    const stopped = page.getByText(/^已停止：.*完成 \d+%。/);
    await expect(stopped).toContainText('停止前没有找到方案，也不能说明不可行');
    await expect(page.getByText(/没有一项能单独使分隔可行/)).toHaveCount(0);
    await page.getByRole('button', { name: '重新求方案' }).click();
    await expect(stopped).toHaveCount(0);
    await expect(page.getByRole('button', { name: '停止' })).toBeVisible();
  });

  test('are still there after a look at another room, without a new search', async () => {
    await expect(cards().nth(2)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '停止' })).toHaveCount(0, { timeout: 60_000 });
    const before = await cards().allInnerTexts();
    let searches = 0;
    page.on('worker', () => {
      searches += 1;
    });
    await page.keyboard.press('Escape');
    await expect(cards()).toHaveCount(0);
    await page.keyboard.press('c');
    await clickPlan(page, sharedRoom.x, sharedRoom.y);
    await page.getByText('求方案', { exact: true }).click();
    await expect(cards()).toHaveCount(before.length);
    expect(await cards().allInnerTexts()).toEqual(before);
    expect(searches).toBe(0);
  });

  test('are kept as a scheme beside the one that is open', async () => {
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '停止' })).toHaveCount(0, { timeout: 60_000 });
    await cards().first().click();
    await page.getByRole('button', { name: '另存为备选方案' }).click();
    await expect(page.getByText(/^已另存为“备选 3 .* \d\.\d\d \+ \d\.\d\d m²”/)).toBeVisible();
    // Once more is no second scheme.
    await page.getByRole('button', { name: '另存为备选方案' }).click();
    await expect(page.getByText(/^这个方案已另存为“备选 3 /)).toBeVisible();
    await page.getByRole('button', { name: /方案甲/ }).click();
    await expect(page.getByRole('menuitem', { name: /备选/ })).toHaveCount(1);
    await expect(page.getByRole('menuitem', { name: /备选 3 .*m²/ })).toBeVisible();
  });
});
