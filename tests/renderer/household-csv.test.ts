import { expect, test } from 'vitest';
import { emptyPlan } from '../../renderer/editor/session-start.ts';
import { comparisonTable } from '../../renderer/screens/compare-table.ts';
import { csvOf } from '../../renderer/screens/household-csv.ts';
import { type HouseholdLine, householdTotals } from '../../shared/derive/household-table.ts';
import { comparePlans } from '../../shared/records/compare.ts';
import { check } from '../../shared/rules/check.ts';
import { listedDerogations } from '../../shared/rules/listed-derogations.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { shownArea } from '../../shared/shown-area.ts';
import { type Text, text } from '../../shared/text.ts';
import { sequentialIds } from '../plan-from-drawing.ts';
import { one, room } from '../rules/small-plans.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const english = ({ en }: Text): string => en;
const nothing = emptyPlan(sequentialIds());
const rowsOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

test('acceptances follow the households: which finding, standing, who, why and how far', () => {
  const accepted = listedDerogations(
    [],
    [
      {
        finding: 'R4/storey_1/room_1',
        at: '2026-11-24T10:00:00.000Z',
        by: '王工',
        reason: '面积所限, 居民同意',
        measured: { value: 20.84, unit: 'm2' },
        required: { value: 22, unit: 'm2' },
        until: 20.5,
      },
    ],
    { plan: emptyPlan(sequentialIds()), profile: nationalProfile },
  );
  const rows = rowsOf(csvOf([], () => '', english, accepted, nationalProfile));
  expect(rows.slice(1, 3)).toEqual([
    '',
    'Accepted warning,Household,Standing,Accepted by,Date,Reason,Limit,Id',
  ]);
  expect(rows[3]).toMatch(
    /,,No longer found,王工,2026-11-2\d \d\d:\d\d,"面积所限, 居民同意",holds down to 20\.50 m²,R4\/storey_1\/room_1$/,
  );
  const [, ...rest] = rowsOf(csvOf([], () => '', english, [], nationalProfile));
  expect(rest).toEqual(['', `Profile of rules,${nationalProfile.name}`]);
});

const own: Profile = {
  ...nationalProfile,
  name: '本局',
  rules: { R3: { off: '起居室按本地标准, 另行核对' }, K6: { off: '现状无法开窗' } },
};

test('the profile and the rules that it switches off follow, with why', () => {
  const rows = rowsOf(
    csvOf(
      [],
      () => '',
      ({ zh }) => zh,
      [],
      own,
    ),
  );
  expect(rows.slice(1)).toEqual([
    '',
    '审查标准,本局',
    '没有检查的规则,理由',
    'R3 起居室面积,"起居室按本地标准, 另行核对"',
    'K6 直接采光,现状无法开窗',
  ]);
});

const lineOf = (door: string, before: number, after: number, complete: boolean): HouseholdLine => ({
  id: `household_${door}` as HouseholdLine['id'],
  door,
  storeys: [],
  members: null,
  rooms: { before: 1, after: 1 },
  area: { before, after },
  change: after - before,
  certified: null,
  kitchen: { before: 'shared', after: 'exclusive' },
  bathroom: { before: 'shared', after: 'exclusive' },
  complete,
  daylight: null,
  toStair: null,
});

test('totals of every storey and of the building follow, with who gains and who loses', () => {
  const [one, other] = [
    lineOf('101', 10_000_000, 11_500_000, true),
    lineOf('201', 9_000_000, 8_250_000, false),
  ];
  const totals = {
    parts: [
      { name: '一层', totals: householdTotals([one]) },
      { name: '二层', totals: householdTotals([other]) },
    ],
    all: { name: '整栋楼', totals: householdTotals([one, other]) },
  };
  const csv = csvOf([one, other], () => '', english, [], nationalProfile, totals);
  expect(rowsOf(csv).slice(3, 8)).toEqual([
    '',
    'Total,Households,Self-contained,Usable area before m²,Usable area after m²,Change m²,Gaining,Losing,Least change m²,Greatest change m²',
    '一层,1,1,10.00,11.50,1.50,1,0,1.50,1.50',
    '二层,1,0,9.00,8.25,-0.75,0,1,-0.75,-0.75',
    '整栋楼,2,1,19.00,19.75,0.75,1,1,-0.75,1.50',
  ]);
});

test('an acceptance that is not found any more says whose it was', () => {
  const plan = {
    ...emptyPlan(sequentialIds()),
    households: { household_9: { door: '302甲' } },
  } as never;
  const derogation = {
    finding: 'R4/household_9',
    at: '2026-11-24T10:00:00.000Z',
    by: '王工',
    reason: '面积所限',
    measured: null,
    required: null,
    until: null,
  };
  const accepted = listedDerogations([], [derogation], { plan, profile: nationalProfile });
  const rows = rowsOf(csvOf([], () => '', english, accepted, nationalProfile));
  expect(rows[3]).toMatch(/302甲.*,302甲,No longer found,王工/);
});

