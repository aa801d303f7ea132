import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { appOfItsOwn } from './app-of-its-own.ts';
import { openScheme, panel } from './editor.ts';

/** The table of households of a high building, on a small screen. */

const here = appOfItsOwn('household-table');
const samples = join(import.meta.dirname, '..', '..', 'assets', 'samples');

/** The nineteen, with their three storeys once more on top. */
function sixStoreys(): string {
  const document = JSON.parse(readFileSync(join(samples, 'nineteen.json'), 'utf8'));
  const raised = JSON.parse(
    JSON.stringify({ ...document, schemes: document.schemes.slice(0, 1) })
      .replace(
        /(household|tenancy)_(\d)(\d\d)/g,
        (_, kind, storey, door) => `${kind}_${Number(storey) + 3}${door}`,
      )
      .replace(/"storey_(\d)"/g, (_, storey) => `"storey_${Number(storey) + 3}"`)
      .replace(/"door":"(\d)/g, (_, storey) => `"door":"${Number(storey) + 3}`),
  );
  const [scheme] = document.schemes;
  const [upper] = raised.schemes;
  for (const storey of Object.values<{ level: number; elevation: number; name: string }>(
    upper.storeys,
  )) {
    storey.level += 3;
    storey.elevation += 8700;
    storey.name = `第 ${storey.level} 层`;
  }
  return JSON.stringify({
    ...document,
    building: { ...document.building, id: 'building_six', name: '六层楼' },
    tenancies: { ...document.tenancies, ...raised.tenancies },
    households: { ...document.households, ...raised.households },
    schemes: [{ ...scheme, storeys: { ...scheme.storeys, ...upper.storeys } }],
  });
}

test('every total of six storeys is in sight, and what is filtered is added up', async () => {
  const { page } = here.app;
  await page.setViewportSize({ width: 1366, height: 768 });
  const file = join(here.folder, 'six.json');
  writeFileSync(file, sixStoreys());
  await page.locator('input[type=file]').first().setInputFiles(file);
  await openScheme(page, /六层楼/);
  await (await panel(page, /住户/)).getByRole('button', { name: '一览表' }).click();
  const table = page.getByRole('dialog', { name: '住户一览表' });
  const totals = table.getByRole('list', { name: '各层合计' });
  for (const words of [/^一层：5 户，独用 3 户，使用面积 86\.50 m² −1\.30 m²$/, /^第 6 层：7 户/]) {
    await expect(totals.getByRole('listitem').filter({ hasText: words })).toBeInViewport();
  }
  await expect(table.getByText('整栋楼：38 户，独用 18 户')).toBeInViewport();

  await table.locator('th', { hasText: '楼层' }).click();
  await table.locator('th', { hasText: '楼层' }).click();
  await expect(table.locator('tbody tr.ant-table-row').first()).toContainText('第 6 层');

  await table.locator('th', { hasText: '变化' }).locator('.ant-table-filter-trigger').click();
  const menu = page.locator('.ant-dropdown:visible');
  await menu.getByText('减少').click();
  await menu.getByRole('button').last().click();
  await expect(table.getByText('筛选出：18 户，独用 18 户')).toBeInViewport();
  await expect(table.getByText('整栋楼：38 户，独用 18 户')).toBeInViewport();

  // Its file has what is listed, in that order, and says of how many.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: /导出表格/ }).click(),
  ]);
  const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(rows.indexOf('') - 1).toBe(18);
  expect(rows[1]).toMatch(/^60\d,第 6 层,/);
  expect(
    rows.filter((row) => /^(筛选出|整栋楼),/.test(row)).map((row) => row.split(',')[1]),
  ).toEqual(['18', '38']);
});

test('the storeys of a home stand in the order and with the marks of the language', async () => {
  const { page } = here.app;
  await page.getByText('English', { exact: true }).click();
  await openScheme(page, /Duplex/);
  await (await panel(page, /Households/)).getByRole('button', { name: 'Table' }).click();
  const table = page.getByRole('dialog', { name: 'Table of households' });
  await expect(table.locator('tbody tr.ant-table-row').first()).toContainText(
    '一层 Level 1, 二层 Level 2',
  );
});
