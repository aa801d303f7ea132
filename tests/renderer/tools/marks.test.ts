import { describe, expect, it } from 'vitest';
import { hitAt } from '../../../renderer/editor/hit.ts';
import { sceneOf } from '../../../renderer/tools/scene.ts';
import { measuredDimension } from '../../../shared/derive/dimensions.ts';
import type { Storey } from '../../../shared/plan/model.ts';
import { door, drawStorey, id, planOf } from '../../plan/draw-plan.ts';
import { TestEditor } from './test-editor.ts';

/** 3 m square from 0, 0, walls 200 thick; a door from 500 to 1300 in the lower wall. */
const room: Storey = {
  ...drawStorey(`
A-----B
|     |
|     |
C-----D`),
  openings: { [id('opening', '1')]: door('CD', 500) },
};
const start = () => new TestEditor(planOf(room));
const dimensions = (editor: TestEditor) =>
  Object.values(editor.storey.dimensions ?? {}).map((one) => ({
    ...one,
    lengths: measuredDimension(editor.storey, one).lengths.map(Math.round),
  }));

describe('the dimension tool', () => {
  it('keeps a chain of joints and jambs, placed by a click beside it, as one step', () => {
    const editor = start().take('dimension');
    editor.click(0, 0).click(500, 0).click(1300, 0).click(3000, 0).key('Enter');
    editor.move(1500, -600);
    expect(editor.steps).toBe(0);
    expect(Object.keys(editor.shown.storeys[editor.storeyId]!.dimensions ?? {})).toHaveLength(1);
    editor.click(1500, -600);
    expect(editor.steps).toBe(1);
    const [chain] = dimensions(editor);
    expect(chain).toMatchObject({ along: 'x', offset: -600, lengths: [500, 800, 1700] });
    expect(chain!.anchors.map(({ on }) => Object.keys(on ?? {})[0])).toEqual([
      'joint',
      'opening',
      'opening',
      'joint',
    ]);
    editor.store.getState().undo();
    expect(dimensions(editor)).toEqual([]);
  });
  it('measures clear between wall faces', () => {
    const editor = start().take('dimension');
    editor.click(102, 1500).click(2898, 1500).key('Enter').click(1500, 1600);
    expect(dimensions(editor)[0]).toMatchObject({ along: 'x', lengths: [2800] });
  });
  it('takes its direction from where the line is put', () => {
    const put = (x: number, y: number) => {
      const editor = start().take('dimension').click(0, 0).click(3000, 3000).key('Enter');
      return dimensions(editor.click(x, y))[0];
    };
    expect(put(1500, -800)).toMatchObject({ along: 'x', lengths: [3000] });
    expect(put(-800, 1500)).toMatchObject({ along: 'y', lengths: [3000] });
    expect(put(1000, 2000)).toMatchObject({ along: 'line', lengths: [4243] });
  });
  it('takes points back, gives up on Esc, and ends on a double click', () => {
    const editor = start().take('dimension').click(0, 0).click(3000, 0).key('Backspace');
    expect(editor.runner.stateOf('dimension').picked).toHaveLength(1);
    expect(editor.escape()).toBe(true);
    expect(editor.escape()).toBe(false);
    editor.click(0, 0).click(3000, 0);
    editor.runner.input({ type: 'double', at: { x: 3000, y: 0 }, shift: false, suspend: false });
    expect(editor.runner.stateOf('dimension').kind).toBe('placing');
    editor.take('select');
    expect(editor.runner.stateOf('dimension').picked).toEqual([]);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.steps).toBe(0);
  });
  it('one point twice is one point, and a chain of one is none', () => {
    const editor = start().take('dimension').click(0, 0).click(0, 0).key('Enter');
    expect(editor.runner.stateOf('dimension').kind).toBe('picking');
  });
});

describe('a dimension that was drawn', () => {
  const drawn = () =>
    start()
      .take('dimension')
      .click(0, 0)
      .click(3000, 0)
      .key('Enter')
      .click(1500, -600)
      .take('select');
  it('is selected by a click on its line, slid by a drag, and deleted', () => {
    const editor = drawn().click(1500, -600);
    expect(editor.selected).toEqual(Object.keys(editor.storey.dimensions!));
    editor.drag({ x: 1500, y: -600 }, { x: 1600, y: -900 });
    expect(dimensions(editor)[0]).toMatchObject({ offset: -900, lengths: [3000] });
  });
  it('follows a wall while it is dragged', () => {
    const editor = drawn().move(3000, 1500).down(3000, 1500).move(3400, 1500);
    const shown = editor.shown.storeys[editor.storeyId]!;
    const [chain] = Object.values(shown.dimensions!);
    expect(measuredDimension(shown, chain!).lengths).toEqual([3400]);
    editor.up(3400, 1500);
    expect(dimensions(editor)[0]?.lengths).toEqual([3400]);
  });
});

