import { describe, expect, test } from 'vitest';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { changeWall } from '../../shared/edit/change-wall.ts';
import { cornerWalls } from '../../shared/edit/corner-walls.ts';
import { cutWall } from '../../shared/edit/cut-wall.ts';
import { extendWalls } from '../../shared/edit/extend-walls.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import { joinWalls } from '../../shared/edit/join-walls.ts';
import { moveJoint } from '../../shared/edit/move-joint.ts';
import { slideWall } from '../../shared/edit/slide-wall.ts';
import { trimWalls } from '../../shared/edit/trim-walls.ts';
import { areParallel, lineOf } from '../../shared/edit/wall-lines.ts';
import type { Phase, Point, Storey, WallId } from '../../shared/plan/model.ts';
import { countingIds, door, drawStorey, id, storey1 } from '../plan/draw-plan.ts';
import { openingsOf, reasonOf, refs, refusalOf, run, wallsOf } from './run-edit.ts';

const wall = (name: string): WallId => id('wall', name);
const of = (intent: Intent) => ({ storey: storey1, intent, newId: countingIds() });
const withPhases = (storey: Storey, phases: Record<string, Phase>): Storey => ({
  ...storey,
  walls: Object.fromEntries(
    Object.entries(storey.walls).map(([key, one]) => [
      key,
      { ...one, phase: phases[key.slice(5)] ?? one.phase },
    ]),
  ),
});
const isAlong = (storey: Storey, one: WallId, other: WallId): boolean => {
  const [first, second] = [lineOf(storey, one)!, lineOf(storey, other)!];
  return areParallel(first, second) && first.wall.thickness === second.wall.thickness;
};
const areas = (storey: Storey) =>
  storeyRooms(storey1, storey, 'after')
    .rooms.map(({ area }) => area / 1e6)
    .sort();

//  A---B---C   Two rooms; joints are 2 m apart, walls 200 mm thick. The wall BE has a door.
//  |   |   |
//  D---E---F
const rooms: Storey = {
  ...drawStorey('A---B---C\n|   |   |\nD---E---F', { dx: 500, dy: 1000 }),
  openings: { [id('opening', '1')]: door('BE', 300) },
};

describe('cutting a wall', () => {
  const cut = (at: number[], intent: Intent = 'survey', name = 'BE') =>
    cutWall({ ...of(intent), wall: wall(name), at });

  test('makes pieces; openings go with the piece that holds them', () => {
    const after = run(rooms, cut([1500, 1200]));
    expect(wallsOf(after).filter((one) => !/^(AB|AD|BC|CF|DE|EF)/.test(one))).toEqual([
      'BE 2000,2000 > 2000,800 existing',
      'n3 2000,800 > 2000,500 existing',
      'n4 2000,500 > 2000,0 existing',
    ]);
    expect(openingsOf(after)).toEqual(['1 in BE at 300 existing']);
    expect(areas(after)).toEqual(areas(rooms));
  });

  test('in a proposal the pieces stay surveyed, so that one can go', () => {
    const after = run(rooms, cut([1200], 'proposal'));
    expect(Object.values(after.walls).every(({ phase }) => phase === 'existing')).toBe(true);
  });

  test('refusals', () => {
    expect(reasonOf(rooms, cut([]))).toBe('outside-wall');
    expect(reasonOf(rooms, cut([5]))).toBe('outside-wall');
    expect(reasonOf(rooms, cut([2000]))).toBe('outside-wall');
    expect(reasonOf(rooms, cut([Number.NaN]))).toBe('outside-wall');
    expect(reasonOf(rooms, cut([1000, 1005]))).toBe('cuts-opening');
    expect(reasonOf(rooms, cut([1500, 1505]))).toBe('too-short');
    expect(refusalOf(rooms, cut([700]))?.about).toEqual(refs('opening:1'));
    expect(reasonOf(rooms, cut([700], 'survey', 'XY'))).toBe('gone');
    const gone = withPhases({ ...rooms, openings: {} }, { BE: 'demolished' });
    expect(reasonOf(gone, cut([700], 'proposal'))).toBe('demolished');
  });
});

