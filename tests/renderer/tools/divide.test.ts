import { describe, expect, it } from 'vitest';
import { changeDivision } from '../../../renderer/tools/divide-tool.ts';
import type { HouseholdId } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

const jia = 'household_302A' as HouseholdId;
const yi = 'household_302B' as HouseholdId;

/** 2,000 by 2,000 mm between the faces of 120 mm walls, shared by two households. */
const open = () =>
  new TestEditor(
    planOf(
      storeyFromDrawing(
        `
        +-+
        |k|
        +-+
        `,
        { step: 1060, tags: { k: { use: 'kitchen-bath', holders: [jia, yi] } } },
      ),
      ['302A', '302B'],
    ),
  );
const state = (editor: TestEditor) => editor.runner.stateOf('divide');

describe('divide tool', () => {
  it('shows both net areas before anything is applied, one half for each holder', () => {
    const editor = open().take('divide').click(1060, 1060);
    const { division } = state(editor);
    expect(division?.plan.ok).toBe(true);
    expect(editor.areas()).toEqual(['1.90', '1.90']);
    expect(division?.parts.map(({ holders }) => holders)).toEqual([[jia], [yi]]);
    expect(division?.parts.map(({ use }) => use)).toEqual(['kitchen-bath', 'kitchen-bath']);
    expect(editor.steps).toBe(0);
  });

  it('applies with Enter as one step that undo takes back whole', () => {
    const editor = open();
    const before = editor.plan;
    editor.take('divide').click(1060, 1060).key('Enter');
    expect(editor.steps).toBe(1);
    expect(editor.areas(editor.plan)).toEqual(['1.90', '1.90']);
    const parts = [...editor.rooms(editor.plan)].sort(
      (left, right) => left.label.x - right.label.x,
    );
    expect(parts.map(({ holders }) => holders)).toEqual([[jia], [yi]]);
    expect(editor.store.getState().tool).toBe('select');
    editor.store.getState().undo();
    expect(editor.plan).toEqual(before);
  });

  it('follows the dragged partition and keeps the sum', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.move(1060, 1060).down(1060, 1060).move(1260, 1260).up(1260, 1260);
    const { division } = state(editor);
    expect(division?.by).toEqual({ distance: 1150 });
    expect(editor.areas()).toEqual(['1.50', '2.30']);
  });

  it('stops where no partition can stand', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.down(1060, 1060).move(9000, 9000).up(9000, 9000);
    expect(state(editor).division?.plan.ok).toBe(true);
  });

  it('takes changes from the panel', () => {
    const editor = open().take('divide').click(1060, 1060);
    const change = (part: Parameters<typeof changeDivision>[1]) =>
      editor.runner.update('divide', (now, context) => changeDivision(now, part, context));
    change({ thickness: 120 });
    expect(editor.areas()).toEqual(['1.88', '1.88']);
    change({ by: { distance: 10 } });
    expect(state(editor).division?.plan.ok).toBe(false);
    expect(editor.store.getState().scratch).toBeNull();
  });

  it('leaves nothing behind on Esc', () => {
    const editor = open().take('divide').click(1060, 1060);
    expect(editor.escape()).toBe(true);
    expect(state(editor).division).toBeNull();
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.steps).toBe(0);
  });
});
