import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { openScheme } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** The storeys laid over each other, on a small screen: what is written there can be read. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-overlay-'));
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  await app.page.setViewportSize({ width: 1366, height: 768 });
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The words of the picture: px of their letters on the screen, and which lie over each other. */
const wordsIn = (picture: Locator) =>
  picture.evaluate((svg: SVGSVGElement) => {
    const scale = svg.getScreenCTM()!.a;
    // From the foot of the first line's letters up to their height, and down to the last line's foot.
    const blocks = [...svg.querySelectorAll('text')].map((text) => {
      const px = Number(text.getAttribute('font-size')) * scale;
      const { left, right, top, bottom } = text.getBoundingClientRect();
      return {
        words: text.textContent,
        px,
        left,
        right,
        top: top + px / 3,
        bottom: bottom - px / 3,
      };
    });
    const over = blocks.flatMap((one, index) =>
      blocks
        .slice(index + 1)
        .filter(
          (two) =>
            one.left < two.right &&
            two.left < one.right &&
            one.top < two.bottom &&
            two.top < one.bottom,
        )
        .map((two) => `${one.words} / ${two.words}`),
    );
    return { count: blocks.length, least: Math.min(...blocks.map(({ px }) => px)), over };
  });

for (const [language, command] of [
  ['zh', '立管与上下'],
  ['en', 'stacks and'],
] as const) {
  test(`the names over each other on a small screen are legible and apart (${language})`, async () => {
    const { page } = app;
    if (language === 'en') await page.getByText('English', { exact: true }).click();
    await openScheme(page, /十九户/, /方案甲/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').last().fill(command);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog').last();
    const picture = dialog.locator('svg.stacks-picture');
    await expect(picture).toBeVisible();
    const storeys = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    for (const upper of ['三层', '二层', '一层']) {
      await dialog.getByRole('combobox').first().click();
      await storeys.filter({ hasText: new RegExp(`^${upper}`) }).click();
      await expect(dialog.locator('.ant-select').first()).toContainText(upper);
      const { count, least, over } = await wordsIn(picture);
      expect(count).toBeGreaterThan(20);
      expect(least).toBeGreaterThanOrEqual(12);
      expect(over).toEqual([]);
    }
    // A drain stays out of other homes: that of the shared WC's basin runs to the stack in its own room.
    const basin = dialog.getByRole('row').filter({
      hasText: language === 'zh' ? /洗面器101、102室/ : /BasinBathroom of households 101 and 102/,
    });
    await expect(basin).toContainText('污水1');
  });
}