describe('joining walls', () => {
  const join = (one: string, other: string, intent: Intent = 'survey') =>
    joinWalls({ storey: storey1, walls: [wall(one), wall(other)], intent });

  test('makes one of two on a line; a wall that met them there goes on meeting it', () => {
    const doors = {
      [id('opening', '1')]: door('AB', 300, { hinge: 'a', side: 'left', leaf: 'swing' }),
      [id('opening', '2')]: door('BC', 500, { hinge: 'a', side: 'left', leaf: 'swing' }),
    };
    const after = run({ ...rooms, openings: doors }, join('AB', 'BC'));
    expect(wallsOf(after)[0]).toBe('AB 0,2000 > 4000,2000 existing');
    expect(openingsOf(after)).toEqual(['1 in AB at 300 existing', '2 in AB at 2500 existing']);
    expect(areas(after)).toEqual(areas(rooms));
    const other = run({ ...rooms, openings: doors }, join('BC', 'AB'));
    expect(openingsOf(other)).toEqual(['1 in BC at 300 existing', '2 in BC at 2500 existing']);
  });

  test('turns an opening round with a wall that ran the other way', () => {
    const turned: Storey = {
      ...rooms,
      walls: {
        ...rooms.walls,
        [wall('BC')]: { ...rooms.walls[wall('BC')]!, a: id('joint', 'C'), b: id('joint', 'B') },
      },
      openings: {
        [id('opening', '1')]: door('BC', 200, { hinge: 'a', side: 'left', keeps: 'a' }),
      },
    };
    const after = run(turned, join('AB', 'BC'));
    expect(after.openings[id('opening', '1')]).toMatchObject({
      wall: 'wall_AB',
      offset: 3000,
      hinge: 'b',
      side: 'right',
      keeps: 'b',
    });
  });

  test('undoes a cut', () => {
    const cut = run(rooms, cutWall({ ...of('proposal'), wall: wall('BE'), at: [1500] }));
    const piece = Object.keys(cut.walls)
      .find((key) => key.startsWith('wall_n'))!
      .slice(5);
    const after = run(cut, join('BE', piece, 'proposal'));
    expect(after).toEqual(rooms);
  });

  test('refusals', () => {
    expect(reasonOf(rooms, join('AB', 'AB'))).toBe('not-touching');
    expect(reasonOf(rooms, join('AB', 'EF'))).toBe('not-touching');
    expect(reasonOf(rooms, join('AB', 'BE'))).toBe('not-collinear');
    expect(reasonOf(withPhases(rooms, { BC: 'new' }), join('AB', 'BC'))).toBe('unlike');
    expect(reasonOf(rooms, join('AB', 'XY'))).toBe('gone');
  });
});

//   1000 A-----B      D   The wall AB ends 1 m short of CE, and FG runs through it.
//              :      |
//     0  F-----------G|   (drawn with lengths below)
const apart = (phase: Phase = 'existing'): Storey => {
  const joints = {
    A: { x: 0, y: 1000 },
    B: { x: 2000, y: 1000 },
    C: { x: 3000, y: 2000 },
    E: { x: 3000, y: 0 },
    F: { x: 0, y: 500 },
    G: { x: 4000, y: 500 },
  };
  const line = (a: string, b: string) => ({
    [wall(a + b)]: {
      a: id('joint', a),
      b: id('joint', b),
      thickness: 200,
      kind: 'partition' as const,
      phase,
    },
  });
  return {
    ...rooms,
    joints: Object.fromEntries(Object.entries(joints).map(([key, at]) => [`joint_${key}`, at])),
    walls: { ...line('A', 'B'), ...line('C', 'E'), ...line('F', 'G') },
    openings: {},
  };
};

