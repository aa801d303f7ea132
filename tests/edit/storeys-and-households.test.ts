import { expect, test } from 'vitest';
import type { Command } from '../../shared/edit/command.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { addHousehold, describeHousehold, removeHousehold } from '../../shared/edit/households.ts';
import { addStorey, copyStorey, describeStorey, removeStorey } from '../../shared/edit/storeys.ts';
import type { Plan, Storey } from '../../shared/plan/model.ts';
import {
  countingIds,
  door,
  drawStorey,
  household1,
  household2,
  id,
  planOf,
  storey1,
  tag,
} from '../plan/draw-plan.ts';
import { openingsOf, runOnPlan, wallsOf } from './run-edit.ts';

const storey: Storey = {
  ...drawStorey('A---B'),
  openings: { [id('opening', '1')]: door('AB', 100, { phase: 'demolished' }) },
  rooms: { [id('room', '1')]: tag(5, 5, { holders: [household1, household2] }) },
};
const plan = planOf(storey);
const reason = (on: Plan, command: Command) => perform(startHistory(on), command).refusal?.reason;

test('a storey is added, described and removed', () => {
  const add = (level: number, height = 2800) =>
    addStorey({ name: ' 二层 ', level, elevation: 2900, height, newId: countingIds() });
  const two = runOnPlan(plan, add(2));
  expect(two.storeys[id('storey', 'n1')]).toMatchObject({ name: '二层', walls: {}, height: 2800 });
  expect(reason(plan, add(1))).toBe('level-taken');
  expect(reason(plan, add(2, 10))).toBe('out-of-range');

  const named = runOnPlan(two, describeStorey({ storey: storey1, change: { name: '底层' } }));
  expect(named.storeys[storey1]).toEqual({ ...storey, name: '底层' });
  expect(reason(two, describeStorey({ storey: storey1, change: { level: 2 } }))).toBe(
    'level-taken',
  );
  expect(reason(two, describeStorey({ storey: id('storey', '9'), change: {} }))).toBe('gone');

  expect(runOnPlan(two, removeStorey({ storey: id('storey', 'n1') }))).toEqual(plan);
  expect(reason(plan, removeStorey({ storey: storey1 }))).toBe('last-storey');
  expect(reason(plan, removeStorey({ storey: id('storey', '9') }))).toBe('gone');
});

test('a copied storey goes above, with everything under new ids', () => {
  const copy = copyStorey({ storey: storey1, name: '二层', newId: countingIds() });
  const after = runOnPlan(plan, copy);
  const { [storey1]: lower, ...others } = after.storeys;
  expect(lower).toBe(storey);
  const [upper] = Object.values(others);
  expect(upper).toMatchObject({ name: '二层', level: 2, elevation: 2900, height: 2900 });
  expect(wallsOf(upper!)).toEqual(['n3 0,0 > 2000,0 existing']);
  expect(openingsOf(upper!)).toEqual(['n4 in n3 at 100 demolished']);
  expect(upper?.rooms).toEqual({ room_n5: storey.rooms[id('room', '1')] });
  expect(reason(after, copy)).toBe('level-taken');
  expect(
    reason(plan, copyStorey({ storey: id('storey', '9'), name: '', newId: countingIds() })),
  ).toBe('gone');
});

test('above the basement comes the ground storey: there is no level 0', () => {
  const basement = planOf({ ...storey, level: -1 });
  const after = runOnPlan(
    basement,
    copyStorey({ storey: storey1, name: 'x', newId: countingIds() }),
  );
  expect(Object.values(after.storeys).map(({ level }) => level)).toEqual([-1, 1]);
});

test('a household has a door of its own', () => {
  const add = (at: string) => addHousehold({ door: at, members: 3, newId: countingIds() });
  const after = runOnPlan(plan, add(' 103 '));
  expect(after.households[id('household', 'n1')]).toEqual({ door: '103', members: 3 });
  expect(reason(plan, add('101'))).toBe('door-taken');
  expect(reason(plan, add('  '))).toBe('needs-door');
  expect(reason(plan, addHousehold({ door: '1', members: 101, newId: countingIds() }))).toBe(
    'out-of-range',
  );
});

test('a household is described', () => {
  const describe = (change: Parameters<typeof describeHousehold>[0]['change']) =>
    describeHousehold({ household: household1, change });
  const after = runOnPlan(plan, describe({ members: 2, note: '朝南' }));
  expect(after.households[household1]).toEqual({ door: '101', members: 2, note: '朝南' });
  expect(runOnPlan(after, describe({ members: undefined, note: '' }))).toEqual(plan);
  expect(runOnPlan(plan, describe({ door: '101' }))).toBe(plan);
  expect(reason(plan, describe({ door: '102' }))).toBe('door-taken');
  expect(reason(plan, describe({ tenancy: id('tenancy', '9') }))).toBe('gone');
  expect(reason(plan, describeHousehold({ household: id('household', '9'), change: {} }))).toBe(
    'gone',
  );
});

test('a household that is removed holds nothing any more', () => {
  const after = runOnPlan(plan, removeHousehold({ household: household1 }));
  expect(Object.keys(after.households)).toEqual([household2]);
  expect(after.storeys[storey1]?.rooms[id('room', '1')]?.holders).toEqual([household2]);
  expect(reason(after, removeHousehold({ household: household1 }))).toBe('gone');
});
