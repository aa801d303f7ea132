import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, clickPlan, onPage, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** What is there is changed: by typed distances, by keys, by dragging, on another storey. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-editing-'));
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

async function addToSelection(page: Page, x: number, y: number): Promise<void> {
  const at = await onPage(page, x, y);
  await page.keyboard.down('Shift');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Shift');
}

const number = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true });

test('a wall moves to a typed distance, is split, and says why it cannot be joined', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 1450, 7300);
  const properties = await panel(page, /属性/);
  await expect(properties.getByRole('heading', { name: '隔墙' })).toBeVisible();
  await expect(number(page, '左侧净距')).toHaveValue('1870');
  await number(page, '左侧净距').fill('2000');
  await page.keyboard.press('Enter');
  await expect(number(page, '左侧净距')).toHaveValue('2000');
  await expect(number(page, '右侧净距')).toHaveValue('1140');
  await expect(page.getByText('1 处修改')).toBeVisible();

  await page.getByTestId('plan-canvas').focus();
  await page.keyboard.press('Shift+S');
  await expect(number(page, '长度（中线）')).toHaveValue('2100');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(number(page, '左侧净距')).toHaveValue('1870');
  await expect(number(page, '长度（中线）')).toHaveValue('4200');

  await addToSelection(page, 2900, 7300);
  await page.getByTestId('plan-canvas').focus();
  await page.keyboard.press('Shift+J');
  await expect(page.getByText('两段墙没有相接的端点，请先延伸其中一段。')).toBeVisible();
});

test('a wall that is dragged goes as far as is typed meanwhile', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 1450, 7300);
  await panel(page, /属性/);
  await expect(number(page, '左侧净距')).toHaveValue('1870');
  const at = await onPage(page, 1450, 7300);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y - 8);
  await page.mouse.move(at.x, at.y - 16);
  await page.keyboard.type('130');
  await page.keyboard.press('Enter');
  await page.mouse.up();
  await expect(page.getByText('1 处修改')).toBeVisible();
  const clear = await number(page, '左侧净距').inputValue();
  expect(Math.abs(Number(clear) - 1870)).toBe(130);
});

test('an end of a wall goes to a typed place, also seen from the other end', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 1450, 7300);
  await panel(page, /属性/);
  const lower = page.getByLabel('下端 x, y', { exact: true });
  const was = await lower.inputValue();
  const [x, y] = was.split(',').map(Number) as [number, number];
  await lower.fill('@3000<270');
  await page.keyboard.press('Enter');
  await expect(number(page, '长度（中线）')).toHaveValue('3000');
  await expect(lower).toHaveValue(`${x}, ${y + 1200}`);
  await lower.fill('somewhere');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^请输入 x,y；相对另一端/)).toBeVisible();
  await expect(lower).toHaveValue(`${x}, ${y + 1200}`);
  await lower.fill(was);
  await page.keyboard.press('Enter');
  await expect(number(page, '长度（中线）')).toHaveValue('4200');
});

test('what is selected moves by a way that is typed', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 1450, 7300);
  const form = page.getByRole('form', { name: '移动' });
  await form.getByLabel('向右').fill('130');
  await page.keyboard.press('Enter');
  await expect(number(page, '左侧净距')).toHaveValue('2000');
  await expect(page.getByText('1 处修改')).toBeVisible();
  await form.getByLabel('向右').fill('-130');
  await form.getByRole('button', { name: '移动' }).click();
  await expect(number(page, '左侧净距')).toHaveValue('1870');
});

test('a surveyed outer wall moved in the proposal is demolished, and the room stays closed', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 7700, 1000);
  const from = await onPage(page, 7700, 1000);
  const to = await onPage(page, 8500, 1000);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(number(page, '左侧净距')).toHaveValue('3960');
  await clickPlan(page, 6600, 3500);
  // 3,960 by 4,920 mm between the faces: it was 15.55.
  await expect((await panel(page, /属性/)).getByText('19.48 m²').first()).toBeVisible();
});

test('a fixture is copied to another storey, at the same place', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 30, 10500);
  const properties = await panel(page, /属性/);
  await expect(properties.getByRole('heading', { name: '便器' })).toBeVisible();
  await page.getByTestId('plan-canvas').focus();
  await page.keyboard.press('Control+c');
  const storeys = await panel(page, /楼层/);
  await storeys.getByRole('button', { name: '添加楼层' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('加层');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByTestId('plan-canvas')).toHaveAttribute('aria-label', /加层/);
  await page.getByTestId('plan-canvas').focus();
  await page.keyboard.press('Control+v');
  const pasted = await panel(page, /属性/);
  await expect(pasted.getByRole('heading', { name: '便器' })).toBeVisible();
  await page.getByTestId('plan-canvas').focus();
  await page.keyboard.press('Escape');
  await expect(pasted.getByRole('heading', { name: '加层' })).toBeVisible();
  const fixtures = pasted.locator('.property', { hasText: '设施' });
  await expect(fixtures).toHaveText('设施1');
});

test('a second finger moves nothing of what the first one moves', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await canvas(page).focus();
  await page.keyboard.press('h');
  const { x, y } = await onPage(page, 1450, 7300);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  const touch = (type: 'touchStart' | 'touchMove', ...places: readonly number[]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map((way, id) => ({ x: x + way, y, id })),
    });
  await touch('touchStart', 0);
  await touch('touchMove', 10);
  await touch('touchStart', 10, 300);
  await touch('touchMove', 30, 310);
  await touch('touchMove', 50, 310);
  const at = await onPage(page, 1450, 7300);
  expect(Math.round(at.x - x)).toBe(50);
});

test('a wall is let go with the last button, where another one came down meanwhile', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  const { x, y } = await onPage(page, 1450, 7300);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y);
  await page.mouse.move(x + 20, y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.up();
  await page.mouse.up({ button: 'middle' });
  await expect(page.getByText('1 处修改')).toBeVisible();
});

test('panning by the middle button pastes nothing of what was copied', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await clickPlan(page, 1450, 7300);
  await page.keyboard.press('Control+c');
  const at = await onPage(page, 3000, 6000);
  const before = await canvas(page).getAttribute('data-view');
  await page.evaluate(() => {
    window.addEventListener('paste', () => document.body.setAttribute('data-pasted', ''));
  });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(at.x + 40, at.y + 20, { steps: 4 });
  await page.mouse.up({ button: 'middle' });
  await expect(canvas(page)).not.toHaveAttribute('data-view', before ?? '');
  await expect(page.locator('body')).not.toHaveAttribute('data-pasted');
  await page.keyboard.press('Control+v');
  await expect(page.locator('body')).toHaveAttribute('data-pasted');
});
