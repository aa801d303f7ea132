import { describe, expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import type { HouseholdId, NewId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { divideRoom } from '../../shared/propose/divide-room.ts';
import { cutsOf, planCut } from '../../shared/propose/plan-cut.ts';
import { check } from '../../shared/rules/check.ts';
import { brothers } from './brothers.ts';
import { careless } from './drawing-care.ts';
import { roomsById, schemePlan } from './sample-plan.ts';

const jia = 'household_302-jia' as HouseholdId;
const yi = 'household_302-yi' as HouseholdId;
const shared = schemePlan(brothers(), 0);
const divided = schemePlan(brothers(), 1);
const breaches = (plan: Plan) => check(plan).filter((finding) => finding.severity === 'breach');
/** The showers' backs stand at the coming partition. */
const atPartition = ['fixture_jia-shower', 'fixture_yi-shower'];

describe('two brothers', () => {
  test('before: one room of 10 to 12 m2, shared kitchen and toilet', () => {
    for (const plan of [shared, divided]) {
      const room = roomsById(plan, 'before').get('room_302')!;
      expect(room.holders).toEqual([jia, yi]);
      expect(room.area / 1e6).toBeGreaterThan(10);
      expect(room.area / 1e6).toBeLessThan(12);
      for (const state of householdStates(plan, 'before').values()) {
        expect(state.kitchen.state, state.door).toBe('shared');
        expect(state.bathroom.state, state.door).toBe('shared');
        expect(state.reach, state.door).toBe(true);
      }
    }
  });

  test('scheme A: 4.00 m2 shared by the two, a breach for each and for nobody else', () => {
    const kitchenBath = roomsById(shared, 'after').get('room_kitchen-bath')!;
    expect(kitchenBath.area).toBe(4_000_000);
    expect(kitchenBath.holders).toEqual([jia, yi]);
    const states = householdStates(shared, 'after');
    for (const [id, state] of states) {
      const brother = id === jia || id === yi;
      expect(state.complete, state.door).toBe(!brother);
      expect(state.kitchen.state, state.door).toBe(brother ? 'shared' : 'exclusive');
      expect(state.reach, state.door).toBe(true);
    }
    expect(new Set(breaches(shared).flatMap((finding) => finding.households))).toEqual(
      new Set([jia, yi]),
    );
  });

  test('scheme B: 1.90 m2 each, everybody complete, no breach', () => {
    const rooms = roomsById(divided, 'after');
    expect(rooms.get('room_kitchen-bath-jia')!.area).toBe(1_900_000);
    expect(rooms.get('room_kitchen-bath-yi')!.area).toBe(1_900_000);
    for (const state of householdStates(divided, 'after').values())
      expect(state.complete, state.door).toBe(true);
    expect(breaches(divided)).toEqual([]);
  });

  test('dividing the shared room of scheme A alone makes both complete', () => {
    const storey = 'storey_3' as StoreyId;
    const room = 'room_kitchen-bath';
    const planned = planCut({
      plan: shared,
      storey,
      room,
      direction: { degrees: 90 },
      by: { share: 0.5 },
      thickness: 100,
    });
    if (!planned.ok) throw new Error(planned.refusal.reason);
    expect(planned.parts.map((part) => part.area)).toEqual([1_900_000, 1_900_000]);
    const part = (name: string, holder: HouseholdId) =>
      ({ use: 'kitchen-bath', name, holders: [holder] }) as const;
    let count = 0;
    const { history, refusal } = perform(
      startHistory(shared),
      divideRoom({
        storey,
        room,
        cuts: cutsOf(planned.cut),
        kind: 'partition',
        parts: [part('厨卫（甲）', jia), part('厨卫（乙）', yi)],
        intent: 'proposal',
        newId: ((kind: string) => `${kind}_cut-${++count}`) as NewId,
      }),
    );
    expect(refusal).toBeNull();
    expect(breaches(history.plan)).toEqual([]);
    for (const state of householdStates(history.plan, 'after').values())
      expect(state.complete, state.door).toBe(true);
    expect(careless(history.plan, 'after')).toEqual([]);
  });

  test('the drawing is careful', () => {
    expect(careless(shared, 'before')).toEqual([]);
    expect(careless(shared, 'after', atPartition)).toEqual([]);
    expect(careless(divided, 'before')).toEqual([]);
    expect(careless(divided, 'after')).toEqual([]);
  });
});
