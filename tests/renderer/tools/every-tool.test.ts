import { describe, expect, it } from 'vitest';
import type { ToolName } from '../../../renderer/editor/store.ts';
import type { Plan, Storey } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

/** What holds for each tool: how it is given up, interrupted, clicked twice, and refused. */

const drawn = storeyFromDrawing(
  `
  +---+
  |   |
  | k |
  +---+
  `,
  { step: 1060, tags: { k: { use: 'kitchen-bath' } } },
);
const storey = {
  ...drawn,
  fixtures: {
    fixture_s: {
      kind: 'sink',
      at: { x: 700, y: 60 },
      rotation: 0,
      width: 500,
      depth: 450,
      phase: 'new',
    },
  },
  underlay: {
    asset: `${'0'.repeat(32)}.png`,
    name: 'scan',
    width: 1000,
    height: 800,
    origin: { x: 0, y: 3000 },
    scale: 5,
    resolution: 96,
    rotation: 0,
    opacity: 0.5,
    crop: { left: 0, top: 0, right: 0, bottom: 0 },
    locked: false,
    hidden: false,
  },
} as unknown as Storey;
const plan = planOf(storey, ['302A', '302B']);

interface Gesture {
  /** Begins it, so that it is half done. */
  begin(editor: TestEditor): TestEditor;
  /** Goes on from there to a step; absent where the tool changes nothing. */
  end?(editor: TestEditor): TestEditor;
  /** Where it is clicked twice. */
  readonly at: readonly [number, number];
  /** Steps that a double click there makes. */
  readonly double: number;
}

const gestures: Readonly<Record<ToolName, Gesture>> = {
  select: {
    begin: (editor) => editor.move(2120, 0).down(2120, 0).move(2120, 150).move(2120, 300),
    end: (editor) => editor.up(2120, 300),
    at: [2120, 0],
    double: 0,
  },
  wall: {
    begin: (editor) => editor.click(6000, 0).move(7000, 0),
    end: (editor) => editor.click(7000, 0),
    at: [6000, 0],
    double: 0,
  },
  rectangle: {
    begin: (editor) => editor.click(6000, 0).move(8000, 2000),
    end: (editor) => editor.click(8000, 2000),
    at: [6000, 0],
    double: 0,
  },
  outline: {
    begin: (editor) => editor.click(6000, 0).click(8000, 0).click(8000, 2000).move(6000, 1900),
    end: (editor) => editor.key('Enter'),
    at: [6000, 0],
    double: 0,
  },
  offset: {
    begin: (editor) => editor.click(2120, 0).move(2120, 900),
    end: (editor) => editor.click(2120, 900),
    at: [2120, 0],
    double: 0,
  },
  opening: {
    begin: (editor) => editor.move(2120, 40),
    end: (editor) => editor.click(2120, 40),
    at: [2120, 40],
    double: 1,
  },
  fixture: {
    begin: (editor) => editor.move(2500, 300),
    end: (editor) => editor.click(2500, 300),
    at: [2500, 300],
    double: 1,
  },
  riser: {
    begin: (editor) => editor.move(300, 2900),
    end: (editor) => editor.click(300, 2900),
    at: [300, 2900],
    double: 1,
  },
  room: { begin: (editor) => editor.move(2000, 1500), at: [2000, 1500], double: 0 },
  divide: {
    begin: (editor) => editor.click(2000, 1500),
    end: (editor) => editor.key('Enter'),
    at: [2000, 1500],
    double: 0,
  },
  measure: {
    begin: (editor) => editor.click(0, 0).move(2000, 0),
    at: [0, 0],
    double: 0,
  },
  mirror: {
    begin: (editor) => editor.click(2120, 3000).move(2120, 1000),
    end: (editor) => editor.click(2120, 1000),
    at: [2120, 3000],
    double: 0,
  },
  area: {
    begin: (editor) => editor.click(0, 0).click(2000, 0).move(2000, 900),
    at: [0, 0],
    double: 0,
  },
  dimension: {
    begin: (editor) => editor.click(0, 0).click(4240, 0).key('Enter').move(2000, -700),
    end: (editor) => editor.click(2000, -700),
    at: [0, 0],
    double: 0,
  },
  note: {
    begin: (editor) => editor.down(1000, 1000).move(1500, 1500).move(1800, 2200),
    end: (editor) => editor.up(1800, 2200),
    at: [1500, 1500],
    double: 1,
  },
  axis: {
    begin: (editor) => editor.move(6000, 1000),
    end: (editor) => editor.click(6000, 1000),
    at: [6000, 1000],
    double: 1,
  },
  north: {
    begin: (editor) => editor.click(6000, 0).move(6300, 1000),
    end: (editor) => editor.click(6300, 1000),
    at: [6000, 0],
    double: 0,
  },
  underlay: {
    begin: (editor) => editor.click(1000, 1000).click(3000, 1000).key('3', '0', '0'),
    end: (editor) => editor.key('0', 'Enter'),
    at: [3000, 1000],
    double: 0,
  },
  pan: { begin: (editor) => editor.move(100, 100), at: [100, 100], double: 0 },
};

