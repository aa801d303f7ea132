import { describe, expect, test } from 'vitest';
import { axisLetter, labelledAxes } from '../../shared/derive/axis-labels.ts';
import { measuredDimension } from '../../shared/derive/dimensions.ts';
import { addAxis, deleteAxes, moveAxes, moveAxis } from '../../shared/edit/axes.ts';
import { changeWall } from '../../shared/edit/change-wall.ts';
import type { Command } from '../../shared/edit/command.ts';
import { copyElements } from '../../shared/edit/copy-elements.ts';
import { copyStorey } from '../../shared/edit/copy-storey.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { changeDimension, drawDimension } from '../../shared/edit/draw-dimension.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import { setNorth } from '../../shared/edit/set-north.ts';
import { changeNote, writeNote } from '../../shared/edit/write-note.ts';
import type { Anchor, DimensionId, NoteId, Plan, Storey } from '../../shared/plan/model.ts';
import { countingIds, door, drawStorey, id, planOf, storey1 } from '../plan/draw-plan.ts';
import { reasonOf, refs, run, runOnPlan } from './run-edit.ts';

/** 3 m square, walls 200 thick, a door 500 from A in the lower wall. */
const room: Storey = {
  ...drawStorey(`
A-----B
|     |
|     |
C-----D`),
  openings: { [id('opening', '1')]: door('CD', 500) },
};
const storey = storey1;
const survey = { storey, intent: 'survey', newId: countingIds('s') } as const;
const proposal = { storey, intent: 'proposal', newId: countingIds('p') } as const;
const joint = (name: string): Anchor => ({
  at: room.joints[id('joint', name)]!,
  on: { joint: id('joint', name) },
});
const jamb = (end: 'a' | 'b'): Anchor => ({
  at: { x: 0, y: 0 },
  on: { opening: id('opening', '1'), jamb: end },
});
const face = (wall: string, along: number, side: 'left' | 'right'): Anchor => ({
  at: { x: 0, y: 0 },
  on: { wall: id('wall', wall), along, face: side },
});
const draw = (anchors: readonly Anchor[], along: 'x' | 'y' | 'line' = 'x', offset = -700) =>
  drawDimension({ storey, anchors, along, offset, newId: countingIds('d') });
const d1 = id('dimension', 'd1');
const measured = (of: Storey, one: DimensionId = d1) => measuredDimension(of, of.dimensions![one]!);
const lengths = (of: Storey) => measured(of).lengths.map(Math.round);
const joined = run(room, draw([joint('D'), jamb('b'), joint('C'), jamb('a')]));

