import { expect, test } from 'vitest';
import { type ChangeOpening, changeOpening } from '../../shared/edit/change-opening.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import { type PlaceOpening, placeOpening } from '../../shared/edit/place-opening.ts';
import type { Phase, Storey } from '../../shared/plan/model.ts';
import { countingIds, door, drawStorey, id, storey1 } from '../plan/draw-plan.ts';
import { openingsOf, reasonOf, refs, refusalOf, run } from './run-edit.ts';

const bare = drawStorey('A------B------C');
const one = id('opening', '1');
const withDoor: Storey = { ...bare, openings: { [one]: door('AB', 500, { leaf: 'swing' }) } };
const phased = (phase: Phase): Storey => ({
  ...bare,
  walls: { ...bare.walls, [id('wall', 'AB')]: { ...bare.walls[id('wall', 'AB')]!, phase } },
});

const place = (change: Partial<PlaceOpening> = {}) =>
  placeOpening({
    storey: storey1,
    wall: id('wall', 'AB'),
    kind: 'door',
    offset: 1500,
    width: 800,
    intent: 'survey',
    newId: countingIds(),
    ...change,
  });
const change = (to: ChangeOpening['change'], intent: ChangeOpening['intent'] = 'survey') =>
  changeOpening({ storey: storey1, opening: one, change: to, intent, newId: countingIds() });

test('a door comes with a leaf, a window with its sill', () => {
  expect(run(bare, place({ offset: 1500.4 })).openings[id('opening', 'n1')]).toEqual(
    door('AB', 1500, { leaf: 'swing', hinge: 'a', side: 'left' }),
  );
  const window = run(bare, place({ kind: 'window', hinge: 'b', intent: 'proposal' }));
  expect(window.openings[id('opening', 'n1')]).toEqual(
    door('AB', 1500, { kind: 'window', sill: 900, head: 2400, phase: 'new' }),
  );
});

test('placing is refused outside the wall, on another opening, and where there is no wall', () => {
  expect(reasonOf(bare, place({ offset: 2701 }))).toBe('outside-wall');
  expect(reasonOf(bare, place({ offset: -5 }))).toBe('out-of-range');
  expect(reasonOf(bare, place({ width: 0 }))).toBe('out-of-range');
  expect(reasonOf(bare, place({ sill: 2100 }))).toBe('sill-above-head');
  expect(reasonOf(bare, place({ wall: id('wall', 'none') }))).toBe('gone');
  const refusal = refusalOf(withDoor, place({ offset: 1299 }));
  expect(refusal?.reason).toBe('overlaps-opening');
  expect(refusal?.about).toEqual(refs('opening:1'));
  expect(reasonOf(withDoor, place({ offset: 1300 }))).toBeUndefined();
});

test('the phase of the wall decides what can be placed', () => {
  const boundary: Storey = {
    ...bare,
    walls: {
      [id('wall', 'AB')]: { ...bare.walls[id('wall', 'AB')]!, kind: 'boundary', thickness: 0 },
    },
  };
  expect(reasonOf(boundary, place())).toBe('boundary');
  expect(reasonOf(phased('demolished'), place({ intent: 'proposal' }))).toBe('demolished');
  expect(reasonOf(phased('new'), place())).toBe('new-wall');
  expect(openingsOf(run(phased('demolished'), place()))).toEqual(['n1 in AB at 1500 demolished']);
});

test('the survey changes an opening; a proposal demolishes it and adds a changed one', () => {
  expect(openingsOf(run(withDoor, change({ offset: 600 })))).toEqual(['1 in AB at 600 existing']);
  const proposed = run(withDoor, change({ offset: 600 }, 'proposal'));
  expect(openingsOf(proposed)).toEqual(['1 in AB at 500 demolished', 'n1 in AB at 600 new']);
  expect(reasonOf(proposed, change({ offset: 700 }, 'proposal'))).toBe('demolished');
  const again = changeOpening({
    storey: storey1,
    opening: id('opening', 'n1'),
    change: { wall: id('wall', 'BC'), offset: 0 },
    intent: 'proposal',
    newId: countingIds('m'),
  });
  expect(openingsOf(run(proposed, again))).toEqual([
    '1 in AB at 500 demolished',
    'n1 in BC at 0 new',
  ]);
});

test('a change to what it already is leaves the plan alone', () => {
  expect(run(withDoor, change({ offset: 500 }, 'proposal'))).toBe(withDoor);
});

test('a kind brings its heights and fields', () => {
  const window = run(withDoor, change({ kind: 'window' })).openings[one];
  expect(window).toEqual(door('AB', 500, { kind: 'window', sill: 900, head: 2400 }));
});

test('changing is refused like placing', () => {
  expect(reasonOf(withDoor, change({ offset: 2800 }))).toBe('outside-wall');
  expect(reasonOf(withDoor, change({ width: 4000 }))).toBe('outside-wall');
  expect(reasonOf(withDoor, change({ wall: id('wall', '9') }))).toBe('gone');
  expect(reasonOf(bare, change({ offset: 5 }))).toBe('gone');
  const two = { ...withDoor, openings: { ...withDoor.openings, opening_2: door('AB', 2000) } };
  expect(reasonOf(two, change({ width: 1501 }))).toBe('overlaps-opening');
  const mixed = phased('demolished');
  const away = { ...mixed, openings: { [one]: door('BC', 500) } };
  expect(reasonOf(away, change({ wall: id('wall', 'AB') }))).toBe('other-phase');
});

test('an opening by itself slides along its wall by what of the vector goes that way', () => {
  const slide = (x: number, y: number, intent: 'survey' | 'proposal' = 'survey') =>
    moveElements({
      storey: storey1,
      elements: refs('opening:1'),
      by: { x, y },
      intent,
      newId: countingIds(),
    });
  expect(openingsOf(run(withDoor, slide(300, 999)))).toEqual(['1 in AB at 800 existing']);
  expect(openingsOf(run(withDoor, slide(-500, 0, 'proposal')))).toEqual([
    '1 in AB at 500 demolished',
    'n1 in AB at 0 new',
  ]);
  expect(reasonOf(withDoor, slide(-501, 0))).toBe('out-of-range');
  expect(reasonOf(withDoor, slide(9999, 0))).toBe('outside-wall');
});
