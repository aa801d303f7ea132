import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { clickPlan, onPage, openScheme, panel, tab } from './editor.ts';
import { type Application, launch } from './launch.ts';

/**
 * Findings as an official goes through them: grouped, explained, accepted with a reason; then the
 * table of households, the storeys laid over each other, and a profile of the office's own.
 */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-findings-'));
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

const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill(words);
  await page.keyboard.press('Enter');
};

test('a finding is found by household, explained and accepted', async () => {
  const { page } = app;
  await openScheme(page, /上下错位/, /方案甲/);
  const findings = await panel(page, /问题/);
  await expect(findings.getByText('已是最新')).toBeVisible();
  await expect(findings.getByText(/302室的卫生间位于202室的卧室上方/)).toBeVisible();
  // From the ground storey it is said where it is; there, where it lies is what is shown.
  const over = findings.locator('[data-finding^="B4/"]').first();
  await expect(over).toContainText('在三层（加层），点击前往');
  await expect(over).toContainText('要求 0（≤ 0.10 m² 不计）');

  await findings.getByText('住户', { exact: true }).click();
  await expect(findings.getByRole('heading', { name: /^302室/ })).toBeVisible();
  const above = findings.locator('[data-finding^="B4/"]').first();
  await above.click();
  await expect(findings.getByText('怎样量')).toBeVisible();
  await expect(above).not.toContainText('点击前往');
  await expect(findings.getByRole('img', { name: '示意图' })).toBeVisible();

  await findings.getByRole('button', { name: '接受…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^接 ?受$/ }).click();
  await expect(dialog.getByText('请填写').first()).toBeVisible();
  await dialog.getByLabel('由谁接受').fill('王工');
  await dialog.getByLabel('理由').fill('下层居民同意，增设隔声吊顶');
  // 3.73 m² overlap, and more is worse: a limit below that accepts nothing.
  await dialog.getByLabel('数值变到多少为止仍接受').fill('3');
  await dialog.getByRole('button', { name: /^接 ?受$/ }).click();
  await expect(dialog.getByText('界限不能小于 3.73 m²')).toBeVisible();
  await dialog.getByLabel('数值变到多少为止仍接受').fill('4');
  await dialog.getByRole('button', { name: /^接 ?受$/ }).click();
  await expect(findings.getByText('已接受的提示')).toBeVisible();
  await expect(findings.locator('.finding-group:not(details) [data-finding^="B4/"]')).toHaveCount(
    0,
  );
  await findings.getByText('已接受的提示').click();
  await expect(
    findings.getByText(/已接受（王工，.*增设隔声吊顶；不超过 4.00 m² 时有效/),
  ).toBeVisible();

  // Over the storey below it is said to be accepted.
  await command(page, '立管与上下');
  const stacks = page.getByRole('dialog', { name: '立管与上下层叠合' });
  await expect(stacks.getByText(/已接受（王工，.*增设隔声吊顶/)).toBeVisible();
  await page.keyboard.press('Escape');

  // It is in the table of households and in the comparison, on paper too.
  const households = await panel(page, /住户/);
  await households.getByRole('button', { name: '一览表' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /导出表格/ }).click(),
  ]);
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toContain('接受过的提示');
  expect(csv).toMatch(/302室的卫生间位于202室的卧室上方.*已接受,王工.*增设隔声吊顶.*4\.00 m²/);
  await page.keyboard.press('Escape');
  await (await panel(page, /版本/)).getByRole('button', { name: '把第 1 版与草稿对比' }).click();
  const compared = page.getByRole('dialog', { name: '对比' });
  await compared.getByRole('tab', { name: /问题/ }).click();
  await expect(compared.getByText(/已接受（王工，.*增设隔声吊顶/)).toBeVisible();
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = document.querySelector('.paper')?.textContent ?? '';
    };
  });
  await compared.getByRole('button', { name: '导出 PDF' }).click();
  await expect
    .poll(() => page.evaluate(() => document.body.dataset.printed))
    .toMatch(/已接受（王工，.*增设隔声吊顶/);
  await page.keyboard.press('Escape');
  await panel(page, /问题/);

  await page.keyboard.press('F8');
  await expect(findings.locator('.finding[aria-pressed="true"]')).toHaveCount(1);
  // The finding itself has the focus, and Tab goes on to what can be done about it.
  await expect(findings.locator('.finding[aria-pressed="true"]')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(findings.getByRole('button', { name: '接受…' })).toBeFocused();

  // The key goes through what is listed: with the warnings hidden, to what cannot be judged.
  await findings.locator('.findings-filter').getByText(/提示/).click();
  await page.keyboard.press('F8');
  const chosen = findings.locator('.finding[aria-pressed="true"]');
  await expect(chosen).toHaveAttribute('data-finding', /unknown/);
});

