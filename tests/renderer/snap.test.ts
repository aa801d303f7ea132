import { describe, expect, it } from 'vitest';
import {
  lockDirection,
  type SnapRequest,
  snapLocked,
  snapPoint,
} from '../../renderer/editor/snap.ts';
import { usualSnap } from '../../renderer/editor/snap-options.ts';
import { storeyFromDrawing } from '../plan-from-drawing.ts';

/** 4 m by 2 m, lower left corner at 0, 0. */
const storey = storeyFromDrawing(`
  +---+
  |   |
  +---+
`);

const request: SnapRequest = {
  storey,
  view: 'after',
  reach: 80,
  ...usualSnap,
  suspended: false,
};
const snap = (x: number, y: number, change: Partial<SnapRequest> = {}) =>
  snapPoint({ x, y }, { ...request, ...change });

describe('snapping', () => {
  it('takes a wall end within reach, and says which joint', () => {
    expect(snap(50, -30)).toMatchObject({ at: { x: 0, y: 0 }, kind: 'joint', joint: 'joint_0-0' });
  });

  it('takes the middle of a wall', () => {
    expect(snap(2040, 20)).toMatchObject({ at: { x: 2000, y: 0 }, kind: 'middle' });
  });

  it('takes the centre line of a wall, at a grid step along it', () => {
    expect(snap(1012, 33)).toMatchObject({ at: { x: 1000, y: 0 }, kind: 'wall' });
  });

  it('takes a crossing of two walls', () => {
    const crossed = storeyFromDrawing(`
      +---+
      |   |
      +---+
    `);
    const joints = {
      ...crossed.joints,
      joint_p: { x: 1000, y: -500 },
      joint_q: { x: 1000, y: 500 },
    } as typeof crossed.joints;
    const walls = {
      ...crossed.walls,
      wall_pq: { a: 'joint_p', b: 'joint_q', thickness: 100, kind: 'partition', phase: 'new' },
    } as typeof crossed.walls;
    const at = snap(1030, 30, { storey: { ...crossed, joints, walls } });
    expect(at).toMatchObject({ at: { x: 1000, y: 0 }, kind: 'crossing' });
  });

  it('draws level with an end that is far away, and shows from where', () => {
    expect(snap(1234, 2030)).toMatchObject({ kind: 'wall' });
    expect(snap(6020, 2030)).toMatchObject({ at: { x: 6000, y: 2000 }, kind: 'aligned' });
    expect(snap(6020, 2030).from).toHaveLength(1);
  });

  it('falls back to the grid, and to whole millimetres where it is off', () => {
    expect(snap(5512.4, 3333.3)).toMatchObject({ at: { x: 5500, y: 3350 }, kind: 'grid' });
    expect(snap(5512.4, 3333.3, { grid: false })).toMatchObject({
      at: { x: 5512, y: 3333 },
      kind: 'free',
    });
  });

  it('is suspended by Ctrl or Alt', () => {
    expect(snap(12.6, -7.2, { suspended: true })).toMatchObject({
      at: { x: 13, y: -7 },
      kind: 'free',
    });
  });

  it('never snaps to what moves with the pointer', () => {
    const without = new Set(['joint_0-0']);
    expect(snap(50, 30, { without }).joint).toBeNull();
  });

  it('ignores walls that the view does not show', () => {
    const gone = Object.fromEntries(
      Object.entries(storey.walls).map(([id, wall]) => [id, { ...wall, phase: 'demolished' }]),
    ) as typeof storey.walls;
    expect(snap(50, -30, { storey: { ...storey, walls: gone } }).kind).toBe('grid');
  });

  it('reaches as far in px at any zoom', () => {
    expect(snap(150, 90, { reach: 200 }).kind).toBe('joint');
    expect(snap(150, 90, { reach: 40 }).kind).not.toBe('joint');
  });

  it('locks directions to 15 degrees and lengths to steps', () => {
    expect(lockDirection({ x: 0, y: 0 }, { x: 1000, y: 80 }).y).toBeCloseTo(0);
    const from = { x: 9000, y: 0 };
    const locked = (x: number, y: number, change: Partial<SnapRequest> = {}) =>
      snapLocked({ x, y }, 15, { ...request, origin: from, ...change }).at;
    expect(locked(10_004, 80)).toEqual({ x: 10_000, y: 0 });
    expect(locked(9980, 1020, { grid: false })).toEqual({ x: 10_000, y: 1000 });
  });
});