describe('the note tool', () => {
  it('places words, which wait to be typed, selected', () => {
    const editor = start().take('note').click(1500, 1500);
    const [note] = Object.entries(editor.storey.notes ?? {});
    expect(note?.[1]).toEqual({ at: { x: 1500, y: 1500 }, words: '…' });
    expect(editor.selected).toEqual([note?.[0]]);
    expect(editor.store.getState().tool).toBe('select');
  });
  it('begins a leader with L where the hand is, and puts the words at the next click', () => {
    const editor = start().take('note').key('l');
    expect(editor.runner.stateOf('note').led).toBe(false);
    editor.move(500, 500).key('L').move(1500, 1500);
    expect(editor.escape()).toBe(true);
    editor.move(500, 500).key('l').click(1500, 1500);
    expect(Object.values(editor.storey.notes ?? {})).toEqual([
      { at: { x: 1500, y: 1500 }, words: '…', to: { x: 500, y: 500 } },
    ]);
  });
  it('draws a leader from what is pressed on', () => {
    const editor = start().take('note').drag({ x: 500, y: 500 }, { x: 1500, y: 1500 });
    expect(Object.values(editor.storey.notes ?? {})).toEqual([
      { at: { x: 1500, y: 1500 }, words: '…', to: { x: 500, y: 500 } },
    ]);
    const later = start().take('note').move(0, 0).down(0, 0).move(900, 900);
    expect(later.escape()).toBe(true);
    expect(later.up(900, 900).steps).toBe(0);
  });
});

describe('the axis tool', () => {
  it('puts axes through what it snaps to, which are selected, moved and deleted as others', () => {
    const editor = start().take('axis').click(0, 1500).click(3000, 1500).click(3003, 1000);
    expect(Object.values(editor.plan.axes ?? {})).toEqual([
      { runs: 'upright', place: 0 },
      { runs: 'upright', place: 3000 },
    ]);
    expect(editor.store.getState().message?.text.zh).toMatch(/已经有轴线/);
    editor.take('select').click(3000, 3200);
    expect(editor.store.getState().selection).toMatchObject([{ kind: 'axis' }]);
    editor.drag({ x: 3000, y: 3200 }, { x: 3500, y: 3100 });
    expect(Object.values(editor.plan.axes ?? {})).toContainEqual({ runs: 'upright', place: 3500 });
  });
  it('goes with walls and notes that are selected beside it, in one step', () => {
    const editor = start().take('axis').click(3000, 1500).take('select');
    editor.click(3000, 3200).click(0, 1500, { shift: true });
    expect(editor.store.getState().selection).toHaveLength(2);
    const kept = editor.store.getState().history;
    editor.drag({ x: 0, y: 1500 }, { x: 500, y: 1500 });
    const [axis] = Object.values(editor.plan.axes ?? {});
    expect(axis).toEqual({ runs: 'upright', place: 3500 });
    expect(editor.storey.joints[id('joint', 'A')]).toMatchObject({ x: 500 });
    expect(editor.steps).toBe(2);
    expect(editor.store.getState().selection).toHaveLength(2);
    editor.store.getState().undo();
    expect(editor.plan).toEqual(kept.plan);
  });
  it('changes its direction with S', () => {
    const editor = start().take('axis').key('s').click(1500, 3000);
    expect(Object.values(editor.plan.axes ?? {})).toEqual([{ runs: 'level', place: 3000 }]);
    editor.key('S').click(0, 1500);
    expect(editor.store.getState().toolOptions.axisRuns).toBe('upright');
  });
  it('stands on every storey', () => {
    const editor = start().take('axis').click(0, 1500);
    const scene = sceneOf(editor.plan, editor.storeyId, 'after');
    expect(hitAt(scene!, { x: 0, y: 3250 }, 20)).toMatchObject({ kind: 'axis' });
  });
});

describe('the north tool', () => {
  it('takes north from two clicks; a double click is no direction', () => {
    const editor = start().take('north').click(0, 0).click(1, 1);
    expect(editor.plan.north).toBeUndefined();
    editor.click(1000, 1000);
    expect(editor.plan.north).toBe(315);
    expect(editor.click(0, 0).escape()).toBe(true);
  });
});

describe('the area tool', () => {
  const measured = (editor: TestEditor) =>
    editor.runner.guides().find(({ kind }) => kind === 'measured');
  it('measures an outline that a click on its start closes, and changes nothing', () => {
    const editor = start().take('area');
    editor.click(0, 0).click(3000, 0).click(3000, 3000).click(0, 3000).click(0, 0);
    expect(measured(editor)).toMatchObject({ area: 9_000_000, perimeter: 12_000 });
    expect(editor.steps).toBe(0);
    editor.click(500, 500);
    expect(editor.runner.stateOf('area').points).toHaveLength(1);
    expect(editor.escape()).toBe(true);
  });
  it('closes on Enter, and on a double click too', () => {
    const editor = start().take('area').click(0, 0).click(3000, 0).key('Enter');
    expect(editor.runner.stateOf('area').points).toEqual([]);
    editor.click(0, 0).click(3000, 0).click(3000, 3000).key('Backspace').click(0, 3000);
    editor.runner.input({ type: 'double', at: { x: 0, y: 3000 }, shift: false, suspend: false });
    expect(measured(editor)).toMatchObject({ area: 4_500_000 });
  });
});

describe('what was measured', () => {
  it('is said once it is measured, and not before', () => {
    const editor = start().take('measure').click(0, 0).move(3000, 4000);
    expect(editor.runner.result()).toBeNull();
    editor.click(3000, 4000);
    expect(editor.runner.result()?.en).toBe('5,000 mm; across 3,000 mm, upwards 4,000 mm');
    editor.take('area').click(0, 0).click(3000, 0).click(3000, 3000);
    expect(editor.runner.result()).toBeNull();
    expect(editor.key('Enter').runner.result()?.en).toBe('4.50 m², perimeter 10,243 mm');
    expect(editor.take('wall').runner.result()).toBeNull();
  });
});
