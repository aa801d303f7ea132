import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { writeDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { generateGrid } from '../generate/grid.ts';
import { canvas, onPage, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A storey of a hundred households: only what changes is painted and listed anew, and all is right. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-large-'));
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

/**
 * Pixels of the plan's canvases that painting all of them again changes clearly: edges are drawn a
 * little softer or harder beside many others than alone.
 */
const misdrawn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frames = () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('.plan-canvas canvas')];
    const pictures = () =>
      canvases.map(
        (each) => each.getContext('2d')!.getImageData(0, 0, each.width, each.height).data,
      );
    await frames();
    const shown = pictures();
    // As after the graphics card was lost: everything is painted.
    for (const each of canvases) each.dispatchEvent(new Event('contextrestored'));
    await frames();
    const whole = pictures();
    let count = 0;
    shown.forEach((data, layer) => {
      for (let at = 0; at < data.length; at += 4) {
        const apart = Math.max(
          ...[0, 1, 2, 3].map((part) => Math.abs(data[at + part]! - whole[layer]![at + part]!)),
        );
        if (apart > 90) count += 1;
      }
    });
    return count;
  });

/** Of a picture of 700,000: less than a letter. */
const few = 40;

/** Scrolls down from the head of the list until the row is there. */
async function scrollTo(list: Locator, row: Locator): Promise<void> {
  const scroll = (to: number) =>
    list.evaluate(async (element, top) => {
      let around = element.parentElement;
      while (around && around.scrollHeight <= around.clientHeight) around = around.parentElement;
      if (around) around.scrollTop = top;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, to);
  for (let top = 0; top < 20_000 && (await row.count()) === 0; top += 400) await scroll(top);
  await row.scrollIntoViewIfNeeded();
  await expect(row).toBeVisible();
}

test('a wall among a hundred households is dragged: areas follow, and the picture is whole', async () => {
  const { page } = app;
  const { plan, middle } = generateGrid({ columns: 20, rows: 17 }, 7);
  const path = join(folder, 'grid.json');
  writeFileSync(
    path,
    writeDocument({
      building: { id: 'building_large' as BuildingId, name: '大楼', address: '' },
      schemes: [{ id: 'scheme_large' as SchemeId, name: '现状', description: '', plan }],
    }),
  );
  await page.getByTestId('import-file').setInputFiles(path);
  await page.getByText('大楼').first().click();
  await expect(canvas(page).locator('canvas').first()).toBeVisible();
  await page.getByRole('button', { name: '跳过' }).click();
  const undo = page.getByRole('button', { name: /^撤销/ });

  // The wall is selected, then the households come to the front: the rows in sight, with their number.
  const at = await onPage(page, middle.at.x, middle.at.y);
  await page.mouse.click(at.x, at.y);
  await expect(page.getByRole('heading', { name: /墙/ }).first()).toBeVisible();
  const households = await panel(page, /住户/);
  const total = String(Object.keys(plan.households).length);
  const rows = households.locator('[data-household]');
  await expect(rows.first()).toHaveAttribute('aria-setsize', total);
  expect(await rows.count()).toBeLessThan(60);
  const list = households.locator('.household-list');
  const last = households.locator(`[aria-posinset="${total}"]`);
  await scrollTo(list, last);
  // The row that has the keys stays while others are scrolled past it.
  await last.getByRole('button').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(
    households
      .locator(`[aria-posinset="${Number(total) - 1}"]`)
      .getByRole('button')
      .first(),
  ).toBeFocused();

  // North of the wall that is dragged, household 6 of row 10.
  const home = households.locator('[data-household="household_9_5"]');
  await scrollTo(list, home);
  const before = await home.innerText();
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x, at.y - 5);
  await page.mouse.move(at.x, at.y - 12);
  await expect(households.getByText('预览')).toBeVisible();
  await expect.poll(() => home.innerText()).not.toBe(before);
  expect(await misdrawn(page)).toBeLessThan(few);
  await page.mouse.up();
  await expect(households.getByText('预览')).toBeHidden();
  await expect(undo).toBeEnabled();
  expect(await misdrawn(page)).toBeLessThan(few);

  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(at.x + 31, at.y + 17);
  await page.mouse.move(at.x + 90, at.y - 40);
  await page.mouse.up({ button: 'middle' });
  expect(await misdrawn(page)).toBeLessThan(few);

  await canvas(page).focus();
  await page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await expect.poll(() => home.innerText()).toBe(before);
  expect(await misdrawn(page)).toBeLessThan(few);

  // Findings follow once the hand rests.
  const findings = await panel(page, /问题/);
  await expect(findings.locator('.finding').first()).toBeVisible();
});
