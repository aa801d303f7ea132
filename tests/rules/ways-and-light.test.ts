import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import type { HouseholdId, Opening, Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import {
  building,
  door,
  one,
  pair,
  pane,
  room,
  small,
  type Tagged,
  thing,
  two,
} from './small-plans.ts';

/** What lies open, what a body gets through, and what light comes in under the ceiling. */

const found = (plan: Plan, rule: string) => check(plan).filter((finding) => finding.rule === rule);

const three = (
  tags: readonly [Tagged, Tagged, Tagged],
  first: 'boundary' | Partial<Opening>,
  second: 'boundary' | Partial<Opening>,
  fixtures: Readonly<Record<string, ReturnType<typeof thing>>> = {},
  openings: Readonly<Record<string, Opening>> = {},
): Plan => {
  const boundary = { kind: 'boundary', thickness: 0 } as const;
  return small(
    `
    +--+--+--+
    |A |B |C |
    +--+--+--+`,
    {
      tags: { A: tags[0], B: tags[1], C: tags[2] },
      columns: { 0: 0, 3: 3000, 6: 6000, 9: 9000 },
      rows: { 0: 0, 2: 3000 },
      walls: {
        ...(first === 'boundary' ? { 'wall_3-0-v': boundary } : {}),
        ...(second === 'boundary' ? { 'wall_6-0-v': boundary } : {}),
      },
      openings: {
        ...(first === 'boundary' ? {} : { opening_1: door('wall_3-0-v', 1000, first) }),
        ...(second === 'boundary' ? {} : { opening_2: door('wall_6-0-v', 1000, second) }),
        ...openings,
      },
      fixtures,
      storey: { clearHeight: 2500 },
    },
  );
};

describe('G1 in an open plan', () => {
  const kitchen: Tagged = { use: 'kitchen', holders: one };
  const hall: Tagged = { use: 'hall', holders: one };
  const bed: Tagged = { use: 'bed-living', holders: one };
  const gas = { fixture_1: thing('cooker', 1500, 60, { fuel: 'gas' }) };
  const keys = (...ways: readonly ['boundary' | Partial<Opening>, 'boundary' | Partial<Opening>]) =>
    found(three([kitchen, hall, bed], ...ways, gas), 'G1').map(({ id }) => id);
  const beside = 'G1/storey_1/room_A/room_C';

  it('rooms that only boundaries part are one room', () => {
    expect(keys('boundary', 'boundary')).toEqual([beside]);
    expect(keys('boundary', {})).toEqual([beside]);
    expect(keys({}, 'boundary')).toEqual([beside]);
  });

  it('a hall with a door on either side parts them', () => {
    expect(keys({}, {})).toEqual([]);
  });

  it('says which room lies open', () => {
    const [finding] = found(three([kitchen, hall, bed], 'boundary', 'boundary', gas), 'G1');
    expect(finding?.text.zh).toBe(
      '1室的厨房用燃气，经敞开的过道与兼起居卧室相通，没有隔断。请改用电，或用墙和门隔开。',
    );
  });

  it('cannot be judged where nobody has said what burns', () => {
    const unsaid = { fixture_1: thing('cooker', 1500, 60) };
    const [finding] = found(three([kitchen, hall, bed], 'boundary', 'boundary', unsaid), 'G1');
    expect(finding).toMatchObject({ severity: 'unknown', id: 'G1/fuel/storey_1' });
  });
});

describe('glass above the ceiling gives no light', () => {
  // 10.5 m2 of floor ask for 1.5 m2.
  const lit = (opening: Partial<Opening>, clearHeight: number | null) =>
    room(
      {
        use: 'bedroom',
        holders: one,
        ...(clearHeight === null ? {} : { also: { clearHeight } }),
      },
      [3000, 3500],
      { openings: { opening_1: pane('wall_0-0-h', 500, opening) }, storey: { height: 2800 } },
    );

  it('up to the clear height where it is recorded', () => {
    const window = { width: 1000, sill: 900 };
    expect(found(lit({ ...window, head: 2400 }, 2400), 'L1')).toEqual([]);
    expect(found(lit({ ...window, head: 2400 }, 2390), 'L1')).toMatchObject([
      { measured: { value: 1.49 }, required: { value: 1.5 } },
    ]);
  });

  it('up to the height of the storey where it is not', () => {
    const [short] = found(lit({ width: 700, sill: 900, head: 20_000 }, null), 'L1');
    expect(short).toMatchObject({ measured: { value: 1.33, unit: 'm2' } });
    expect(found(lit({ width: 800, sill: 900, head: 20_000 }, null), 'L1')).toEqual([]);
  });

  it('counts as little for air', () => {
    const opens = { width: 1000, sill: 2000, head: 2700, opens: 100 };
    expect(found(lit(opens, 2700), 'V1')).toEqual([]);
    expect(found(lit(opens, 2500), 'V1')).toMatchObject([{ measured: { value: 0.5 } }]);
  });

  it('and an opening that rises above its storey is named', () => {
    expect(found(lit({ head: 2800 }, null), 'drawing/opening-height')).toEqual([]);
    expect(found(lit({ head: 2801 }, null), 'drawing/opening-height')).toMatchObject([
      { severity: 'warning', measured: { value: 2801 }, required: { value: 2800 } },
    ]);
  });
});

describe('F1: a way lets a body through', () => {
  const kitchenBath: Tagged = { use: 'kitchen-bath', holders: one };
  const corridor: Tagged = { use: 'corridor', holders: building };
  const stair: Tagged = { use: 'stair', holders: building };
  const equipped = {
    fixture_1: thing('sink', 6500, 60),
    fixture_2: thing('cooker', 7500, 60),
    fixture_3: thing('wc', 8500, 60),
  };
  const home = (toStair: Partial<Opening> | null, entrance: Partial<Opening>, first = stair) => {
    const plan = three([first, corridor, kitchenBath], toStair ?? {}, entrance, equipped);
    const { storey_1: storey } = plan.storeys as Record<string, Plan['storeys'][never]>;
    const { opening_1: way, ...rest } = storey!.openings as Record<string, Opening>;
    const openings = toStair === null ? rest : { ...rest, opening_1: way! };
    return { ...plan, storeys: { storey_1: { ...storey!, openings } } } as unknown as Plan;
  };
  const said = (plan: Plan) =>
    found(plan, 'F1').flatMap(({ severity, id, households }) =>
      households.includes('household_1' as HouseholdId) ? [`${severity} ${id}`] : [],
    );
  const noWay = ['breach F1/reach/no-way/household_1'];

  it.each([
    [{ width: 450 }, []],
    [{ width: 449 }, noWay],
    [{ head: 1500 }, []],
    [{ head: 1499 }, noWay],
  ] as const)('an entrance with %o', (entrance, expected) => {
    expect(said(home({}, entrance))).toEqual(expected);
  });

  it('says that there is a door, and what is wrong with it', () => {
    const [finding] = found(home({}, { width: 100 }), 'F1');
    expect(finding?.text.zh).toBe('1室入户的门太窄或太低，人走不进去。');
  });

  it('is told anew when a door alone changes', () => {
    const reach = (plan: Plan) =>
      householdStates(plan, 'after').get('household_1' as HouseholdId)?.reach;
    const wide = home({}, {});
    expect([wide, home({}, { head: 1000 }), wide, home({}, { width: 300 })].map(reach)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('a corridor leads to the stair that its storey has', () => {
    expect(said(home({}, {}))).toEqual([]);
    expect(said(home(null, {}))).toEqual(noWay);
    expect(found(home(null, {}), 'F1')[0]?.text.zh).toBe(
      '1室门外的公共走廊既不通楼梯，也不通室外，走不出去。',
    );
  });

  it('whether it leads anywhere is unknown where neither stair nor exit is drawn', () => {
    const without = home({}, {}, { use: 'storage', holders: building });
    expect(said(without)).toEqual(['unknown F1/way-out/storey_1']);
    const of = householdStates(without, 'after').get('household_1' as HouseholdId);
    expect(of).toMatchObject({ reach: true, complete: true });
  });
});

describe('rooms that lead only to each other', () => {
  const store: Tagged = { use: 'storage', holders: building };
  const ids = (plan: Plan) => found(plan, 'drawing/no-entry').map(({ id }) => id);
  const stores = (...openings: readonly Opening[]) =>
    pair({ A: store, B: store }, [3000, 3000, 3000], {
      openings: Object.fromEntries(openings.map((one, index) => [`opening_${index}`, one])),
    });
  const between = door('wall_3-0-v', 1000);

  it('are one finding about all of them', () => {
    const [finding] = found(stores(between), 'drawing/no-entry');
    expect(finding?.about.map(({ id }) => id)).toEqual(['room_A', 'room_B']);
    expect(finding?.text).toEqual({
      zh: '一层有 2 间储藏室只互相连通，不通楼梯、住户或室外，谁也进不去。',
      en: '2 storage rooms on 一层 lead only into each other, to no stair, home or outside; nobody can enter them.',
    });
  });

  it('are entered from outside, from a home and from a room that nobody has tagged', () => {
    expect(ids(stores(between, door('wall_0-0-v', 1000)))).toEqual([]);
    const beside = (other: Tagged | null) =>
      pair({ A: store, ...(other ? { B: other } : {}) }, [3000, 3000, 3000], {
        openings: { opening_1: between },
      });
    expect(ids(beside({ use: 'bedroom', holders: two }))).toEqual([]);
    expect(ids(beside(null))).toEqual([]);
    expect(ids(beside({ use: 'corridor', holders: building }))).toEqual([]);
  });

  it('a corridor without the stair of its storey is one of them', () => {
    const tags: readonly [Tagged, Tagged, Tagged] = [
      store,
      { use: 'corridor', holders: building },
      { use: 'stair', holders: building },
    ];
    const out = { opening_out: door('wall_6-0-h', 1000) };
    expect(ids(three(tags, {}, {}, {}, out))).toEqual([]);
    expect(ids(three(tags, {}, { phase: 'demolished' }, {}, out))).toEqual([
      'drawing/no-entry/storey_1/room_A',
    ]);
  });
});

describe('C1: a corridor of households', () => {
  const corridor = (width: number, holders: string[]) =>
    room({ use: 'corridor', holders }, [5000, width], {
      openings: {
        opening_1: door('wall_0-0-v', 100, { width: 700 }),
        opening_2: door('wall_3-0-v', 100, { width: 700 }),
      },
    });
  const rules = (plan: Plan) =>
    check(plan)
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'C1' || rule === 'C2');

  it('is a passage within, whoever shares it; that of the building is public', () => {
    expect(rules(corridor(900, [...one, ...two]))).toEqual(['C1']);
    expect(rules(corridor(900, one))).toEqual(['C1']);
    expect(rules(corridor(1100, [...one, ...two]))).toEqual([]);
    expect(rules(corridor(900, building))).toEqual(['C2']);
    expect(rules(corridor(900, [...building, ...one]))).toEqual(['C2']);
  });
});

describe('a hall that wardrobes narrow on both sides', () => {
  //  +--+--+--+   kitchen A, hall B, bathroom C above the corridor D; free between each wardrobe
  //  |A |B |C |   and the wall: as many mm
  //  +--+--+--+
  //  |D       |
  //  +--------+
  const hall = (left: number, right: number): Plan => {
    const wardrobe = (x: number, free: number) =>
      thing('wardrobe', x, 2060, { width: 600, depth: 1180 - free });
    return small(
      `
      +--+--+--+
      |A |B |C |
      +--+--+--+
      |D       |
      +--------+`,
      {
        tags: {
          A: { use: 'kitchen', holders: one },
          B: { use: 'hall', holders: one },
          C: { use: 'bathroom', holders: one },
          D: { use: 'corridor', holders: building },
        },
        columns: { 0: 0, 3: 3000, 6: 9000, 9: 12000 },
        rows: { 0: 0, 2: 2000, 4: 3300 },
        openings: {
          opening_entry: door('wall_3-2-h', 2500, { width: 1000 }),
          opening_kitchen: door('wall_3-2-v', 200),
          opening_bathroom: door('wall_6-2-v', 200),
        },
        fixtures: { fixture_1: wardrobe(4300, left), fixture_2: wardrobe(7700, right) },
      },
    );
  };
  const said = (plan: Plan) =>
    found(plan, 'C1').map(({ text, measured, line }) => [
      text.en.slice(text.en.indexOf('to the')).split(',')[0],
      measured?.value,
      line!.from.x > 6000 === /bathroom/.test(text.en),
    ]);

  it('is said of each narrow place, though both are as wide', () => {
    expect(said(hall(800, 801))).toEqual([
      ['to the bathroom', 801, true],
      ['to the kitchen', 800, true],
    ]);
    expect(said(hall(800, 800))).toEqual([
      ['to the bathroom', 800, true],
      ['to the kitchen', 800, true],
    ]);
    expect(said(hall(900, 900))).toEqual([]);
  });
});