test('the table, the overlay and a profile of the office', async () => {
  const { page } = app;
  await openScheme(page, /上下错位/, /方案甲/);
  const households = await panel(page, /住户/);
  await households.getByRole('button', { name: '一览表' }).click();
  const table = page.getByRole('dialog', { name: '住户一览表' });
  await expect(table.getByText('6 / 6 户煤卫独用')).toBeVisible();
  await expect(table.getByText('整栋楼：6 户，独用 6 户')).toBeInViewport();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: /导出表格/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^上下错位.* 方案甲.* 住户一览表\.csv$/);
  const rows = readFileSync(await download.path(), 'utf8').split('\r\n');
  expect(rows.find((row) => row.startsWith('合计,'))).toContain('面积减少户数');
  expect(rows.filter((row) => /^(一层|二层|三层（加层）|整栋楼),\d,\d,/.test(row))).toHaveLength(4);
  await page.keyboard.press('Escape');

  await command(page, '立管与上下');
  const stacks = page.getByRole('dialog', { name: '立管与上下层叠合' });
  await stacks.getByRole('combobox', { name: '楼层' }).click();
  await page.locator('.ant-select-dropdown:visible').getByText('三层（加层）叠在二层上').click();
  await expect(stacks.locator('path.conflict')).not.toHaveCount(0);
  await expect(stacks.getByText(/301室的厨房位于二层的设备间上方.*下面不是用水房间/)).toBeVisible();
  await expect(stacks.getByText(/302室的卫生间位于202室的卧室上方/)).toHaveCount(1);
  await expect(
    stacks.getByText('GB 50096-2011 5.4.4; GB 55038-2025 4.1.7（待核对原文）'),
  ).toBeVisible();
  await expect(stacks.locator('.below-name', { hasText: '202' })).not.toHaveCount(0);
  // A finding leads to its place, and is open in the panel.
  await stacks.getByRole('button', { name: /302室的卫生间位于202室的卧室上方/ }).click();
  await expect(stacks).toBeHidden();
  await expect(page.locator('.finding[aria-pressed="true"]')).toHaveAttribute(
    'data-finding',
    /^B4\//,
  );

  const findings = await panel(page, /问题/);
  await expect(findings.locator('[data-finding^="R3/"]')).toHaveCount(1);
  await findings.getByRole('button', { name: 'GB 55038-2025 / GB 50096-2011' }).click();
  const profile = page.getByRole('dialog', { name: '审查标准' });
  await profile.getByRole('button', { name: '复制后修改' }).click();
  const rule = profile.locator('tr[data-row-key="R3"]');
  await rule.getByRole('switch').click();
  // Without a reason it stays on.
  const reason = rule.getByRole('textbox', { name: '关闭的理由' });
  await expect(reason).toHaveValue('');
  await reason.press('Enter');
  await expect(reason).toHaveCount(0);
  await expect(rule.getByRole('switch')).toBeChecked();
  await rule.getByRole('switch').click();
  await reason.fill('旧房不适用');
  await reason.press('Enter');
  await expect(rule.getByRole('switch')).not.toBeChecked();
  // No length is below nothing: it is refused in words, and the number of before comes back.
  const least = profile.locator('tr[data-row-key="R2"]').getByRole('spinbutton').first();
  const before = await least.inputValue();
  await least.fill('-5');
  await expect(profile.getByRole('alert').filter({ hasText: '可填 0' })).toBeVisible();
  await least.press('Tab');
  await expect(least).toHaveValue(before);
  await expect(profile.getByRole('alert').filter({ hasText: '可填 0' })).toBeVisible();
  // A number of the office's own is said to be that, here and with every finding that rests on it.
  const dwelling = profile.locator('tr[data-row-key="R4"]');
  await dwelling.getByRole('spinbutton').first().fill('100');
  await dwelling.getByRole('spinbutton').first().press('Tab');
  await expect(dwelling.getByText('普通套型 100.00 m²（条文为 30.00 m²）')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(findings.getByRole('button', { name: /副本$/ })).toBeVisible();
  await expect(findings.locator('[data-finding^="R4/"]').first()).toContainText(
    '本单位数值：普通套型 100.00 m²（条文为 30.00 m²）',
  );
  await expect(findings.locator('[data-finding^="R3/"]')).toHaveCount(0);
  await findings.getByText('1 条规则没有检查').click();
  await expect(findings.getByText('旧房不适用')).toBeVisible();

  // A version is shown with the profile that it was saved with, and that one is only looked at.
  await (await panel(page, /版本/)).getByRole('button', { name: '查看第 1 版' }).click();
  await expect(page.getByTestId('reading-notice')).toBeVisible();
  await panel(page, /问题/);
  await findings.getByRole('button', { name: 'GB 55038-2025 / GB 50096-2011' }).click();
  const stored = page.getByRole('dialog', { name: '保存这个版本时的审查标准' });
  await expect(stored.getByText('GB 55038-2025 / GB 50096-2011').first()).toBeVisible();
  await expect(stored.getByRole('combobox', { name: '使用的审查标准' })).toHaveCount(0);
  await expect(stored.locator('tr[data-row-key="R3"]').getByRole('switch')).toBeChecked();
  await expect(stored.locator('tr[data-row-key="R3"]').getByRole('switch')).toBeDisabled();
});

