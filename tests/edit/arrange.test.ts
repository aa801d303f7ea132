import { describe, expect, test } from 'vitest';
import { type Alignment, alignElements } from '../../shared/edit/align-elements.ts';
import { arrayElements, mostCopies } from '../../shared/edit/array-elements.ts';
import { distributeElements } from '../../shared/edit/distribute-elements.ts';
import type { Intent } from '../../shared/edit/intent.ts';
import { type MirrorElements, mirrorElements } from '../../shared/edit/mirror-elements.ts';
import { pasteElements } from '../../shared/edit/paste-elements.ts';
import { setPhase } from '../../shared/edit/set-phase.ts';
import {
  entries,
  type Fixture,
  type Phase,
  type Plan,
  type Storey,
} from '../../shared/plan/model.ts';
import {
  countingIds,
  door,
  drawStorey,
  household1,
  id,
  planOf,
  storey1,
  tag,
} from '../plan/draw-plan.ts';
import { openingsOf, reasonOf, refs, run, runOnPlan, wallsOf } from './run-edit.ts';

const of = (intent: Intent) => ({ storey: storey1, intent, newId: countingIds() });
const fixture = (x: number, y: number, change: Partial<Fixture> = {}): Fixture => ({
  kind: 'wc',
  at: { x, y },
  rotation: 0,
  width: 400,
  depth: 700,
  phase: 'existing',
  ...change,
});
const places = (storey: Storey): string[] =>
  entries(storey.fixtures).map(
    ([key, { at, rotation, phase }]) => `${key.slice(8)} ${at.x},${at.y} ${rotation} ${phase}`,
  );

//  A---B   4 m wide and 2 m high, walls 200 mm thick; AB has a door.
//  |   |
//  C---D
const room = drawStorey('A-------B\n|       |\nC-------D', { dy: 1000 });
const leaf = { leaf: 'swing', hinge: 'a', side: 'left' } as const;
const furnished: Storey = {
  ...room,
  openings: { [id('opening', '1')]: door('AB', 500, leaf) },
  fixtures: {
    [id('fixture', '1')]: fixture(1000, 100),
    [id('fixture', '2')]: fixture(3001, 500, { rotation: 90 }),
    [id('fixture', '3')]: fixture(2000, 900, { width: 600 }),
  },
};

describe('mirroring', () => {
  const mirror = (
    names: string[],
    over: MirrorElements['over'],
    intent: Intent = 'survey',
    keep = false,
  ) => mirrorElements({ ...of(intent), elements: refs(...names), over, keep });

  test('over the middle of the selection: places, backs and swings', () => {
    const names = ['wall:AB', 'wall:AC', 'wall:BD', 'wall:CD', 'fixture:1', 'fixture:2'];
    const after = run(furnished, mirror(names, 'upright'));
    expect(wallsOf(after).slice(0, 2)).toEqual([
      'AB 4000,2000 > 0,2000 existing',
      'AC 4000,2000 > 4000,0 existing',
    ]);
    expect(places(after)).toEqual([
      '1 3000,100 0 existing',
      '2 999,500 270 existing',
      '3 2000,900 0 existing',
    ]);
    // Its wall runs the other way now, so the same side of the paper is its other side.
    expect(after.openings[id('opening', '1')]).toMatchObject({
      offset: 500,
      side: 'right',
      hinge: 'a',
    });
    const level = run(furnished, mirror(names, 'level'));
    expect(places(level).slice(0, 2)).toEqual([
      '1 1000,1900 180 existing',
      '2 3001,1500 90 existing',
    ]);
  });

  test('twice brings everything back', () => {
    for (const over of ['upright', 'level', { through: { x: 7, y: 9 }, degrees: 45 }] as const) {
      const names = ['wall:AB', 'wall:BD', 'fixture:1', 'fixture:2', 'fixture:3'];
      const once = run(furnished, mirror(names, over));
      expect(once).not.toEqual(furnished);
      expect(run(once, mirror(names, over))).toEqual(furnished);
    }
  });

  test('in a proposal demolishes and adds; kept originals stay', () => {
    const after = run(
      furnished,
      mirror(['wall:BD', 'fixture:1'], { through: { x: 4500, y: 0 }, degrees: 90 }, 'proposal'),
    );
    expect(wallsOf(after).filter((one) => /new|demolished/.test(one))).toEqual([
      'BD 4000,2000 > 4000,0 demolished',
      'n3 5000,2000 > 5000,0 new',
    ]);
    expect(places(after)).toContain('1 1000,100 0 demolished');
    expect(places(after)).toContain('n4 8000,100 0 new');
    const copied = run(
      furnished,
      mirror(
        ['wall:AB', 'wall:AC', 'wall:CD'],
        { through: { x: 4000, y: 0 }, degrees: 90 },
        'proposal',
        true,
      ),
    );
    expect(wallsOf(copied).filter((one) => one.endsWith('new'))).toEqual([
      'n2 8000,2000 > 4000,2000 new',
      'n4 8000,2000 > 8000,0 new',
      'n5 8000,0 > 4000,0 new',
    ]);
    expect(Object.values(copied.openings).map(({ side }) => side)).toEqual(['left', 'right']);
  });

  test('a shaft keeps to the axes, and refusals', () => {
    const riser = {
      kind: 'flue',
      line: '',
      at: { x: 0, y: 0 },
      width: 350,
      depth: 250,
      phase: 'existing',
    } as const;
    const storey = { ...room, risers: { [id('riser', '1')]: riser } };
    const slanted = run(storey, mirror(['riser:1'], { through: { x: 100, y: 0 }, degrees: 45 }));
    expect(slanted.risers[id('riser', '1')]).toMatchObject({
      at: { x: 100, y: -100 },
      width: 250,
      depth: 350,
    });
    expect(reasonOf(furnished, mirror(['opening:1'], 'upright'))).toBe('nothing-selected');
    expect(reasonOf(furnished, mirror(['fixture:9'], 'upright'))).toBe('gone');
  });
});

