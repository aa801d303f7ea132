import { describe, expect, test } from 'vitest';
import { type DrawWalls, drawWalls } from '../../shared/edit/draw-walls.ts';
import type { Storey, Wall } from '../../shared/plan/model.ts';
import { countingIds, drawStorey, id, storey1 } from '../plan/draw-plan.ts';
import { reasonOf, run, wallsOf } from './run-edit.ts';

const corner = drawStorey(
  `
A---B
|
C`,
  { dy: 500 },
);

const draw = (points: [number, number][], change: Partial<DrawWalls> = {}) =>
  drawWalls({
    storey: storey1,
    points: points.map(([x, y]) => ({ x, y })),
    closed: false,
    thickness: 100,
    kind: 'partition',
    intent: 'survey',
    newId: countingIds(),
    ...change,
  });
const drawn = (storey: Storey) => wallsOf(storey).filter((wall) => wall.startsWith('n'));

test('a chain shares its joints, and takes the joints that it touches', () => {
  const after = run(
    corner,
    draw([
      [2003, 1004],
      [2000, 0],
      [-4, 3],
    ]),
  );
  expect(drawn(after)).toEqual(['n2 2000,1000 > 2000,0 existing', 'n3 2000,0 > 0,0 existing']);
  expect(Object.keys(after.joints)).toHaveLength(4);
});

test('of two joints in reach the one with the lower id is taken', () => {
  const joints = { ...corner.joints, [id('joint', '0')]: { x: 2004, y: 1000 } };
  const after = run(
    { ...corner, joints },
    draw([
      [2002, 1000],
      [2000, 0],
    ]),
  );
  expect(Object.values(after.walls).at(-1)?.a).toBe('joint_0');
});

test('a closed chain ends where it began, also when the last point is the first again', () => {
  const square: [number, number][] = [
    [5000, 0],
    [6000, 0],
    [6000, 1000],
    [5000, 1000],
  ];
  const after = run(corner, draw(square, { closed: true, intent: 'proposal' }));
  expect(drawn(after)).toHaveLength(4);
  expect(drawn(after)[3]).toBe('n8 5000,1000 > 5000,0 new');
  const again = run(corner, draw([...square, [5000, 0]], { closed: true }));
  expect(drawn(again)).toHaveLength(4);
});

test('what already stands there is not doubled', () => {
  const ab = id('wall', 'AB');
  const chain = draw([
    [0, 1000],
    [2000, 1000],
    [2000, 0],
  ]);
  expect(drawn(run(corner, chain))).toEqual(['n2 2000,1000 > 2000,0 existing']);
  expect(
    reasonOf(
      corner,
      draw([
        [2000, 1000],
        [0, 1000],
      ]),
    ),
  ).toBe('wall-there');
  const gone: Wall = { ...corner.walls[ab]!, phase: 'demolished' };
  const after = { ...corner, walls: { ...corner.walls, [ab]: gone } };
  const rebuilt = run(
    after,
    draw(
      [
        [2000, 1000],
        [0, 1000],
      ],
      { intent: 'proposal' },
    ),
  );
  expect(drawn(rebuilt)).toEqual(['n1 2000,1000 > 0,1000 new']);
});

describe('a wall drawn along another on the same line', () => {
  const over = (from: number, to: number, more = {}) =>
    draw(
      [
        [from, 1000],
        [to, 1000],
      ],
      more,
    );
  test('is drawn only where none stands, from the ends of the other', () => {
    expect(drawn(run(corner, over(-500, 3000)))).toEqual([
      'n2 -500,1000 > 0,1000 existing',
      'n4 2000,1000 > 3000,1000 existing',
    ]);
    expect(drawn(run(corner, over(3000, 500)))).toEqual(['n2 3000,1000 > 2000,1000 existing']);
  });
  test('is refused where it lies all in the other, whatever its thickness', () => {
    expect(reasonOf(corner, over(500, 1500))).toBe('wall-there');
    expect(reasonOf(corner, over(1500, 500, { thickness: 370 }))).toBe('wall-there');
    expect(reasonOf(corner, over(500, 1500, { kind: 'boundary' }))).toBe('wall-there');
  });
  test('beside it, across it or from its end on is a wall of its own', () => {
    for (const line of [
      draw([
        [500, 1100],
        [1500, 1100],
      ]),
      draw([
        [1000, 0],
        [1000, 2000],
      ]),
      over(2000, 3000),
    ]) {
      expect(drawn(run(corner, line))).toHaveLength(1);
    }
  });
  test('takes the place of a boundary, and of what is demolished', () => {
    const ab = id('wall', 'AB');
    for (const change of [{ kind: 'boundary', thickness: 0 }, { phase: 'demolished' }] as const) {
      const walls = { ...corner.walls, [ab]: { ...corner.walls[ab]!, ...change } };
      expect(
        drawn(run({ ...corner, walls }, over(500, 1500, { intent: 'proposal' }))),
      ).toHaveLength(1);
    }
  });
});

test('a boundary has no thickness', () => {
  const after = run(
    corner,
    draw(
      [
        [0, 0],
        [3000, 0],
      ],
      { kind: 'boundary', thickness: 100 },
    ),
  );
  expect(Object.values(after.walls).at(-1)?.thickness).toBe(0);
});

test('refusals', () => {
  expect(reasonOf(corner, draw([[0, 0]]))).toBe('too-few-points');
  expect(
    reasonOf(
      corner,
      draw([
        [0, 0],
        [0.3, 0.4],
      ]),
    ),
  ).toBe('too-few-points');
  expect(
    reasonOf(
      corner,
      draw([
        [3000, 0],
        [3009, 0],
      ]),
    ),
  ).toBe('too-short');
  expect(
    reasonOf(
      corner,
      draw(
        [
          [0, 0],
          [900, 0],
        ],
        { thickness: 0 },
      ),
    ),
  ).toBe('needs-thickness');
  expect(
    reasonOf(
      corner,
      draw(
        [
          [0, 0],
          [900, 0],
        ],
        { thickness: 2001 },
      ),
    ),
  ).toBe('out-of-range');
  expect(
    reasonOf(
      corner,
      draw([
        [0, 0],
        [2_000_001, 0],
      ]),
    ),
  ).toBe('too-long');
  expect(
    reasonOf(
      corner,
      draw(
        [
          [0, 0],
          [900, 0],
        ],
        { storey: id('storey', '9') },
      ),
    ),
  ).toBe('gone');
});
