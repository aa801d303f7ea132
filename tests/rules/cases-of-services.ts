import type { Fixture, Opening, Wall } from '../../shared/plan/model.ts';
import type { RuleCases } from './rule-cases.ts';
import {
  building,
  door,
  one,
  pair,
  planOfStoreys,
  room,
  roomStorey,
  small,
  stack,
  type Tagged,
  thing,
} from './small-plans.ts';

const kitchen: Tagged = { use: 'kitchen', holders: one };
const bedroom: Tagged = { use: 'bedroom', holders: one };
const bathroom: Tagged = { use: 'bathroom', holders: one };
const kitchenBath: Tagged = { use: 'kitchen-bath', holders: one };

const measured = { storey: { clearHeight: 2500 } } as const;

/** A kitchen with a cooker, and the room behind its door. */
const cookingBeside = (fuel: Fixture['fuel'], behind: Tagged['use']) =>
  pair({ A: kitchen, B: { use: behind, holders: one } }, [2500, 3000, 2500], {
    openings: { opening_1: door('wall_3-0-v', 500) },
    fixtures: {
      fixture_1: thing('cooker', 1000, 60, fuel ? { fuel } : {}),
      fixture_2: thing('gas-meter', 2000, 60, { width: 200, depth: 150 }),
    },
    ...measured,
  });

const heaterIn = (tag: Tagged, fuel?: Fixture['fuel']) =>
  room(tag, [3000, 3000], {
    fixtures: { fixture_1: thing('water-heater', 1000, 60, fuel ? { fuel } : {}) },
  });

const cooker = (gap: number, meter: number | null, fuel: Fixture['fuel'] | null = 'gas') =>
  room(kitchen, [3000, 3000], {
    fixtures: {
      fixture_1: thing('cooker', 60 + gap + 300, 60, { width: 600, ...(fuel ? { fuel } : {}) }),
      ...(meter === null
        ? {}
        : {
            fixture_2: thing('gas-meter', 60 + gap + 600 + meter + 100, 60, {
              width: 200,
              depth: 150,
            }),
          }),
    },
  });

/** Sink, WC and basin in one room, and its stacks. */
const drained = (risers: Parameters<typeof room>[2]) =>
  room(kitchenBath, [4000, 3000], {
    fixtures: {
      fixture_1: thing('sink', 600, 60),
      fixture_2: thing('wc', 2000, 60),
      fixture_3: thing('basin', 2600, 60),
    },
    ...risers,
  });

/** A bathroom on either side of a bedroom, and its stack at x. */
const across = (x: number | null) =>
  small(
    `
    +--+--+--+
    |A |B |C |
    +--+--+--+`,
    {
      tags: { A: bathroom, B: bedroom, C: { use: 'storage', holders: one } },
      columns: { 0: 0, 3: 2000, 6: 5000, 9: 7000 },
      rows: { 0: 0, 2: 3120 },
      fixtures: { fixture_1: thing('basin', 1000, 1000) },
      risers: x === null ? {} : { riser_1: stack('waste', x, 1200) },
    },
  );

const wcFrom = (length: number | null) =>
  room(bathroom, [3000, 3000], {
    fixtures: { fixture_1: thing('wc', 500, 60) },
    risers: length === null ? {} : { riser_1: stack('soil', 500 + length, 60) },
  });

const lines = (off: number, line: string) =>
  planOfStoreys(
    roomStorey(bathroom, [3000, 3000], { risers: { riser_1: stack('soil', 500, 500, line) } }),
    roomStorey(bathroom, [3000, 3000], {
      risers: { riser_1: stack('soil', 500 + off, 500, line) },
    }),
  );

const wall = (facts: Partial<Wall>, opening?: Partial<Opening>) =>
  pair({ A: bedroom, B: bedroom }, [3000, 3000, 3000], {
    walls: { 'wall_3-0-v': facts },
    openings: opening ? { opening_1: door('wall_3-0-v', 500, opening) } : {},
  });

const liftDoor = (width: number | null) =>
  pair(
    { A: { use: 'lift', holders: building }, B: { use: 'corridor', holders: building } },
    [1600, 3000, 1600],
    width === null ? {} : { openings: { opening_1: door('wall_3-0-v', 300, { width }) } },
  );

export const casesOfServices: RuleCases = {
  G1: {
    inside: cookingBeside('gas', 'hall'),
    outside: cookingBeside('gas', 'bedroom'),
    unknown: cookingBeside(undefined, 'bedroom'),
  },
  G2: {
    inside: heaterIn(kitchen, 'gas'),
    outside: heaterIn(bathroom, 'gas'),
    unknown: heaterIn(bathroom),
  },
  G4: { inside: cooker(100, 300), outside: cooker(99, 300), unknown: cooker(100, null) },
  P1: {
    inside: drained({
      risers: { riser_1: stack('waste', 600, 800), riser_2: stack('soil', 2000, 800) },
    }),
    outside: drained({ risers: { riser_2: stack('soil', 2000, 800) } }),
    unknown: drained({}),
  },
  P2: { inside: across(1850), outside: across(5200), unknown: across(null) },
  'wc-branch': { inside: wcFrom(1000), outside: wcFrom(1001), unknown: wcFrom(null) },
  'straight-stack': { inside: lines(50, 'W1'), outside: lines(51, 'W1'), unknown: lines(51, '') },
  S1: {
    inside: wall({ kind: 'bearing', phase: 'demolished', engineerNote: '结-2026-1' }),
    outside: wall({ kind: 'bearing', phase: 'demolished' }),
    unknown: wall({ kind: 'partition', thickness: 240, phase: 'existing' }, { phase: 'new' }),
  },
  E1: { inside: liftDoor(800), outside: liftDoor(799), unknown: liftDoor(null) },
};

export const nearMeter = cooker(100, 299);
export const unsaidAndNear = cooker(99, 300, null);
export const liftBesideBedroom = pair(
  { A: { use: 'lift', holders: building }, B: bedroom },
  [1600, 3000, 1600],
);
