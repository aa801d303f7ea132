import { describe, expect, test } from 'vitest';
import type { Intent } from '../../shared/edit/intent.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import { moveJoint } from '../../shared/edit/move-joint.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import { setWallLength } from '../../shared/edit/set-wall-length.ts';
import type { Phase, Point, Storey } from '../../shared/plan/model.ts';
import { countingIds, door, drawStorey, id, storey1, tag } from '../plan/draw-plan.ts';
import { openingsOf, reasonOf, refs, refusalOf, run, wallsOf } from './run-edit.ts';

//  1000 A-------B   A wall EF rests with F on the body of BD, whose thickness is 200 mm:
//       |       |   its end lies at x = 3900, on the face.
//   500 |    E--F
//       |       |
//     0 C-------D
const room = drawStorey(
  `
A-------B
|       |
C-------D`,
  { dy: 500 },
);
const plan: Storey = {
  ...room,
  joints: {
    ...room.joints,
    [id('joint', 'E')]: { x: 2000, y: 500 },
    [id('joint', 'F')]: { x: 3900, y: 500 },
  },
  walls: {
    ...room.walls,
    [id('wall', 'EF')]: {
      a: id('joint', 'E'),
      b: id('joint', 'F'),
      thickness: 100,
      kind: 'partition',
      phase: 'existing',
    },
  },
};
const withPhases = (storey: Storey, phases: Record<string, Phase>): Storey => ({
  ...storey,
  walls: Object.fromEntries(
    Object.entries(storey.walls).map(([key, wall]) => [
      key,
      { ...wall, phase: phases[key.slice(5)] ?? wall.phase },
    ]),
  ),
});
const withDoor = (storey: Storey, wall: string, offset: number, phase: Phase = 'existing') => ({
  ...storey,
  openings: { opening_1: door(wall, offset, { phase }) },
});

const move = (names: string[], x: number, y: number, intent: Intent = 'survey') =>
  moveElements({
    storey: storey1,
    elements: refs(...names),
    by: { x, y },
    intent,
    newId: countingIds(),
  });

describe('the survey', () => {
  test('a wall takes its neighbours and what rests on it along', () => {
    expect(wallsOf(run(plan, move(['wall:BD'], 300, 0)))).toEqual([
      'AB 0,1000 > 4300,1000 existing',
      'AC 0,1000 > 0,0 existing',
      'BD 4300,1000 > 4300,0 existing',
      'CD 0,0 > 4300,0 existing',
      'EF 2000,500 > 4200,500 existing',
    ]);
  });

  test('an opening keeps its place when the next wall moves, whichever end that is', () => {
    const after = run(withDoor(plan, 'AB', 500), move(['wall:AC'], -100.4, 0));
    expect(openingsOf(after)).toEqual(['1 in AB at 600 existing']);
    expect(after.joints[id('joint', 'A')]).toEqual({ x: -100, y: 1000 });
    const atB = run(withDoor(plan, 'AB', 500), move(['wall:BD'], 100, 0));
    expect(openingsOf(atB)).toEqual(['1 in AB at 500 existing']);
    const whole = run(withDoor(plan, 'AB', 500), move(['wall:AB'], 0, 100));
    expect(openingsOf(whole)).toEqual(['1 in AB at 500 existing']);
    const both = run(withDoor(plan, 'AB', 500), move(['wall:AC', 'opening:1'], -100, 0));
    expect(openingsOf(both)).toEqual(['1 in AB at 500 existing']);
    const other = run(withDoor(plan, 'AB', 500), move(['wall:BD', 'opening:1'], 100, 0));
    expect(openingsOf(other)).toEqual(['1 in AB at 600 existing']);
  });

  test('refuses to cut an opening off, and names it', () => {
    const refusal = refusalOf(withDoor(plan, 'AB', 3000), move(['wall:BD'], -300, 0));
    expect(refusal?.reason).toBe('cuts-opening');
    expect(refusal?.about).toEqual(refs('opening:1'));
    expect(refusal?.text).toEqual({
      zh: '墙长变为 3700 mm，容不下800 mm 宽的门；请先移动或缩小它。',
      en: 'The wall would be 3700 mm long and cut off the door of 800 mm; move or narrow it first.',
    });
  });

  test('refuses a wall that would be too short', () => {
    expect(reasonOf(plan, move(['wall:BD'], -3995, 0))).toBe('too-short');
  });

  test('tags, fixtures and risers move by themselves, and tags only when meant', () => {
    const furnished: Storey = { ...room, rooms: { [id('room', '1')]: tag(1000, 500) } };
    expect(run(furnished, move(['wall:BD'], 300, 0)).rooms).toEqual(furnished.rooms);
    const after = run(furnished, move(['room:1'], 300, 10));
    expect(after.rooms).toEqual({ room_1: tag(1300, 510) });
  });
});