describe('aligning and distributing', () => {
  const all = refs('fixture:1', 'fixture:2', 'fixture:3');
  const align = (to: Alignment, intent: Intent = 'survey', elements = all) =>
    alignElements({ ...of(intent), elements, to });

  // 1 covers x 800..1200, y 100..800; 2 covers x 2301..3001, y 300..700; 3 x 1700..2300, y 900..1600.
  test('brings edges and middles to one line', () => {
    const at = (to: Alignment) => places(run(furnished, align(to))).map((one) => one.split(' ')[1]);
    expect(at('left')).toEqual(['1000,100', '1500,500', '1100,900']);
    expect(at('right')).toEqual(['2801,100', '3001,500', '2701,900']);
    expect(at('bottom')).toEqual(['1000,100', '3001,300', '2000,100']);
    expect(at('top')).toEqual(['1000,900', '3001,1400', '2000,900']);
    expect(at('middle')).toEqual(['1000,500', '3001,850', '2000,500']);
    expect(at('centre')).toEqual(['1901,100', '2251,500', '1901,900']);
  });

  test('joined walls go together; in a proposal only what moves is remade', () => {
    const elements = refs('wall:AC', 'wall:CD', 'fixture:1');
    const after = run(furnished, align('bottom', 'proposal', elements));
    expect(wallsOf(after).every((one) => one.endsWith('existing'))).toBe(true);
    expect(places(after)).toContain('1 1000,100 0 demolished');
    expect(places(after)).toContain('n1 1000,-100 0 new');
    const walls = run(
      { ...furnished, openings: {} },
      align('left', 'survey', refs('wall:AB', 'wall:BD', 'fixture:1')),
    );
    expect(places(walls)[0]).toBe('1 200,100 0 existing');
  });

  test('gives equal clear distances between the outermost', () => {
    const spread = run(
      furnished,
      distributeElements({ ...of('survey'), elements: all, along: 'across' }),
    );
    // 2201 mm in all less 400, 600 and 700: two gaps of 250.5.
    expect(places(spread).map((one) => one.split(' ')[1])).toEqual([
      '1000,100',
      '3001,500',
      '1751,900',
    ]);
    const up = run(furnished, distributeElements({ ...of('survey'), elements: all, along: 'up' }));
    expect(places(up).map((one) => one.split(' ')[1])).toEqual([
      '1000,100',
      '3001,850',
      '2000,900',
    ]);
  });

  test('refusals', () => {
    expect(reasonOf(furnished, align('left', 'survey', refs('fixture:1')))).toBe('too-few');
    expect(reasonOf(furnished, align('left', 'survey', refs('wall:AB', 'wall:BD')))).toBe(
      'too-few',
    );
    const two = distributeElements({
      ...of('survey'),
      elements: refs('fixture:1', 'fixture:2'),
      along: 'up',
    });
    expect(reasonOf(furnished, two)).toBe('too-few');
    expect(reasonOf(furnished, align('left', 'survey', refs('opening:1')))).toBe(
      'nothing-selected',
    );
  });
});

