import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { type Plan, type StoreyId, storeysByLevel } from '../../shared/plan/model.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { canvas, choose, clickPlan, onPage, panel } from './editor.ts';
import { type Application, launch } from './launch.ts';

/*
 * The ground storey of the nineteen, from nothing: by mouse where the hand knows the place, by
 * typed lengths and coordinates where it does not. mm, wall axes:
 *
 *  y 11040 +------+------+--------+----+------+
 *          |store |stair |kitchen | WC |store |
 *     6540 +------+- - - +--------+----+------+------+--------+
 *          |             corridor                    |  105   |
 *     4800 +------+------+--------+------+-----------+        |
 *          | 101  | 102  | 103    | 104  | 104       +--------+ 3960
 *          |      |      |        |      |           |  105   |
 *        0 +------+------+--------+------+-----------+--------+
 *        x 0    3300   6300     9900   12900      15900    19500
 *  north x 0    3300   6300     9900   11700  13800
 */

let folder: string;
let app: Application;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-nineteen-'));
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

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const at = await onPage(page, x, y);
  await page.mouse.move(at.x, at.y, { steps: 2 });
}

/** Fields are typed one after the other: `['3300', '0']` is a length and an angle. */
async function typeFields(page: Page, ...values: string[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
}

/** A click on an option gives the keys back to the plan with the next frame. */
async function chooseOption(page: Page, name: string): Promise<void> {
  const options = page.getByRole('region', { name: '工具选项与视图' });
  await options.getByText(name, { exact: true }).click();
  await expect(canvas(page)).toBeFocused();
}

/** A wall from one typed point to another: X and Y, then Δx and Δy in one go. */
async function typeWall(page: Page, from: [number, number], by: [number, number]): Promise<void> {
  await typeFields(page, String(from[0]), String(from[1]));
  await page.keyboard.type(`${by[0]},${by[1]}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

async function drawShell(page: Page): Promise<void> {
  await page.keyboard.press('w');
  await chooseOption(page, '承重墙');
  await typeFields(page, '0', '0');
  for (const [length, angle] of [
    ['19500', '0'],
    ['6540', '90'],
    ['5700', '180'],
    ['4500', '90'],
    ['13800', '180'],
  ] as const) {
    await typeFields(page, length, angle);
  }
  // Closed with Enter, from the sixth corner to the first.
  await page.keyboard.press('Enter');
  await page.keyboard.press('f');
}

async function drawInnerWalls(page: Page): Promise<void> {
  // The corridor's walls by mouse: off the west wall, level with what is there, and square.
  await clickPlan(page, 0, 4800);
  await pointAt(page, 4000, 4810);
  await typeFields(page, '15900');
  await page.keyboard.press('Escape');
  await clickPlan(page, 0, 6540);
  await pointAt(page, 2000, 6550);
  await typeFields(page, '3300');
  await chooseOption(page, '分界线');
  await pointAt(page, 5000, 6550);
  await typeFields(page, '3000');
  await chooseOption(page, '承重墙');
  // To the corner of the shell, which is an end to snap to.
  await clickPlan(page, 13_800, 6540);
  await page.keyboard.press('Escape');
  await typeWall(page, [15_900, 0], [0, 6540]);

  // The cross walls: one typed, the others parallel to it from axis to axis, Enter by Enter.
  await typeWall(page, [3300, 0], [0, 4800]);
  await typeWall(page, [3300, 6540], [0, 4500]);
  await page.keyboard.press('o');
  await chooseOption(page, '轴线');
  for (const [y, distances] of [
    [2000, ['3000', '3600', '3000']],
    [8500, ['3000', '3600', '1800']],
  ] as const) {
    await clickPlan(page, 3300, y);
    await pointAt(page, 5000, y);
    for (const distance of distances) {
      await page.keyboard.type(distance);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
  }

  // The end home's partition, from wall to wall by mouse alone.
  await page.keyboard.press('w');
  await chooseOption(page, '隔墙');
  await typeWall(page, [15_900, 3960], [3600, 0]);
  await page.keyboard.press('v');
}

type OpeningAt = readonly [number, number, width: number];

async function placeOpenings(page: Page, key: string, places: readonly OpeningAt[]): Promise<void> {
  await page.keyboard.press(key);
  let last = 0;
  for (const [x, y, width] of [...places].sort((first, second) => first[2] - second[2])) {
    if (width !== last) {
      await page.getByRole('spinbutton', { name: '净宽' }).first().fill(String(width));
      await page.keyboard.press('Enter');
      await canvas(page).focus();
      last = width;
    }
    await clickPlan(page, x, y);
  }
}

/** The middles of the openings. */
const windows: readonly OpeningAt[] = [
  [1650, 0, 1500],
  [4800, 0, 1200],
  [8100, 0, 1800],
  [11_400, 0, 1200],
  [14_400, 0, 1200],
  [17_700, 0, 1500],
  [19_500, 5200, 1000],
  [16_700, 6540, 900],
  [14_800, 6540, 1200],
  [0, 5700, 900],
  [8100, 11_040, 1800],
  [10_750, 11_040, 700],
  [1650, 11_040, 1500],
  [12_700, 11_040, 900],
];
const doors: readonly OpeningAt[] = [
  [4800, 11_040, 1300],
  [2500, 4800, 900],
  [3900, 4800, 900],
  [7000, 4800, 900],
  [10_600, 4800, 900],
  [12_900, 2100, 800],
  [15_900, 5650, 900],
  [16_575, 3960, 850],
  [2500, 6540, 900],
  [12_350, 6540, 800],
  [8100, 6540, 900],
  [10_500, 6540, 700],
];

/** Whole boxes stand clear of the walls, as the areas are net of all of them. */
const risers = [
  ['废水立管', 6600, 10_740, 220, 220],
  ['排烟道', 9540, 10_740, 350, 250],
  ['燃气立管', 6540, 6780, 100, 100],
  ['污水立管', 11_400, 10_740, 220, 220],
] as const;

async function placeRisers(page: Page): Promise<void> {
  await page.keyboard.press('e');
  for (const [kind, x, y, width, depth] of risers) {
    await chooseOption(page, kind);
    await page.keyboard.down('Control');
    await clickPlan(page, x, y);
    await page.keyboard.up('Control');
    const properties = await panel(page, /属性/);
    await expect(properties.getByRole('heading').first()).toContainText(kind);
    for (const [field, size] of [
      ['管井宽', width],
      ['管井深', depth],
    ] as const) {
      await properties.getByRole('spinbutton', { name: field }).fill(String(size));
      await page.keyboard.press('Enter');
    }
  }
  await canvas(page).focus();
}

/** Where a click names a room, with its name, by use. */
const named: readonly (readonly [use: RegExp, ...(readonly [number, number, string])[]])[] = [
  [/^兼起居卧室$/, [1650, 2300, '居室'], [4800, 2300, '居室'], [8100, 2300, '居室']],
  [/^起居室$/, [11_400, 2300, '起居室'], [16_600, 4700, '起居室']],
  [/^卧室$/, [14_400, 2300, '卧室'], [17_700, 2300, '卧室']],
  [/^储藏室$/, [1650, 8700, '自行车间'], [12_750, 8600, '公用储藏']],
  [/^楼梯间$/, [4800, 9200, '楼梯']],
  [/^公共走廊$/, [8000, 5700, '走廊']],
  [/^厨房$/, [8100, 8400, '公用厨房']],
  [/^卫生间$/, [10_700, 8400, '公用厕所']],
];

async function nameRooms(page: Page): Promise<void> {
  await page.keyboard.press('t');
  const properties = await panel(page, /属性/);
  for (const [use, ...rooms] of named) {
    await choose(page, '标为', use);
    for (const [x, y, name] of rooms) {
      await clickPlan(page, x, y);
      const field = properties.getByRole('textbox', { name: '名称' });
      await expect(field).toHaveValue('');
      await field.fill(name);
      await page.keyboard.press('Enter');
      await expect(properties.getByRole('heading', { name })).toBeVisible();
    }
  }
}

/** The plan of the version saved last; the samples of a new library were saved before. */
function savedPlan(library: string): Plan {
  const versions = readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(dirname(file)) === 'versions')
    .sort((first, second) => (basename(first) < basename(second) ? -1 : 1));
  const last = versions.at(-1);
  if (!last) throw new Error(`no version in ${library}`);
  return JSON.parse(gunzipSync(readFileSync(join(library, last))).toString('utf8')).plan;
}

/** Rooms as `use name area`, and what leads from which to which, however they were drawn. */
function described(plan: Plan): { rooms: string[]; links: string[] } {
  const [id, storey] = storeysByLevel(plan)[0]!;
  const { rooms, byId, links } = storeyRooms(id as StoreyId, storey, 'after');
  const nameOf = (room: string | null): string => {
    const known = room === null ? undefined : byId.get(room);
    return known ? `${known.use} ${known.name} ${(known.area / 1e6).toFixed(2)} m2` : 'outside';
  };
  return {
    rooms: rooms.map(({ id: room }) => nameOf(room)).sort(),
    links: links
      .map(({ kind, from, to, width }) =>
        [kind, width, ...[nameOf(from), nameOf(to)].sort()].join(' | '),
      )
      .sort(),
  };
}

test('the ground storey of the nineteen is drawn from nothing', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '新建楼栋' }).click();
  await page.getByLabel('名称').fill('十九户');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  await expect(page.getByText('一层还没有内容')).toBeVisible();
  await canvas(page).focus();

  await drawShell(page);
  await drawInnerWalls(page);
  await placeOpenings(page, 'n', windows);
  await placeOpenings(page, 'd', doors);
  await placeRisers(page);
  await nameRooms(page);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');
  await page.getByLabel('说明').fill('一层测绘');
  await page.keyboard.press('Enter');
  await expect((await panel(page, /版本/)).getByTestId('version-entry')).toContainText('一层测绘');

  const drawn = described(savedPlan(join(folder, 'library')));
  const sample = described(schemePlan(nineteen(), 1));
  expect(drawn.rooms).toEqual(sample.rooms);
  expect(drawn.links).toEqual(sample.links);
});
