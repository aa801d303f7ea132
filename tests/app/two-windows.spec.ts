import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Point } from '../../shared/plan/model.ts';
import { clickPlan, onPage, openScheme, panel } from './editor.ts';
import { type Application, launch, secondWindow } from './launch.ts';

/** Two windows on one scheme, and what a version that is only looked at lets one do. */

const building = /兄弟两户/;
const divided = /方案乙/;

let folder: string;
let app: Application;
const places = () => ({ library: join(folder, 'library'), userData: join(folder, 'user') });

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-windows-'));
  app = await launch({ ...places(), host: 'browser' });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A bed goes; `x` tells which of the two. */
async function deleteBed(page: Page, x: number): Promise<void> {
  await page.bringToFront();
  await clickPlan(page, x, 1000);
  await page.keyboard.press('Delete');
}

async function dragOnPlan(page: Page, from: Point, to: Point): Promise<void> {
  const start = await onPage(page, from.x, from.y);
  const end = await onPage(page, to.x, to.y);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
}

test('neither window writes over the other; both drafts live on', async () => {
  const first = app.page;
  const second = await secondWindow(app, places());
  for (const page of [first, second]) await openScheme(page, building, divided);
  await deleteBed(first, 720);
  await expect(first.getByTestId('draft-state')).toHaveAttribute('data-state', 'saved');
  await deleteBed(second, 3580);
  const notice = second.getByTestId('other-draft');
  await expect(notice).toContainText('另一窗口已为本方案存有草稿（1 处修改');
  await expect(second.getByTestId('draft-state')).toHaveAttribute('data-state', 'refused');

  // The other draft is looked at, and can be looked at only.
  await second.getByRole('button', { name: '查看另一份草稿' }).click();
  await expect(second.getByTestId('reading-notice')).toContainText('另一窗口的草稿');
  await clickPlan(second, 3580, 1000);
  const properties = await panel(second, /属性/);
  await expect(properties.getByRole('spinbutton', { name: '深' })).toBeDisabled();
  await expect(properties.getByRole('button', { name: '拆除' })).toBeDisabled();
  await second.keyboard.press('w');
  await expect(second.getByRole('button', { name: '选择', pressed: true })).toBeVisible();
  await expect(second.getByText('正在查看的内容不能修改')).toBeVisible();
  await second.getByRole('button', { name: '返回本窗口的草稿' }).click();

  // Mine becomes a scheme of its own, and stays one over a reload; so does the other's draft.
  await second.getByRole('button', { name: '本窗口另存为新方案' }).click();
  await expect(second.getByRole('button', { name: /（另存）/ })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await second.reload();
  await expect(second.getByText('已恢复未保存的草稿：1 处修改')).toBeVisible();
  await first.reload();
  await expect(first.getByText(/已恢复未保存的草稿：第 \d 版之后的 1 处修改/)).toBeVisible();
});

test('a window is told of a version that another saved, and goes on from it', async () => {
  const first = app.page;
  const second = await secondWindow(app, places());
  for (const page of [first, second]) await openScheme(page, building, divided);
  await deleteBed(first, 720);
  await first.keyboard.press('Control+s');
  await expect(first.getByLabel('说明')).toBeFocused();
  await first.keyboard.press('Enter');
  await expect(first.getByText('已保存为新版本。')).toBeVisible();

  await second.bringToFront();
  const bed = second.getByRole('heading', { name: '床' });
  await clickPlan(second, 720, 1000);
  await expect(bed).toBeVisible();
  await second.evaluate(() => window.dispatchEvent(new Event('focus')));
  const notice = second.getByTestId('other-save');
  await expect(notice).toContainText('本窗口仍停在此前的版本');
  await notice.getByRole('button', { name: '查看' }).click();
  await expect(second.getByTestId('reading-notice')).toContainText('正在查看第 2 版');
  await notice.getByRole('button', { name: '打开新版' }).click();
  await expect(notice).toHaveCount(0);
  await expect(second.getByTestId('reading-notice')).toHaveCount(0);
  await expect(second.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');
  await clickPlan(second, 720, 1000);
  await expect(second.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(bed).toHaveCount(0);
  await first.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(first.getByTestId('other-save')).toHaveCount(0);
});

test('a number beyond its limits is not taken without a word', async () => {
  const { page } = app;
  await openScheme(page, building, divided);
  await page.keyboard.press('w');
  const thickness = page.getByRole('spinbutton', { name: '墙厚' });
  await thickness.fill('9999');
  await expect(page.getByRole('tooltip')).toHaveText(/超出范围：可填 20–1,000 mm$/);
  await thickness.press('Tab');
  await expect(thickness).toHaveValue('1000');
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // Of a wall that stands, nothing is changed.
  await clickPlan(page, 10, 2000);
  const ofWall = (await panel(page, /属性/)).getByRole('spinbutton', { name: '厚度' });
  await expect(ofWall).toHaveValue('240');
  await ofWall.fill('5');
  await ofWall.press('Enter');
  await expect(page.getByRole('tooltip').last()).toHaveText(/超出范围：可填 20–1,000 mm$/);
  await expect(ofWall).toHaveValue('240');
  await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'clean');
});

test('a partition that may not stand is dragged to where it may', async () => {
  const { page } = app;
  await openScheme(page, building, /方案甲/);
  await page.keyboard.press('c');
  await clickPlan(page, 1600, 4000);
  const sizes = page.getByRole('radiogroup', { name: '按什么分' });
  await sizes.getByText('净宽', { exact: true }).click();
  await page.getByText('上下分', { exact: true }).click();
  const width = page.getByRole('spinbutton', { name: '下间净宽' });
  await expect(width).toHaveValue('950');
  await expect(page.getByText('隔墙会挡在门窗洞口上')).toBeVisible();
  await dragOnPlan(page, { x: 2150, y: 4040 }, { x: 2150, y: 4540 });
  await expect(page.getByText('隔墙会挡在门窗洞口上')).toHaveCount(0);
  await expect(page.getByLabel('上间净面积')).not.toHaveText('—');
});