describe('an array', () => {
  const array = (
    names: string[],
    copies: number,
    x: number,
    y: number,
    intent: Intent = 'survey',
  ) => arrayElements({ ...of(intent), elements: refs(...names), copies, by: { x, y } });

  test('adds copies at even distances', () => {
    expect(places(run(furnished, array(['fixture:1'], 3, 500, -10, 'proposal')))).toEqual([
      '1 1000,100 0 existing',
      '2 3001,500 90 existing',
      '3 2000,900 0 existing',
      'n1 1500,90 0 new',
      'n2 2000,80 0 new',
      'n3 2500,70 0 new',
    ]);
  });

  test('rooms side by side share their walls', () => {
    const after = run(furnished, array(['wall:AB', 'wall:AC', 'wall:BD', 'wall:CD'], 2, 4000, 0));
    // Each copy has the wall to its left already.
    expect(Object.keys(after.walls)).toHaveLength(4 + 3 + 3);
    expect(Object.keys(after.joints)).toHaveLength(4 + 2 + 2);
    expect(Object.keys(after.openings)).toHaveLength(3);
  });

  test('windows along a wall, as many as fit', () => {
    expect(openingsOf(run(furnished, array(['opening:1'], 2, 900, 0)))).toEqual([
      '1 in AB at 500 existing',
      'n1 in AB at 1400 existing',
      'n2 in AB at 2300 existing',
    ]);
    expect(reasonOf(furnished, array(['opening:1'], 4, 900, 0))).toBe('outside-wall');
    expect(reasonOf(furnished, array(['opening:1'], 1, 700, 0))).toBe('overlaps-opening');
  });

  test('refusals', () => {
    expect(reasonOf(furnished, array(['fixture:1'], 0, 10, 0))).toBe('copies');
    expect(reasonOf(furnished, array(['fixture:1'], 1.5, 10, 0))).toBe('copies');
    expect(reasonOf(furnished, array(['fixture:1'], mostCopies + 1, 10, 0))).toBe('copies');
    expect(reasonOf(furnished, array(['fixture:1'], 2, 0.2, 0))).toBe('no-distance');
    expect(reasonOf(furnished, array([], 2, 10, 0))).toBe('nothing-selected');
  });
});