describe('extending, trimming, making a corner', () => {
  const extend = (name: string, to: string, intent: Intent = 'survey') =>
    extendWalls({ ...of(intent), walls: [wall(name)], to: wall(to) });
  const trim = (name: string, at: string, intent: Intent = 'survey') =>
    trimWalls({ ...of(intent), walls: [wall(name)], at: wall(at) });
  const corner = (one: string, other: string, intent: Intent = 'survey') =>
    cornerWalls({ ...of(intent), walls: [wall(one), wall(other)] });

  test('a wall is carried on to another one', () => {
    expect(wallsOf(run(apart(), extend('AB', 'CE')))).toEqual([
      'AB 0,1000 > 3000,1000 existing',
      'CE 3000,2000 > 3000,0 existing',
      'FG 0,500 > 4000,500 existing',
    ]);
    // A new wall is itself carried on; a surveyed one is led on by a new piece.
    expect(wallsOf(run(apart('new'), extend('AB', 'CE', 'proposal')))[0]).toBe(
      'AB 0,1000 > 3000,1000 new',
    );
    expect(wallsOf(run(apart(), extend('AB', 'CE', 'proposal')))).toContain(
      'n2 2000,1000 > 3000,1000 new',
    );
  });

  test('a wall is cut off at another one; the longer part stays', () => {
    const after = run(apart(), trim('FG', 'CE'));
    expect(wallsOf(after)[2]).toBe('FG 0,500 > 3000,500 existing');
    expect(after.joints[id('joint', 'G')]).toBeUndefined();
    const proposed = run(apart(), trim('FG', 'CE', 'proposal'));
    expect(wallsOf(proposed).slice(2)).toEqual([
      'FG 0,500 > 3000,500 existing',
      'n2 3000,500 > 4000,500 demolished',
    ]);
  });

  test('the end of a wall comes away from the walls that it was joined to', () => {
    const put = moveJoint({ ...of('survey'), joint: id('joint', 'B'), to: { x: 4000, y: 500 } });
    const joined = run(apart(), put);
    expect(joined.walls[wall('AB')]!.b).toBe(id('joint', 'G'));
    expect(wallsOf(run(joined, trim('FG', 'CE')))).toEqual([
      'AB 0,1000 > 4000,500 existing',
      'CE 3000,2000 > 3000,0 existing',
      'FG 0,500 > 3000,500 existing',
    ]);
  });

  test('openings keep their place where end a is cut off or carried on', () => {
    const opening = (name: string, offset: number): Storey => ({
      ...apart(),
      openings: { [id('opening', '1')]: door(name, offset) },
    });
    const turned = (storey: Storey): Storey => ({
      ...storey,
      walls: {
        ...storey.walls,
        [wall('AB')]: { ...storey.walls[wall('AB')]!, a: id('joint', 'B'), b: id('joint', 'A') },
      },
    });
    expect(openingsOf(run(turned(opening('AB', 200)), extend('AB', 'CE')))).toEqual([
      '1 in AB at 1200 existing',
    ]);
    expect(reasonOf(opening('FG', 2500), trim('FG', 'CE'))).toBe('cuts-opening');
    const cutOff = run(opening('FG', 3150), trim('FG', 'CE', 'proposal'));
    expect(openingsOf(cutOff)).toEqual(['1 in n2 at 150 demolished']);
    expect(reasonOf(opening('FG', 3150), trim('FG', 'CE'))).toBe('cuts-opening');
  });

  test('two walls are brought to a corner', () => {
    const after = run(apart(), corner('AB', 'CE'));
    expect(wallsOf(after).slice(0, 2)).toEqual([
      'AB 0,1000 > 3000,1000 existing',
      'CE 3000,2000 > 3000,1000 existing',
    ]);
    expect(after.walls[wall('AB')]!.b).toBe(after.walls[wall('CE')]!.b);
    const proposed = run(apart(), corner('AB', 'CE', 'proposal'));
    expect(wallsOf(proposed)).toEqual([
      'AB 0,1000 > 2000,1000 existing',
      'CE 3000,2000 > 3000,1000 existing',
      'FG 0,500 > 4000,500 existing',
      'n2 2000,1000 > 3000,1000 new',
      'n4 3000,1000 > 3000,0 demolished',
    ]);
    expect(reasonOf(after, corner('AB', 'CE'))).toBe('already-joined');
  });

  test('refusals', () => {
    expect(reasonOf(apart(), extend('AB', 'FG'))).toBe('parallel');
    expect(reasonOf(apart(), trim('AB', 'FG'))).toBe('parallel');
    expect(reasonOf(apart(), corner('AB', 'FG'))).toBe('parallel');
    expect(reasonOf(apart(), extend('FG', 'CE'))).toBe('already-meets');
    expect(reasonOf(apart(), trim('AB', 'CE'))).toBe('not-crossing');
    expect(reasonOf(apart(), extend('AB', 'XY'))).toBe('gone');
    expect(reasonOf(apart(), trim('XY', 'AB'))).toBe('gone');
    const short = {
      ...apart(),
      joints: { ...apart().joints, [id('joint', 'E')]: { x: 3000, y: 1500 } },
    };
    expect(reasonOf(short, extend('AB', 'CE'))).toBe('beyond-end');
    const gone = withPhases(apart(), { CE: 'demolished' });
    expect(reasonOf(gone, extend('AB', 'CE', 'proposal'))).toBe('demolished');
  });
});