describe('a proposal', () => {
  test('demolishes a surveyed wall and adds a new one; surveyed neighbours stay', () => {
    const after = run(withDoor(plan, 'BD', 100), move(['wall:BD'], -300, 0, 'proposal'));
    expect(wallsOf(after)).toEqual([
      'AB 0,1000 > 4000,1000 existing',
      'AC 0,1000 > 0,0 existing',
      'BD 4000,1000 > 4000,0 demolished',
      'CD 0,0 > 4000,0 existing',
      'EF 2000,500 > 3900,500 existing',
      'n3 3700,1000 > 3700,0 new',
    ]);
    expect(openingsOf(after)).toEqual(['1 in BD at 100 demolished', 'n4 in n3 at 100 new']);
  });

  test('new neighbours and new walls that rest on it follow', () => {
    const mixed = withPhases(plan, { AB: 'new', EF: 'new' });
    expect(wallsOf(run(mixed, move(['wall:BD'], -300, 0, 'proposal')))).toEqual([
      'AB 0,1000 > 3700,1000 new',
      'AC 0,1000 > 0,0 existing',
      'BD 4000,1000 > 4000,0 demolished',
      'CD 0,0 > 4000,0 existing',
      'EF 2000,500 > 3600,500 new',
      'n3 3700,1000 > 3700,0 new',
    ]);
  });

  test('a new wall moves itself, away from the surveyed walls at its ends', () => {
    const mixed = withDoor(withPhases(plan, { BD: 'new' }), 'BD', 100, 'new');
    const after = run(mixed, move(['wall:BD'], -300, 0, 'proposal'));
    expect(wallsOf(after)).toEqual([
      'AB 0,1000 > 4000,1000 existing',
      'AC 0,1000 > 0,0 existing',
      'BD 3700,1000 > 3700,0 new',
      'CD 0,0 > 4000,0 existing',
      'EF 2000,500 > 3900,500 existing',
    ]);
    expect(openingsOf(after)).toEqual(['1 in BD at 100 new']);
  });

  test('the door of a wall remade because its end a moves keeps its place', () => {
    const storey = withDoor(plan, 'AB', 500);
    const joints = [{ kind: 'joint' as const, id: 'joint_A', storey: storey1 }];
    const shift = {
      storey: storey1,
      elements: joints,
      by: { x: -100, y: 0 },
      newId: countingIds(),
    };
    const after = run(storey, moveElements({ ...shift, intent: 'proposal' }));
    expect(openingsOf(after).filter((one) => one.endsWith('new'))).toEqual([
      expect.stringMatching(/ at 600 new$/),
    ]);
  });

  test('a demolished opening stays behind, a new one changes walls', () => {
    const openings = {
      opening_1: door('BD', 100, { phase: 'demolished' }),
      opening_2: door('BD', 0, { phase: 'new' }),
    };
    const after = run({ ...plan, openings }, move(['wall:BD'], -300, 0, 'proposal'));
    expect(openingsOf(after)).toEqual(['1 in BD at 100 demolished', '2 in n3 at 0 new']);
  });

  test('moved walls share their new joints', () => {
    const after = run(plan, move(['wall:AB', 'wall:BD'], 0, 500, 'proposal'));
    const walls = Object.values(after.walls).filter(({ phase }) => phase === 'new');
    expect(walls).toHaveLength(2);
    expect(walls[0]?.b).toBe(walls[1]?.a);
  });

  test('what is demolished stays, and by itself is refused', () => {
    const mixed = withPhases(plan, { BD: 'demolished' });
    expect(reasonOf(mixed, move(['wall:BD'], 5, 0, 'proposal'))).toBe('demolished');
    expect(run(mixed, move(['wall:BD', 'wall:EF'], 5, 0, 'proposal')).walls).toMatchObject({
      wall_BD: { phase: 'demolished' },
      wall_EF: { phase: 'demolished' },
    });
  });

  test('a fixture is demolished and comes as new', () => {
    const fixture = {
      kind: 'wc',
      at: { x: 0, y: 0 },
      rotation: 0,
      width: 400,
      depth: 700,
    } as const;
    const furnished: Storey = {
      ...room,
      fixtures: { [id('fixture', '1')]: { ...fixture, phase: 'existing' } },
    };
    expect(run(furnished, move(['fixture:1'], 10, 0, 'proposal')).fixtures).toEqual({
      fixture_1: { ...fixture, phase: 'demolished' },
      fixture_n1: { ...fixture, at: { x: 10, y: 0 }, phase: 'new' },
    });
  });
});

