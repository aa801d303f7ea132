import { describe, expect, it } from 'vitest';
import type { Fixture, HouseholdId, Opening, Plan, Storey } from '../../shared/plan/model.ts';
import { comparePlans, findingChanges, ofHousehold } from '../../shared/records/compare.ts';
import { turnWords } from '../../shared/records/finding-turn-words.ts';
import { findingTurns } from '../../shared/records/finding-turns.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { planOf, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** Household 1 lives in B, household 2 in C; K and L are the kitchens, H the corridor. */
const drawing = `
  +--+--+--+--+
  |K |W |L |V |
  +--+--+--+--+
  |B    |C    |
  +-----+-----+
  |H          |
  +-----------+`;
const [one, two] = [['household_1'], ['household_2']];
const storey = storeyFromDrawing(drawing, {
  tags: {
    K: { use: 'kitchen', holders: one },
    W: { use: 'bathroom', holders: one },
    L: { use: 'kitchen', holders: two },
    V: { use: 'bathroom', holders: two },
    B: { use: 'bed-living', holders: one },
    C: { use: 'bed-living', holders: two },
    H: { use: 'corridor', holders: ['building'] },
  },
});
const door = (wall: string, offset: number, width = 700) => ({
  wall,
  kind: 'door',
  offset,
  width,
  sill: 0,
  head: 2000,
  leaf: 'swing',
  hinge: 'a',
  side: 'left',
  phase: 'existing',
});
const fixture = (kind: Fixture['kind'], x: number) => ({
  kind,
  at: { x, y: 5000 },
  rotation: 0,
  width: 400,
  depth: 400,
  phase: 'existing',
});
const openings = {
  opening_b: door('wall_0-2-h', 1000),
  opening_c: door('wall_6-2-h', 1000),
  opening_k: door('wall_0-4-h', 1000),
  opening_w: door('wall_3-4-h', 1000),
  opening_l: door('wall_6-4-h', 1000),
  opening_v: door('wall_9-4-h', 1000),
};
const fixtures = {
  fixture_k1: fixture('sink', 500),
  fixture_k2: fixture('cooker', 1500),
  fixture_w: fixture('wc', 4000),
  fixture_l1: fixture('sink', 6500),
  fixture_l2: fixture('cooker', 7500),
  fixture_v: fixture('wc', 10_000),
};
const planWith = (change: object = {}, doors = ['1', '2']): Plan =>
  planOf({ ...storey, openings, fixtures, ...change } as unknown as Storey, doors);
const plan = planWith();
const rooms = storey.rooms as unknown as Record<string, { holders: string[] }>;
const held = (id: string, holders: string[]) => ({
  rooms: { ...rooms, [id]: { ...rooms[id], holders } },
});

const sayings = (before: Plan, after: Plan): Record<string, string[]> =>
  Object.fromEntries(
    comparePlans(before, after).households.map(({ door: number, sayings: said }) => [
      number,
      said.map(({ en }) => en),
    ]),
  );

