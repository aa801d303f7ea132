import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** Without a pointer: a room with a door, drawn, named and given to a household. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-keyboard-'));
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

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return '';
    return one.getAttribute('aria-label') || one.textContent || one.id;
  });

/** Tab, until what has the focus is called so; never more than once round the page. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    const here = await focused(page);
    if (name.test(here)) return;
    seen.push(here);
    await page.keyboard.press(key);
  }
  throw new Error(`${name} was never reached by ${key}: ${seen.join(' | ')}`);
}

const keys = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};

/** Types a place of the plan, mm, and clicks there. */
async function enterAt(page: Page, place: string): Promise<void> {
  await page.keyboard.press('g');
  await expect(page.getByLabel(/光标移到/)).toBeFocused();
  await page.keyboard.type(place);
  await keys(page, 'Enter');
  await expect(canvas(page)).toBeFocused();
  await keys(page, 'Enter');
}

test('draws a room with a door by keyboard alone and assigns it to a household', async () => {
  const { page } = app;
  await expect(page.getByRole('button', { name: '新建楼栋' })).toBeVisible();
  await tabTo(page, /^新建楼栋$/);
  await keys(page, 'Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('键盘楼');
  await keys(page, 'Enter');
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  await expect(page.getByText('一层还没有内容')).toBeVisible();

  // The palette, by initials of pinyin: 跳过 needs no pointer either.
  await keys(page, 'Control+k');
  await expect(page.getByRole('combobox', { name: '查找命令' })).toBeFocused();
  await page.keyboard.type('hq');
  await expect(page.getByRole('option', { selected: true })).toContainText('画墙');
  await keys(page, 'Enter');
  await expect(canvas(page)).toHaveAttribute('data-tool', 'wall');
  await expect(canvas(page)).toBeFocused();

  // Walls: a typed place, then arrows for the direction and typed lengths.
  const said = page.locator('.status-line [role="status"]');
  await enterAt(page, '1000,1000');
  for (const [arrow, length, words] of [
    ['ArrowRight', '4000', '4,000 mm'],
    ['ArrowUp', '3000', '3,000 mm'],
    ['ArrowLeft', '4000', '4,000 mm'],
    ['ArrowDown', '3000', '3,000 mm'],
  ] as const) {
    await keys(page, arrow);
    await page.keyboard.type(length);
    await keys(page, 'Enter');
    await expect(said).toHaveText(`画墙：墙，${words}，非承重，现状`);
  }

  // A door in the wall that the cursor walks to.
  await keys(page, 'd', 'Control+ArrowRight');
  await expect(said).toHaveText(/^墙，4,000 mm，非承重，现状；第 \d 个，共 4 个$/);
  await keys(page, 'Enter');
  await expect(said).toHaveText(/门/);

  // The room: walked to, named, and held by a household that is made for it.
  await keys(page, 't', ']');
  await expect(said).toHaveText('未标注的房间，11.17 m²，未定归属；第 1 个，共 1 个');
  await keys(page, 'Enter', 'F6');
  const panel = page.getByRole('tabpanel', { name: '属性' });
  await expect(panel.locator(':focus')).toBeVisible();
  await tabTo(page, /^名称$/);
  await page.keyboard.type('主卧');
  await keys(page, 'Enter');
  await tabTo(page, /^添加住户并归属于此$/);
  await keys(page, 'Enter');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.type('101');
  await keys(page, 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel.getByText('101').first()).toBeVisible();

  // Back on the plan, the room says so; then the households' panel.
  await keys(page, 'Control+1');
  await expect(panel.locator(':focus')).toBeVisible();
  await keys(page, 'Escape');
  await expect(canvas(page)).toBeFocused();
  await keys(page, 'v', 'Escape', ']');
  await expect(said).toHaveText('主卧，卧室，11.17 m²，归属 101；第 1 个，共 6 个');
  await keys(page, 'Control+2');
  const households = page.getByRole('tabpanel', { name: '住户' });
  await expect(households.getByText('101').first()).toBeVisible();
  await expect(households.locator(':focus')).toBeVisible();

  // The menu of the selection opens where it lies, and closes to the plan.
  await keys(page, 'Escape', 'Shift+F10');
  await expect(page.getByRole('menuitem', { name: /分隔房间/ })).toBeVisible();
  await keys(page, 'Escape');
  await expect(canvas(page)).toBeFocused();

  await keys(page, 'Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await keys(page, 'Enter');
  await expect(page.getByText('已保存为新版本。')).toBeVisible();
});

test('Tab goes round the editor without a trap, and the focus is always seen', async () => {
  const { page } = app;
  await expect(page.getByText(/双户两层/)).toBeVisible();
  await tabTo(page, /^(?!收藏).*双户两层/);
  await keys(page, 'Enter');
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  const seen = new Set<string>();
  for (let presses = 0; presses < 60; presses++) {
    await keys(page, 'Tab');
    const look = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return null;
      const region = one.closest(
        '.scheme-head, .tour-offer, .options-bar, .tool-strip, .plan-canvas, .editor-side, .status-line',
      );
      // A choice of several paints the ring around the one that is chosen.
      const painted = [one, one.nextElementSibling, one.parentElement, one.closest('.ant-select')];
      const isSeen = painted.some((each) => {
        if (!each) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(each);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      return {
        region: region?.className.split(' ')[0] ?? '',
        html: one.outerHTML.slice(0, 160),
        isSeen,
      };
    });
    if (!look) continue;
    seen.add(look.region);
    expect.soft(look.isSeen, look.html).toBe(true);
  }
  for (const region of [
    'scheme-head',
    'options-bar',
    'tool-strip',
    'plan-canvas',
    'editor-side',
    'status-line',
  ]) {
    expect(seen, region).toContain(region);
  }
});

test('the tour is taken by keys, and not offered again', async () => {
  const { page } = app;
  await tabTo(page, /^(?!收藏).*双户两层/);
  await keys(page, 'Enter');
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  await tabTo(page, /^开始导览$/);
  await keys(page, 'Enter');
  for (let step = 1; step <= 5; step++) {
    await expect(page.getByText(`${step} / 5`)).toBeVisible();
    await expect(
      page.getByRole('button', { name: step < 5 ? '下一步' : '开始使用' }),
    ).toBeFocused();
    await keys(page, 'Enter');
  }
  await expect(page.getByText('5 / 5')).toBeHidden();
  await expect(canvas(page)).toBeFocused();
  await page.reload();
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '开始导览' })).toBeHidden();

  // It starts again from the palette, and Esc ends it.
  await keys(page, 'Control+k');
  await page.keyboard.type('导览');
  await keys(page, 'Enter');
  await expect(page.getByText('1 / 5')).toBeVisible();
  await keys(page, 'Escape');
  await expect(page.getByText('1 / 5')).toBeHidden();
});