describe('pasting', () => {
  const upper = id('storey', '2');
  const building: Plan = {
    ...planOf({
      ...furnished,
      rooms: { [id('room', '1')]: tag(500, 500, { holders: [household1] }) },
    }),
    storeys: {
      [storey1]: {
        ...furnished,
        rooms: { [id('room', '1')]: tag(500, 500, { holders: [household1] }) },
      },
      [upper]: { ...room, level: 2, elevation: 2900 },
    },
  };
  const paste = (names: string[], plan: Plan = building, intent: Intent = 'proposal') =>
    pasteElements({
      storey: upper,
      from: plan.storeys[storey1]!,
      elements: refs(...names),
      by: { x: 0, y: 0 },
      intent,
      newId: countingIds(),
    });

  test('on another storey at the same place; a window goes into the wall there', () => {
    const after = runOnPlan(building, paste(['opening:1', 'fixture:1', 'room:1'])).storeys[upper]!;
    expect(openingsOf(after)).toEqual(['n3 in AB at 500 new']);
    expect(places(after)).toEqual(['n2 1000,100 0 new']);
    expect(after.rooms[id('room', 'n1')]?.holders).toEqual([household1]);
  });

  test('into a wall that runs the other way', () => {
    const wall = room.walls[id('wall', 'AB')]!;
    const turned = {
      ...room,
      level: 2,
      walls: { ...room.walls, [id('wall', 'AB')]: { ...wall, a: wall.b, b: wall.a } },
    };
    const plan = { ...building, storeys: { ...building.storeys, [upper]: turned } };
    const after = runOnPlan(plan, paste(['opening:1'], plan)).storeys[upper]!;
    expect(Object.values(after.openings)[0]).toMatchObject({
      offset: 2700,
      hinge: 'b',
      side: 'right',
    });
  });

  test('what is gone from its storey is pasted all the same, without a household that is gone', () => {
    const emptied: Plan = {
      ...building,
      households: {},
      storeys: { ...building.storeys, [storey1]: room },
    };
    const after = runOnPlan(emptied, paste(['room:1', 'wall:AB'], building)).storeys[upper]!;
    expect(after.rooms[id('room', 'n1')]?.holders).toEqual([]);
    // The wall is there already.
    expect(Object.keys(after.walls)).toHaveLength(4);
  });

  test('refusals', () => {
    const reason = (plan: Plan, names: string[]) => paste(names, building).refuse?.(plan)?.reason;
    const empty = { ...room, level: 2, walls: {}, joints: {} };
    const bare = { ...building, storeys: { ...building.storeys, [upper]: empty } };
    expect(reason(bare, ['opening:1'])).toBe('no-wall');
    expect(reason(building, ['fixture:9'])).toBe('gone');
    expect(reason(building, [])).toBe('nothing-selected');
    const { [upper]: _, ...others } = building.storeys;
    expect(reason({ ...building, storeys: others }, ['fixture:1'])).toBe('gone');
  });
});

describe('a status set by hand', () => {
  const set = (names: string[], phase: Phase) =>
    setPhase({ storey: storey1, elements: refs(...names), phase });
  const withDoor = (phase: Phase, wall: Phase = 'existing'): Storey => ({
    ...furnished,
    walls: { ...room.walls, [id('wall', 'AB')]: { ...room.walls[id('wall', 'AB')]!, phase: wall } },
    openings: { [id('opening', '1')]: door('AB', 500, { phase }) },
  });

  test('a wall takes its openings along as far as it must', () => {
    const phases = (storey: Storey) => [
      storey.walls[id('wall', 'AB')]!.phase,
      storey.openings[id('opening', '1')]!.phase,
    ];
    expect(phases(run(withDoor('existing'), set(['wall:AB'], 'demolished')))).toEqual([
      'demolished',
      'demolished',
    ]);
    expect(phases(run(withDoor('existing'), set(['wall:AB'], 'new')))).toEqual(['new', 'new']);
    expect(phases(run(withDoor('new', 'new'), set(['wall:AB'], 'existing')))).toEqual([
      'existing',
      'existing',
    ]);
    expect(phases(run(withDoor('demolished', 'demolished'), set(['wall:AB'], 'existing')))).toEqual(
      ['existing', 'existing'],
    );
    expect(phases(run(withDoor('new', 'new'), set(['wall:AB'], 'demolished')))).toEqual([
      'demolished',
      'demolished',
    ]);
    expect(places(run(furnished, set(['fixture:1'], 'new')))[0]).toBe('1 1000,100 0 new');
  });

  test('refusals', () => {
    expect(reasonOf(withDoor('new'), set(['wall:AB'], 'demolished'))).toBe('new-opening');
    expect(reasonOf(withDoor('new', 'new'), set(['opening:1'], 'existing'))).toBe('wall-phase');
    expect(reasonOf(withDoor('demolished', 'demolished'), set(['opening:1'], 'new'))).toBe(
      'wall-phase',
    );
    expect(reasonOf(furnished, set(['wall:XY'], 'new'))).toBe('gone');
    const doubled: Storey = {
      ...room,
      walls: {
        ...room.walls,
        [id('wall', '2')]: { ...room.walls[id('wall', 'AB')]!, phase: 'new' },
        [id('wall', 'AB')]: { ...room.walls[id('wall', 'AB')]!, phase: 'demolished' },
      },
    };
    expect(reasonOf(doubled, set(['wall:AB'], 'existing'))).toBe('wall-there');
  });
});
