import type { Opening } from '../../shared/plan/model.ts';
import type { RuleCases } from './rule-cases.ts';
import {
  building,
  door,
  one,
  pair,
  pane,
  planOfStoreys,
  room,
  roomStorey,
  smallStorey,
  type Tagged,
  thing,
  two,
} from './small-plans.ts';

const kitchen: Tagged = { use: 'kitchen', holders: one };
const living: Tagged = { use: 'living', holders: one };
const bedroom: Tagged = { use: 'bedroom', holders: one };
const bathroom: Tagged = { use: 'bathroom', holders: one };
const hall: Tagged = { use: 'hall', holders: one };
const corridor: Tagged = { use: 'corridor', holders: building };
const stair: Tagged = { use: 'stair', holders: building };

/** A corridor H with a column in its middle, doors at both ends. */
const corridorOf = (width: number, holders: string[] = building) =>
  room({ use: 'corridor', holders }, [5000, width], {
    openings: {
      opening_1: door('wall_0-0-v', 200, { width: 700 }),
      opening_2: door('wall_3-0-v', 200, { width: 700 }),
    },
  });

/** An entrance hall H with a bedroom B behind it. */
const entry = (width: number, behind: Tagged | null) =>
  pair({ A: hall, ...(behind ? { B: behind } : {}) }, [2500, 3000, width], {
    openings: {
      opening_1: door('wall_0-0-v', 60, { width: 900 }),
      opening_2: door('wall_3-0-v', 60, { width: 800 }),
    },
  });

const lit = (opening: Partial<Opening>, use: Tagged = bedroom) =>
  room(use, [3000, 3500], { openings: { opening_1: pane('wall_0-0-h', 500, opening) } });

/** A bedroom whose window is 0.10 m2, with as many percent of it that open. */
export const hardlyOpening = (opens?: number) =>
  lit({ width: 100, sill: 900, head: 1900, ...(opens === undefined ? {} : { opens }) });

/** A bedroom with a window onto B, which nobody has tagged. */
const ontoWell = (width: number) =>
  pair({ A: bedroom }, [3000, 2000, 3500], {
    openings: { opening_1: pane('wall_3-0-v', 500, { width }) },
  });

const doorWidth = (width: number, phase: Opening['phase'], behind: Tagged | null) =>
  pair({ A: living, ...(behind ? { B: behind } : {}) }, [3000, 3000, 3000], {
    openings: { opening_1: door('wall_3-0-v', 500, { width, phase }) },
  });

/** Storey 2: the bathroom or kitchen of household 1, `over` mm2 of it over the bedroom of 2 below. */
const above = (use: Tagged['use'], west: number, below: Tagged | null) =>
  planOfStoreys(
    smallStorey(
      `
      +--+--+
      |A |B |
      +--+--+`,
      {
        tags: { ...(below ? { A: below } : {}), B: { use: 'storage', holders: one } },
        columns: { 0: 0, 3: 3000, 6: 6000 },
        rows: { 0: 0, 2: 2120 },
      },
    ),
    smallStorey(
      `
      +--+
      |A |
      +--+`,
      {
        tags: { A: { use, holders: one } },
        columns: { 0: west, 3: west + 2000 },
        rows: { 0: 0, 2: 2120 },
      },
    ),
  );

const flight = (width: number | null) =>
  room({ ...stair, ...(width === null ? {} : { also: { flight: width } }) }, [2400, 5000]);

const row = (depth: number) =>
  room(kitchen, [3000, depth], {
    fixtures: { fixture_1: thing('sink', 700, 60, { width: 600, depth: 450 }) },
  });

const height = (use: Tagged, clear: number | null) =>
  room(use, [3000, 3000], {
    storey: { height: 3000, ...(clear === null ? {} : { clearHeight: clear }) },
  });

const windowless = (exhaust: boolean | null) =>
  room({ ...bathroom, ...(exhaust === null ? {} : { also: { exhaust } }) }, [2000, 2000]);

const bathroomOnto = (tag: Tagged | null) =>
  pair({ A: bathroom, ...(tag ? { B: tag } : {}) }, [2000, 3000, 2000], {
    openings: { opening_1: door('wall_3-0-v', 500) },
    fixtures: { fixture_1: thing('wc', 500, 60) },
  });

