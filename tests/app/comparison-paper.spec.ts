import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { choose, openScheme, panel } from './editor.ts';
import { type Application, type HostKind, launch } from './launch.ts';

/** A comparison goes onto paper: as a file in the product, by the print dialog in a browser. */

let folder: string;
let app: Application;
const start = async (host?: HostKind, settings: object = {}): Promise<Page> => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-paper-'));
  mkdirSync(join(folder, 'user'));
  writeFileSync(join(folder, 'user', 'settings.json'), JSON.stringify(settings));
  const places = { library: join(folder, 'library'), userData: join(folder, 'user') };
  app = await launch({ ...places, ...(host ? { host } : {}) });
  app.page.setDefaultTimeout(30_000);
  return app.page;
};
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function compareSchemes(page: Page) {
  await openScheme(page, /兄弟两户/, /方案乙/);
  await (await panel(page, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  await choose(page, '前', /第 1 版/);
  await page.getByRole('combobox', { name: '前' }).click();
  const list = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  await list.last().click();
  return page.getByRole('dialog', { name: '对比' });
}

/** mm of the first page of a PDF. */
function pageOf(pdf: string): number[] {
  const box = /\/MediaBox\s*\[([^\]]+)\]/.exec(pdf)?.[1] ?? '';
  const [, , width = 0, height = 0] = box.trim().split(/\s+/).map(Number);
  return [width, height].map((points) => Math.round((points * 25.4) / 72));
}

test('in the product it is a PDF file on A4', async () => {
  const page = await start();
  const dialog = await compareSchemes(page);
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^兄弟两户.*对比\.pdf$/);
  const file = join(folder, 'comparison.pdf');
  await download.saveAs(file);
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pageOf(pdf)).toEqual([297, 210]);
  await expect(page.locator('.paper')).toHaveCount(0);
});

test('in a browser its print dialog gets the comparison and nothing else', async () => {
  const profile = {
    format: 1,
    kind: 'duyong-profile',
    name: '本局试行',
    base: 'national',
    rules: { R3: { off: '起居室另行核对' } },
    fixtures: {},
  };
  const page = await start('browser', { profile });
  const dialog = await compareSchemes(page);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('.paper')?.textContent ?? '';
    };
  });
  await dialog.getByRole('button', { name: '导出 PDF' }).click();
  await expect.poll(() => page.evaluate(() => document.body.dataset.printed)).toContain('302甲');
  const printed = await page.evaluate(() => document.body.dataset.printed);
  expect(printed).toContain('方案对比：');
  expect(printed).toContain('煤卫合一间');
  // Each finding with its rule, what was measured and required, and the clause.
  expect(printed).toMatch(
    /提示；[A-Z]\d[^；]*；量得 [\d.]+\u00a0m²；要求 ≥\u00a0[\d.]+\u00a0m²；GB [\w.;+ -]+（待核对原文）/,
  );
  expect(printed).toContain('审查标准：本局试行');
  expect(printed).toContain('R3 起居室面积理由：起居室另行核对');
  await expect(page.locator('.paper')).toHaveCount(0);
});

test('its pictures stay on the page, step back for one household, and a draft says of when it is', async () => {
  const page = await start('browser');
  await openScheme(page, /一梯十九户/, /方案甲/);
  await (await panel(page, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  await page.getByRole('combobox', { name: '前' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').last().click();
  const dialog = page.getByRole('dialog', { name: '对比' });
  await expect(dialog.getByRole('tab', { name: /^住户/ })).toBeVisible();
  // As the page is: A4 across without its margins, 96 px an inch.
  await page.evaluate(() => {
    window.print = () => {
      const sheet = document.querySelector<HTMLElement>('.paper')!;
      const words = sheet.textContent ?? '';
      const edges = [...sheet.querySelectorAll('canvas')].map((canvas) => {
        const box = canvas.getBoundingClientRect();
        return box.right - sheet.getBoundingClientRect().left;
      });
      const [canvas] = sheet.querySelectorAll('canvas');
      const { data } = canvas!.getContext('2d')!.getImageData(0, 0, canvas!.width, canvas!.height);
      let black = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 60) black += 1;
      document.body.dataset.printed = JSON.stringify({ words, edges, black });
    };
  });
  await page.setViewportSize({ width: 1032, height: 703 });
  const print = async () => {
    await page.evaluate(() => delete document.body.dataset.printed);
    // Laid out as on paper, where the dialog itself does not show.
    await page.emulateMedia({ media: 'print' });
    await page.locator('button', { hasText: '导出 PDF' }).dispatchEvent('click');
    const told = () => page.evaluate(() => document.body.dataset.printed);
    await expect.poll(told).toContain('方案对比');
    await page.emulateMedia({ media: 'screen' });
    return JSON.parse((await told()) ?? '');
  };
  const all = await print();
  expect(all.words).toMatch(/草稿，与第 1 版相同，\d{4}-\d\d-\d\d \d\d:\d\d 的状态/);
  expect(all.words).toMatch(/导出于 \d{4}-\d\d-\d\d/);
  expect(all.words).toContain('起居室 8.06 m² → 无（改为过厅 3.17 m²、厨卫 4.56 m²）');
  expect(all.edges).toHaveLength(6);
  expect(Math.max(...all.edges)).toBeLessThanOrEqual(1032);
  await choose(page, '只看一户', /^105$/);
  const one = await print();
  expect(one.edges).toHaveLength(2);
  // Walls of the others are grey.
  expect(one.black).toBeLessThan(all.black / 2);
});
