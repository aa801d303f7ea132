import { describe, expect, it } from 'vitest';
import type { Storey } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

/** A new sink in a room of 4 m by 3 m, and a wall to its right. */
const storey = {
  ...storeyFromDrawing(`
  +---+ +
  |   | !
  | a | !
  +---+ +
`),
  fixtures: {
    fixture_s: {
      kind: 'sink',
      at: { x: 600, y: 60 },
      rotation: 0,
      width: 500,
      depth: 450,
      phase: 'new',
    },
  },
} as unknown as Storey;
const plan = planOf(storey);
const open = () => new TestEditor(plan).click(600, 200).take('mirror');
const places = (editor: TestEditor) => Object.values(editor.storey.fixtures).map(({ at }) => at);

describe('mirror tool', () => {
  it('mirrors the selection over two clicked points, as one step, and hands back', () => {
    const editor = open().click(2000, 3000).move(2000, 1000);
    expect(Object.values(editor.shown.storeys)[0]!.fixtures).toMatchObject({
      fixture_s: { at: { x: 3400, y: 60 } },
    });
    expect(editor.steps).toBe(0);
    editor.click(2000, 0);
    expect(places(editor)).toEqual([{ x: 3400, y: 60 }]);
    expect(editor.steps).toBe(1);
    expect(editor.store.getState().tool).toBe('select');
    expect(editor.selected).toEqual(['fixture_s']);
    editor.store.getState().undo();
    expect(editor.plan).toEqual(plan);
  });

  it('keeps the original by C, and selects the copy', () => {
    const editor = open().key('c').click(2000, 3000).click(2000, 0);
    expect(places(editor)).toEqual([
      { x: 600, y: 60 },
      { x: 3400, y: 60 },
    ]);
    expect(editor.selected).toEqual([expect.stringMatching(/^fixture_t/)]);
  });

  it('locks the axis to 15 degrees by Shift', () => {
    const editor = open().click(2000, 0).click(2110, 3000, { shift: true });
    expect(places(editor)).toEqual([{ x: 3400, y: 60 }]);
  });

  it('takes the first point back on Esc, then hands back', () => {
    const editor = open().click(2000, 3000).move(2000, 1000);
    expect(editor.store.getState().scratch).not.toBeNull();
    expect(editor.escape()).toBe(true);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.store.getState().tool).toBe('mirror');
    expect(editor.escape()).toBe(true);
    expect(editor.store.getState().tool).toBe('select');
    expect(editor.steps).toBe(0);
  });

  it('leaves nothing behind where another tool takes over', () => {
    const editor = open().click(2000, 3000).move(2000, 1000).take('wall');
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.plan).toBe(plan);
    expect(editor.take('mirror').runner.guides()).toEqual([]);
  });

  it('makes nothing of a double click, nor of nothing selected', () => {
    const editor = open().click(2000, 3000).click(2000, 3000);
    editor.runner.input({ type: 'double', at: { x: 2000, y: 3000 }, shift: false, suspend: false });
    expect(editor.steps).toBe(0);
    const nothing = new TestEditor(plan).take('mirror').click(2000, 3000).click(2000, 0);
    expect(nothing.steps).toBe(0);
    expect(nothing.runner.hint().zh).toContain('没有可以镜像');
  });

  it('says why where it is refused, and stays with the plan', () => {
    const editor = open();
    editor.store.getState().set({ reading: { version: 'v' as never, plan } });
    editor.click(2000, 3000).click(2000, 0);
    expect(editor.plan).toBe(plan);
    expect(editor.store.getState().message?.tone).toBe('warning');
  });
});