test('areas are what the plan shows, to the half hundredth', () => {
  const line: HouseholdLine = {
    id: 'household_1' as HouseholdLine['id'],
    door: '101',
    storeys: [],
    members: null,
    rooms: { before: 1, after: 1 },
    area: { before: 1_005_000, after: 475_000 },
    change: -530_000,
    certified: null,
    kitchen: { before: 'shared', after: 'exclusive' },
    bathroom: { before: 'shared', after: 'exclusive' },
    complete: true,
    daylight: null,
    toStair: null,
  };
  const [, row] = rowsOf(csvOf([line], () => '一层', english, [], nationalProfile));
  expect(row).toMatch(/,1\.01,0\.48,-0\.53,/);
  expect(shownArea(475_000)).toBe('0.48');
});

test('so they do in the table of a comparison', () => {
  const table = comparisonTable({
    title: '某楼',
    names: { before: text('甲', 'A'), after: text('乙', 'B') },
    origins: {
      before: text('保存于某日', 'saved one day'),
      after: text('未存为版本', 'not saved'),
    },
    totals: {
      before: { households: 4, complete: 2, ownArea: 57_870_000 },
      after: { households: 4, complete: 4, ownArea: 61_670_000 },
    },
    households: [],
    elements: [],
    isMixed: false,
    before: nothing,
    after: nothing,
    findings: { gained: [], lost: [], ended: [], turned: [] },
    accepted: [],
    profile: own,
    language: 'en',
  });
  expect(rowsOf(table).slice(0, 3)).toEqual([
    '\uFEFF某楼',
    'From,A,saved one day',
    'To,B,not saved',
  ]);
  expect(rowsOf(table)[5]).toBe(
    'Whole building,,,57.87,61.67,3.80,0.00,3.80,own kitchen and bathroom: 2 / 4 → 4 / 4 households',
  );
  expect(rowsOf(table).slice(-4)).toEqual([
    'Profile of rules,本局',
    'Rule that was not checked,Reason',
    'R3 Area of a living room,"起居室按本地标准, 另行核对"',
    'K6 Direct daylight,现状无法开窗',
  ]);
});

test('and each finding of it has its rule, its numbers and its source', () => {
  const plan = room({ use: 'kitchen', holders: one }, [1500, 2000]);
  const finding = check(plan).find(({ rule }) => rule === 'K2')!;
  const table = comparisonTable({
    title: '某楼',
    names: { before: text('甲', 'A'), after: text('乙', 'B') },
    origins: {
      before: text('保存于某日', 'saved one day'),
      after: text('未存为版本', 'not saved'),
    },
    totals: null,
    households: [],
    elements: [],
    isMixed: false,
    before: nothing,
    after: plan,
    findings: { gained: [finding], lost: [], ended: [], turned: [] },
    accepted: [],
    profile: nationalProfile,
    language: 'zh',
  });
  expect(rowsOf(table).some((row) => row.startsWith('全楼合计'))).toBe(false);
  // Storey and door have columns of their own, to filter by.
  expect(rowsOf(table).find((row) => row.startsWith('新出现的问题'))).toMatch(
    /^新出现的问题,[^,]+,1,,,,,,提示: .*,K2 厨房面积；量得 3\.00 m²；要求 ≥ 3\.50 m²；GB 55038-2025 4\.1\.4（待核对原文）$/,
  );
});

test('and so has each element: its storey, whom it concerns and what became of it', () => {
  const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)];
  const { households, elements, totals } = comparePlans(before, after);
  const table = comparisonTable({
    title: '某楼',
    names: { before: text('甲', 'A'), after: text('乙', 'B') },
    origins: { before: text('某日', 'one day'), after: text('某日', 'one day') },
    ...{ before, after, totals, households, elements, isMixed: false },
    findings: { gained: [], lost: [], ended: [], turned: [] },
    accepted: [],
    profile: nationalProfile,
    language: 'zh',
  });
  const rows = rowsOf(table).map((row) => row.split(','));
  const width = rows.find(([kind]) => kind === '类别')!.length;
  const told = rows.filter(([kind]) => kind === '图元');
  expect(told).toHaveLength(elements.length);
  expect(told.every((row) => row.length <= width && row[1] !== '' && row[8] !== '')).toBe(true);
  const cookers = told.filter((row) => /^灶具，.*，现状：改为拆除$/.test(row[8]!));
  expect(cookers.length).toBeGreaterThan(0);
  expect(cookers.every((row) => /^[1-3]0\d( |$)/.test(row[2]!))).toBe(true);
  expect(told.some((row) => /^起居室，.*8\.06 m².*：改造后不再有$/.test(row[8]!))).toBe(true);
  // A household's lines add up: what it has after is what it had and what came of survey and works.
  for (const row of rows.filter(([kind]) => kind === '住户')) {
    const [was, is, change, survey, works] = row.slice(3, 8).map(Number);
    expect(is! - was!).toBeCloseTo(change!, 6);
    expect(survey! + works!).toBeCloseTo(change!, 6);
  }
});

test('what begins like a formula is none in a spreadsheet, and a loss stays a number', () => {
  const doors = ['-1+1|cmd', '=1+1', '@x', '+1', '-12', '-0.5'];
  const lines = doors.map((door) => lineOf(door, 10_000_000, 9_000_000, false));
  const rows = rowsOf(csvOf(lines, () => '', english, [], nationalProfile));
  const cells = rows.slice(1, 7).map((row) => row.split(','));
  expect(cells.map(([door]) => door).sort()).toEqual(
    ["'-1+1|cmd", "'=1+1", "'@x", "'+1", '-12', '-0.5'].sort(),
  );
  expect(cells.map((row) => row[7])).toEqual(doors.map(() => '-1.00'));
});
