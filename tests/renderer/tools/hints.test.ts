import { describe, expect, it } from 'vitest';
import { emptyPlan } from '../../../renderer/editor/session-start.ts';
import type { ToolName } from '../../../renderer/editor/store.ts';
import { countingIds } from '../../plan/draw-plan.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { KeyEditor } from '../test-host.ts';

const tools: readonly ToolName[] = [
  'select',
  'wall',
  'opening',
  'fixture',
  'riser',
  'room',
  'divide',
  'measure',
  'mirror',
  'rectangle',
  'outline',
  'offset',
  'area',
  'dimension',
  'note',
  'axis',
  'north',
  'underlay',
  'pan',
];
const plan = planOf(
  storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`),
);

describe('the status line', () => {
  it.each(tools)('says what the %s tool expects, in both languages', (tool) => {
    for (const start of [plan, emptyPlan(countingIds('e'))]) {
      const { runner } = new KeyEditor(start).take(tool);
      expect(runner.hint().zh).toMatch(/\p{Script=Han}{2}/u);
      expect(runner.hint().en).toMatch(/[a-z]{3}/);
    }
  });

  it('goes along with what has been done', () => {
    const editor = new KeyEditor(plan).take('wall');
    const first = editor.runner.hint().en;
    editor.click(5000, 5000);
    expect(editor.runner.hint().en).not.toBe(first);
    editor.escape();
    expect(editor.runner.hint().en).toBe(first);
    editor.take('measure');
    const hints = new Set([editor.runner.hint().en]);
    hints.add(editor.click(0, 0).runner.hint().en);
    hints.add(editor.click(3000, 0).runner.hint().en);
    expect(hints.size).toBe(3);
  });

  it('says what is missing where the tool has nothing to work on', () => {
    const editor = new KeyEditor(emptyPlan(countingIds('e'))).take('room');
    expect(editor.runner.hint().en).toMatch(/Nothing is enclosed/);
  });
});
