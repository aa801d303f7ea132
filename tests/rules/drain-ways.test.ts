import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partUnder } from '../../shared/derive/drain-ways.ts';
import { drainsOf } from '../../shared/derive/drains.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { distance, type Point } from '../../shared/geometry/point.ts';
import { polygonContains } from '../../shared/geometry/polygon.ts';
import type { Fixture, Plan, Riser } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { storeyId } from '../plan-from-drawing.ts';
import { building, one, small, stack, type Tagged, thing, two } from './small-plans.ts';

//  +----+----+----+   A has the fixture, and its walls stand at x 0 and 2,000; B lies between 2,000
//  |A   |B   |C   |   and 5,000, C between 5,000 and 7,000. All are 6,000 deep, walls 120 thick.
//  +----+----+----+
const drawing = `
  +----+----+----+
  |A   |B   |C   |
  +----+----+----+`;

type Tags = Readonly<Record<'A' | 'B' | 'C', Tagged>>;

const plan = (
  tags: Tags,
  risers: Readonly<Record<string, Riser>>,
  fixture: Fixture = thing('basin', 1600, 100),
): Plan =>
  small(drawing, {
    tags,
    columns: { 0: 0, 5: 2000, 10: 5000, 15: 7000 },
    rows: { 0: 0, 2: 6000 },
    fixtures: { fixture_1: fixture },
    risers,
  });

const roomsOf = (of: Plan) => storeyRooms(storeyId, of.storeys[storeyId]!, 'after');
const drains = (of: Plan) => drainsOf(roomsOf(of), of.storeys[storeyId]!, 'after');
const stackOf = (of: Plan): string | undefined => drains(of)[0]!.riser?.riser.line;
const alarms = (of: Plan) => check(of).filter(({ rule }) => rule === 'P2');

const bathroom = (holders: string[]): Tagged => ({ use: 'bathroom', holders });
const far = stack('soil', 150, 5800, 'far');

test('a drain of a shared bathroom does not cross the corridor into a home for a nearer stack', () => {
  const tags = {
    A: bathroom([...one, ...two]),
    B: { use: 'corridor', holders: building },
    C: { use: 'kitchen-bath', holders: two },
  } as const;
  const theirs = stack('soil', 5110, 300, 'theirs');
  expect(stackOf(plan(tags, { riser_1: theirs, riser_2: far }))).toBe('far');
  // In common space it is nobody's, and without another theirs is the one to speak of.
  const common = { ...tags, C: { use: 'storage', holders: building } } as const;
  expect(stackOf(plan(common, { riser_1: theirs, riser_2: far }))).toBe('theirs');
  expect(stackOf(plan(tags, { riser_1: theirs }))).toBe('theirs');
});

test('a shaft at the back of the own wall serves both sides, one farther in does not', () => {
  const tags = {
    A: bathroom(one),
    B: bathroom(two),
    C: { use: 'storage', holders: building },
  } as const;
  const at = (x: number) =>
    stackOf(plan(tags, { riser_1: stack('soil', x, 300, 'near'), riser_2: far }));
  expect(at(2000)).toBe('near');
  expect(at(2110)).toBe('near');
  // 100 mm of their floor, and a little more.
  expect(at(2209)).toBe('near');
  expect(at(2220)).toBe('far');
});

test('a sink runs to no soil stack behind the wall of others while its home has a waste stack', () => {
  const tags = {
    A: bathroom(two),
    B: { use: 'kitchen', holders: one },
    C: { use: 'bedroom', holders: one },
  } as const;
  const behind = (kind: 'soil' | 'waste'): Plan =>
    plan(
      tags,
      { riser_1: stack(kind, 1890, 300, 'behind'), riser_2: stack('waste', 6000, 300, 'own') },
      thing('sink', 2400, 100),
    );
  expect(stackOf(behind('soil'))).toBe('own');
  // The drain under the bedroom, and the stack in it.
  expect(alarms(behind('soil'))).toHaveLength(2);
  expect(stackOf(behind('waste'))).toBe('behind');
});