test('a fixture or a door that is moved back is what it was', () => {
  const fixture = { kind: 'wc', at: { x: 0, y: 0 }, rotation: 0, width: 400, depth: 700 } as const;
  const furnished: Storey = {
    ...withDoor(room, 'AB', 500),
    fixtures: { [id('fixture', '1')]: { ...fixture, phase: 'existing' } },
  };
  const away = run(furnished, move(['fixture:1', 'opening:1'], 10, 0, 'proposal'));
  expect(Object.values(away.fixtures).map(({ phase }) => phase)).toEqual(['demolished', 'new']);
  const back = run(away, move(['fixture:n1', 'opening:n2'], -10, 0, 'proposal'));
  expect(back).toEqual(furnished);
  const doorFirst = run(away, move(['opening:n2'], 5, 0, 'proposal'));
  expect(openingsOf(doorFirst)).toEqual(['1 in AB at 500 demolished', 'n2 in AB at 515 new']);
});

test('moving nothing, nowhere, or what is gone', () => {
  expect(reasonOf(plan, move([], 5, 5))).toBe('nothing-selected');
  expect(reasonOf(plan, move(['wall:XY'], 5, 5))).toBe('gone');
  expect(run(plan, move(['wall:BD'], 0.2, 0, 'proposal'))).toBe(plan);
});

describe('a joint', () => {
  const put = (joint: string, to: Point, intent: Intent = 'survey') =>
    moveJoint({ storey: storey1, joint: id('joint', joint), to, intent, newId: countingIds() });

  test('in the survey takes its walls along', () => {
    const after = run(plan, put('B', { x: 4500.4, y: 1200 }));
    expect(wallsOf(after).slice(0, 3)).toEqual([
      'AB 0,1000 > 4500,1200 existing',
      'AC 0,1000 > 0,0 existing',
      'BD 4500,1200 > 4000,0 existing',
    ]);
  });

  test('in a proposal takes the new walls, or else remakes the surveyed ones', () => {
    const mixed = run(withPhases(plan, { AB: 'new' }), put('B', { x: 4500, y: 1000 }, 'proposal'));
    expect(wallsOf(mixed).filter((wall) => /^(AB|BD|n)/.test(wall))).toEqual([
      'AB 0,1000 > 4500,1000 new',
      'BD 4000,1000 > 4000,0 existing',
    ]);
    const remade = run(plan, put('B', { x: 4500, y: 1000 }, 'proposal'));
    expect(wallsOf(remade).filter((wall) => /^(AB|BD|n)/.test(wall))).toEqual([
      'AB 0,1000 > 4000,1000 demolished',
      'BD 4000,1000 > 4000,0 demolished',
      'n2 0,1000 > 4500,1000 new',
      'n3 4500,1000 > 4000,0 new',
    ]);
  });

  test('refusals', () => {
    expect(reasonOf(plan, put('Z', { x: 0, y: 0 }))).toBe('gone');
    expect(reasonOf(plan, put('B', { x: 4000, y: 9 }))).toBe('too-short');
    const doored = withDoor(plan, 'AB', 3100);
    expect(reasonOf(doored, put('B', { x: 3800, y: 1000 }))).toBe('cuts-opening');
    const refusal = refusalOf(doored, put('B', { x: 3800, y: 1000 }, 'proposal'));
    expect(refusal?.reason).toBe('cuts-opening');
    expect(refusal?.about).toEqual(refs('opening:1'));
    const flat = withPhases(plan, { AB: 'demolished', BD: 'demolished' });
    expect(reasonOf(flat, put('B', { x: 0, y: 5000 }, 'proposal'))).toBe('demolished');
  });
});