describe('a chain of dimensions', () => {
  test('measures between its anchors in their order along it, whatever order they were clicked in', () => {
    expect(lengths(joined)).toEqual([500, 800, 1700]);
    expect(measured(joined).feet.map(({ y }) => y)).toEqual([-700, -700, -700, -700]);
    expect(measured(joined).isLost).toBe(false);
  });
  test('measures clear widths between wall faces', () => {
    const clear = run(room, draw([face('AC', 1000, 'left'), face('BD', 1000, 'right')]));
    expect(lengths(clear)).toEqual([2800]);
    const thick = run(
      clear,
      changeWall({ ...survey, wall: id('wall', 'AC'), change: { thickness: 400 } }),
    );
    expect(lengths(thick)).toEqual([2700]);
  });
  test('follows what it measures', () => {
    const wider = run(
      joined,
      moveElements({ ...survey, elements: refs('wall:BD'), by: { x: 600, y: 0 } }),
    );
    expect(lengths(wider)).toEqual([500, 800, 2300]);
    const slid = run(
      joined,
      moveElements({ ...survey, elements: refs('opening:1'), by: { x: 200, y: 0 } }),
    );
    expect(lengths(slid)).toEqual([700, 800, 1500]);
  });
  test('follows a surveyed wall that a proposal moves onto the new one', () => {
    const clear = run(room, draw([face('AC', 1000, 'left'), face('BD', 1000, 'right')]));
    const after = run(
      clear,
      moveElements({ ...proposal, elements: refs('wall:BD'), by: { x: 500, y: 0 } }),
    );
    expect(lengths(after)).toEqual([3300]);
    expect(measured(after).places.map(({ phase }) => phase)).toEqual(['existing', 'new']);
  });
  test('says so when what it measures goes, and stays where it was', () => {
    const moved = run(
      joined,
      moveElements({ ...survey, elements: refs('opening:1'), by: { x: 200, y: 0 } }),
    );
    const after = run(
      moved,
      deleteElements({ storey, elements: refs('opening:1'), intent: 'survey' }),
    );
    expect(measured(after).isLost).toBe(true);
    expect(lengths(after)).toEqual([700, 800, 1500]);
  });
  test('of a demolished wall knows that it does not stay', () => {
    const clear = run(room, draw([face('AC', 1000, 'left'), face('BD', 1000, 'right')]));
    const after = run(
      clear,
      deleteElements({ storey, elements: refs('wall:BD'), intent: 'proposal' }),
    );
    expect(measured(after).places.map(({ phase }) => phase)).toEqual(['existing', 'demolished']);
    expect(measured(after).isLost).toBe(false);
  });
  test('needs a distance in its direction', () => {
    expect(reasonOf(room, draw([joint('A'), joint('C')], 'x'))).toBe('no-length');
    expect(reasonOf(room, draw([joint('A')], 'x'))).toBe('no-length');
    expect(lengths(run(room, draw([joint('A'), joint('C')], 'y')))).toEqual([3000]);
    expect(lengths(run(room, draw([joint('A'), joint('D')], 'line')))).toEqual([4243]);
  });
  test('slides its line when it is moved by itself, and goes', () => {
    const slid = run(
      joined,
      moveElements({ ...survey, elements: refs('dimension:d1'), by: { x: 50, y: -300 } }),
    );
    expect(slid.dimensions?.[d1]?.offset).toBe(-1000);
    expect(lengths(slid)).toEqual(lengths(joined));
    const change = { storey, dimension: d1, change: { offset: 250.4 } };
    expect(run(joined, changeDimension(change)).dimensions?.[d1]?.offset).toBe(250);
    const gone = deleteElements({ storey, elements: refs('dimension:d1'), intent: 'proposal' });
    expect(run(joined, gone).dimensions).toEqual({});
    expect(gone.label.zh).toBe('删除');
  });
  test('turns with all that it measures', () => {
    const all = refs('wall:AB', 'wall:AC', 'wall:BD', 'wall:CD', 'dimension:d1');
    const foot = (of: Storey) => {
      const { feet, from } = measured(of);
      return Math.round(Math.hypot(feet[0]!.x - from[0]!.x, feet[0]!.y - from[0]!.y));
    };
    for (const degrees of [90, 180, 270]) {
      const turned = run(joined, rotateElements({ ...survey, elements: all, degrees }));
      expect([...lengths(turned)].sort()).toEqual([...lengths(joined)].sort());
      expect(foot(turned)).toBe(700);
      // On the far side of the room still.
      const inside = measured(turned).feet.every(
        ({ x, y }) => x > 0 && x < 3000 && y > 0 && y < 3000,
      );
      expect(inside).toBe(false);
    }
  });
  test('is copied with its walls and hangs on the copies', () => {
    const clear = run(room, draw([face('AC', 1000, 'left'), face('BD', 1000, 'right')]));
    const elements = refs('wall:AC', 'wall:BD', 'dimension:d1');
    const after = run(clear, copyElements({ ...survey, elements, by: { x: 0, y: 9000 } }));
    const copy = Object.values(after.dimensions!).find((one) => one !== after.dimensions![d1]);
    const hosts = copy!.anchors.map(({ on }) => (on && 'wall' in on ? on.wall : null));
    expect(hosts.every((wall) => wall !== null && after.walls[wall] !== undefined)).toBe(true);
    expect(hosts).not.toContain(id('wall', 'AC'));
    const above = runOnPlan(
      planOf(clear),
      copyStorey({ storey, name: '二层', newId: countingIds('u') }),
    );
    const [upper] = Object.entries(above.storeys).flatMap(([key, one]) =>
      key === storey ? [] : [one],
    );
    const [carried] = Object.values(upper!.dimensions!);
    expect(measuredDimension(upper!, carried!)).toMatchObject({ lengths: [2800], isLost: false });
  });
});

