import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insideRing } from '../../renderer/tools/plane.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { drawParallelWall } from '../../shared/edit/draw-parallel-wall.ts';
import { type DrawRoom, drawRoom } from '../../shared/edit/draw-room.ts';
import type { Point, Storey, Wall } from '../../shared/plan/model.ts';
import { countingIds, drawStorey, id, storey1 } from '../plan/draw-plan.ts';
import { reasonOf, run, wallsOf } from './run-edit.ts';

type Place = readonly [number, number];

const room = (corners: readonly Place[], change: Partial<DrawRoom> = {}) =>
  drawRoom({
    storey: storey1,
    corners: corners.map(([x, y]) => ({ x, y })),
    along: 'axes',
    thickness: 120,
    kind: 'partition',
    intent: 'survey',
    newId: countingIds(),
    ...change,
  });
const rectangle = (x: number, y: number, width: number, height: number): Place[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];
const drawn = (storey: Storey) =>
  wallsOf(storey)
    .filter((wall) => wall.startsWith('n'))
    .map((wall) => wall.replace(/^n\d+ /, '').replace(/ \w+$/, ''))
    .sort();
const areas = (storey: Storey) =>
  storeyRooms(storey1, storey, 'after')
    .rooms.map(({ area }) => area / 1e6)
    .sort((first, second) => first - second);

const nothing = drawStorey(' ');
/** 4 m by 3 m between the axes of 240 mm walls, its lower left corner at 0, 0. */
const house = drawStorey(
  `
A-------B
|       |
|       |
C-------D`,
  { dx: 500, dy: 1000, thickness: 240 },
);

test('a clear size is what is left between the faces, whichever way round it is drawn', () => {
  const corners = rectangle(0, 0, 3000, 2000);
  for (const order of [corners, [...corners].reverse()]) {
    expect(areas(run(nothing, room(order, { along: 'faces' })))).toEqual([6]);
    expect(areas(run(nothing, room(order, { along: 'faces', thickness: 370 })))).toEqual([6]);
  }
  expect(areas(run(nothing, room(corners)))).toEqual([2.88 * 1.88]);
});

test('a room beside a wall shares it', () => {
  // Against the right wall's outer face, as high as the house, by the axis and by the face.
  for (const [change, x] of [
    [{}, 4000],
    [{ along: 'faces' }, 4120],
  ] as const) {
    const height = change.along ? 2760 : 3000;
    const y = change.along ? 120 : 0;
    const after = run(house, room(rectangle(x, y, 2000, height), { ...change, thickness: 240 }));
    expect(drawn(after)).toHaveLength(3);
    expect(areas(after)).toHaveLength(2);
  }
});

test('thin walls drawn clear of a thick one end on its centre line', () => {
  //  A-------B
  //  |       +----+    clear from the face at 4120; the house's wall is 240, the new ones 100
  //  |       +----+
  //  C-------D
  const after = run(
    house,
    room(rectangle(4120, 500, 1500, 1000), { along: 'faces', thickness: 100 }),
  );
  expect(drawn(after)).toEqual([
    '4000,450 > 5670,450',
    '5670,1550 > 4000,1550',
    '5670,450 > 5670,1550',
  ]);
  expect(areas(after)).toEqual([1.5, 3.76 * 2.76]);
});

test('a room in a corner shares both walls, a room that fills the house is refused', () => {
  const inside = rectangle(120, 120, 1500, 1000);
  const after = run(house, room(inside, { along: 'faces', thickness: 100 }));
  expect(drawn(after)).toEqual(['1670,0 > 1670,1170', '1670,1170 > 0,1170']);
  expect(areas(after)[0]).toBe(1.5);
  expect(reasonOf(house, room(rectangle(120, 120, 3760, 2760), { along: 'faces' }))).toBe(
    'wall-there',
  );
  expect(reasonOf(house, room(rectangle(0, 0, 4000, 3000)))).toBe('wall-there');
});

test('a side longer than the wall it shares is drawn where the wall ends', () => {
  // The upper side runs along AB and a metre on.
  const after = run(house, room(rectangle(2000, 3000, 3000, 2000), { thickness: 240 }));
  expect(drawn(after)).toEqual([
    '2000,5000 > 2000,3000',
    '4000,3000 > 5000,3000',
    '5000,3000 > 5000,5000',
    '5000,5000 > 2000,5000',
  ]);
  expect(areas(after)).toHaveLength(2);
});

test('walls that only touch face to face stand back to back', () => {
  const after = run(house, room(rectangle(4240, 0, 2000, 3000), { thickness: 240 }));
  expect(drawn(after)).toHaveLength(4);
});

test('a demolished wall is not shared by what is new', () => {
  const bd = id('wall', 'BD');
  const gone: Storey = {
    ...house,
    walls: { ...house.walls, [bd]: { ...house.walls[bd]!, phase: 'demolished' } },
  };
  const beside = rectangle(4000, 0, 2000, 3000);
  expect(drawn(run(gone, room(beside, { intent: 'proposal', thickness: 240 })))).toHaveLength(4);
  expect(drawn(run(gone, room(beside, { intent: 'survey', thickness: 240 })))).toHaveLength(3);
});