describe('sliding a wall square to itself', () => {
  const slide = (name: string, by: number, intent: Intent = 'survey') =>
    slideWall({ ...of(intent), wall: wall(name), by });

  test('walls across it grow and shrink; the rooms stay closed', () => {
    const after = run(rooms, slide('BE', 300));
    expect(wallsOf(after)).toEqual([
      'AB 0,2000 > 2300,2000 existing',
      'AD 0,2000 > 0,0 existing',
      'BC 2300,2000 > 4000,2000 existing',
      'BE 2300,2000 > 2300,0 existing',
      'CF 4000,2000 > 4000,0 existing',
      'DE 0,0 > 2300,0 existing',
      'EF 2300,0 > 4000,0 existing',
    ]);
    expect(openingsOf(after)).toEqual(['1 in BE at 300 existing']);
  });

  test('a wall that carries it on stays upright, and a short wall closes the step', () => {
    const after = run(rooms, slide('AB', 400));
    expect(wallsOf(after)).toEqual([
      'AB 0,2400 > 2000,2400 existing',
      'AD 0,2400 > 0,0 existing',
      'BC 2000,2000 > 4000,2000 existing',
      'BE 2000,2000 > 2000,0 existing',
      'CF 4000,2000 > 4000,0 existing',
      'DE 0,0 > 2000,0 existing',
      'EF 2000,0 > 4000,0 existing',
      'n2 2000,2000 > 2000,2400 existing',
    ]);
    expect(areas(after)).toEqual([3.24, 3.96]);
    // Inwards the wall BE is there already to end at.
    const inwards = run(rooms, slide('AB', -400));
    expect(Object.keys(inwards.walls)).toHaveLength(7);
    expect(areas(inwards)).toEqual([2.52, 3.24]);
  });

  test('a slanting neighbour keeps its direction', () => {
    const slanted: Storey = {
      ...rooms,
      openings: {},
      joints: { ...rooms.joints, [id('joint', 'D')]: { x: -1000, y: 0 } },
    };
    const after = run(slanted, slide('AB', 400));
    expect(wallsOf(after).slice(0, 2)).toEqual([
      'AB 200,2400 > 2000,2400 existing',
      'AD 200,2400 > -1000,0 existing',
    ]);
  });

  test('in a proposal new pieces lead on from the surveyed neighbours, and the room stays closed', () => {
    const after = run(rooms, slide('CF', 500, 'proposal'));
    expect(wallsOf(after).filter((one) => /new|demolished/.test(one))).toEqual([
      'CF 4000,2000 > 4000,0 demolished',
      'n3 4500,2000 > 4500,0 new',
      'n4 4000,2000 > 4500,2000 new',
      'n5 4000,0 > 4500,0 new',
    ]);
    expect(areas(after)).toEqual([3.24, 4.14]);
    const inwards = run(rooms, slide('CF', -500, 'proposal'));
    expect(areas(inwards)).toEqual([2.34, 3.24]);
    const outer = run(rooms, slide('BE', 500, 'proposal'));
    expect(Object.values(outer.walls).filter(({ phase }) => phase === 'new')).toHaveLength(1);
    expect(openingsOf(outer).map((one) => one.replace(/^\S+ in \S+/, ''))).toEqual([
      ' at 300 demolished',
      ' at 300 new',
    ]);
  });

  test('a surveyed partition that rests on it is led on as well', () => {
    const resting: Storey = {
      ...rooms,
      joints: {
        ...rooms.joints,
        [id('joint', 'P')]: { x: 3000, y: 1000 },
        [id('joint', 'Q')]: { x: 3900, y: 1000 },
      },
      walls: {
        ...rooms.walls,
        [wall('PQ')]: { ...rooms.walls[wall('AB')]!, a: id('joint', 'P'), b: id('joint', 'Q') },
      },
    };
    const after = run(resting, slide('CF', 500, 'proposal'));
    expect(wallsOf(after)).toContainEqual(expect.stringMatching(/ 3900,1000 > 4400,1000 new$/));
    expect(wallsOf(run(resting, slide('CF', 500)))).toContain('PQ 3000,1000 > 4400,1000 existing');
  });

  test('slid there and back everything is as it was', () => {
    for (const intent of ['survey', 'proposal'] as const) {
      for (const [name, by] of [
        ['CF', 500],
        ['CF', -500],
        ['AB', 400],
        ['AB', -400],
        ['BE', 300],
      ] as const) {
        const there = run(rooms, slide(name, by, intent));
        const made = Object.keys(there.walls).filter((key) => !rooms.walls[key as WallId]);
        const moved =
          intent === 'survey'
            ? name
            : made.map((key) => key.slice(5)).find((key) => isAlong(there, wall(key), wall(name)))!;
        const again = slideWall({
          ...of(intent),
          newId: countingIds('m'),
          wall: wall(moved),
          by: -by,
        });
        expect(run(there, again)).toEqual(rooms);
      }
    }
  });

  test('what shrank to nothing goes, unless it has an opening', () => {
    const stepped = run(rooms, slide('AB', 400));
    const doored: Storey = {
      ...stepped,
      openings: { ...stepped.openings, [id('opening', '2')]: door('n2', 0, { width: 300 }) },
    };
    const back = (storey: Storey) =>
      slideWall({
        ...of('survey'),
        newId: countingIds('m'),
        wall: wall('AB'),
        by: storey ? -395 : 0,
      });
    expect(Object.keys(run(stepped, back(stepped)).walls)).toHaveLength(7);
    expect(reasonOf(doored, back(doored))).toBe('too-short');
  });

  test('refusals, and nothing', () => {
    expect(reasonOf(rooms, slide('BE', 1995))).toBe('too-short');
    expect(reasonOf(rooms, slide('XY', 5))).toBe('gone');
    expect(run(rooms, slide('BE', 0.2, 'proposal'))).toBe(rooms);
    const gone = withPhases({ ...rooms, openings: {} }, { BE: 'demolished' });
    expect(reasonOf(gone, slide('BE', 5, 'proposal'))).toBe('demolished');
  });
});