const washed = (kinds: readonly ('wc' | 'basin' | 'shower')[]) =>
  room(bathroom, [3000, 2000], {
    fixtures: Object.fromEntries(
      kinds.map((kind, index) => [`fixture_${index}`, thing(kind, 400 + 800 * index, 60)]),
    ),
  });

export const casesOfRooms: RuleCases = {
  K3: { inside: row(1500), outside: row(1499), unknown: room(kitchen, [3000, 1400]) },
  C1: { inside: entry(1100, bedroom), outside: entry(1099, bedroom), unknown: entry(1100, null) },
  C2: { inside: corridorOf(1200), outside: corridorOf(1199), unknown: corridorOf(1100, []) },
  C3: { inside: flight(1000), outside: flight(999), unknown: flight(null) },
  D1: {
    inside: doorWidth(900, 'new', bedroom),
    outside: doorWidth(899, 'new', bedroom),
    unknown: doorWidth(899, 'new', null),
  },
  D2: {
    inside: doorWidth(800, 'existing', bedroom),
    outside: doorWidth(799, 'existing', bedroom),
    unknown: doorWidth(799, 'existing', null),
  },
  K6: {
    inside: lit({}),
    outside: pair({ A: bedroom, B: corridor }, [3000, 1500, 3000], {
      openings: { opening_1: pane('wall_3-0-v', 500) },
    }),
    unknown: ontoWell(1000),
  },
  // 10.5 m2 of floor: 1.5 m2 of glass above 0.50 m.
  L1: {
    inside: lit({ width: 1000, sill: 300, head: 2000 }),
    outside: lit({ width: 990, sill: 300, head: 2000 }),
    unknown: ontoWell(990),
  },
  // 10.5 m2 of floor: 1.05 m2 that open.
  K5: {
    inside: lit({ opens: 70 }, kitchen),
    outside: lit({ opens: 69 }, kitchen),
    unknown: lit({}, kitchen),
  },
  // 0.525 m2 that open.
  V1: { inside: lit({ opens: 35 }), outside: lit({ opens: 34 }), unknown: lit({}) },
  B7: {
    inside: lit({ opens: 35 }, bathroom),
    outside: lit({ opens: 34 }, bathroom),
    unknown: lit({}, bathroom),
  },
  H1: {
    inside: height(bedroom, 2400),
    outside: height(bedroom, 2399),
    unknown: height(bedroom, null),
  },
  H2: {
    inside: height(kitchen, 2200),
    outside: height(kitchen, 2199),
    unknown: height(kitchen, null),
  },
  B3: { inside: bathroomOnto(hall), outside: bathroomOnto(living), unknown: bathroomOnto(null) },
  B4: {
    // 2.00 m deep: 0.10 m2 are 50 mm.
    inside: above('bathroom', 2830, { use: 'bedroom', holders: two }),
    outside: above('bathroom', 2820, { use: 'bedroom', holders: two }),
    unknown: above('bathroom', 2820, null),
  },
  'kitchen-above': {
    inside: above('kitchen', 2830, { use: 'bedroom', holders: two }),
    outside: above('kitchen', 2820, { use: 'bedroom', holders: two }),
    unknown: above('kitchen', 2820, null),
  },
  B5: {
    inside: washed(['wc', 'basin', 'shower']),
    outside: washed(['wc', 'basin']),
    unknown: washed([]),
  },
  B6: { inside: windowless(true), outside: windowless(false), unknown: windowless(null) },
};

/** The same household below: B4 lets it be. */
export const overItself = planOfStoreys(
  roomStorey(bedroom, [3000, 3000]),
  roomStorey(bathroom, [3000, 3000]),
);
export const twoRows = (gap: number) =>
  room(kitchen, [3000, 900 + gap], {
    fixtures: {
      fixture_1: thing('sink', 700, 60, { width: 600, depth: 450 }),
      fixture_2: thing('cooker', 700, 960 + gap, { rotation: 180, width: 600, depth: 450 }),
    },
  });
