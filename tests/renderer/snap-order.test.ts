import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type SnapKind,
  type SnapRequest,
  snapLocked,
  snapPoint,
  snapWords,
} from '../../renderer/editor/snap.ts';
import { snapIndex } from '../../renderer/editor/snap-index.ts';
import {
  rememberedSnap,
  snapSwitches,
  snapToRemember,
  usualSnap,
} from '../../renderer/editor/snap-options.ts';
import type { Point, Storey } from '../../shared/plan/model.ts';
import { storeyFromDrawing } from '../plan-from-drawing.ts';

/** 8 px at 10 mm a pixel. */
const reach = 80;

/** Walls of 240 mm from place to place, and a riser at 6000, 1500. */
function storeyOf(...lines: readonly (readonly [number, number, number, number])[]): Storey {
  const joints: Record<string, Point> = {};
  const walls: Record<string, unknown> = {};
  const joint = (x: number, y: number): string => {
    joints[`joint_${x}.${y}`] = { x, y };
    return `joint_${x}.${y}`;
  };
  lines.forEach(([ax, ay, bx, by], index) => {
    const [a, b] = [joint(ax, ay), joint(bx, by)];
    walls[`wall_${index}`] = { a, b, thickness: 240, kind: 'bearing', phase: 'existing' };
  });
  const riser = { kind: 'soil', line: '1', width: 220, depth: 220, phase: 'existing' };
  return {
    ...storeyFromDrawing(' '),
    joints,
    walls,
    risers: { riser_1: { ...riser, at: { x: 6000, y: 1520 } } },
  } as Storey;
}

/** A level wall, an upright one across it, and a slanting one of 3-4-5. */
const storey = storeyOf([0, 0, 4000, 0], [1000, -1000, 1000, 3000], [9000, 0, 13_000, 3000]);

const request: SnapRequest = {
  ...usualSnap,
  storey,
  view: 'after',
  lines: [
    { runs: 'upright', place: 7000 },
    { runs: 'level', place: 1800 },
  ],
  reach,
  suspended: false,
};
const snap = (x: number, y: number, change: Partial<SnapRequest> = {}) =>
  snapPoint({ x, y }, { ...request, ...change });