describe('thickness', () => {
  const thicken = (
    name: string,
    thickness: number,
    hold: 'axis' | 'left' | 'right',
    intent: Intent = 'survey',
  ) => changeWall({ ...of(intent), wall: wall(name), change: { thickness }, hold });

  test('holds the axis, or the face on either side', () => {
    // BE runs down: its left is to the right of the paper.
    const at = (hold: 'axis' | 'left' | 'right') =>
      wallsOf(run(rooms, thicken('BE', 300, hold))).find((one) => one.startsWith('BE'));
    expect(at('axis')).toBe('BE 2000,2000 > 2000,0 existing');
    expect(at('left')).toBe('BE 1950,2000 > 1950,0 existing');
    expect(at('right')).toBe('BE 2050,2000 > 2050,0 existing');
    // The room beside the held face keeps its area.
    expect(areas(run(rooms, thicken('BE', 300, 'left')))).toEqual([3.06, 3.24]);
    expect(areas(run(rooms, thicken('BE', 300, 'right')))).toEqual([3.06, 3.24]);
  });

  test('a wall that carries it on stays, and the rooms stay closed', () => {
    const after = run(rooms, thicken('AB', 300, 'left'));
    expect(wallsOf(after).slice(0, 3)).toEqual([
      'AB 0,1950 > 2000,1950 existing',
      'AD 0,1950 > 0,0 existing',
      'BC 2000,2000 > 4000,2000 existing',
    ]);
    expect(areas(after)).toEqual([3.06, 3.24]);
  });

  test('in a proposal the wall is remade', () => {
    const after = run(rooms, thicken('BE', 300, 'left', 'proposal'));
    expect(wallsOf(after).filter((one) => /new|demolished/.test(one))).toEqual([
      'BE 2000,2000 > 2000,0 demolished',
      expect.stringMatching(/ 1950,2000 > 1950,0 new$/),
    ]);
    expect(areas(after)).toEqual([3.06, 3.24]);
    expect(reasonOf(rooms, thicken('BE', 0, 'left'))).toBe('needs-thickness');
  });
});

