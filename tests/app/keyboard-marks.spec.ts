import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** Without a pointer: what is measured and written on a plan, and a scan that is calibrated. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-keyboard-marks-'));
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  const { page } = app;
  await page.getByRole('button', { name: '新建楼栋' }).press('Enter');
  await expect(page.getByLabel('名称')).toBeFocused();
  await page.keyboard.type('标注楼');
  await keys(page, 'Enter');
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const keys = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};

async function command(page: Page, words: string, tool: string): Promise<void> {
  await keys(page, 'Control+k');
  await expect(page.getByRole('combobox', { name: '查找命令' })).toBeFocused();
  await page.keyboard.type(words);
  await keys(page, 'Enter');
  await expect(canvas(page)).toHaveAttribute('data-tool', tool);
  await expect(canvas(page)).toBeFocused();
}

async function goTo(page: Page, place: string): Promise<void> {
  await keys(page, 'g');
  await expect(page.getByLabel(/光标移到/)).toBeFocused();
  await page.keyboard.type(place);
  await keys(page, 'Enter');
  await expect(canvas(page)).toBeFocused();
}

test('marks are made, walked to and heard by keys alone', async () => {
  const { page } = app;
  const said = page.locator('.status-line [role="status"]');
  await keys(page, 'q');
  await goTo(page, '0,0');
  await keys(page, 'Enter');
  await page.keyboard.type('4000');
  await keys(page, 'Tab');
  await page.keyboard.type('3000');
  await keys(page, 'Enter');

  await command(page, '尺寸标注', 'dimension');
  for (const place of ['0,0', '4000,0']) {
    await goTo(page, place);
    await keys(page, 'Enter');
  }
  await keys(page, 'Enter', 'Shift+ArrowDown', 'Enter');
  await expect(said).toHaveText('标注尺寸：尺寸标注，4,000 mm');

  await command(page, '测量面积', 'area');
  for (const place of ['0,0', '4000,0', '4000,3000']) {
    await goTo(page, place);
    await keys(page, 'Enter');
  }
  await keys(page, 'Enter');
  await expect(said).toHaveText('面积 6.00 m²，周长 12,000 mm');

  await command(page, '画轴线', 'axis');
  await goTo(page, '0,0');
  await keys(page, 'Enter', 's');
  await goTo(page, '0,3000');
  await keys(page, 'Enter');
  await command(page, '指北针', 'north');
  await goTo(page, '6000,0');
  await keys(page, 'Enter', 'Shift+ArrowUp', 'Enter');
  await expect(said).toHaveText('设定指北针');

  await command(page, '注写文字', 'note');
  await goTo(page, '2000,1500');
  await keys(page, 'l', 'Shift+ArrowRight', 'Enter');
  await expect(page.getByLabel('注释文字')).toBeFocused();
  await page.keyboard.type('原有烟道');
  await keys(page, 'Enter');
  await expect(canvas(page)).toBeFocused();
  await expect(page.getByRole('button', { name: '去掉引线' })).toBeVisible();

  // The axes come last of what is walked through.
  await keys(page, 'Escape', '[');
  await expect(said).toHaveText(/^轴线 1，x 0；第 (\d+) 个，共 \1 个$/);
  await keys(page, '[', '[');
  await expect(said).toHaveText(/^文字，原有烟道；/);
  await keys(page, '[');
  await expect(said).toHaveText(/^尺寸标注，4,000 mm；/);
});

test('a scan is calibrated by keys alone', async () => {
  const { page } = app;
  const scan = join(import.meta.dirname, '..', 'fixtures', 'scans', 'rmf-home.png');
  await page.getByTestId('picture-file').setInputFiles(scan);
  await expect(canvas(page)).toHaveAttribute('data-tool', 'underlay');
  const scale = page.getByLabel('每像素', { exact: true });
  const before = Number(await scale.inputValue());
  await canvas(page).press('g');
  await expect(page.getByLabel(/光标移到/)).toBeFocused();
  await page.keyboard.type('2000,2000');
  await keys(page, 'Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await page.keyboard.type('4000');
  await keys(page, 'Enter');
  await expect.poll(async () => Number(await scale.inputValue())).toBeCloseTo(2 * before, 1);
});
