import { describe, expect, test } from 'vitest';
import { changeWall } from '../../shared/edit/change-wall.ts';
import { copyElements } from '../../shared/edit/copy-elements.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import { restoreElements } from '../../shared/edit/restore-elements.ts';
import type { Opening, Phase, Storey, Wall } from '../../shared/plan/model.ts';
import { countingIds, door, drawStorey, id, storey1, tag } from '../plan/draw-plan.ts';
import { openingsOf, reasonOf, refs, run, wallsOf } from './run-edit.ts';

const corner = drawStorey(
  `
A-------B
|
C`,
  { dy: 500 },
);
const ab = id('wall', 'AB');
const withAB = (change: Partial<Wall>, openings: Record<string, Opening> = {}): Storey => ({
  ...corner,
  walls: { ...corner.walls, [ab]: { ...corner.walls[ab]!, ...change } },
  openings,
});
const doors = (...phases: Phase[]): Record<string, Opening> =>
  Object.fromEntries(
    phases.map((phase, index) => [`opening_${index + 1}`, door('AB', index * 900, { phase })]),
  );

const remove = (names: string[], intent: Intent) =>
  deleteElements({ storey: storey1, elements: refs(...names), intent });
const restore = (...names: string[]) =>
  restoreElements({ storey: storey1, elements: refs(...names) });
const change = (to: Partial<Wall>, intent: Intent = 'survey') =>
  changeWall({ storey: storey1, wall: ab, change: to, intent, newId: countingIds() });

describe('deleting', () => {
  test('in the survey takes a wall away, with its openings and the joint nobody needs', () => {
    const after = run(withAB({}, doors('existing', 'new')), remove(['wall:AB'], 'survey'));
    expect(wallsOf(after)).toEqual(['AC 0,1000 > 0,0 existing']);
    expect(after.openings).toEqual({});
    expect(Object.keys(after.joints)).toEqual(['joint_A', 'joint_C']);
  });

  test('in a proposal demolishes what was surveyed and takes away what is new', () => {
    const after = run(
      withAB({}, doors('existing', 'new', 'demolished')),
      remove(['wall:AB'], 'proposal'),
    );
    expect(wallsOf(after)[0]).toBe('AB 0,1000 > 4000,1000 demolished');
    expect(openingsOf(after)).toEqual(['1 in AB at 0 demolished', '3 in AB at 1800 demolished']);
    expect(Object.keys(after.joints)).toEqual(['joint_A', 'joint_B', 'joint_C']);
    const own = run(withAB({ phase: 'new' }, doors('new')), remove(['wall:AB'], 'proposal'));
    expect(Object.keys(own.joints)).toEqual(['joint_A', 'joint_C']);
    expect(own.openings).toEqual({});
  });

  test('takes rooms, fixtures and risers', () => {
    const storey: Storey = {
      ...corner,
      rooms: { [id('room', '1')]: tag(0, 0), [id('room', '2')]: tag(0, 0, { phase: 'new' }) },
    };
    expect(run(storey, remove(['room:1', 'room:2'], 'survey')).rooms).toEqual({});
    expect(run(storey, remove(['room:1', 'room:2'], 'proposal')).rooms).toEqual({
      room_1: tag(0, 0, { phase: 'demolished' }),
    });
  });

  test('is refused for nothing, for what is gone, and twice', () => {
    expect(reasonOf(corner, remove([], 'survey'))).toBe('nothing-selected');
    expect(reasonOf(corner, remove(['joint:A'], 'survey'))).toBe('nothing-selected');
    expect(reasonOf(corner, remove(['wall:XY'], 'survey'))).toBe('gone');
    expect(reasonOf(withAB({ phase: 'demolished' }), remove(['wall:AB'], 'proposal'))).toBe(
      'demolished',
    );
    expect(
      reasonOf(withAB({ phase: 'demolished' }), remove(['wall:AB'], 'survey')),
    ).toBeUndefined();
  });
});

describe('restoring', () => {
  test('undoes a demolition, openings included', () => {
    const before = withAB({}, doors('existing'));
    const gone = run(before, remove(['wall:AB'], 'proposal'));
    expect(run(gone, restore('wall:AB'))).toEqual(before);
    expect(reasonOf(gone, restore('opening:1'))).toBe('wall-demolished');
    expect(run(gone, restore('opening:1', 'wall:AB'))).toEqual(before);
  });

  test('is refused where something new took the place', () => {
    const thicker = run(withAB({}, doors('existing')), change({ thickness: 300 }, 'proposal'));
    expect(reasonOf(thicker, restore('wall:AB'))).toBe('wall-there');
    const blocked = withAB(
      {},
      {
        opening_1: door('AB', 0, { phase: 'demolished' }),
        opening_2: door('AB', 500, { phase: 'new' }),
      },
    );
    expect(reasonOf(blocked, restore('opening:1'))).toBe('overlaps-opening');
    const renamed: Storey = {
      ...corner,
      rooms: {
        [id('room', '1')]: tag(5, 5, { phase: 'demolished' }),
        [id('room', '2')]: tag(5, 5, { phase: 'new' }),
      },
    };
    expect(reasonOf(renamed, restore('room:1'))).toBe('tag-there');
  });

  test('is refused where nothing is demolished', () => {
    expect(reasonOf(corner, restore('wall:AB'))).toBe('not-demolished');
    expect(reasonOf(corner, restore('wall:XY'))).toBe('gone');
    expect(reasonOf(corner, restore())).toBe('nothing-selected');
  });
});

