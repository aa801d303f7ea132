import { expect, test } from 'vitest';
import type { Plan } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { microProfile, nationalProfile } from '../../shared/rules/profile.ts';
import { one, pair, room, small, swinging, type Tagged, thing } from './small-plans.ts';

/*
 * A cell of 950 x 1,400 mm by its net size with a WC at the far wall:
 *
 *   +--------+
 *   |  [wc]  |
 *   |        |
 *   +--\-----+
 */
const bathroom: Tagged = { use: 'bathroom', holders: one };
const wc = { fixture_1: thing('wc', 535, 1460, { rotation: 180, width: 370, depth: 600 }) };
const leaf = (side: 'left' | 'right') => swinging('wall_0-0-h', 110, side, { width: 700 });
const cell = (more: Parameters<typeof room>[2], tag = bathroom): Plan =>
  room(tag, [950, 1400], { openings: { opening_1: leaf('left') }, fixtures: wc, ...more });

const said = (plan: Plan, profile = nationalProfile) =>
  check(plan, profile).filter(({ rule }) => rule === 'drawing/door-shut');

test('beside a WC nobody can shut the door of a small cell, and one is told how many mm there are', () => {
  const [finding, ...others] = said(cell({}));
  expect(others).toEqual([]);
  // Right of the WC lies its strip of floor: 950 - 475 - 185 = 290 mm wide.
  expect(finding?.measured?.value).toBeGreaterThan(280);
  expect(finding?.measured?.value).toBeLessThan(450);
  expect(finding?.required).toEqual({ value: 450, unit: 'mm' });
  expect(finding?.text.zh).toMatch(/卫生间的门向内开，人进去后关不上：.*至少要 450 mm。$/);
});

test('without the WC, by a leaf that swings out and by one that slides it can be shut', () => {
  expect(said(cell({ fixtures: {} }))).toEqual([]);
  expect(said(cell({ openings: { opening_1: leaf('right') } }))).toEqual([]);
  const sliding = { ...leaf('left'), leaf: 'sliding' } as const;
  expect(said(cell({ openings: { opening_1: sliding } }))).toEqual([]);
});

test('a wet floor may be stood on', () => {
  const shower = { fixture_1: thing('shower', 535, 660, { width: 800, depth: 800 }) };
  expect(said(cell({ fixtures: shower }))).toEqual([]);
});

test('a closet for things is not stayed in; in the profile for small homes a cell is unusable', () => {
  expect(said(cell({}, { use: 'storage', holders: one }))).toEqual([]);
  expect(said(cell({}), microProfile).map(({ severity }) => severity)).toEqual(['breach']);
});

test('a leaf that does not open is said once', () => {
  const near = { fixture_1: { ...wc.fixture_1, depth: 900 } };
  const rules = check(cell({ fixtures: near })).map(({ rule }) => rule);
  expect(rules).toContain('drawing/door-swing');
  expect(rules).not.toContain('drawing/door-shut');
});

test('another doorway of the room may be stood in', () => {
  const hall: Tagged = { use: 'hall', holders: one };
  const entered = (second: boolean) =>
    pair({ A: hall, B: { use: 'bedroom', holders: one } }, [880, 3000, 880], {
      openings: {
        opening_1: swinging('wall_0-0-h', 110, 'left', { width: 700 }),
        ...(second
          ? { opening_2: swinging('wall_3-0-v', 120, 'right', { width: 800 }) }
          : { opening_2: swinging('wall_6-0-v', 120, 'left', { width: 800 }) }),
      },
    });
  expect(said(entered(false)).map(({ text }) => text.en)).toHaveLength(1);
  expect(said(entered(true))).toEqual([]);
});

test('what lies open to it is floor of the same home, and common floor is not measured', () => {
  const open = (holders: string[]): Plan =>
    small(
      `
      +--+--+
      |A  B |
      +--+--+`,
      {
        tags: {
          A: { use: 'hall', holders },
          B: { use: 'living', holders },
        },
        columns: { 0: 0, 3: 1000, 6: 4000 },
        rows: { 0: 0, 2: 1000 },
        openings: { opening_1: swinging('wall_0-0-h', 110, 'left', { width: 700 }) },
      },
    );
  expect(said(open(one))).toEqual([]);
  expect(said(open(['building']))).toEqual([]);
});

test('nobody walks through the open leaf', () => {
  // 1,900 x 900 mm, the leaf in the middle; a wardrobe on the side where one comes in.
  const through = (hinge: 'a' | 'b'): Plan =>
    room(bathroom, [1900, 900], {
      openings: { opening_1: swinging('wall_0-0-h', 660, 'left', { width: 700, hinge }) },
      fixtures: { fixture_1: thing('wardrobe', 1660, 60, { width: 600, depth: 900 }) },
    });
  expect(said(through('b'))).toEqual([]);
  expect(said(through('a'))).toHaveLength(1);
});
