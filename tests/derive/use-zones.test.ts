import { expect, test } from 'vitest';
import { zonesOf } from '../../shared/derive/use-zones.ts';
import type { Fixture, FixtureKind, Storey } from '../../shared/plan/model.ts';
import { drawStorey, id, storey1 } from '../plan/draw-plan.ts';

//  A---B   A room of 2,000 by 2,000 between the faces of walls 200 mm thick.
//  |   |
//  C---D
const room = drawStorey('A---B\n|   |\nC---D', { dx: 550, dy: 1100 });
const fixture = (
  kind: FixtureKind,
  x: number,
  y: number,
  width: number,
  depth: number,
): Fixture => ({
  kind,
  at: { x, y },
  rotation: 0,
  width,
  depth,
  phase: 'new',
});
const wc = fixture('wc', 1100, 100, 400, 700);
const blocked = (storey: Storey, one: Fixture) =>
  zonesOf(storey1, storey, one, id('fixture', 'self')).map(
    ({ blockedBy }) => blockedBy?.id ?? null,
  );

test('a WC needs 380 mm to either side of its middle and 500 mm before it', () => {
  const [front, beside] = zonesOf(storey1, room, wc, null);
  expect(front?.ring).toEqual([
    { x: 1480, y: 1300 },
    { x: 720, y: 1300 },
    { x: 720, y: 800 },
    { x: 1480, y: 800 },
  ]);
  expect(beside?.ring).toContainEqual({ x: 720, y: 100 });
  expect(blocked(room, wc)).toEqual([null, null]);
  // 376 from the wall's face is short by less than what counts as flush.
  expect(blocked(room, { ...wc, at: { x: 476, y: 100 } })).toEqual([null, null]);
  expect(blocked(room, { ...wc, at: { x: 470, y: 100 } })).toEqual(['wall_AC', 'wall_AC']);
});

test('what stands before it takes its place, unless it hangs above or shares the floor', () => {
  const before = (kind: FixtureKind, phase: Fixture['phase'] = 'new'): Storey => ({
    ...room,
    fixtures: {
      [id('fixture', 'self')]: wc,
      [id('fixture', '1')]: { ...fixture(kind, 1100, 1000, 500, 300), phase },
    },
  });
  expect(blocked(before('washer'), wc)[0]).toBe('fixture_1');
  expect(blocked(before('washer', 'demolished'), wc)[0]).toBeNull();
  const earlier = zonesOf(storey1, before('washer', 'demolished'), wc, null, 'before');
  expect(earlier[0]?.blockedBy?.id).toBe('fixture_1');
  expect(blocked(before('shower'), wc)[0]).toBeNull();
  expect(blocked(before('water-heater'), wc)[0]).toBeNull();
});

test('a sink in its worktop has its zone free, and what needs none has none', () => {
  const sink = fixture('sink', 1100, 100, 500, 450);
  const storey: Storey = {
    ...room,
    fixtures: { [id('fixture', '1')]: fixture('worktop', 1100, 100, 1200, 550) },
  };
  expect(blocked(storey, sink)).toEqual([null]);
  expect(zonesOf(storey1, room, fixture('bed', 1000, 100, 900, 1000), null)).toEqual([]);
});
