import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { canvas, clickPlan, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/** A file with bad elements opens, is worked on, is mended by clicks and then saved. */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-bad-'));
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

interface Loose {
  building: { id: string; name: string };
  schemes: {
    storeys: Record<
      string,
      {
        joints: Record<string, { x: number; y: number }>;
        walls: Record<string, { a: string; b: string }>;
        openings: Record<string, { wall: string; offset: number }>;
      }
    >;
  }[];
}

/** A wall of no length, a wall whose end is lost, an opening without wall, one beyond its wall. */
function brokenDocument(): string {
  const sample = join(import.meta.dirname, '../../assets/samples/brothers.json');
  const file = JSON.parse(readFileSync(sample, 'utf8')) as Loose;
  file.building = { id: 'building_broken', name: '坏楼' };
  file.schemes = file.schemes.slice(0, 1);
  const { joints, walls, openings } = Object.values(file.schemes[0]!.storeys)[0]!;
  const [wall] = Object.values(walls);
  const [first, second] = Object.values(openings);
  const start = joints[wall!.a]!;
  joints.joint_same = { ...start };
  joints.joint_end = { x: start.x + 1500, y: start.y + 1500 };
  walls.wall_zero = { ...wall!, b: 'joint_same' };
  walls.wall_lost = { ...wall!, a: 'joint_end', b: 'joint_gone' };
  first!.wall = 'wall_gone';
  second!.offset = 99_000;
  const path = join(folder, 'broken.json');
  writeFileSync(path, JSON.stringify(file));
  return path;
}

test('bad elements are marked, listed and mended, and the rest works meanwhile', async () => {
  const { page } = app;
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await expect(page.getByText(/兄弟两户/).first()).toBeVisible();
  await page.getByTestId('import-file').setInputFiles(brokenDocument());
  await page.getByRole('button', { name: '导入为草稿，逐处改正' }).click();
  await page.getByText('坏楼').first().click();
  await expect(canvas(page).locator('canvas').first()).toBeVisible();

  // Everything else is there, and can be edited.
  await expect(canvas(page)).toHaveAttribute('aria-label', /1[0-9] 间房间/);
  await page.keyboard.press('w');
  await clickPlan(page, 20_000, 2000);
  await clickPlan(page, 20_000, 4000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '撤销' })).toBeEnabled();

  // It cannot be saved yet, and says why.
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/版本没有保存/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const findings = await panel(page, /问题/);
  const faulty = findings.locator('[data-finding^="drawing/faulty/"]');
  await expect(faulty).toHaveCount(4);
  for (let left = 4; left > 0; left--) {
    await faulty.first().locator('xpath=../button[contains(@class, "finding-fix")]').click();
    await expect(faulty).toHaveCount(left - 1);
  }
  await page.keyboard.press('Control+s');
  await expect(page.getByLabel('说明')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存为新版本。')).toBeVisible();
  expect(errors).toEqual([]);
});