describe('what wins', () => {
  it('says each kind in words, in both languages', () => {
    for (const [kind, { zh, en }] of Object.entries(snapWords)) {
      expect(zh === '' && en === '').toBe(kind === 'free');
    }
    expect(new Set(Object.values(snapWords).map(({ zh }) => zh)).size).toBe(12);
  });

  it('goes down the list as one kind after the other is switched off', () => {
    // Near the end of the slanting wall, with its line level with an end of another one.
    const origin = { x: 5000, y: 0 };
    const near: [SnapKind, number, number][] = [
      ['joint', 4030, 20],
      ['crossing', 1030, 20],
      ['middle', 2020, 20],
      ['face', 3000, 130],
      ['wall', 3000, 20],
    ];
    for (const [kind, x, y] of near) expect(snap(x, y).kind, kind).toBe(kind);
    expect(snap(9000 - 600, 800, { origin: { x: 9000, y: 0 } }).kind).toBe('perpendicular');
    expect(snap(5800, 600, { origin, alignment: false }).kind).toBe('parallel');
    expect(snap(6000, 3030).kind).toBe('aligned');
    expect(snap(6030, 1530).kind).toBe('riser');
    expect(snap(6500, 1830)).toMatchObject({ kind: 'axis', at: { x: 6500, y: 1800 } });
    expect(snap(6500, 1950).kind).toBe('grid');
    expect(snap(6500, 1950, { grid: false }).kind).toBe('free');
  });

  it('holds to the axis grid: to an axis, to where two cross, and along other lines', () => {
    expect(snap(7030, 1770)).toMatchObject({
      kind: 'axis',
      besides: 'crossing',
      at: { x: 7000, y: 1800 },
    });
    expect(snap(7030, 3020)).toMatchObject({
      kind: 'aligned',
      besides: 'axis',
      at: { x: 7000, y: 3000 },
    });
    // Along the wall at x = 1000, and on a direction that is locked.
    expect(snap(1030, 1830)).toMatchObject({
      kind: 'wall',
      besides: 'axis',
      at: { x: 1000, y: 1800 },
    });
    const locked = { ...request, origin: { x: 6000, y: 700 } };
    expect(snapLocked({ x: 7020, y: 720 }, 90, locked)).toMatchObject({
      kind: 'axis',
      at: { x: 7000, y: 700 },
    });
    expect(snap(7030, 1770, { axes: false }).kind).toBe('grid');
    expect(snap(7030, 1770, { lines: undefined }).kind).toBe('grid');
  });

  it('takes the next kind where the better one is off', () => {
    const at = (off: Partial<SnapRequest>) => snap(1030, 20, off).kind;
    expect(at({})).toBe('crossing');
    expect(at({ crossings: false })).toBe('wall');
    expect(at({ crossings: false, walls: false, faces: false })).toBe('aligned');
    expect(at({ crossings: false, walls: false, faces: false, alignment: false })).toBe('grid');
    expect(snap(4030, 20, { joints: false }).kind).toBe('wall');
    expect(snap(2020, 20, { middles: false }).kind).toBe('wall');
    expect(snap(3000, 130, { faces: false }).kind).not.toBe('face');
    expect(snap(6030, 1530, { risers: false }).kind).toBe('grid');
  });

  it('never says a kind that is switched off', () => {
    const kindsOf: Record<(typeof snapSwitches)[number]['name'], SnapKind[]> = {
      joints: ['joint'],
      crossings: ['crossing'],
      middles: ['middle'],
      faces: ['face'],
      walls: ['wall'],
      directions: ['perpendicular', 'parallel'],
      alignment: ['aligned'],
      risers: ['riser'],
      axes: ['axis'],
      grid: ['grid'],
    };
    const place = fc.record({
      x: fc.integer({ min: -1500, max: 14_000 }),
      y: fc.integer({ min: -1500, max: 4000 }),
    });
    fc.assert(
      fc.property(place, place, fc.constantFrom(...snapSwitches), (raw, origin, { name }) => {
        const found = snapPoint(raw, { ...request, origin, [name]: false });
        expect(kindsOf[name]).not.toContain(found.kind);
        expect(kindsOf[name]).not.toContain(found.besides);
      }),
    );
  });
});

