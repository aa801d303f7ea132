import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { choose, clickPlan, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A storey's shared kitchen and WC are divided between all who share them, at once. */

const building = /一梯十九户/;
const survey = /方案乙/;
const kitchen = { x: 8900, y: 8400 };

async function expectComplete(page: Page, complete: number): Promise<void> {
  const households = await panel(page, /住户/);
  await expect(households.getByText(`${complete} / 19 户煤卫独用`)).toBeVisible();
}

test.describe('a whole shared block', () => {
  let folder: string;
  let app: Application;
  let page: Page;

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duyong-block-'));
    app = await launch({
      library: join(folder, 'library'),
      userData: join(folder, 'user'),
      host: 'browser',
    });
    page = app.page;
    await openScheme(page, building, survey);
    await page.keyboard.press('c');
    await clickPlan(page, kitchen.x, kitchen.y);
    await page.getByText('求方案', { exact: true }).click();
  });
  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cards = () => page.getByRole('list', { name: '分隔方案' }).getByRole('button');
  const stop = () => page.getByRole('button', { name: '停止' });

  test('is one click away from the room that two of them cannot divide', async () => {
    test.setTimeout(240_000);
    await page.getByText('两户分一间', { exact: true }).click();
    const why = page.getByRole('region', { name: '为什么没有方案' });
    await expect(why).toContainText('这间房间不止两户合用', { timeout: 120_000 });
    await why.getByRole('button', { name: '改用多户同分' }).click();
    await expect(page.getByRole('button', { name: '为 5 户求方案' })).toBeVisible();
    await expect(why).toHaveCount(0);
  });

  test('is divided for five households while one watches, applied and undone in one step', async () => {
    test.setTimeout(240_000);
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    // The first whole answer is there while the search goes on.
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
    await expect(cards().first()).toContainText('5 户各得独用厨卫');
    await expect(stop()).toBeVisible();
    await expect(stop()).toHaveCount(0, { timeout: 180_000 });
    expect(await cards().count()).toBeGreaterThanOrEqual(3);

    await cards().first().click();
    const details = page.getByRole('region', { name: '方案说明' });
    await expect(details.getByText(/得到独用厨房、独用卫生间/)).toHaveCount(5);
    await expect(details).toContainText('新增立管');
    await details.getByRole('button', { name: '采用方案' }).click();
    await expectComplete(page, 5);
    await page.keyboard.press('Control+z');
    await expectComplete(page, 0);

    // Taken back, what was found is there without a second search.
    let searches = 0;
    page.on('worker', (worker) => {
      if (worker.url().includes('block-worker')) searches += 1;
    });
    await page.keyboard.press('c');
    await clickPlan(page, kitchen.x, kitchen.y);
    await page.getByText('求方案', { exact: true }).click();
    await expect(cards().nth(2)).toBeVisible();
    await expect(stop()).toHaveCount(0);
    expect(searches).toBe(0);
  });

  test('is given up at once and keeps what was found', async () => {
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
    await stop().click();
    await expect(stop()).toHaveCount(0);
    await expect(cards().first()).toBeVisible();
    const stopped = page.getByText(/^已停止：整个搜索完成 \d+%。/);
    await expect(stopped).toContainText('不一定最好');

    // Before anything was found that says nothing of what is possible.
    await page.getByText(/：更改条件$/).click();
    await page.getByLabel('可新增立管（须上下层贯通）').uncheck();
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    await stop().click();
    await expect(cards()).toHaveCount(0);
    await expect(stopped).toContainText('也不能说明不可行');
    await expect(page.getByRole('button', { name: '重新求方案' })).toBeVisible();
  });

  test('says what to allow where nothing serves everybody', async () => {
    await page.getByLabel('可新增立管（须上下层贯通）').uncheck();
    await page.getByLabel('不够分时，可占用本户居室一角').uncheck();
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    const outcome = page.getByRole('region', { name: '求方案结果' });
    await expect(outcome).toContainText('没有找到', { timeout: 120_000 });
    await expect(outcome.getByRole('button', { name: '允许并重求' })).toHaveCount(3);
  });

  test('goes on while another storey is looked at, and says each one’s part', async () => {
    test.setTimeout(240_000);
    const home = page.getByRole('radio', { name: '一层' });
    await expect(home).toBeChecked();
    let searches = 0;
    page.on('worker', (worker) => {
      if (worker.url().includes('block-worker')) searches += 1;
    });
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    await expect(stop()).toBeVisible();
    await expect.poll(() => searches).toBe(1);
    await page.getByText('二层', { exact: true }).click();
    await expect(page.getByText(/正在为一层的“.*”求方案/)).toBeVisible();
    await expect(stop()).toBeVisible();
    await page.getByRole('button', { name: '回到一层' }).click();
    await expect(home).toBeChecked();
    await expect(page.getByRole('radio', { name: '多户同分' })).toBeChecked();
    await expect(cards().first()).toBeVisible({ timeout: 60_000 });
    expect(searches).toBe(1);
    const part = /^\d{3} \d+\.\d\d m²$/;
    await expect(cards().first().locator('.proposal-sizes > span')).toHaveText(
      Array.from({ length: 5 }, () => part),
    );
    await stop().click();
  });

  test('is of bathrooms only where that is asked for', async () => {
    await choose(page, '配置', /^仅卫生间$/);
    await page.getByRole('button', { name: '为 5 户求方案' }).click();
    await expect(cards().first()).toContainText('5 户各得独用卫生间', { timeout: 120_000 });
    await expect(page.getByText(/仅卫生间：更改条件/)).toBeVisible();
  });
});