test('P2 is silent about a bedroom that another stack spares, and speaks where none does', () => {
  const tags = {
    A: bathroom(one),
    B: { use: 'bedroom', holders: one },
    C: { use: 'storage', holders: one },
  } as const;
  const beyond = stack('soil', 5200, 300, 'beyond');
  const spared = plan(tags, { riser_1: beyond, riser_2: far });
  expect(stackOf(spared)).toBe('far');
  expect(alarms(spared)).toEqual([]);

  const crossing = plan(tags, { riser_1: beyond });
  const [alarm, ...more] = alarms(crossing);
  expect(more).toEqual([]);
  // B is clear from 2,060 to 4,940, and the pipe hardly aslant.
  expect(alarm?.measured).toEqual({ value: 2880, unit: 'mm' });

  // What runs through the homes of others is no way round the own bedroom.
  const behindOthers = plan({ ...tags, C: { use: 'storage', holders: two } }, { riser_1: beyond });
  expect(alarms(behindOthers)).toHaveLength(1);
  const split = plan(
    { A: tags.C, B: bathroom(one), C: { use: 'bedroom', holders: one } },
    {
      riser_1: stack('soil', 7200, 3000, 'through own bedroom'),
      riser_2: stack('soil', 150, 3000, 'own'),
    },
    thing('basin', 4600, 2900),
  );
  expect([stackOf(split), alarms(split)]).toEqual(['own', []]);
  const others = plan(
    { A: { use: 'kitchen', holders: two }, B: bathroom(one), C: { use: 'bedroom', holders: one } },
    {
      riser_1: stack('soil', 7200, 3000, 'own bedroom'),
      riser_2: stack('soil', 150, 3000, 'of others'),
    },
    thing('basin', 2300, 2900),
  );
  expect([stackOf(others), alarms(others).length]).toEqual(['own bedroom', 1]);
});

test('a sink takes a soil stack of its own home before a waste stack in that of others', () => {
  const tags = {
    A: { use: 'kitchen', holders: one },
    B: { use: 'storage', holders: one },
    C: { use: 'kitchen', holders: two },
  } as const;
  const sink = thing('sink', 1600, 100);
  const theirs = stack('waste', 5300, 300, 'theirs');
  expect(stackOf(plan(tags, { riser_1: theirs, riser_2: far }, sink))).toBe('far');
  const own = stack('waste', 4800, 5800, 'own');
  expect(stackOf(plan(tags, { riser_1: theirs, riser_2: far, riser_3: own }, sink))).toBe('own');
});

test('the length under a floor is what a walk along the pipe finds', () => {
  //  a room with a corner cut out and a shaft in it: pipes leave it and enter it again
  const of = small(
    `
    +--+--+
    |A |B |
    |  +--+
    |     |
    +-----+`,
    {
      tags: { A: { use: 'bedroom', holders: one }, B: bathroom(one) },
      columns: { 0: 0, 3: 3000, 6: 6000 },
      rows: { 0: 0, 2: 3000, 4: 6000 },
      risers: { riser_1: { ...stack('waste', 1500, 2500), width: 600, depth: 400 } },
    },
  );
  const room = roomsOf(of).rooms.find(({ use }) => use === 'bedroom')!;
  expect(room.holes).toHaveLength(1);
  const place = fc.record({
    x: fc.integer({ min: -500, max: 6500 }),
    y: fc.integer({ min: -500, max: 6500 }),
  });
  const floor = { outer: room.polygon, holes: room.holes };
  let seen = 0;
  fc.assert(
    fc.property(place, place, (from, to) => {
      const length = distance(from, to);
      fc.pre(length > 0);
      const steps = 2000;
      const at = (share: number): Point => ({
        x: from.x + share * (to.x - from.x),
        y: from.y + share * (to.y - from.y),
      });
      const inside = Array.from({ length: steps }, (_, step) => (step + 0.5) / steps).filter(
        (share) => polygonContains(floor, at(share)),
      );
      const found = partUnder(room, from, to);
      const step = length / steps;
      expect(Math.abs(found.length - inside.length * step)).toBeLessThanOrEqual(8 * step);
      if (inside.length > 8) {
        seen += 1;
        expect(distance(found.from, at(inside[0]!))).toBeLessThanOrEqual(9 * step);
        expect(distance(found.to, at(inside.at(-1)!))).toBeLessThanOrEqual(9 * step);
      }
      const back = partUnder(room, to, from);
      expect(back.length).toBeCloseTo(found.length, 6);
    }),
    { seed: 6, numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(150);
});
