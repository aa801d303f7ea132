import { describe, expect, it } from 'vitest';
import { changeDivision } from '../../../renderer/tools/divide-tool.ts';
import type { HouseholdId } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { brothers } from '../../samples/brothers.ts';
import { schemePlan } from '../../samples/sample-plan.ts';
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

  it('shows a refused partition, to be dragged on to where it may stand', () => {
    // Level, in the middle of the brothers' 4 m2: it would stand in both sliding doors.
    const editor = new TestEditor(schemePlan(brothers(), 0)).take('divide').click(2150, 4000);
    const change = (part: Parameters<typeof changeDivision>[1]) =>
      editor.runner.update('divide', (now, context) => changeDivision(now, part, context));
    change({ direction: { degrees: 0 } });
    const refused = state(editor).division?.plan;
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: 'cuts-opening' },
      trial: { distance: 950 },
    });
    expect(editor.runner.guides().map(({ kind }) => kind)).toEqual(['line', 'handle']);
    expect(editor.runner.guides()[0]).toMatchObject({ style: 'refused' });
    editor.down(2150, 4040).move(2150, 4140);
    expect(state(editor).division?.plan).toMatchObject({ ok: false, trial: { distance: 1050 } });
    editor.move(2150, 4540).up(2150, 4540);
    expect(state(editor).division?.plan).toMatchObject({ ok: true, cut: { distance: 1450 } });
    expect(editor.runner.guides()[2]).toMatchObject({ kind: 'line', style: 'cut' });
  });

  it('shows a partition that leaves too narrow a part where it was asked for', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { by: { distance: 10 } }, context),
    );
    expect(state(editor).division?.plan).toMatchObject({ ok: false, trial: { distance: 10 } });
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { by: { distance: 90_000 } }, context),
    );
    expect(editor.runner.guides().map(({ kind }) => kind)).toEqual(['line', 'handle']);
  });

  it('leaves nothing behind on Esc', () => {
    const editor = open().take('divide').click(1060, 1060);
    expect(editor.escape()).toBe(true);
    expect(state(editor).division).toBeNull();
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.steps).toBe(0);
  });
});
