import { describe, expect, it } from 'vitest';
import {
  type Fixture,
  type HouseholdId,
  type Opening,
  type Plan,
  type Storey,
  storeysByLevel,
  type WallId,
} from '../../shared/plan/model.ts';
import { howWords } from '../../shared/records/change-how.ts';
import { comparePlans, findingChanges, ofHousehold } from '../../shared/records/compare.ts';
import { turnWords } from '../../shared/records/finding-turn-words.ts';
import { findingTurns } from '../../shared/records/finding-turns.ts';
import { remeasuredTotal } from '../../shared/records/household-changes.ts';
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
const surveyWith = (change: object = {}, doors = ['1', '2']): Plan =>
  planOf({ ...storey, openings, fixtures, ...change } as unknown as Storey, doors);
/** The same drawn as a proposal: what differs between two of them are works. */
function planWith(change: object = {}, doors = ['1', '2']): Plan {
  const { storeys, ...facts } = surveyWith(change, doors);
  const words = JSON.stringify(storeys).replaceAll('"existing"', '"new"');
  return { ...facts, storeys: JSON.parse(words) as Plan['storeys'] };
}
const survey = surveyWith();
const plan = planWith();
const rooms = storey.rooms as unknown as Record<string, { holders: string[] }>;
const held = (id: string, holders: string[]) => ({
  rooms: { ...rooms, [id]: { ...rooms[id], holders } },
});

