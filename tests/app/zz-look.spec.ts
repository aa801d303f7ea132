import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openScheme } from './editor.ts';
import { launch } from './launch.ts';

const out = '/tmp/shots-show';
const sizes = [
  [1366, 768],
  [1920, 1080],
] as const;
const langs = ['zh', 'en'] as const;

for (const lang of langs)
  test(`look ${lang}`, async () => {
    test.setTimeout(240_000);
    const folder = mkdtempSync(join(tmpdir(), 'duyong-look-'));
    const app = await launch({
      library: join(folder, 'library'),
      userData: join(folder, 'user'),
      host: 'browser',
    });
    const { page } = app;
    page.setDefaultTimeout(6000);
    if (lang === 'en') await page.getByText('English', { exact: true }).first().click();
    const jobs = (process.env.LOOK ?? '').split(';').map((one) => one.split('|'));
    for (const [building, scheme, what, arg] of jobs) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await openScheme(page, new RegExp(building!), scheme ? new RegExp(scheme) : undefined);
      await page.waitForTimeout(800);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        const name = `${out}/${what}-${building!.slice(0, 4)}${scheme ?? ''}-${(arg ?? '').replace(/\W/g, '_')}-${lang}-${width}.png`;
        if (what === 'finding' || what === 'hover') {
          await page.getByRole('tab', { name: /问题|Findings/ }).click();
          const item = page.locator(`[data-finding^="${arg}"]`).first();
          await expect(item).toBeVisible();
          if (what === 'finding') await item.click();
          else await item.hover();
          await page.waitForTimeout(700);
          await page.screenshot({ path: name });
        }
        if (what === 'stacks' || what === 'profile' || what === 'table') {
          await page.keyboard.press('Control+k');
          const words = { stacks: ['立管与上下', 'Stacks'], profile: ['审查标准', 'Profile'], table: ['一览表', 'Table of'] }[what]!;
          await page.getByRole('combobox').last().fill(words[lang === 'zh' ? 0 : 1]!);
          await page.keyboard.press('Enter');
          await page.waitForTimeout(900);
          if (arg) {
            await page.getByRole('dialog').getByRole('combobox').first().click();
            await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(Number(arg)).click();
            await page.waitForTimeout(500);
          }
          await page.screenshot({ path: name });
          await page.keyboard.press('Escape');
          await page.waitForTimeout(400);
        }
      }
      await page.locator('header button').first().click();
    }
    await app.close();
  });
