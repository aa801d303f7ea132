import { describe, expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
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
    expect(new Set(breaches(shared).map((finding) => finding.household))).toEqual(
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

  test('the drawing is careful', () => {
    expect(careless(shared, 'before')).toEqual([]);
    expect(careless(shared, 'after', atPartition)).toEqual([]);
    expect(careless(divided, 'before')).toEqual([]);
    expect(careless(divided, 'after')).toEqual([]);
  });
});