const tools = Object.keys(gestures) as ToolName[];
const open = (tool: ToolName): TestEditor => {
  const editor = new TestEditor(plan);
  if (tool === 'mirror') editor.click(700, 200);
  return editor.take(tool);
};
const begun = (tool: ToolName): TestEditor => gestures[tool].begin(open(tool));
const double = (editor: TestEditor, [x, y]: readonly [number, number]): TestEditor => {
  editor.click(x, y).down(x, y).up(x, y);
  editor.runner.input({ type: 'double', at: { x, y }, shift: false, suspend: false });
  return editor;
};
/** Nothing is half done: as a tool that was just taken in hand, with the plan as it was. */
function expectNothingHalfDone(editor: TestEditor, tool: ToolName): void {
  expect(editor.plan).toBe(plan);
  expect(editor.store.getState().scratch).toBeNull();
  expect(editor.runner.chain()).toEqual([]);
  // What a press selects stays selected, and shows how it can be held.
  if (tool === 'select') editor.store.getState().select([], null);
  editor.take(tool);
  expect(editor.runner.guides()).toEqual(open(tool).runner.guides());
  expect(editor.runner.hint()).toEqual(open(tool).runner.hint());
}

describe.each(tools)('the %s tool', (tool) => {
  const gesture = gestures[tool];
  const { end } = gesture;

  if (end) {
    it('comes to a step that undo takes back, so that what follows is begun in earnest', () => {
      const editor = end(begun(tool));
      expect(editor.steps).toBe(1);
      editor.store.getState().undo();
      expect(editor.plan).toEqual(plan);
    });
  }

  it('is given up by Esc, at the latest with the third, and leaves nothing behind', () => {
    const editor = begun(tool);
    for (let press = 0; press < 3 && editor.store.getState().tool === tool; press++) {
      editor.escape();
    }
    editor.runner.input({ type: 'leave' });
    expectNothingHalfDone(editor, tool);
  });

  it('leaves nothing half done where another tool is taken in between', () => {
    const editor = begun(tool).take(tool === 'pan' ? 'select' : 'pan');
    expectNothingHalfDone(editor, tool);
  });

  it('leaves nothing half done where another view comes in between', () => {
    const editor = begun(tool);
    editor.store.getState().set({ view: 'before' });
    expect(editor.plan).toBe(plan);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.runner.chain()).toEqual([]);
  });

  it('takes a double click for what one click does', () => {
    const editor = double(open(tool), gesture.at);
    expect(editor.steps).toBe(gesture.double);
  });

  if (end) {
    it('is refused with a reason where the plan is only there to be read, and goes on after', () => {
      const editor = open(tool);
      editor.store.getState().set({ reading: { version: 'v' as never, plan: plan as Plan } });
      end(gesture.begin(editor));
      expect(editor.plan).toBe(plan);
      expect(editor.store.getState().message?.tone).toBe('warning');
      expect(editor.store.getState().scratch).toBeNull();
      editor.store.getState().set({ reading: null, message: null });
      if (tool === 'mirror') editor.take('select').click(700, 200);
      editor.take(tool);
      end(gesture.begin(editor));
      expect(editor.steps).toBe(1);
    });
  }
});
