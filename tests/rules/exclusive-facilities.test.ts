import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import type { Fixture, HouseholdId, Opening, Plan, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing, storeyId } from '../plan-from-drawing.ts';

/**
 * Household 1 lives in B with kitchen K and bathroom W, household 2 in C with its own L and V;
 * the corridor H runs below.
 */
const drawing = `
  +--+--+--+--+
  |K |W |L |V |
  +--+--+--+--+
  |B    |C    |
  +-----+-----+
  |H          |
  +-----------+`;
const one = ['household_1'];
const two = ['household_2'];
const storey = storeyFromDrawing(drawing, {
  step: 1000,
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

const door = (wall: string, offset: number): Opening =>
  ({
    wall,
    kind: 'door',
    offset,
    width: 700,
    sill: 0,
    head: 2000,
    leaf: 'swing',
    hinge: 'a',
    side: 'left',
    phase: 'existing',
  }) as Opening;
const fixture = (kind: Fixture['kind'], x: number, y: number): Fixture => ({
  kind,
  at: { x, y },
  rotation: 0,
  width: 400,
  depth: 400,
  phase: 'existing',
});

const openings: Record<string, Opening> = {
  opening_b: door('wall_0-2-h', 1000),
  opening_c: door('wall_6-2-h', 1000),
  opening_k: door('wall_0-4-h', 1000),
  opening_w: door('wall_3-4-h', 1000),
  opening_l: door('wall_6-4-h', 1000),
  opening_v: door('wall_9-4-h', 1000),
};
const fixtures: Record<string, Fixture> = {
  fixture_k1: fixture('sink', 500, 5000),
  fixture_k2: fixture('cooker', 1500, 5000),
  fixture_w: fixture('wc', 4000, 5000),
  fixture_l1: fixture('sink', 6500, 5000),
  fixture_l2: fixture('cooker', 7500, 5000),
  fixture_v: fixture('wc', 10000, 5000),
};

const plan = (change: Partial<Record<keyof Storey, unknown>> = {}): Plan =>
  planOf({ ...storey, openings, fixtures, ...change } as Storey, ['1', '2']);
const breaches = (of: Plan): string[] =>
  check(of)
    .filter((finding) => finding.severity === 'breach')
    .map((finding) => finding.id);
const without = (table: object, ...ids: string[]): object =>
  Object.fromEntries(Object.entries(table).filter(([id]) => !ids.includes(id)));
const held = (id: string, holders: string[]): Partial<Storey> =>
  ({
    rooms: { ...storey.rooms, [id]: { ...(storey.rooms[id as never] as object), holders } },
  }) as never;

describe('F1', () => {
  it('has nothing to say where both households have their own', () => {
    expect(breaches(plan())).toEqual([]);
    expect(householdStates(plan(), 'after').get('household_1' as HouseholdId)).toMatchObject({
      complete: true,
      reach: true,
      kitchen: { state: 'exclusive', fixtures: ['sink', 'cooker'], lacking: [] },
    });
  });

  it('names whom a kitchen is shared with', () => {
    const shared = plan(held('room_K', ['household_1', 'household_2']));
    expect(breaches(shared)).toEqual(['F1/kitchen/household_1']);
    // Household 2 keeps its own kitchen; that the one it now shares lies behind B is worth a word.
    expect(
      check(shared)
        .filter(({ id }) => id.startsWith('F1/reach'))
        .map(({ id, severity }) => [id, severity]),
    ).toEqual([['F1/reach/crosses/household_2', 'warning']]);
    const text = check(shared)[0]!.text;
    expect(text.zh).toBe('1室与2室合用“K”，应有独用的厨房。');
    expect(text.en).toBe('Household 1 shares the "K" with household 2; it needs its own kitchen.');
  });

  it.each([
    ['fixture_k1', 'F1/kitchen/household_1', '洗涤池', 'a sink'],
    ['fixture_k2', 'F1/kitchen/household_1', '灶具', 'a cooker'],
    ['fixture_v', 'F1/bathroom/household_2', '便器', 'a WC'],
  ])('fails exactly the household whose room loses %s', (gone, id, zh, en) => {
    const unequipped = plan({ fixtures: without(fixtures, gone) });
    expect(breaches(unequipped)).toEqual([id]);
    expect(check(unequipped)[0]!.text.zh).toContain(`缺少${zh}`);
    expect(check(unequipped)[0]!.text.en).toContain(`lacks ${en}`);
  });

  it('says that a household has none where no room is tagged as one', () => {
    const rooms = without(storey.rooms, 'room_W');
    expect(breaches(plan({ rooms }))).toEqual(['F1/bathroom/household_1']);
    expect(check(plan({ rooms }))[0]!.text.zh).toBe('1室没有卫生间。');
  });

  it('fails a household that must cross another one', () => {
    // L opens only through household 1's bathroom side: its door to C is walled up.
    const cut = plan({
      openings: { ...without(openings, 'opening_l'), opening_x: door('wall_6-4-v', 500) },
    });
    expect(breaches(cut)).toEqual(['F1/reach/crosses/household_2']);
    expect(check(cut)[0]!.text.en).toBe(
      'Household 2 has to cross a room of household 1 to get to its "L".',
    );
  });

  it('fails a household without any way in', () => {
    const cut = plan({ openings: without(openings, 'opening_b') });
    expect(breaches(cut)).toEqual(['F1/reach/no-way/household_1']);
    expect(check(cut)[0]!.text.zh).toBe('1室没有入户的门：从公共楼梯、走廊或室外都进不去。');
  });

  it('cannot judge a way through a room that nobody holds, and names it', () => {
    for (const [rooms, room] of [
      [held('room_H', []), 'room_H'],
      [{ rooms: without(storey.rooms, 'room_H') }, 'face@6000,1000'],
    ] as const) {
      const of = plan(rooms);
      expect(breaches(of)).toEqual([]);
      const unknown = check(of).filter(({ id }) => id.startsWith('F1/reach/'));
      expect(unknown.map(({ id, severity }) => [id, severity])).toEqual([
        [`F1/reach/unknown/household_1/${storeyId}/${room}`, 'unknown'],
        [`F1/reach/unknown/household_2/${storeyId}/${room}`, 'unknown'],
      ]);
      expect(unknown[0]!.text.zh).toMatch(/要经过一层的(“H”|未标注的房间)，该房间尚未指定归属/);
      const state = householdStates(of, 'after').get('household_1' as HouseholdId);
      expect(state).toMatchObject({ reach: false, complete: false });
    }
  });

  it('names each room that blocks a way, on its storey, and which rooms lie behind it', () => {
    const tag = (use: string) => ({
      ...(storey.rooms['room_B' as never] as object),
      use,
      name: '',
    });
    const rooms = {
      ...held('room_H', []).rooms,
      room_B: tag('bedroom'),
      room_K: { ...tag('bedroom'), at: (storey.rooms['room_K' as never] as { at: object }).at },
    };
    const lower = { ...storey, openings, fixtures, rooms } as unknown as Storey;
    const of = planOf(lower, ['1', '2']);
    const upper = { ...lower, name: '二层', level: 2, elevation: 2900 };
    const both = { ...of, storeys: { ...of.storeys, storey_2: upper } } as Plan;
    const unknown = check(both).filter(
      ({ id, households }) => id.startsWith('F1/reach/') && households[0] === 'household_1',
    );
    expect(unknown.map(({ id }) => id)).toEqual([
      'F1/reach/unknown/household_1/storey_1/room_H',
      'F1/reach/unknown/household_1/storey_2/room_H',
    ]);
    expect(unknown.map(({ place }) => place?.storey)).toEqual(['storey_1', 'storey_2']);
    expect(unknown[0]!.text.zh).toContain('去一层的卧室（2间）、一层的“W”要经过一层的“H”');
    expect(unknown[1]!.text.zh).toContain('去二层的卧室（2间）、二层的“W”要经过二层的“H”');
    expect(unknown[1]!.text.en).toContain(
      'to its bedroom on 二层 (2 rooms) and "W" on 二层 leads through the "H" on 二层',
    );
  });

  it('enters from outside on the ground storey only, and from no balcony', () => {
    const outside = {
      openings: { ...without(openings, 'opening_b'), opening_out: door('wall_0-2-v', 500) },
    };
    expect(breaches(plan(outside))).toEqual([]);
    // The same storey alone in the plan, but called the second: its outer door leads into the air.
    expect(breaches(plan({ ...outside, level: 2 }))).toEqual(['F1/reach/no-way/household_1']);
    const tag = { ...(storey.rooms['room_H' as never] as object), use: 'balcony' };
    const rooms = { ...storey.rooms, room_H: tag };
    expect(breaches(plan({ level: 2, rooms }))).toEqual([
      'F1/reach/no-way/household_1',
      'F1/reach/no-way/household_2',
    ]);
  });

  it('is one finding about a room that several households share', () => {
    const shared = held('room_K', ['household_1', 'household_2']);
    const rooms = {
      ...without(shared.rooms!, 'room_L'),
      room_K: { ...(shared.rooms as never as Record<string, object>).room_K, name: '' },
    };
    const found = check(plan({ rooms })).filter(({ severity }) => severity === 'breach');
    expect(found.map(({ id, households }) => [id, households])).toEqual([
      ['F1/kitchen/household_1+household_2', ['household_1', 'household_2']],
      ['F1/reach/crosses/household_2', ['household_2']],
    ]);
    expect(found[0]!.text.zh).toBe('1、2室合用厨房，应各有独用的厨房。');
    expect(found[0]!.text.en).toBe(
      'Households 1 and 2 share the kitchen; each needs its own kitchen.',
    );
    expect(found[0]!.about).toEqual([{ kind: 'room', id: 'room_K', storey: storeyId }]);
  });

  it('writes 室 once, whatever the door says', () => {
    const of = plan({ openings: without(openings, 'opening_b') });
    const named = { ...of, households: { ...of.households, household_1: { door: '101室' } } };
    expect(check(named as Plan)[0]!.text.zh).toBe(
      '101室没有入户的门：从公共楼梯、走廊或室外都进不去。',
    );
  });

  it('does not take a window for a way in', () => {
    const window = { ...openings.opening_b, kind: 'window', sill: 900 };
    expect(breaches(plan({ openings: { ...openings, opening_b: window } }))).toEqual([
      'F1/reach/no-way/household_1',
    ]);
  });

  it('lets people cross a boundary and enter straight from outside on the ground storey', () => {
    const open = plan({
      openings: {
        ...without(openings, 'opening_b', 'opening_k'),
        opening_out: door('wall_0-2-v', 500),
      },
      walls: {
        ...storey.walls,
        'wall_0-4-h': {
          ...((storey.walls as never)['wall_0-4-h'] as object),
          thickness: 0,
          kind: 'boundary',
        },
      },
    });
    expect(breaches(open)).toEqual([]);
  });

  it('reads the survey too: phases decide what stands', () => {
    const wc = { ...fixtures.fixture_w, phase: 'new' };
    const states = plan({ fixtures: { ...fixtures, fixture_w: wc } });
    const bathroom = (moment: 'before' | 'after') =>
      householdStates(states, moment).get('household_1' as HouseholdId)?.bathroom.state;
    expect([bathroom('before'), bathroom('after')]).toEqual(['missing', 'exclusive']);
  });

  it('leaves the plan alone and does not depend on the order of its tables', () => {
    const shuffled = plan({
      rooms: Object.fromEntries(Object.entries(storey.rooms).reverse()),
      walls: Object.fromEntries(Object.entries(storey.walls).reverse()),
      openings: Object.fromEntries(Object.entries(openings).reverse()),
    });
    const original = structuredClone(shuffled);
    expect(check(shuffled)).toEqual(check(plan()));
    expect(shuffled).toEqual(original);
  });
});

describe('the drawing', () => {
  it('reports rooms without a tag, faces with two tags, and tags in no room', () => {
    const at = (x: number, y: number) => ({
      at: { x, y },
      use: 'other',
      name: 'x',
      holders: one,
      phase: 'existing',
    });
    const rooms = {
      ...without(storey.rooms, 'room_H'),
      room_second: at(1000, 3000),
      room_lost: at(-5000, 0),
    };
    const ids = check(plan({ rooms })).map((finding) => finding.rule);
    expect(ids).toContain('drawing/untagged');
    expect(ids).toContain('drawing/many-tags');
    expect(ids).toContain('drawing/loose-tag');
  });

  it('reports a household without rooms and a room without a holder', () => {
    const of = plan(held('room_V', []));
    const more = { ...of, households: { ...of.households, household_3: { door: '3' } } } as Plan;
    const rules = check(more).map((finding) => finding.rule);
    expect(rules).toContain('drawing/no-holder');
    expect(rules).toContain('drawing/household-without-rooms');
    expect(storeyId in more.storeys).toBe(true);
  });
});
