import { describe, expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { FixtureId, HouseholdId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { duplex } from './convert-duplex.ts';
import { careless } from './drawing-care.ts';
import { duplexSource } from './duplex-source.ts';
import { roomsById, schemePlan } from './sample-plan.ts';

const plan = schemePlan(duplex(), 0);
const moments = ['before', 'after'] as const;

describe('two real households', () => {
  const stated = duplexSource()
    .filter((storey) => storey.name.startsWith('Level '))
    .flatMap((storey) => storey.spaces)
    .filter((space) => space.area_m2 > 0);

  test('the source states nine spaces a storey', () => {
    expect(stated.length).toBe(18);
  });

  test.each(stated.map((space) => [space.number, space] as const))(
    '%s is found, within 1 % of its stated area, held by its household',
    (number, space) => {
      const room = roomsById(plan, 'after').get(`room_${number}`)!;
      expect(Math.abs(room.area / 1e6 - space.area_m2)).toBeLessThan(space.area_m2 / 100);
      expect(room.holders).toEqual([`household_${number[0]!.toLowerCase()}`]);
      expect(room.tags).toEqual([room.id]);
    },
  );

  test('nothing is found that nobody stated but the four flights of the stairs', () => {
    const names = [...roomsById(plan, 'after').keys()];
    expect(names.length).toBe(stated.length + 4);
    expect(names.filter((name) => /A105|B105/.test(name))).toEqual([
      'room_A105',
      'room_B105',
      'room_A105-upper',
      'room_B105-upper',
    ]);
  });

  test('each household has its own kitchen and bathrooms, and reaches every room', () => {
    for (const moment of moments) {
      const states = householdStates(plan, moment);
      expect([...states.keys()]).toEqual(['household_a', 'household_b'] as HouseholdId[]);
      for (const state of states.values()) {
        expect(state.kitchen.state, state.door).toBe('exclusive');
        expect(state.bathroom.state, state.door).toBe('exclusive');
        expect(state.bathroom.rooms.length, state.door).toBe(2);
        expect(state.unreached, state.door).toEqual([]);
        expect(state.complete, state.door).toBe(true);
      }
    }
    expect(check(plan).filter((finding) => finding.severity === 'breach')).toEqual([]);
  });

  test.each(['A', 'B'])('without its cooker exactly household %s fails', (door) => {
    const letter = door.toLowerCase();
    const ground = plan.storeys['storey_1' as StoreyId]!;
    const { [`fixture_${letter}-cooker` as FixtureId]: cooker, ...fixtures } = ground.fixtures;
    expect(cooker?.kind).toBe('cooker');
    const bare: Plan = {
      ...plan,
      storeys: { ...plan.storeys, ['storey_1' as StoreyId]: { ...ground, fixtures } },
    };
    for (const state of householdStates(bare, 'after').values()) {
      expect(state.complete, state.door).toBe(state.door !== door);
      expect(state.kitchen.lacking, state.door).toEqual(state.door === door ? ['cooker'] : []);
    }
    const breaches = check(bare).filter((finding) => finding.severity === 'breach');
    expect(breaches.flatMap((finding) => finding.households)).toEqual([`household_${letter}`]);
  });

  test.each(['A', 'B'])(
    'without the boundary of %s102 and %s103 those two join, and no other',
    (door) => {
      const ground = plan.storeys['storey_1' as StoreyId]!;
      const between = storeyRooms('storey_1' as StoreyId, ground, 'after').links.find(
        ({ kind, from, to }) =>
          kind === 'boundary' && [from, to].toSorted().join() === `room_${door}102,room_${door}103`,
      );
      const { [between!.wall]: _, ...walls } = ground.walls;
      const open = storeyRooms('storey_1' as StoreyId, { ...ground, walls }, 'after');
      const joined = open.rooms.filter(({ tags }) => tags.length > 1);
      expect(joined.map(({ tags }) => tags)).toEqual([[`room_${door}102`, `room_${door}103`]]);
    },
  );

  test('the drawing is careful', () => {
    for (const moment of moments) expect(careless(plan, moment)).toEqual([]);
  });
});