test('outlines that enclose no room are refused with a reason', () => {
  const bow: Place[] = [
    [0, 0],
    [2000, 2000],
    [2000, 0],
    [0, 2000],
  ];
  expect(reasonOf(nothing, room(bow))).toBe('crosses-itself');
  expect(reasonOf(nothing, room(bow.slice(0, 2)))).toBe('too-few-points');
  expect(reasonOf(nothing, room(rectangle(0, 0, 50, 50)))).toBe('too-small');
  expect(reasonOf(nothing, room(rectangle(0, 0, 3000, 5)))).toBe('too-short');
  expect(reasonOf(nothing, room(rectangle(0, 0, 300_000, 3000)))).toBe('too-long');
  expect(reasonOf(nothing, room(rectangle(0, 0, 3000, 3000), { thickness: 0 }))).toBe(
    'needs-thickness',
  );
});

test('law: side by side, rooms drawn clear keep their typed areas and share one wall', () => {
  const size = fc.integer({ min: 90, max: 600 }).map((value) => value * 10);
  fc.assert(
    fc.property(
      size,
      size,
      size,
      fc.constantFrom(90, 120, 240, 370),
      (width, next, height, thickness) => {
        const first = run(
          nothing,
          room(rectangle(0, 0, width, height), {
            along: 'faces',
            thickness,
            newId: countingIds('a'),
          }),
        );
        const beside = rectangle(width + thickness, 0, next, height);
        const both = run(first, room(beside, { along: 'faces', thickness }));
        expect(Object.keys(both.walls)).toHaveLength(7);
        const expected = [width * height, next * height].sort((p, q) => p - q);
        expect(areas(both).map((area) => Math.round(area * 1e6))).toEqual(expected);
      },
    ),
  );
});

test('law: wherever a room is drawn it is closed, and no wall lies in another along its way', () => {
  const step = fc.integer({ min: -60, max: 60 }).map((value) => value * 100);
  const near = fc.constantFrom(0, 0, 40, 70, 120, -120);
  const size = fc.integer({ min: 10, max: 60 }).map((value) => value * 100);
  const thickness = fc.constantFrom(90, 120, 240, 370);
  const along = fc.constantFrom('faces' as const, 'axes' as const);
  fc.assert(
    fc.property(
      step,
      near,
      step,
      near,
      size,
      size,
      thickness,
      along,
      (x, dx, y, dy, w, h, t, by) => {
        const command = room(rectangle(x + dx, y + dy, w, h), { along: by, thickness: t });
        if (reasonOf(house, command) !== undefined) return;
        const after = run(house, command);
        const middle = { x: x + dx + w / 2, y: y + dy + h / 2 };
        const bodies = Object.values(after.walls).map((wall) => boxOf(after, wall));
        const isIn = ({ low, high }: Box) =>
          middle.x >= low.x - 185 &&
          middle.x <= high.x + 185 &&
          middle.y >= low.y - 185 &&
          middle.y <= high.y + 185;
        const { rooms } = storeyRooms(storey1, after, 'after');
        const isRoom = rooms.some(({ polygon }) => insideRing(middle, polygon));
        expect(isRoom || bodies.some(isIn)).toBe(true);
        for (const [index, first] of bodies.entries()) {
          for (const second of bodies.slice(index + 1)) expect(stacked(first, second)).toBe(false);
        }
      },
    ),
  );
});

interface Box {
  readonly low: Point;
  readonly high: Point;
  readonly isLevel: boolean;
}

function boxOf(storey: Storey, { a, b, thickness }: Wall): Box {
  const [p, q] = [storey.joints[a]!, storey.joints[b]!];
  const isLevel = p.y === q.y;
  const [w, h] = isLevel ? [0, thickness / 2] : [thickness / 2, 0];
  return {
    low: { x: Math.min(p.x, q.x) - w, y: Math.min(p.y, q.y) - h },
    high: { x: Math.max(p.x, q.x) + w, y: Math.max(p.y, q.y) + h },
    isLevel,
  };
}

/** Whether two walls of one direction lie in each other: by more than the reach across. */
function stacked(first: Box, second: Box): boolean {
  if (first.isLevel !== second.isLevel) return false;
  const common = (axis: 'x' | 'y') =>
    Math.min(first.high[axis], second.high[axis]) - Math.max(first.low[axis], second.low[axis]);
  const [along, across] = first.isLevel ? [common('x'), common('y')] : [common('y'), common('x')];
  return along > 400 && across > 10;
}

const parallel = (distance: number, between: 'faces' | 'axes') =>
  drawParallelWall({
    storey: storey1,
    beside: { a: { x: 0, y: 0 }, b: { x: 0, y: 3000 }, thickness: 240 },
    distance,
    between,
    thickness: 100,
    kind: 'partition',
    intent: 'survey',
    newId: countingIds(),
  });

test('a parallel wall stands at a clear distance, or axis to axis, on the chosen side', () => {
  expect(drawn(run(house, parallel(-1500, 'faces')))).toEqual(['1670,0 > 1670,3000']);
  expect(drawn(run(house, parallel(-1500, 'axes')))).toEqual(['1500,0 > 1500,3000']);
  expect(drawn(run(house, parallel(1500, 'axes')))).toEqual(['-1500,0 > -1500,3000']);
  const [part] = areas(run(house, parallel(-1500, 'faces')));
  expect(part).toBeCloseTo(1.5 * 2.76, 6);
});

test('a parallel wall does not lie in the wall it runs along, nor in another one', () => {
  expect(reasonOf(house, parallel(-100, 'axes'))).toBe('inside-wall');
  expect(reasonOf(house, parallel(0, 'axes'))).toBe('inside-wall');
  expect(reasonOf(house, parallel(-4000, 'axes'))).toBe('wall-there');
});