describe('a note', () => {
  const write = writeNote({
    storey,
    at: { x: 100, y: 100 },
    words: ' 原烟道 ',
    to: { x: 900, y: 900 },
    newId: countingIds('k'),
  });
  const n1: NoteId = id('note', 'k1');
  const written = run(room, write);
  test('is written, changed, and goes', () => {
    expect(written.notes?.[n1]).toEqual({
      at: { x: 100, y: 100 },
      words: '原烟道',
      to: { x: 900, y: 900 },
    });
    const change = (part: Parameters<typeof changeNote>[0]['change']) =>
      changeNote({ storey, note: n1, change: part });
    expect(run(written, change({ words: '已封堵' })).notes?.[n1]?.words).toBe('已封堵');
    expect(run(written, change({ to: undefined })).notes?.[n1]).not.toHaveProperty('to');
    expect(reasonOf(written, change({ words: '  ' }))).toBe('no-words');
    expect(reasonOf(room, change({ words: 'x' }))).toBe('gone');
    const gone = deleteElements({ storey, elements: refs('note:k1'), intent: 'survey' });
    expect(run(written, gone).notes).toEqual({});
  });
  test('moves its words by itself, and its leader as well among other elements', () => {
    const move = (...names: string[]) =>
      run(written, moveElements({ ...survey, elements: refs(...names), by: { x: 10, y: 0 } }));
    expect(move('note:k1').notes?.[n1]).toMatchObject({ at: { x: 110 }, to: { x: 900 } });
    expect(move('note:k1', 'wall:AB', 'wall:CD').notes?.[n1]).toMatchObject({
      at: { x: 110 },
      to: { x: 910 },
    });
  });
});

describe('the axis grid', () => {
  const plan = planOf(room);
  const add = (on: Plan, runs: 'upright' | 'level', place: number, name: string) =>
    runOnPlan(on, addAxis({ runs, place, newId: countingIds(name) }));
  const reason = (on: Plan, command: Command) => perform(startHistory(on), command).refusal?.reason;
  const grid = add(add(add(plan, 'upright', 3000, 'a'), 'upright', 0, 'b'), 'level', 0, 'c');
  const labels = (on: Plan) => labelledAxes(on.axes).map(({ label, place }) => `${label}@${place}`);

  test('is numbered from left to right and lettered from bottom to top', () => {
    expect(labels(grid)).toEqual(['1@0', '2@3000', 'A@0']);
    expect(labels(add(grid, 'upright', 1500, 'd'))).toEqual(['1@0', '2@1500', '3@3000', 'A@0']);
  });
  test('has no I, O and Z, and goes on with AA', () => {
    const all = Array.from({ length: 24 }, (_, index) => axisLetter(index)).join(' ');
    expect(all).toBe('A B C D E F G H J K L M N P Q R S T U V W X Y AA');
    expect(axisLetter(23 + 23)).toBe('BA');
  });
  test('moves, refuses two axes at one place, and goes', () => {
    const axis = id('axis', 'a1');
    expect(labels(runOnPlan(grid, moveAxis({ axis, place: -500 })))).toEqual([
      '1@-500',
      '2@0',
      'A@0',
    ]);
    expect(reason(grid, moveAxis({ axis, place: 4 }))).toBe('axis-there');
    expect(reason(grid, addAxis({ runs: 'level', place: 5, newId: countingIds() }))).toBe(
      'axis-there',
    );
    const both = [axis, id('axis', 'b1')];
    const by = { x: 3000, y: 70 };
    expect(labels(runOnPlan(grid, moveAxes({ axes: both, by })))).toEqual([
      '1@3000',
      '2@6000',
      'A@0',
    ]);
    expect(reason(grid, moveAxes({ axes: [id('axis', 'b1')], by }))).toBe('axis-there');
    expect(reason(grid, moveAxes({ axes: [], by }))).toBe('nothing-selected');
    expect(labels(runOnPlan(grid, deleteAxes({ axes: both })))).toEqual(['A@0']);
    expect(reason(grid, deleteAxes({ axes: [id('axis', 'z')] }))).toBe('gone');
  });
});

test('north is said in degrees from up, and taken away', () => {
  const north = runOnPlan(planOf(room), setNorth({ north: -30.2 }));
  expect(north.north).toBe(330);
  expect(runOnPlan(north, setNorth({ north: null }))).toEqual(planOf(room));
});
