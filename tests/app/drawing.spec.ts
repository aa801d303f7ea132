import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, choose, clickPlan, onPage, openScheme, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A building from nothing: walls by typed length and angle, a door, a kitchen, a household. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-drawing-'));
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

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const at = await onPage(page, x, y);
  await page.mouse.move(at.x, at.y, { steps: 3 });
}

async function placeFixture(page: Page, name: RegExp, x: number, y: number): Promise<void> {
  await page.keyboard.press('x');
  await page.getByRole('radio', { name }).or(page.getByRole('button', { name })).first().click();
  await pointAt(page, x, y);
  await clickPlan(page, x, y);
}

test('what snaps is chosen, and is the same the next time', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await page.getByRole('button', { name: '捕捉…' }).click();
  await page.getByRole('checkbox', { name: '墙面' }).uncheck();
  await page.getByRole('checkbox', { name: '网格' }).uncheck();
  await expect(page.getByRole('button', { name: '捕捉（关 2 项）…' })).toBeVisible();
  const written = join(folder, 'user', 'settings.json');
  await expect.poll(() => readFileSync(written, 'utf8')).toMatch(/"faces",\s*"grid"/);
  await page.reload();
  await page.getByRole('button', { name: '捕捉（关 2 项）…' }).click();
  await expect(page.getByRole('checkbox', { name: '墙面' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: '端点', exact: true })).toBeChecked();
  await page.getByRole('button', { name: '全部打开' }).click();
  await expect(page.getByRole('button', { name: '捕捉…' })).toBeVisible();
});

/** The picture of the topmost canvas, in which a tool shows what it would do. */
const shownByTool = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.plan-canvas canvas')];
    return canvases.at(-1)?.toDataURL() ?? '';
  });

test('a pointer that rests points at what the view brings under it', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案甲/);
  await page.keyboard.press('w');
  await clickPlan(page, 1000, 1000);
  const at = await onPage(page, 2500, 1700);
  await page.mouse.move(at.x, at.y, { steps: 3 });
  await page.keyboard.press('+');
  await onPage(page, 2500, 1700);
  const atRest = await shownByTool(page);
  // Pointed at anew, it shows the same.
  await page.mouse.move(at.x + 60, at.y + 40);
  await expect.poll(() => shownByTool(page)).not.toBe(atRest);
  await page.mouse.move(at.x, at.y);
  await expect.poll(() => shownByTool(page)).toBe(atRest);
});

test('a room is drawn, furnished, named and saved', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '新建楼栋' }).click();
  await page.getByLabel('名称').fill('试画楼');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  await expect(page.getByText('一层还没有内容')).toBeVisible();

  // Walls by typed length and angle, the last one by a click on the start.
  await page.keyboard.press('w');
  await clickPlan(page, 1000, 1000);
  await pointAt(page, 3000, 1000);
  await page.keyboard.type('4000');
  await page.keyboard.press('Enter');
  await pointAt(page, 5000, 2500);
  // A thickness chosen in between leaves the keys with the plan.
  await page.getByRole('button', { name: '120', exact: true }).click();
  await page.keyboard.type('3000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('90');
  await page.keyboard.press('Enter');
  await pointAt(page, 2500, 4000);
  await page.keyboard.type('4000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('180');
  await page.keyboard.press('Enter');
  await clickPlan(page, 1000, 1000);

  // A door in the lower wall, then a kitchen's fixtures against the upper one.
  await page.keyboard.press('d');
  await pointAt(page, 3000, 1000);
  await clickPlan(page, 3000, 1000);
  await placeFixture(page, /洗涤池/, 2000, 3900);
  await placeFixture(page, /灶/, 3500, 3900);

  // A copy alone is selected: deleting it leaves the original.
  await page.keyboard.press('Control+d');
  await expect((await panel(page, /属性/)).getByRole('heading', { name: '灶具' })).toBeVisible();
  await page.keyboard.press('Delete');

  // A household, and the room that it holds: 3,880 x 2,880 mm between the wall faces.
  const households = await panel(page, /住户/);
  await households.getByRole('button', { name: /添加/ }).first().click();
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect(households.getByText('101').first()).toBeVisible();
  await page.keyboard.press('t');
  await clickPlan(page, 3000, 2200);
  const properties = await panel(page, /属性/);
  await expect(properties.getByText('11.17 m²').first()).toBeVisible();
  await choose(page, /用途/, /^厨房$/);
  await choose(page, /归属/, /101/);
  await page.keyboard.press('Escape');

  const state = await panel(page, /住户/);
  await expect(state.getByText('厨房独用')).toBeVisible();
  await expect(state.getByText('卫生间缺')).toBeVisible();
  const findings = await panel(page, /问题/);
  await expect(findings.getByText('101室没有卫生间。')).toBeVisible();

  // The first version.
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.type('初稿');
  await page.keyboard.press('Enter');
  await expect((await panel(page, /版本/)).getByTestId('version-entry')).toContainText('初稿');
});
