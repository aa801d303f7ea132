import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  type BuildingId,
  type HouseholdId,
  type Plan,
  type SchemeId,
  storeysByLevel,
  type WallId,
} from '../../shared/plan/model.ts';
import { mergeQuestions, type Side } from '../../shared/records/merge.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { clickPlan, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';
import { putRecord } from './put-record.ts';

/** Two offices merged the same two versions, each before it had the merge of the other. */

let folder: string;
let app: Application;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-merged-twice-'));
});
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const building = 'building_twice' as BuildingId;
const scheme = 'scheme_twice' as SchemeId;
const base = schemePlan(nineteen(), 0);
const [storey] = storeysByLevel(base)[0]!;
const wall = 'wall_bay-3-kitchen-bath-2' as WallId;

function drawn(thickness: number, household: string): Plan {
  const plan = structuredClone(base) as Plan;
  Object.assign(plan.storeys[storey]!.walls[wall]!, { thickness });
  Object.assign(plan.households, { [household as HouseholdId]: { door: '108' } });
  return plan;
}

test('what they chose differently is asked again, and said why', async () => {
  const day = (number: number) => `2026-01-0${number}T08:00:00.000Z`;
  const common = { format: 1, building } as const;
  const put = (record: Parameters<typeof putRecord>[1]) =>
    putRecord(join(folder, 'library'), record);
  const named = { name: '天山一村 12 号', address: '天山路', archived: false };
  put({ ...common, kind: 'building-described', at: day(1), ...named });
  const described = { name: '方案丙', description: '', archived: false };
  put({ ...common, kind: 'scheme-described', at: day(1), scheme, ...described });
  const save = (at: string, author: string, plan: Plan, parents: RecordId[]): RecordId =>
    put({ ...common, kind: 'version-saved', at, scheme, author, note: '', plan, parents });

  const [north, south] = [drawn(90, 'household_north'), drawn(200, 'household_south')];
  const first = save(day(2), '王工', base, []);
  const heads = [save(day(3), '王工', north, [first]), save(day(4), '林工', south, [first])];
  const asking = mergeQuestions(base, north, south);
  expect(asking.asked.size).toBe(2);
  const all = (side: Side) => new Map([...asking.asked.keys()].map((id) => [id, side] as const));
  save(day(5), '王工', asking.merged(all('ours')).plan, heads);
  save(day(6), '林工', asking.merged(all('theirs')).plan, heads);

  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  const { page } = app;
  await page.getByText('天山一村 12 号').first().click();
  const notice = page.getByTestId('two-heads');
  await expect(notice).toContainText(
    /第 3 版（王工.+）与第 3 版（林工.+）都包含第 2 版（王工.+）与第 2 版（林工.+），是两处各自合并的/,
  );
  await notice.getByRole('button', { name: '合并…' }).click();
  const dialog = page.getByRole('dialog', { name: '合并两个版本' });
  await expect(dialog.getByText('还有 2 处')).toBeVisible();
  await expect(dialog.getByRole('note')).toContainText('两边各自合并过第 2 版（王工');
  await expect(dialog.getByText('两边各自合并时都要选择的地方，现在不同')).toHaveCount(2);
  await expect(dialog.getByRole('button', { name: '保存合并版本' })).toBeDisabled();
  await dialog.getByRole('radio', { name: /厚度 200 mm/ }).check();
  await dialog.getByRole('radio', { name: /108/ }).first().check();
  await dialog.getByRole('button', { name: '保存合并版本' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);
  await clickPlan(page, 7570, 4300);
  const properties = await panel(page, /属性/);
  await expect(properties.getByRole('spinbutton', { name: '厚度' })).toHaveValue('200');
});
