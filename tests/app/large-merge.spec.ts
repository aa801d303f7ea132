import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { BuildingId, Plan, SchemeId, StoreyId, WallId } from '../../shared/plan/model.ts';
import type { LibraryRecord, RecordId } from '../../shared/records/record.ts';
import { generateStorey } from '../generate/storey.ts';
import { canvas, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';
import { putRecord } from './put-record.ts';

/** Two people changed the same partitions of three storeys: what is much to ask is answered at once. */

let folder: string;
let app: Application;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-large-merge-'));
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const building = 'building_large' as BuildingId;
const scheme = 'scheme_large' as SchemeId;
const parts = [1, 2, 3].map(
  (level) => generateStorey({ seed: level, level, id: `storey_${level}` }).plan,
);
const base: Plan = {
  tenancies: Object.assign({}, ...parts.map((part) => part.tenancies)),
  households: Object.assign({}, ...parts.map((part) => part.households)),
  storeys: Object.assign({}, ...parts.map((part) => part.storeys)),
};

/** The same dozen partitions, thicker by so many mm. */
function thicker(by: number): Plan {
  const plan = structuredClone(base) as Plan;
  for (const storey of Object.keys(base.storeys) as StoreyId[]) {
    const walls = plan.storeys[storey]!.walls as Record<
      WallId,
      { kind: string; thickness: number }
    >;
    const partitions = Object.values(walls).filter(({ kind }) => kind === 'partition');
    for (const wall of partitions.slice(0, 4)) wall.thickness += by;
  }
  return plan;
}

const put = (record: LibraryRecord): RecordId => putRecord(join(folder, 'library'), record);

test('twelve questions are checked, and the rest of them is answered by one press', async () => {
  const day = (number: number) => `2026-01-0${number}T08:00:00.000Z`;
  const common = { format: 1, building } as const;
  const named = { name: '大楼', address: '天山路', archived: false };
  put({ ...common, kind: 'building-described', at: day(1), ...named });
  const described = { name: '方案甲', description: '', archived: false };
  put({ ...common, kind: 'scheme-described', at: day(2), scheme, ...described });
  const save = (at: string, author: string, plan: Plan, parents: RecordId[]): RecordId =>
    put({ ...common, kind: 'version-saved', at, scheme, author, note: '', plan, parents });
  const first = save(day(3), '王工', base, []);
  save(day(4), '王工', thicker(20), [first]);
  save(day(5), '林工', thicker(40), [first]);

  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  const { page } = app;
  await page.getByText('大楼').first().click();
  await expect(canvas(page)).toBeVisible();
  await page.getByTestId('two-heads').getByRole('button', { name: '合并…' }).click();
  const dialog = page.getByRole('dialog', { name: '合并两个版本' });
  await expect(dialog.getByText('还有 12 处')).toBeVisible();
  await expect(dialog.getByText('第 1 版以来改动 12 处：墙 12').first()).toBeVisible();
  await expect(dialog.getByText('正在检查', { exact: false })).toHaveCount(0);
  await dialog.getByRole('listitem').getByRole('radio', { name: /林工/ }).first().check();
  await expect(dialog.getByText('还有 11 处')).toBeVisible();
  await dialog.getByRole('button', { name: /^第 2 版（王工/ }).click();
  await expect(dialog.getByText('都已选择')).toBeVisible();
  // What was answered before stays so.
  const chosen = dialog.locator('.compare-list').getByRole('radio', { checked: true });
  await expect(chosen).toHaveCount(12);
  await expect(dialog.getByRole('radio', { name: /林工/, checked: true }).first()).toBeVisible();
  await dialog.getByRole('button', { name: '保存合并版本' }).click();
  await expect(dialog).toHaveCount(0);
  const versions = await panel(page, /版本/);
  await expect(versions.getByTestId('version-entry')).toHaveCount(4);
});