describe('turning', () => {
  const turn = (names: string[], degrees: number, intent: Intent = 'survey') =>
    rotateElements({
      storey: storey1,
      elements: refs(...names),
      degrees,
      intent,
      newId: countingIds(),
    });

  test('a fixture turns where it stands', () => {
    const fixture = {
      kind: 'wc',
      at: { x: 7, y: 9 },
      rotation: 270,
      width: 400,
      depth: 700,
      phase: 'existing',
    } as const;
    const furnished: Storey = { ...room, fixtures: { [id('fixture', '1')]: fixture } };
    const after = run(furnished, turn(['fixture:1'], 90));
    expect(after.fixtures).toEqual({ fixture_1: { ...fixture, rotation: 0 } });
  });

  test('walls turn about their middle, with what stands among them', () => {
    const furnished: Storey = {
      ...room,
      risers: {
        [id('riser', '1')]: {
          kind: 'flue',
          line: '',
          at: { x: 1000, y: 500 },
          width: 350,
          depth: 250,
          phase: 'existing',
        },
      },
    };
    const after = run(furnished, turn(['wall:AB', 'wall:CD', 'riser:1'], 90));
    expect(wallsOf(after)).toEqual([
      'AB 1500,-1500 > 1500,2500 existing',
      'AC 1500,-1500 > 2500,-1500 existing',
      'BD 1500,2500 > 2500,2500 existing',
      'CD 2500,-1500 > 2500,2500 existing',
    ]);
    expect(after.risers[id('riser', '1')]).toMatchObject({
      at: { x: 2000, y: -500 },
      width: 250,
      depth: 350,
    });
  });

  test('four quarter turns bring everything back', () => {
    let storey = plan;
    for (let quarter = 0; quarter < 4; quarter += 1) storey = run(storey, turn(['wall:BD'], 90));
    expect(storey).toEqual(plan);
  });

  test('an opening cannot turn by itself', () => {
    expect(reasonOf(withDoor(plan, 'AB', 0), turn(['opening:1'], 90))).toBe('nothing-selected');
  });
});

describe('a typed length', () => {
  const set = (wall: string, length: number, hold: 'a' | 'b', intent: Intent = 'survey') =>
    setWallLength({
      storey: storey1,
      wall: id('wall', wall),
      length,
      hold,
      intent,
      newId: countingIds(),
    });

  test('moves the other end; the wall across comes along upright, with what rests on it', () => {
    expect(wallsOf(run(plan, set('AB', 5000, 'a')))).toEqual([
      'AB 0,1000 > 5000,1000 existing',
      'AC 0,1000 > 0,0 existing',
      'BD 5000,1000 > 5000,0 existing',
      'CD 0,0 > 5000,0 existing',
      'EF 2000,500 > 4900,500 existing',
    ]);
    expect(wallsOf(run(plan, set('AB', 5000, 'b')))[0]).toBe('AB -1000,1000 > 4000,1000 existing');
  });

  test('in a proposal remakes that wall only', () => {
    const after = run(plan, set('AB', 5000, 'a', 'proposal'));
    expect(wallsOf(after).filter((wall) => /^(AB|BD|n)/.test(wall))).toEqual([
      'AB 0,1000 > 4000,1000 demolished',
      'BD 4000,1000 > 4000,0 existing',
      'n2 0,1000 > 5000,1000 new',
    ]);
  });

  test('refusals', () => {
    expect(reasonOf(plan, set('AB', 9, 'a'))).toBe('too-short');
    expect(reasonOf(plan, set('AB', Number.NaN, 'a'))).toBe('too-short');
    expect(reasonOf(plan, set('AB', 200_001, 'a'))).toBe('too-long');
    expect(reasonOf(plan, set('AB', 200_000, 'a'))).toBeUndefined();
    expect(reasonOf(plan, set('AB', 3_000_000, 'a'))).toBe('too-long');
    expect(reasonOf(withDoor(plan, 'AB', 3000), set('AB', 3500, 'a'))).toBe('cuts-opening');
  });
});
