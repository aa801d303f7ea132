import { describe, expect, it } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { Storey } from '../../shared/plan/model.ts';
import { storeyId } from '../plan-from-drawing.ts';

/** From x, y to x, y, and the thickness, in mm. */
type Wall = readonly [number, number, number, number, number];

const box = (width: number, depth: number, thickness: number): Wall[] => [
  [0, 0, width, 0, thickness],
  [width, 0, width, depth, thickness],
  [width, depth, 0, depth, thickness],
  [0, depth, 0, 0, thickness],
];

function storeyOf(lines: readonly Wall[]): Storey {
  const joints: Record<string, { x: number; y: number }> = {};
  const joint = (x: number, y: number): string => {
    joints[`joint_${x}_${y}`] = { x, y };
    return `joint_${x}_${y}`;
  };
  const walls = lines.map(([ax, ay, bx, by, thickness], index) => [
    `wall_${String(index).padStart(2, '0')}`,
    {
      a: joint(ax, ay),
      b: joint(bx, by),
      thickness,
      kind: thickness === 0 ? 'boundary' : 'partition',
      phase: 'existing',
    },
  ]);
  const empty = { openings: {}, rooms: {}, fixtures: {}, risers: {} };
  return { joints, walls: Object.fromEntries(walls), ...empty } as unknown as Storey;
}

/** m2 to four decimals, smallest first. */
const areas = (lines: readonly Wall[]): number[] =>
  storeyRooms(storeyId, storeyOf(lines), 'after')
    .rooms.map((room) => Math.round(room.area / 100) / 1e4)
    .sort((left, right) => left - right);

const turned = (lines: readonly Wall[]): Wall[] =>
  lines.map(([ax, ay, bx, by, thickness]) => [bx, by, ax, ay, thickness]);

/** Each was wrong once. The areas are worked out by hand from the sketch. */
const fixtures: [string, Wall[], number[]][] = [
  //   \  /      three long walls that cross under flat angles: noding must come to an end
  //  --><---
  [
    'flat crossings',
    [
      [4732, 5395, 0, 5903, 240],
      [1632, 5728, 615, 5837, 370],
      [1195, 5775, 4732, 4662, 120],
    ],
    [],
  ],
  //  \ /        two diagonals of one grid square, which would pass through each other's ends for
  //  / \        ever: noding must come to an end
  [
    'diagonals of a grid square',
    [
      [1984, 3101, 2180, 2213, 0],
      [2037, 2860, 2023, 2923, 240],
      [1984, 3101, 2180, 2213, 370],
      [1928, 2854, 4068, 7127, 240],
    ],
    [],
  ],
  //  ==-==--    a wall nearly on the line of another, and a third from its far end
  [
    'nearly in one line',
    [
      [0, 0, 6673, -226, 100],
      [5019, -148, 2645, -90, 370],
      [3204, -139, 0, 164, 370],
    ],
    [],
  ],
  //  +------+
  //  |      |   the upright right wall stops at the face of the top wall, whose own end stops at
  //  |      +   the middle of it: a butt corner, 3,880 x 2,880
  //  +------+
  [
    'a butt corner',
    [
      [0, 0, 4120, 0, 240],
      [4120, 0, 4120, 3000, 240],
      [4120, 3120, 0, 3120, 240],
      [0, 3120, 0, 0, 240],
    ],
    [11.1744],
  ],
  //  +------+
  //  |      |   a thin wall from corner to body, all of it inside the lower wall but a sliver
  //  +--====+
  ['a sliver inside a wall', [...box(4240, 3240, 240), [0, 0, 4240, 100, 60]], [11.9989]],
  ['a boundary inside a wall', [...box(4240, 3240, 240), [1000, 0, 4240, 100, 0]], [12]],
  ['a wall half inside a wall', [...box(4240, 3240, 240), [1000, 0, 4240, 100, 120]], [11.9786]],
  ['a thick one likewise', [...box(4370, 3370, 370), [1000, 0, 4370, 150, 120]], [11.9968]],
  //  +-----+
  //  |\    |    a thin wall that starts in the top wall, runs down the 500 mm wall on the left
  //  |/    |    and ends inside it
  [
    'a wall that leans on a thick one',
    [
      [0, 0, 3000, 0, 240],
      [3000, 0, 3000, 4000, 370],
      [3000, 4000, 0, 4000, 240],
      [0, 4000, 0, 0, 500],
      [150, 4000, 50, 1500, 90],
    ],
    [9.6444],
  ],
  //      /|
  //     / |     an open triangle, closed by the thickness of the slanted wall at the top alone
  //  --+--+
  [
    'closed by thickness',
    [
      [0, 0, 3000, 0, 240],
      [3000, 0, 3000, 7000, 200],
      [2550, 0, 2900, 6200, 60],
    ],
    [0.8687],
  ],
  //  +----+
  //  ||   |     a lining inside the left wall's body: 3,760 x 2,760 as without it
  //  +----+
  ['a lining', [...box(4000, 3000, 240), [50, 0, 50, 3000, 60]], [10.3776]],
  ['half a lining', [...box(4000, 3000, 240), [50, 0, 50, 2000, 60]], [10.3776]],
  ['a boundary as a lining', [...box(4000, 3000, 240), [100, 0, 100, 3000, 0]], [10.3776]],
  //  +-+--+-+
  //  | |##| |   a casing 60 mm from the top wall: its body closes the gap, so left and right are two
  //  | |  | |   rooms, 1,320 x 2,880, 980 x 2,760 and 1,340 x 2,880
  //  +-+--+-+
  [
    'pinched in two',
    [
      ...box(4120, 3120, 240),
      [1500, 0, 1500, 2940, 120],
      [1500, 2940, 2600, 2940, 120],
      [2600, 2940, 2600, 0, 120],
    ],
    [2.7048, 3.8016, 3.8592],
  ],
  //  +---+---+
  //  |   #   |  240 below, 370 above, flush on the left: one partition, two rooms
  //  |   |   |
  //  +---+---+
  [
    'a step in thickness, flush on one side',
    [...box(8000, 3000, 240), [4000, 0, 4000, 1500, 240], [4065, 1500, 4065, 3000, 370]],
    [10.1982, 10.3776],
  ],
  //  +------+
  //  |  --- |   a thick slanted wall and one that ends in its side under a flat angle near its end:
  //  | ===\ |   the corner between them grows no spike that shuts the way past
  //  +-----=+
  [
    'a flat corner',
    [
      [0, 0, 5000, 0, 120],
      [5000, 0, 5000, 5000, 120],
      [5000, 5000, 0, 5000, 120],
      [0, 5000, 0, 0, 500],
      [4000, 2000, 1500, 2000, 240],
      [5000, 0, 1000, 2000, 500],
    ],
    [20.1843],
  ],
];

describe('rooms where walls lie in, along and against each other', () => {
  it.each(fixtures)('%s', (_, lines, expected) => {
    expect(areas(lines)).toEqual(expected);
    expect(areas(turned(lines))).toEqual(expected);
    expect(areas([...lines].reverse())).toEqual(expected);
  });
});

//  +--+--+
//  |  |  |   a slanted partition that stops 40 mm above the lower wall's line, drawn once and twice
//  +--'--+
it('a lone end ends where it would if its wall were drawn once', () => {
  const partition: Wall = [2000, 3120, 2300, 40, 100];
  const once = [...box(4120, 3120, 120), partition];
  expect(areas(once)).toHaveLength(2);
  expect(areas([...once, partition])).toEqual(areas(once));
  expect(areas([...once, ...turned([partition])])).toEqual(areas(once));
});
