import { expect, test } from 'vitest';
import { usedFront } from '../../shared/derive/counter-corner.ts';
import { zonesOf } from '../../shared/derive/use-zones.ts';
import type { Fixture, FixtureKind, Storey, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';

//  +-----+    3000 x 2000 mm between centre lines, walls of 120 mm: inside from 60 to 2940
//  |     |    and from 60 to 1940
//  +-----+
const drawing = `
  +--+
  |A |
  +--+`;

const thing = (
  kind: FixtureKind,
  [x, y]: readonly [number, number],
  rotation: number,
  [width, depth]: readonly [number, number],
): Fixture => ({ kind, at: { x, y }, rotation, width, depth, phase: 'new' });

/** The corner, 500 x 600, in the lower left of the room; the cooker above it, back to the left wall. */
const corner = thing('worktop', [310, 60], 0, [500, 600]);
const cooker = thing('cooker', [60, 960], 270, [600, 500]);
const preparation = thing('worktop', [760, 60], 0, [400, 600]);
const sink = thing('sink', [1210, 60], 0, [500, 450]);
const counter = { fixture_1: corner, fixture_2: cooker, fixture_3: preparation, fixture_4: sink };

const storeyWith = (fixtures: Readonly<Record<string, Fixture>>): Storey =>
  ({
    ...storeyFromDrawing(drawing, { step: 1000, thickness: 120 }),
    fixtures,
  }) as unknown as Storey;

const cramped = (fixtures: Readonly<Record<string, Fixture>>): string[] =>
  check(planOf(storeyWith(fixtures)))
    .filter(({ rule }) => rule === 'drawing/clearance')
    .map(({ about }) => about[0]!.id);

const rest = Object.values(counter);

test('the corner of a counter needs no floor, whatever stands at its front needs its own', () => {
  expect(usedFront(corner, rest)).toBeNull();
  expect(usedFront(cooker, rest)).toBe(cooker);
  expect(usedFront(preparation, rest)).toBe(preparation);
  expect(cramped(counter)).toEqual([]);
});

test('of a worktop that runs on from the corner the rest of the front is used', () => {
  const long = thing('worktop', [510, 60], 0, [900, 600]);
  expect(usedFront(long, [cooker])).toEqual({ ...long, at: { x: 760, y: 60 }, width: 400 });
  expect(cramped({ fixture_1: long, fixture_2: cooker, fixture_4: sink })).toEqual([]);
  // A cupboard before that rest is in the way.
  const before = thing('wardrobe', [800, 900], 0, [300, 300]);
  expect(cramped({ fixture_1: long, fixture_2: cooker, fixture_9: before })).toContain('fixture_1');
});

test('it is no corner where the other arm stands off, looks another way, or is no counter', () => {
  const off = { ...cooker, at: { x: 60, y: 1060 } };
  const turned = thing('cooker', [310, 1160], 180, [500, 500]);
  const wardrobe = { ...cooker, kind: 'wardrobe' as const };
  // Back to back with the wall's other end: its side is at the front, its back is not at the wall.
  const astray = { ...cooker, at: { x: 260, y: 960 } };
  for (const other of [off, turned, wardrobe, astray]) {
    expect(usedFront(corner, [other])).toBe(corner);
    expect(cramped({ fixture_1: corner, fixture_2: other })).toContain('fixture_1');
  }
});

test('a sink in the corner is not reached: only worktop may turn it', () => {
  const inCorner = { ...corner, kind: 'sink' as const };
  expect(cramped({ fixture_1: inCorner, fixture_2: cooker })).toEqual(['fixture_1']);
});

test('the floor that shows while a worktop is moved leaves the corner out', () => {
  const storey = storeyWith(counter);
  const zones = (one: Fixture) => zonesOf('storey_1' as StoreyId, storey, one, null);
  expect(zones(corner)).toEqual([]);
  expect(zones(preparation)[0]?.ring).toContainEqual({ x: 560, y: 1360 });
});