describe('a joint brought onto another', () => {
  const put = (joint: string, to: Point, intent: Intent = 'survey') =>
    moveJoint({ ...of(intent), joint: id('joint', joint), to });

  test('becomes one with it', () => {
    const after = run(apart(), put('B', { x: 3003, y: 2 }));
    expect(after.joints[id('joint', 'B')]).toBeUndefined();
    expect(after.walls[wall('AB')]!.b).toBe(id('joint', 'E'));
    const further = run(after, put('E', { x: 3000, y: -500 }));
    expect(wallsOf(further).slice(0, 2)).toEqual([
      'AB 0,1000 > 3000,-500 existing',
      'CE 3000,2000 > 3000,-500 existing',
    ]);
  });

  test('in a proposal new walls follow and surveyed ones are remade', () => {
    const drawn = run(apart('new'), put('B', { x: 3000, y: 0 }, 'proposal'));
    expect(drawn.walls[wall('AB')]!.b).toBe(id('joint', 'E'));
    const remade = run(apart(), put('B', { x: 3000, y: 0 }, 'proposal'));
    expect(remade.joints[id('joint', 'B')]).toEqual({ x: 2000, y: 1000 });
    expect(wallsOf(remade)).toContain('n1 0,1000 > 3000,0 new');
    expect(Object.values(remade.walls).find(({ phase }) => phase === 'new')!.b).toBe(
      id('joint', 'E'),
    );
  });

  test('refuses to lay a wall on a wall, or to leave one without length', () => {
    expect(reasonOf(apart(), put('B', { x: 0, y: 1000 }))).toBe('too-short');
    expect(reasonOf(rooms, put('D', { x: 2000, y: 0 }))).toBe('too-short');
    const triangle = run({ ...rooms, openings: {} }, put('D', { x: 500, y: 500 }));
    expect(reasonOf(triangle, put('A', { x: 2000, y: 0 }))).toBe('wall-there');
  });
});

describe('an opening that keeps its distance from an end', () => {
  const kept = (keeps: 'a' | 'b'): Storey => ({
    ...rooms,
    openings: { [id('opening', '1')]: door('AB', 300, { keeps }) },
  });
  test('goes with that end, whichever moves', () => {
    const move = (joint: string, x: number) =>
      moveJoint({ ...of('survey'), joint: id('joint', joint), to: { x, y: 2000 } });
    expect(openingsOf(run(kept('a'), move('A', -200)))).toEqual(['1 in AB at 300 existing']);
    expect(openingsOf(run(kept('a'), move('B', 2200)))).toEqual(['1 in AB at 300 existing']);
    expect(openingsOf(run(kept('b'), move('A', -200)))).toEqual(['1 in AB at 500 existing']);
    expect(openingsOf(run(kept('b'), move('B', 2200)))).toEqual(['1 in AB at 500 existing']);
  });
});
