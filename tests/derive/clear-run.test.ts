import { describe, expect, test } from 'vitest';
import { coveredEnds } from '../../shared/derive/clear-run.ts';
import type { Storey, WallId } from '../../shared/plan/model.ts';

/** From x, y to x, y, thickness and phase, in mm. */
type Line = readonly [number, number, number, number, number, ('new' | 'demolished')?];

function storeyOf(lines: readonly Line[]): Storey {
  const joints: Record<string, { x: number; y: number }> = {};
  const joint = (x: number, y: number): string => {
    joints[`joint_${x}_${y}`] = { x, y };
    return `joint_${x}_${y}`;
  };
  const walls = lines.map(([ax, ay, bx, by, thickness, phase = 'existing'], index) => [
    `wall_${index}`,
    { a: joint(ax, ay), b: joint(bx, by), thickness, kind: 'partition', phase },
  ]);
  return { joints, walls: Object.fromEntries(walls) } as unknown as Storey;
}

const first = 'wall_0' as WallId;
const ends = (...lines: Line[]) => coveredEnds(storeyOf(lines), first, 'after');
const level: Line = [0, 0, 3000, 0, 120];

describe('the clear run of a wall', () => {
  test.each<[string, Line[], number, number]>([
    ['alone', [], 0, 0],
    ['run on straight by another', [[3000, 0, 6000, 0, 240]], 0, 0],
    // 60 tan 10 degrees: the mitre on the inner side.
    ['run on at 20 degrees', [[3000, 0, 5819, 1026, 120]], 0, 11],
    // 60 tan 1.9 degrees.
    ['run on at 3.8 degrees', [[3000, 0, 5993, 199, 120]], 0, 2],
    ['at a right corner', [[3000, 0, 3000, 2000, 120]], 0, 60],
    ['at a right corner with a thicker wall', [[3000, 0, 3000, 2000, 240]], 0, 120],
    ['up to the body of a crossing wall', [[3000, -1000, 3000, 2000, 240]], 0, 120],
    ['drawn up to the face of a crossing wall', [[3120, -1000, 3120, 2000, 240]], 0, 0],
    ['drawn past the axis of a crossing wall', [[2900, -1000, 2900, 2000, 240]], 0, 220],
    // Half of 240 over the sine of 45 degrees, and half of 120 over its tangent.
    ['up to a slanting wall', [[2000, -1000, 4000, 1000, 240]], 0, 230],
    [
      'between two rooms: a wall that goes on behind a crossing one',
      [
        [3000, 0, 6000, 0, 120],
        [3000, 0, 3000, 2000, 120],
      ],
      0,
      60,
    ],
    ['met in the middle only', [[1500, 0, 1500, 2000, 120]], 0, 0],
    [
      'closed at both ends',
      [
        [0, -1000, 0, 1000, 240],
        [3000, -1000, 3000, 1000, 120],
      ],
      120,
      60,
    ],
  ])('%s', (_, others, a, b) => {
    expect(ends(level, ...others)).toEqual({ a, b });
    const [ax, ay, bx, by, thickness] = level;
    expect(ends([bx, by, ax, ay, thickness], ...others)).toEqual({ a: b, b: a });
  });

  test('is what stands at the moment of the view', () => {
    const storey = storeyOf([
      level,
      [3000, -1000, 3000, 1000, 240, 'demolished'],
      [0, -1000, 0, 1000, 120, 'new'],
    ]);
    expect(coveredEnds(storey, first, 'before')).toEqual({ a: 0, b: 120 });
    expect(coveredEnds(storey, first, 'after')).toEqual({ a: 60, b: 0 });
    expect(coveredEnds(storey, first, 'changes')).toEqual({ a: 60, b: 0 });
  });

  test('of a partition that two tilted neighbours continue stays its own length', () => {
    // 2,000 mm between neighbours that tilt by 3.8 degrees: read 1,164 once.
    const { a, b } = ends([0, 0, 2000, 0, 120], [2000, 0, 4000, 133, 120], [-2000, 133, 0, 0, 120]);
    expect(2000 - a - b).toBe(1996);
  });
});