/** The wall between 101 and 102, of some mm. */
function withWall(of: Plan, thickness: number): Plan {
  const [id, facts] = storeysByLevel(of)[0]!;
  const wall = 'wall_cross-south-1' as WallId;
  const walls = { ...facts.walls, [wall]: { ...facts.walls[wall]!, thickness } };
  return { ...of, storeys: { ...of.storeys, [id]: { ...facts, walls } } };
}

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

  it('gives a gain that whoever adds up what is shown gets, and alike for homes that change alike', () => {
    // 12.59 becomes 9.21 + 2.92, whatever the square millimetres of each come to.
    const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)];
    const { households } = comparePlans(before, after);
    for (const number of ['104', '204', '304']) {
      const { gain, sayings: said } = households.find(({ door: at }) => at === number)!;
      expect(gain, number).toBe(-460_000);
      const words = said.map(({ en }) => en).join();
      expect(words).toMatch(/kitchen-bathroom of 2\.92 m².*12\.59 → 9\.21 m²/);
      expect(words).toContain('loses 0.46 m² of its own usable area');
    }
    const loss = check(after, nationalProfile).find(
      ({ rule, text: { en } }) => rule === 'F2' && en.includes('104'),
    )!;
    expect(loss.text.en).toContain('a loss of 0.46 m²');
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
    ]);
  });

  it('tells of a room that was tagged anew by its name, else what its place has become', () => {
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
    expect(sayings(plan, renamed)[1]).toContain('B 11.05 m² → none (now X 10.47 m²)');
    const given = planWith({ rooms: { ...rooms, room_B: { ...bed, holders: two } } });
    expect(sayings(plan, given)[1]).toContain('B 11.05 m² → none');
    expect(sayings(plan, given)[2]).toContain('new: B 11.05 m²');
    const shared = planWith(held('room_B', [...one, ...two]));
    expect(sayings(plan, shared)[1]).toContain('B 11.05 m², now shared');
  });

  it('tells a household that its living room goes, and does not call that a finding put right', () => {
    const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)];
    const said = comparePlans(before, after).households.find(({ door: at }) => at === '105')!;
    expect(said.sayings.map(({ zh }) => zh)).toContain(
      '起居室 8.06 m² → 无（改为过厅 3.17 m²、厨卫 4.56 m²）',
    );
    const changes = findingChanges(check(before, nationalProfile), check(after, nationalProfile));
    const { lost, ended } = findingTurns(changes, { before, after });
    const isLiving = ({ text: { zh } }: { text: { zh: string } }) => zh.includes('105室的起居室');
    expect(lost.filter(isLiving)).toEqual([]);
    expect(ended.filter(isLiving)).toHaveLength(1);
    // A bathroom that came is nothing that went with a room.
    expect(lost.length).toBeGreaterThan(0);
  });

  it('says apart what only a corrected survey makes', () => {
    const scheme = schemePlan(nineteen(), 0);
    const corrected = withWall(scheme, 370);
    const { households, totals } = comparePlans(scheme, corrected);
    expect(households.map(({ door: at, gain, remeasured }) => [at, gain, remeasured])).toEqual([
      ['101', -290_000, -290_000],
      ['102', -300_000, -300_000],
    ]);
    expect(households[0]!.sayings.map(({ zh }) => zh)).toEqual([
      '现状更正：居室 13.95 → 13.66 m²',
      '现状更正：独用使用面积量得少 0.29 m²，不是改造减少的',
    ]);
    expect(households[0]!.sayings[1]!.en).toBe(
      'survey corrected: its own usable area measures 0.29 m² less, which the works do not take',
    );
    expect(totals.after.ownArea - totals.before.ownArea).toBe(remeasuredTotal(households));
    expect(comparePlans(scheme, corrected).isMixed).toBe(false);
    // The same the other way round, and with the works of another version beside it.
    const back = comparePlans(corrected, scheme).households;
    expect(back.map(({ gain, remeasured }) => gain - remeasured)).toEqual([0, 0]);
    const surveyed = schemePlan(nineteen(), 1);
    const works = new Map(
      comparePlans(surveyed, scheme).households.map(({ household, gain }) => [household, gain]),
    );
    const both = comparePlans(surveyed, corrected).households;
    expect(both.map(({ household }) => household)).toEqual([...works.keys()]);
    for (const { household, gain, remeasured } of both) {
      expect(gain - remeasured, household).toBe(works.get(household));
    }
    expect(both.map(({ remeasured }) => remeasured).filter((area) => area !== 0)).toHaveLength(2);
  });

  it('says that survey and works cannot be told apart where each builds on what the other has not', () => {
    const without = (id: string, of: string): Plan => {
      const { [id]: _, ...walls } = storey.walls as Record<string, unknown>;
      const made = { ...door(of, 1500), phase: 'new' };
      return surveyWith({ walls, openings: { ...openings, opening_n: made } });
    };
    // The walls between K and W, and between L and V.
    const [one, other] = ['wall_3-4-v', 'wall_9-4-v'];
    const { isMixed, households } = comparePlans(without(one!, other!), without(other!, one!));
    expect(isMixed).toBe(true);
    expect(households.every(({ remeasured }) => remeasured === 0)).toBe(true);
    expect(comparePlans(survey, without(one!, other!)).isMixed).toBe(false);
  });

  it('tells a demolished element from one that is deleted, and one that is kept after all', () => {
    const cooker = fixtures.fixture_k2;
    const demolished = surveyWith({
      fixtures: { ...fixtures, fixture_k2: { ...cooker, phase: 'demolished' } },
    });
    const drawn = surveyWith({ fixtures: { ...fixtures, fixture_n: { ...cooker, phase: 'new' } } });
    const { fixture_k2: _, ...others } = fixtures;
    const gone = surveyWith({ fixtures: others });
    const how = (before: Plan, after: Plan): string[] =>
      comparePlans(before, after).elements.map(
        (change) => `${change.change} ${howWords(change, before, after).zh}`,
      );
    expect(how(survey, demolished)).toEqual(['demolished 改为拆除']);
    expect(how(demolished, survey)).toEqual(['kept 改为保留']);
    expect(how(survey, gone)).toEqual(['removed 删除']);
    expect(how(drawn, survey)).toEqual(['removed 删除']);
  });

  it('tells a room that goes on with fewer holders as one, to each who held it', () => {
    const [before, after] = [schemePlan(nineteen(), 1), schemePlan(nineteen(), 0)];
    const { elements } = comparePlans(before, after);
    const kitchens = elements.filter(({ id }) => id.startsWith('room_kitchen'));
    expect(kitchens.map(({ id, change, replaces }) => [id, change, replaces])).toEqual(
      [1, 2, 3].map(() => ['room_kitchen-after', 'changed', 'room_kitchen']),
    );
    expect(howWords(kitchens[0]!, before, after)).toEqual({
      zh: '修改归属 101、102、103、104、105 → 101、102',
      en: 'held by 101, 102, 103, 104, 105 → 101, 102',
    });
    for (const id of ['household_101', 'household_105']) {
      const found = ofHousehold(before, after, id as HouseholdId).elements;
      expect(found.filter((change) => change.replaces === 'room_kitchen')).toHaveLength(1);
    }
    // Retagged and nothing else, it is the same room.
    const { room_B: bed, ...left } = rooms;
    const anew = surveyWith({
      rooms: { ...left, room_B: { ...bed, phase: 'demolished' }, room_b: { ...bed, phase: 'new' } },
    });
    expect(comparePlans(survey, anew).elements).toEqual([]);
  });

  it('says how far a door moved, drawn anew by the proposal or slid', () => {
    const slid = planWith({ openings: { ...openings, opening_b: door('wall_0-2-h', 1350, 800) } });
    expect(sayings(plan, slid)).toEqual({
      1: ['door moved 400 mm', 'door 700 → 800 mm wide'],
    });
    const anew = surveyWith({
      openings: {
        ...openings,
        opening_b: { ...door('wall_0-2-h', 1000), phase: 'demolished' },
        opening_new: { ...door('wall_0-2-h', 1350), phase: 'new' } as unknown as Opening,
      },
    });
    expect(sayings(survey, anew)).toEqual({ 1: ['door moved 350 mm'] });
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
    expect(findingTurns(apart)).toEqual({ ...apart, ended: [], turned: [] });
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