test('open findings stay while a wall is dragged, and their number shows beside every panel', async () => {
  const { page } = app;
  await openScheme(page, /兄弟两户/, /方案乙/);
  const counts = tab(page, /问题/).getByRole('img');
  await expect(counts).toHaveAccessibleName('提示 27');
  const findings = await panel(page, /问题/);
  await expect(findings.getByText('已是最新')).toBeVisible();

  // The wall between the two brothers' rooms, pressed and dragged at once: nothing is selected before.
  const wall = await onPage(page, 2150, 2600);
  await page.mouse.move(wall.x, wall.y);
  await page.mouse.down();
  await page.mouse.move(wall.x + 4, wall.y);
  await page.mouse.move(wall.x + 26, wall.y, { steps: 8 });
  // Held still, the hand has not let go yet, and what it would bring is said.
  await expect(counts).toHaveAccessibleName('提示 29');
  await expect(findings.locator('.findings-filter')).toContainText('提示 29');
  await page.mouse.up();
  await expect(findings).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(counts).toHaveAccessibleName('提示 27');

  // A click leaves them as well; from any other panel it brings the properties to the front.
  await clickPlan(page, 2150, 2600);
  await expect(findings).toBeVisible();
  await page.keyboard.press('Escape');
  await panel(page, /版本/);
  await clickPlan(page, 2150, 2600);
  await expect(page.getByRole('tabpanel', { name: /属性/ })).toBeVisible();
  await expect(counts).toHaveAccessibleName('提示 27');
});

test('the chosen finding and its explanation are not hidden, whichever way the key goes', async () => {
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  await openScheme(page, /十九户/, /方案甲/);
  const findings = await panel(page, /问题/);
  await expect(findings.getByText('已是最新')).toBeVisible();
  const chosen = findings.locator('.finding[aria-pressed="true"]');
  const isClear = async () => {
    const head = await findings.locator('.findings-head').boundingBox();
    const box = await chosen.boundingBox();
    const why = await findings.locator('.finding-explain h4').boundingBox();
    return box!.y >= head!.y + head!.height - 1 && why!.y + why!.height <= 768;
  };
  for (const key of [...Array<string>(9).fill('F8'), ...Array<string>(5).fill('Shift+F8')]) {
    const before = (await chosen.count()) > 0 ? await chosen.getAttribute('data-finding') : null;
    await page.keyboard.press(key);
    await expect(chosen).not.toHaveAttribute('data-finding', before ?? '');
    await expect.poll(isClear, `after ${key} from ${before}`).toBe(true);
  }
});
