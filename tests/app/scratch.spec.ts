import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { clickPlan, openScheme } from './editor.ts';
import { launch } from './launch.ts';
const out = '/tmp/a1-shots';
mkdirSync(out, { recursive: true });
for (const lang of ['zh', 'en'] as const) test(`shots ${lang}`, async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'duyong-a1-'));
  const app = await launch({ library: join(folder, 'library'), userData: join(folder, 'user'), host: 'browser' });
  const { page } = app;
  if (lang === 'en') await page.getByText('English', { exact: true }).click();
  const t = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const shot = async (name: string) => {
    for (const [w, h] of [[1366, 768], [1920, 1080]] as const) {
      await page.setViewportSize({ width: w, height: h });
      await page.evaluate(() => new Promise((d) => setTimeout(d, 400)));
      await page.screenshot({ path: join(out, `${name}-${lang}-${w}.png`) });
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.evaluate(() => new Promise((d) => setTimeout(d, 400)));
  };
  await page.setViewportSize({ width: 1366, height: 768 });
  await openScheme(page, lang === 'zh' ? /兄弟两户/ : /兄弟两户|brothers/i, /方案甲/);
  await page.keyboard.press('c');
  await clickPlan(page, 1600, 4000);
  await shot('hand');
  await page.getByText(t('求方案', 'Proposals'), { exact: true }).click();
  const cards = page.getByRole('list', { name: t('分隔方案', 'Proposals') }).getByRole('button');
  await cards.nth(2).waitFor({ timeout: 60000 });
  await page.getByRole('button', { name: t('停止', 'Stop') }).waitFor({ state: 'detached', timeout: 60000 });
  await page.getByText(t('更改条件', ': change')).click();
  await cards.first().click();
  await shot('pair-open');
  await page.getByRole('combobox', { name: t('配置', 'Programme') }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(t('自定', 'Own'), { exact: true }).click();
  await page.evaluate(() => new Promise((d) => setTimeout(d, 2500)));
  await shot('own');
  await page.getByRole('combobox', { name: t('配置', 'Programme') }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(t('能做到的最好', 'The fullest that fits'), { exact: true }).click();
  await cards.nth(2).waitFor({ timeout: 60000 });
  await cards.first().click();
  await page.getByRole('button', { name: t('采用方案', 'Apply proposal') }).click();
  await shot('applied');
  await app.close();
});
