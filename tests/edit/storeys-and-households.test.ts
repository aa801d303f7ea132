import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/edit/command.ts';
import { copyStorey, type StoreyPart } from '../../shared/edit/copy-storey.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { addHousehold, describeHousehold, removeHousehold } from '../../shared/edit/households.ts';
import {
  deleteRiserLine,
  moveRiserLine,
  piecesOf,
  placeRiserLine,
} from '../../shared/edit/riser-line.ts';
import { addStorey, describeStorey, moveStorey, removeStorey } from '../../shared/edit/storeys.ts';
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

test('a copy may leave out fixtures, tags or holders', () => {
  const full: Storey = {
    ...storey,
    rooms: {
      [id('room', '1')]: tag(5, 5, { holders: [household1] }),
      [id('room', '2')]: tag(9, 9, { holders: ['building'] }),
    },
    fixtures: {
      [id('fixture', '1')]: {
        kind: 'sink',
        at: { x: 1, y: 1 },
        rotation: 0,
        width: 500,
        depth: 400,
        phase: 'existing',
      },
    },
  };
  const copyWithout = (...without: StoreyPart[]): Storey => {
    const command = copyStorey({ storey: storey1, name: '二', without, newId: countingIds() });
    const { [storey1]: _, ...others } = runOnPlan(planOf(full), command).storeys;
    return Object.values(others)[0]!;
  };
  const holders = (one: Storey) => Object.values(one.rooms).map((room) => room.holders);
  expect(Object.keys(copyWithout('fixtures').fixtures)).toEqual([]);
  expect(holders(copyWithout('fixtures'))).toEqual([[household1], ['building']]);
  expect(holders(copyWithout('holders'))).toEqual([[], ['building']]);
  expect(Object.keys(copyWithout('holders').fixtures)).toHaveLength(1);
  expect(holders(copyWithout('tags'))).toEqual([]);
});

const three = planOf(storey);
const stack: Plan = {
  ...three,
  storeys: {
    [storey1]: storey,
    [id('storey', '2')]: { ...storey, name: '二层', level: 2, elevation: 2900, height: 3000 },
    [id('storey', '3')]: { ...storey, name: '阁楼', level: 3, elevation: 5900, height: 2500 },
  },
};
const factsOf = (of: Plan) =>
  Object.values(of.storeys)
    .map(({ name, level, elevation, height }) => ({ name, level, elevation, height }))
    .sort((left, right) => left.level - right.level)
    .map(({ name, level, elevation, height }) => `${level} ${name} ${elevation}+${height}`);

test('a copy that is put in between raises the storeys above it', () => {
  const copy = copyStorey({ storey: storey1, name: '夹层', insert: true, newId: countingIds() });
  expect(factsOf(runOnPlan(stack, copy))).toEqual([
    '1 一层 0+2900',
    '2 夹层 2900+2900',
    '3 三层 5800+3000',
    '4 阁楼 8800+2500',
  ]);
});

test('a storey goes up or down, past its neighbour', () => {
  const up = runOnPlan(stack, moveStorey({ storey: storey1, step: 1 }));
  expect(factsOf(up)).toEqual(['1 一层 0+3000', '2 二层 3000+2900', '3 阁楼 5900+2500']);
  expect(up.storeys[storey1]?.level).toBe(2);
  expect(runOnPlan(up, moveStorey({ storey: storey1, step: -1 }))).toEqual(stack);
  expect(reason(stack, moveStorey({ storey: storey1, step: -1 }))).toBe('lowest-storey');
  expect(reason(stack, moveStorey({ storey: id('storey', '3'), step: 1 }))).toBe('top-storey');
  expect(reason(stack, moveStorey({ storey: id('storey', '9'), step: 1 }))).toBe('gone');
});

test('a higher storey lifts those above it, where that is asked', () => {
  const higher = { storey: storey1, change: { height: 3100 } };
  expect(factsOf(runOnPlan(stack, describeStorey({ ...higher, follow: true })))).toEqual([
    '1 一层 0+3100',
    '2 二层 3100+3000',
    '3 阁楼 6100+2500',
  ]);
  expect(factsOf(runOnPlan(stack, describeStorey(higher)))[1]).toBe('2 二层 2900+3000');
  const high = describeStorey({ storey: storey1, change: { elevation: 999_000 }, follow: true });
  expect(reason(stack, high)).toBe('out-of-range');
});

describe('a riser through all storeys', () => {
  const soil = { kind: 'soil', line: 'S1' } as const;
  const placed = runOnPlan(
    stack,
    placeRiserLine({ ...soil, at: { x: 500, y: 500 }, intent: 'survey', newId: countingIds('a') }),
  );
  const places = (of: Plan) =>
    piecesOf(of, soil).map(({ riser }) => `${riser.at.x},${riser.at.y} ${riser.phase}`);
  const again = { ...soil, intent: 'survey', newId: countingIds('b') } as const;

  test('is placed on every storey that lacks it, as one step', () => {
    expect(places(placed)).toEqual(Array(3).fill('500,500 existing'));
    const [first] = piecesOf(placed, soil);
    const holed = runOnPlan(
      placed,
      deleteElements({
        storey: storey1,
        elements: [{ kind: 'riser', id: first!.id, storey: storey1 }],
        intent: 'survey',
      }),
    );
    const mended = runOnPlan(holed, placeRiserLine({ ...again, at: { x: 1, y: 1 } }));
    expect(places(mended)).toEqual(['1,1 existing', '500,500 existing', '500,500 existing']);
    expect(reason(placed, placeRiserLine({ ...again, at: { x: 1, y: 1 } }))).toBe('nothing-to-do');
  });
  test('moves on every storey; in a proposal the surveyed pieces are demolished', () => {
    const to = { x: 900, y: 500 };
    expect(places(runOnPlan(placed, moveRiserLine({ ...again, to })))).toEqual(
      Array(3).fill('900,500 existing'),
    );
    const proposed = runOnPlan(placed, moveRiserLine({ ...again, to, intent: 'proposal' }));
    expect(places(proposed)).toEqual(Array(3).fill('900,500 new'));
    expect(reason(placed, moveRiserLine({ ...again, to: { x: 500, y: 500 } }))).toBe(
      'nothing-to-do',
    );
  });
  test('is deleted from every storey', () => {
    const gone = runOnPlan(placed, deleteRiserLine({ ...soil, intent: 'survey' }));
    expect(gone).toEqual(stack);
  });
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