describe('reach', () => {
  it('is 8 px at any zoom: as far, and no further, whatever a pixel stands for', () => {
    const factor = fc.integer({ min: 1, max: 40 });
    const off = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(factor, off, off, (pixel, dx, dy) => {
        // The plan and the hand grow together: what is meant stays the same.
        const scaled = storeyOf([0, 0, 4000 * pixel, 0]);
        const kind = snapPoint(
          { x: dx * pixel, y: dy * pixel },
          { ...request, storey: scaled, reach: 80 * pixel, crossings: false, middles: false },
        ).kind;
        expect(kind === 'joint').toBe(Math.hypot(dx, dy) <= 80);
      }),
    );
  });

  it('moves no point further than it reaches, but for the grid', () => {
    const place = fc.record({
      x: fc.integer({ min: -1500, max: 14_000 }),
      y: fc.integer({ min: -1500, max: 4000 }),
    });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 20, max: 300 }), (raw, origin, far) => {
        const found = snapPoint(raw, { ...request, grid: false, origin, reach: far });
        // Two alignments, or a line and a stop along it, add up; a wall's body reaches by itself.
        const most = Math.hypot(far, far) + (found.kind === 'wall' ? 120 : 0) + 1;
        expect(Math.hypot(found.at.x - raw.x, found.at.y - raw.y)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('faces and centre lines', () => {
  it('takes the centre line inside of a wall, and the face close to it', () => {
    expect(snap(3012, 60)).toMatchObject({ kind: 'wall', at: { x: 3000, y: 0 } });
    expect(snap(3012, 100)).toMatchObject({ kind: 'face', at: { x: 3000, y: 120 } });
    expect(snap(3012, -150)).toMatchObject({ kind: 'face', at: { x: 3000, y: -120 } });
  });

  it('tells them apart only where they are apart on the screen', () => {
    expect(snap(3000, 130, { reach: 300, crossings: false, joints: false }).kind).toBe('wall');
  });

  it('takes the corners that faces make', () => {
    expect(snap(1110, 115)).toMatchObject({ kind: 'crossing', at: { x: 1120, y: 120 } });
    expect(snap(1020, 30)).toMatchObject({ kind: 'crossing', at: { x: 1000, y: 0 } });
  });
});

describe('perpendicular and parallel', () => {
  it('goes square and parallel to the slanting wall that a line starts from', () => {
    const origin = { x: 11_000, y: 1500 };
    // Square to a direction of 4:3 is -3:4.
    const square = snap(11_000 - 595, 1500 + 803, { origin });
    expect(square).toMatchObject({ kind: 'perpendicular', from: [origin] });
    expect(square.at).toEqual({ x: 10_400, y: 2300 });
    expect(snap(11_000 - 595, 1500 + 803, { origin, directions: false }).kind).not.toBe(
      'perpendicular',
    );
  });

  it('meets a wall squarely, whatever the line comes from', () => {
    const origin = { x: 2437, y: 2000 };
    expect(snap(2410, 20, { origin })).toMatchObject({
      kind: 'wall',
      besides: 'perpendicular',
      at: { x: 2437, y: 0 },
    });
  });

  it('is square to the line before', () => {
    const more = { origin: { x: 20_000, y: 10_000 }, course: { x: 3, y: 1 }, alignment: false };
    expect(snap(20_000 - 340, 10_000 + 970, more)).toMatchObject({ kind: 'perpendicular' });
  });
});

describe('locked directions', () => {
  const locked = (x: number, y: number, step: number, change: Partial<SnapRequest> = {}) =>
    snapLocked({ x, y }, step, { ...request, ...change });

  it('keeps to quarter turns, also of a slanting wall', () => {
    const origin = { x: 20_000, y: 10_000 };
    expect(locked(20_900, 10_300, 90, { origin }).at.y).toBe(10_000);
    const onSlant = { x: 11_000, y: 1500 };
    const { x, y } = locked(10_300, 2350, 90, { origin: onSlant, alignment: false }).at;
    expect((x - 11_000) * 4 + (y - 1500) * 3).toBeCloseTo(0, -1);
  });

  it('stops at the wall across the way', () => {
    const origin = { x: 3000, y: 2000 };
    expect(locked(3100, 30, 90, { origin })).toMatchObject({ kind: 'wall', at: { x: 3000, y: 0 } });
    expect(locked(3100, 140, 90, { origin }).at).toEqual({ x: 3000, y: 120 });
  });

  it('is whole millimetres on the line while snapping is suspended', () => {
    const origin = { x: 3000, y: 2000 };
    expect(locked(3100, 33.3, 90, { origin, suspended: true }).at).toEqual({ x: 3000, y: 33 });
  });
});

describe('the index', () => {
  it('is made once for the same walls', () => {
    const { joints, walls } = storey;
    expect(snapIndex(joints, walls, 'after')).toBe(snapIndex(joints, walls, 'after'));
    expect(snapIndex(joints, { ...walls }, 'after')).not.toBe(snapIndex(joints, walls, 'after'));
  });

  it('finds what looking at every wall finds', () => {
    const coordinate = fc.integer({ min: 0, max: 6000 });
    const wall = fc.tuple(coordinate, coordinate, coordinate, coordinate);
    const place = fc.record({ x: coordinate, y: coordinate });
    fc.assert(
      fc.property(fc.array(wall, { maxLength: 20 }), place, coordinate, (lines, at, far) => {
        const { joints, walls } = storeyOf(...lines);
        const index = snapIndex(joints, walls, 'after');
        const within = Object.values(joints).filter(
          (joint) => Math.hypot(joint.x - at.x, joint.y - at.y) <= far,
        );
        expect(index.endsNear(at, far)).toHaveLength(within.length);
        const level = Object.values(joints).filter(({ y }) => Math.abs(y - at.y) <= far);
        expect(index.endsAlong('y', at.y, far)).toHaveLength(level.length);
      }),
    );
  });
});

describe('what settings remember', () => {
  it('is what is off and the step, so that a kind added later is on', () => {
    const chosen = { ...usualSnap, faces: false, grid: false, gridStep: 100 };
    expect(snapToRemember(chosen)).toEqual({ off: ['faces', 'grid'], gridStep: 100 });
    expect(rememberedSnap(snapToRemember(chosen))).toEqual(chosen);
    expect(rememberedSnap({ off: ['no such kind'], gridStep: 50 })).toEqual(usualSnap);
  });
});