describe('comparing two plans', () => {
  it('of the same facts says nothing', () => {
    const { households, elements } = comparePlans(plan, structuredClone(plan));
    expect(households).toEqual([]);
    expect(elements).toEqual([]);
  });

  it('says what a shared kitchen becomes, and the area gained', () => {
    const shared = planWith(held('room_K', [...one, ...two]));
    // 2.88 by 1.88 m inside the walls.
    expect(sayings(shared, plan)).toEqual({
      1: ['kitchen 5.41 m², now its own', 'gains 5.41 m² of its own usable area'],
    });
    expect(comparePlans(shared, plan).households[0]!.sayings[0]!.zh).toBe('厨房 5.41 m²，改为独用');
    const { before, after } = comparePlans(shared, plan).totals;
    expect([before.complete, after.complete]).toEqual([1, 2]);
  });

  it('says that fewer share a room, for each who still shares it', () => {
    const three = ['1', '2', '3'];
    const held3 = held('room_K', [...one, ...two, 'household_3']);
    const [by3, by2] = [planWith(held3, three), planWith(held('room_K', [...one, ...two]), three)];
    const { zh, en } = comparePlans(by3, by2).households.find(({ door: at }) => at === '1')!
      .sayings[0]!;
    expect([zh, en]).toEqual([
      '厨房 5.41 m²，合用 3 户 → 2 户',
      'kitchen 5.41 m², shared by 3 → 2 households',
    ]);
  });

  it('says that two rooms become one that is both, and the other way round', () => {
    const { room_W: _, ...without } = rooms;
    const combined = planWith({
      rooms: { ...without, room_K: { ...rooms.room_K!, use: 'kitchen-bath' } },
      fixtures: { ...fixtures, fixture_kw: fixture('wc', 2200) },
    });
    const shared = planWith({
      rooms: {
        ...rooms,
        room_K: { ...rooms.room_K!, holders: [...one, ...two] },
        room_W: { ...rooms.room_W!, holders: [...one, ...two] },
      },
    });
    const of1 = (before: Plan, after: Plan) =>
      comparePlans(before, after).households.find(({ door: at }) => at === '1')!.sayings[0]!;
    expect(of1(shared, combined)).toEqual({
      zh: '厨房 5.41 m²、卫生间 5.41 m² → 煤卫合一间 5.41 m²，改为独用',
      en: 'kitchen of 5.41 m² and bathroom of 5.41 m² → one kitchen-bathroom of 5.41 m², now its own',
    });
    expect(of1(combined, plan).zh).toBe('煤卫合一间 5.41 m² → 厨房 5.41 m²、卫生间 5.41 m²');
  });

  it('gives a gain as the difference of the areas that are shown', () => {
    // 25.17 less 24.72 is read as 0.45, whatever the square millimetres come to.
    const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)];
    const { gain, sayings: said } = comparePlans(before, after).households.find(
      ({ door: at }) => at === '104',
    )!;
    expect(gain).toBe(-450_000);
    expect(said.map(({ en }) => en)).toContain('loses 0.45 m² of its own usable area');
  });

  it('says how much larger a kitchen has become, and who pays for it', () => {
    const joints = Object.fromEntries(
      Object.entries(storey.joints).map(([id, at]) => [
        id,
        at.y === 4000 ? { ...at, y: 3900 } : at,
      ]),
    );
    const lower = planWith({ joints });
    expect(sayings(plan, lower)[1]).toEqual([
      'kitchen 5.41 → 5.70 m²',
      'bathroom 5.41 → 5.70 m²',
      'B 11.05 → 10.47 m²',
      // The partition between the two, which the bed-living room has not.
      'loses 0.01 m² of its own usable area',
    ]);
  });

  it('tells of a room that was tagged anew by its name, and of none that cannot be told', () => {
    const joints = Object.fromEntries(
      Object.entries(storey.joints).map(([id, at]) => [
        id,
        at.y === 4000 ? { ...at, y: 3900 } : at,
      ]),
    );
    const { room_B: bed, ...others } = rooms;
    const named = planWith({ joints, rooms: { ...others, room_new: bed } });
    expect(sayings(plan, named)[1]).toContain('B 11.05 → 10.47 m²');
    const renamed = planWith({ joints, rooms: { ...others, room_new: { ...bed, name: 'X' } } });
    expect(sayings(plan, renamed)[1]!.join()).not.toMatch(/11.05|10.47/);
  });

  it('says how far a door moved, drawn anew by the proposal or slid', () => {
    const slid = planWith({ openings: { ...openings, opening_b: door('wall_0-2-h', 1350, 800) } });
    expect(sayings(plan, slid)).toEqual({
      1: ['door moved 400 mm', 'door 700 → 800 mm wide'],
    });
    const anew = planWith({
      openings: {
        ...openings,
        opening_b: { ...door('wall_0-2-h', 1000), phase: 'demolished' },
        opening_new: { ...door('wall_0-2-h', 1350), phase: 'new' } as unknown as Opening,
      },
    });
    expect(sayings(plan, anew)).toEqual({ 1: ['door moved 350 mm'] });
  });

  it('says that a household is cut off, comes or goes', () => {
    const { opening_b: _, ...others } = openings;
    const cut = sayings(plan, planWith({ openings: others }))[1]!;
    expect(cut).toContain('no longer reached from the common parts');
    expect(cut).toContain('1 door closed');
    expect(sayings(planWith(held('room_B', []), ['1']), plan)).toMatchObject({
      2: ['household added'],
    });
  });

  it('lists elements that were added, removed, moved and changed; a joint counts as its walls', () => {
    const moved = { ...storey.joints, 'joint_0-0': { x: -30, y: -40 } };
    const after = planWith({
      joints: moved,
      openings: { ...openings, opening_b: door('wall_0-2-h', 1100) },
      fixtures: { fixture_k1: fixtures.fixture_k1, fixture_n: fixture('basin', 4500) },
    });
    const { elements } = comparePlans(plan, after);
    const words = elements.map(
      ({ kind, id, change, distance }) => `${kind} ${id} ${change} ${distance}`,
    );
    expect(words).toEqual([
      'fixture fixture_k2 removed 0',
      'fixture fixture_l1 removed 0',
      'fixture fixture_l2 removed 0',
      'fixture fixture_n added 0',
      'fixture fixture_v removed 0',
      'fixture fixture_w removed 0',
      'opening opening_b moved 100',
      'wall wall_0-0-h moved 50',
      'wall wall_0-0-v moved 50',
    ]);
    expect(elements[0]!.storey).toBe(storeyId);
  });

  it('is that of one household where somebody asks for it', () => {
    const after = planWith({
      openings: { ...openings, opening_b: door('wall_0-2-h', 1100) },
      fixtures: { ...fixtures, fixture_l1: fixture('sink', 6700) },
    });
    const of = (id: string) => ofHousehold(plan, after, id as HouseholdId);
    const ids = (id: string) => of(id).elements.map((element) => element.id);
    expect(ids('household_1')).toEqual(['opening_b']);
    expect(ids('household_2')).toEqual(['fixture_l1']);
    expect(of('household_1').households.map(({ door: number }) => number)).toEqual(['1']);
    const { household, households } = of('household_2');
    expect(households).toEqual([]);
    expect(household).toMatchObject({
      door: '2',
      before: { complete: true },
      after: { complete: true },
    });
    // What stands in a room held by both concerns both, and what is gone from it too.
    const shared = planWith(held('room_K', [...one, ...two]));
    const without = planWith({
      ...held('room_K', [...one, ...two]),
      fixtures: {
        ...fixtures,
        fixture_k1: { ...fixture('sink', 500), phase: 'demolished' as const },
      },
    });
    for (const id of ['household_1', 'household_2']) {
      const found = ofHousehold(shared, without, id as HouseholdId).elements;
      expect(found.map((element) => element.id)).toEqual(['fixture_k1']);
    }
  });

  it('tells a room that fewer share as one finding that turned, not as a new breach', () => {
    const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)].map((one) =>
      check(one, nationalProfile),
    );
    const { gained, lost, turned } = findingTurns(findingChanges(before!, after!));
    const isShared = ({ text: { zh } }: { text: { zh: string } }) => zh.includes('合用');
    expect([...gained, ...lost].filter(isShared)).toEqual([]);
    expect(turned.map((turn) => [turn.before, turn.after].map((f) => f.households.length))).toEqual(
      [
        [5, 2],
        [7, 4],
        [7, 4],
        [5, 2],
        [7, 4],
        [7, 4],
      ],
    );
    expect(turnWords(turned[0]!).zh).toBe('（由 5 户减为 2 户）');
  });

  it('does not take two findings of one place for one that turned', () => {
    const finding = (id: string, households: string[], room = 'room_1') => ({
      id,
      rule: 'F1',
      severity: 'breach' as const,
      about: [{ kind: 'room' as const, id: room }],
      place: { storey: storeyId, at: { x: 0, y: 0 } },
      households: households as HouseholdId[],
    });
    const apart = {
      lost: [finding('F1/kitchen/b+c', ['b', 'c']), finding('F1/x/fixture_1', ['a'])],
      gained: [finding('F1/kitchen/a', ['a'], 'room_2'), finding('F1/x/fixture_2', ['a'])],
    };
    expect(findingTurns(apart)).toEqual({ ...apart, turned: [] });
    const doubtful = {
      lost: [finding('F1/kitchen/a+b', ['a', 'b']), finding('F1/kitchen/c', ['c'])],
      gained: [finding('F1/kitchen/a', ['a'])],
    };
    expect(findingTurns(doubtful).turned).toEqual([]);
  });

  it('tells which findings came and went', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }));
    expect(findingChanges([a!, b!], [b!, c!])).toEqual({ gained: [c], lost: [a] });
  });
});
