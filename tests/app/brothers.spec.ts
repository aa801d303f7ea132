import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { clickPlan, openScheme, panel } from './editor.ts';
import { type Application, type HostKind, launch } from './launch.ts';

/**
 * The whole job on the brothers' sample, as a person does it: the kitchen-bathroom of 4 m2 that
 * two families share is divided, each gets a half, a version is saved, and the one before comes back.
 */

const building = /兄弟两户/;
const schemeA = /方案甲/;

/** Inside the shared kitchen-bathroom, mm. */
const sharedRoom = { x: 1600, y: 4000 };

async function expectComplete(page: Page, complete: number): Promise<void> {
  const households = await panel(page, /住户/);
  await expect(households.getByText(`${complete} / 4 户煤卫独用`)).toBeVisible();
}

for (const host of ['browser', undefined] as const) {
  test.describe(`the brothers, ${host ?? 'Electron or its stand-in'}`, () => {
    let folder: string;
    let app: Application;
    const start = async (kind: HostKind | undefined): Promise<Page> => {
      app = await launch({
        library: join(folder, 'library'),
        userData: join(folder, 'user'),
        ...(kind ? { host: kind } : {}),
      });
      return app.page;
    };
    test.beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'duyong-brothers-'));
    });
    test.afterEach(async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('divide the 4 m2, assign the halves, save, come back, restore', async () => {
      let page = await start(host);
      await expect(page.getByRole('row', { name: building })).toContainText('2 / 4');
      await openScheme(page, building, schemeA);

      // The breach, in words that an official understands.
      const findings = await panel(page, /问题/);
      await expect(
        findings.getByText(/^302甲、302乙室合用.*，应各有独用的厨房和卫生间。$/),
      ).toBeVisible();
      await expectComplete(page, 2);

      // Divide: the tool, a click in the room, both net areas before anything is applied.
      await page.keyboard.press('c');
      await clickPlan(page, sharedRoom.x, sharedRoom.y);
      await expect(page.getByLabel('左间净面积')).toHaveText('1.90 m²');
      await expect(page.getByLabel('右间净面积')).toHaveText('1.90 m²');
      // The shared room falls to its two holders, one part each; every part has its door.
      await expect(page.getByLabel('左间门')).toBeVisible();
      const part = (side: string) => page.getByRole('group', { name: side });
      await expect(part('左间')).toContainText('302甲');
      await expect(part('右间')).toContainText('302乙');
      await page.keyboard.press('Enter');

      // Both households are complete; one undo takes all of it back.
      await expectComplete(page, 4);
      const after = await panel(page, /问题/);
      await expect(after.getByText(/合用.*，应各有独用/)).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expectComplete(page, 2);
      await page.keyboard.press('Control+Shift+z');
      await expectComplete(page, 4);

      // Save with a note.
      await page.keyboard.press('Control+s');
      await expect(page.getByLabel('说明')).toBeFocused();
      await page.keyboard.type('厨卫一分为二');
      await page.keyboard.press('Enter');
      const saved = (await panel(page, /版本/)).getByTestId('version-entry');
      await expect(saved).toHaveCount(2);
      await expect(saved.first()).toContainText('厨卫一分为二');
      await expect(saved.first()).toContainText('4 / 4');

      // Close, open again: the library knows, and the version is there.
      await app.close();
      page = await start(host);
      await expect(page.getByRole('row', { name: building })).toContainText('4 / 4');
      await openScheme(page, building, schemeA);
      await expectComplete(page, 4);

      // Look at the version before, beside today's.
      const today = await page.getByTestId('plan-canvas').screenshot();
      const versions = await panel(page, /版本/);
      await versions.getByRole('button', { name: '查看第 1 版' }).click();
      await expect(page.getByTestId('reading-notice')).toBeVisible();
      await expectComplete(page, 2);
      const before = await page.getByTestId('plan-canvas').screenshot();
      expect(before.equals(today)).toBe(false);
      await test.info().attach('version 1', { body: before, contentType: 'image/png' });
      await test.info().attach('version 2', { body: today, contentType: 'image/png' });

      // Nothing can be edited while it shows; back at the draft nothing has changed.
      await page.keyboard.press('Delete');
      await (await panel(page, /版本/)).getByRole('button', { name: '返回草稿' }).click();
      await expectComplete(page, 4);

      // Restore it as the draft: one step, and no version is lost.
      const list = await panel(page, /版本/);
      await list.getByRole('button', { name: '把第 1 版恢复为草稿' }).click();
      await expectComplete(page, 2);
      await expect((await panel(page, /版本/)).getByTestId('version-entry')).toHaveCount(2);
      await page.keyboard.press('Control+z');
      await expectComplete(page, 4);
    });
  });
}