describe('changing a wall', () => {
  test('in the survey in place, in a proposal by a new one that takes the openings', () => {
    expect(run(corner, change({ thickness: 240, kind: 'bearing' })).walls[ab]).toMatchObject({
      thickness: 240,
      kind: 'bearing',
      phase: 'existing',
    });
    const after = run(withAB({}, doors('existing')), change({ thickness: 300 }, 'proposal'));
    expect(wallsOf(after)).toEqual([
      'AB 0,1000 > 4000,1000 demolished',
      'AC 0,1000 > 0,0 existing',
      'n1 0,1000 > 4000,1000 new',
    ]);
    expect(openingsOf(after)).toEqual(['1 in AB at 0 demolished', 'n2 in n1 at 0 new']);
    expect(reasonOf(after, change({ thickness: 100 }, 'proposal'))).toBe('demolished');
    expect(run(corner, change({ thickness: 200 }, 'proposal'))).toBe(corner);
  });

  test('to a boundary and back', () => {
    const boundary = run(corner, change({ kind: 'boundary' }));
    expect(boundary.walls[ab]).toMatchObject({ kind: 'boundary', thickness: 0 });
    expect(run(boundary, change({ kind: 'partition' })).walls[ab]?.thickness).toBe(120);
    expect(reasonOf(boundary, change({ thickness: 100 }))).toBe('boundary-thickness');
    expect(reasonOf(withAB({}, doors('existing')), change({ kind: 'boundary' }))).toBe('boundary');
  });

  test('refusals', () => {
    expect(reasonOf(corner, change({ thickness: 0 }))).toBe('needs-thickness');
    expect(reasonOf(corner, change({ thickness: 2001 }))).toBe('out-of-range');
  });
});

describe('copying', () => {
  const copy = (names: string[], x: number, y: number, intent: Intent = 'survey') =>
    copyElements({
      storey: storey1,
      elements: refs(...names),
      by: { x, y },
      intent,
      newId: countingIds(),
    });

  test('walls bring what stands in them, and join what they meet', () => {
    const storey = withAB({}, doors('existing', 'new', 'demolished'));
    const after = run(storey, copy(['wall:AB', 'wall:AC'], 4000, 0));
    expect(wallsOf(after).filter((wall) => wall.startsWith('n'))).toEqual([
      'n2 4000,1000 > 8000,1000 existing',
      'n4 4000,1000 > 4000,0 existing',
    ]);
    expect(openingsOf(after).filter((one) => one.startsWith('n'))).toEqual([
      'n5 in n2 at 0 existing',
      'n6 in n2 at 1800 existing',
    ]);
    expect(after.walls[id('wall', 'n2')]?.a).toBe('joint_B');
    const proposed = run(storey, copy(['wall:AB'], 0, 3000, 'proposal'));
    expect(openingsOf(proposed).filter((one) => one.startsWith('n'))).toEqual([
      'n4 in n3 at 0 new',
      'n5 in n3 at 900 new',
    ]);
  });

  test('an opening goes along its wall, and not onto itself', () => {
    const storey = withAB({}, doors('existing'));
    expect(openingsOf(run(storey, copy(['opening:1'], 1000, 50, 'proposal')))).toEqual([
      '1 in AB at 0 existing',
      'n1 in AB at 1000 new',
    ]);
    expect(reasonOf(storey, copy(['opening:1'], 700, 0))).toBe('overlaps-opening');
    expect(reasonOf(storey, copy(['opening:1'], 3300, 0))).toBe('outside-wall');
    const fresh = withAB({ phase: 'new' }, doors('new'));
    expect(reasonOf(fresh, copy(['opening:1'], 1000, 0))).toBe('new-wall');
  });

  test('rooms and fixtures, as additions', () => {
    const storey: Storey = { ...corner, rooms: { [id('room', '1')]: tag(0, 0) } };
    expect(run(storey, copy(['room:1'], 10, 20, 'proposal')).rooms).toEqual({
      room_1: tag(0, 0),
      room_n1: tag(10, 20, { phase: 'new' }),
    });
  });

  test('refusals', () => {
    expect(reasonOf(corner, copy(['wall:AB'], 0, 0.4))).toBe('no-distance');
    expect(reasonOf(corner, copy([], 5, 5))).toBe('nothing-selected');
    expect(reasonOf(withAB({ phase: 'demolished' }), copy(['wall:AB'], 500, 0, 'proposal'))).toBe(
      'demolished',
    );
  });
});
