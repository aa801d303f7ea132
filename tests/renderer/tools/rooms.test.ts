import { describe, expect, it } from 'vitest';
import type { ToolName, ToolOptions } from '../../../renderer/editor/store.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

const on = (drawing: string, tool: ToolName, change: Partial<ToolOptions> = {}) => {
  const editor = new TestEditor(planOf(storeyFromDrawing(drawing)));
  const { toolOptions } = editor.store.getState();
  editor.store.getState().set({ toolOptions: { ...toolOptions, ...change } });
  return editor.take(tool);
};
/** 4 m by 3 m between the axes of 120 mm walls, its lower left corner at 0, 0. */
const house = `
  +---+
  |   |
  |   |
  +---+
`;
const walls = (editor: TestEditor) =>
  Object.values(editor.storey.walls).map((wall) => {
    const a = editor.storey.joints[wall.a]!;
    const b = editor.storey.joints[wall.b]!;
    return [a.x, a.y, b.x, b.y];
  });
const held = { shift: false, suspend: false } as const;
const rightClick = (editor: TestEditor, x: number, y: number) =>
  editor.runner.input({ type: 'down', at: { x, y }, button: 'other', ...held });
const double = (editor: TestEditor, x: number, y: number) => {
  editor.click(x, y).down(x, y).up(x, y);
  editor.runner.input({ type: 'double', at: { x, y }, ...held });
};
const said = (editor: TestEditor) => editor.store.getState().message?.text.en;

describe('rectangle tool', () => {
  it('draws a room between two corners as one step', () => {
    const editor = on(' ', 'rectangle').click(0, 0).move(3000, 2000);
    expect(editor.areas()).toEqual(['6.00']);
    expect(editor.steps).toBe(0);
    editor.click(3000, 2000);
    expect(editor.steps).toBe(1);
    expect(editor.areas(editor.plan)).toEqual(['6.00']);
    editor.store.getState().undo();
    expect(walls(editor)).toEqual([]);
  });

  it('takes width and depth typed, towards the side of the pointer', () => {
    const editor = on(' ', 'rectangle').click(0, 0).move(-500, -100);
    editor.key(...'3300', 'Tab', ...'1800', 'Enter');
    expect(editor.areas(editor.plan)).toEqual(['5.94']);
    expect(Math.min(...walls(editor).flat())).toBe(-3360);
  });

  it('takes a first corner typed, and needs no pointer at all', () => {
    const editor = on(' ', 'rectangle').key(...'500', ',', ...'700', 'Enter');
    editor.key(...'2000', 'Tab', ...'1000', 'Enter');
    expect(editor.areas(editor.plan)).toEqual(['2.00']);
  });

  it('measures between the axes after A', () => {
    const editor = on(' ', 'rectangle').click(0, 0).key('a').click(3000, 2000);
    expect(editor.areas(editor.plan)).toEqual([(2.88 * 1.88).toFixed(2)]);
    expect(editor.store.getState().toolOptions.measureBy).toBe('axis');
  });

  it('shares the wall that it is drawn against', () => {
    const editor = on(house, 'rectangle').click(4060, 60, { suspend: true });
    editor.click(6060, 2940, { suspend: true });
    expect(walls(editor)).toHaveLength(7);
    expect(editor.areas(editor.plan)).toEqual(['11.17', (2 * 2.88).toFixed(2)].sort());
  });

  it('refuses a room that is there, with a reason, and keeps its corner', () => {
    const editor = on(house, 'rectangle').click(60, 60, { suspend: true });
    editor.click(3940, 2940, { suspend: true });
    expect(editor.steps).toBe(0);
    expect(said(editor)).toBe('There is a wall here already.');
    expect(editor.runner.stateOf('rectangle').from).toEqual({ x: 60, y: 60 });
  });

  it('gives up on Esc, on a right click, and when another tool is taken', () => {
    const begun = () => on(' ', 'rectangle').click(0, 0).move(3000, 2000);
    const escaped = begun();
    expect(escaped.escape()).toBe(true);
    expect(escaped.escape()).toBe(false);
    const clicked = begun();
    rightClick(clicked, 3000, 2000);
    for (const editor of [escaped, clicked, begun().take('select'), begun().key('Backspace')]) {
      expect(editor.runner.stateOf('rectangle').from).toBeNull();
      expect(editor.store.getState().scratch).toBeNull();
      expect(editor.steps).toBe(0);
    }
  });

  it('takes a double click on a corner for one click', () => {
    const editor = on(' ', 'rectangle');
    double(editor, 0, 0);
    expect(editor.runner.stateOf('rectangle').from).toEqual({ x: 0, y: 0 });
    double(editor, 3000, 2000);
    expect(editor.steps).toBe(1);
    expect(editor.runner.stateOf('rectangle').from).toBeNull();
  });
});

describe('outline tool', () => {
  const ell = (editor: TestEditor) =>
    editor.click(0, 0).click(3000, 0).click(3000, 1000).click(1000, 1000).click(1000, 2000);

  it('draws a room by its corners as one step, closed by Enter, C or a click on the start', () => {
    const closings: ((editor: TestEditor) => unknown)[] = [
      (editor) => editor.key('Enter'),
      (editor) => editor.key('c'),
      (editor) => editor.click(20, 10),
      (editor) => rightClick(editor, 500, 2500),
    ];
    for (const close of closings) {
      const editor = ell(on(' ', 'outline')).click(0, 2000);
      expect(editor.steps).toBe(0);
      close(editor);
      expect(editor.steps).toBe(1);
      expect(editor.areas(editor.plan)).toEqual(['4.00']);
      expect(walls(editor)).toHaveLength(6);
    }
  });

  it('shows the room and its area before it is closed', () => {
    const editor = ell(on(' ', 'outline')).move(0, 2000);
    expect(editor.areas()).toEqual(['4.00']);
    expect(walls(editor)).toEqual([]);
  });

  it('takes typed lengths, directions and coordinates', () => {
    const editor = on(' ', 'outline').key(...'0', 'Tab', ...'0', 'Enter');
    editor.key(...'2000', ',', ...'0', 'Enter').key(...'1500', 'Tab', ...'90', 'Enter');
    editor.key('Tab', 'Tab', 'Tab', 'Tab', ...'0', 'Tab', ...'1500', 'Enter', 'Enter');
    expect(editor.areas(editor.plan)).toEqual(['3.00']);
  });

  it('takes corners back one by one', () => {
    const editor = ell(on(' ', 'outline')).key('Backspace', 'Backspace', 'Backspace');
    expect(editor.runner.stateOf('outline').points).toHaveLength(2);
    editor.key('Backspace', 'Backspace');
    expect(editor.runner.stateOf('outline').points).toEqual([]);
  });

  it('refuses an outline that crosses itself, and keeps it to be mended', () => {
    const editor = on(' ', 'outline').click(0, 0).click(2000, 2000).click(2000, 0).click(0, 2000);
    editor.key('Enter');
    expect(editor.steps).toBe(0);
    expect(said(editor)).toContain('crosses itself');
    editor.key('Backspace', 'Enter');
    expect(editor.areas(editor.plan)).toHaveLength(1);
  });

  it('refuses to close two corners', () => {
    const editor = on(' ', 'outline').click(0, 0).click(2000, 0).key('Enter');
    expect(said(editor)).toContain('at least three corners');
    expect(editor.runner.stateOf('outline').points).toHaveLength(2);
  });

  it('gives up whole on Esc, and when another tool is taken', () => {
    const escaped = ell(on(' ', 'outline'));
    expect(escaped.escape()).toBe(true);
    for (const editor of [escaped, ell(on(' ', 'outline')).take('wall')]) {
      expect(editor.runner.stateOf('outline').points).toEqual([]);
      expect(editor.store.getState().scratch).toBeNull();
      expect(editor.steps).toBe(0);
    }
  });

  it('closes with a double click on the last corner, and begins nothing anew', () => {
    const editor = on(' ', 'outline').click(0, 0).click(2000, 0);
    double(editor, 2000, 2000);
    expect(editor.steps).toBe(1);
    expect(editor.runner.stateOf('outline').points).toEqual([]);
    const closed = on(' ', 'outline').click(0, 0).click(2000, 0).click(2000, 2000);
    double(closed, 0, 0);
    expect(closed.steps).toBe(1);
    expect(closed.runner.stateOf('outline').points).toEqual([]);
  });
});

describe('offset tool', () => {
  const picked = (change: Partial<ToolOptions> = {}) => on(house, 'offset', change).click(10, 1500);

  it('draws a wall at a typed clear distance on the side of the pointer', () => {
    const editor = picked()
      .move(700, 1500)
      .key(...'1200', 'Enter');
    expect(walls(editor).at(-1)).toEqual([1320, 0, 1320, 3000]);
    expect(editor.steps).toBe(1);
    expect(editor.areas(editor.plan)[0]).toBe((1.2 * 2.88).toFixed(2));
    const outside = picked()
      .move(-700, 1500)
      .key(...'1200', 'Enter');
    expect(walls(outside).at(-1)).toEqual([-1320, 0, -1320, 3000]);
  });

  it('measures from axis to axis after A', () => {
    const editor = picked()
      .move(700, 1500)
      .key('a', ...'1200', 'Enter');
    expect(walls(editor).at(-1)).toEqual([1200, 0, 1200, 3000]);
  });

  it('follows the pointer at steps of 10 mm, and is placed by a click', () => {
    const editor = picked().move(1324, 1500);
    expect(editor.steps).toBe(0);
    expect(editor.runner.guides().find(({ kind }) => kind === 'typed')).toMatchObject({
      fields: [{ value: '1200' }],
    });
    editor.click(1324, 1500);
    expect(walls(editor).at(-1)).toEqual([1320, 0, 1320, 3000]);
  });

  it('repeats with Enter, from the wall just drawn, as a step of its own', () => {
    const editor = picked()
      .move(700, 1500)
      .key(...'1000', 'Enter', 'Enter', 'Enter');
    expect(
      walls(editor)
        .slice(-3)
        .map(([x]) => x),
    ).toEqual([1120, 2240, 3360]);
    expect(editor.steps).toBe(3);
  });

  it('takes the distance before the wall, and keeps it for the next wall picked', () => {
    const editor = on(house, 'offset')
      .move(2000, 1500)
      .key(...'1200')
      .click(10, 1500);
    editor.move(700, 1500).key('Enter');
    expect(walls(editor).at(-1)).toEqual([1320, 0, 1320, 3000]);
    expect(editor.escape()).toBe(true);
    editor.click(2000, 10).move(2000, 700).key('Enter');
    expect(walls(editor).at(-1)).toEqual([1320, 1320, 4000, 1320]);
    // Backspace takes the kept distance away as a whole; then the pointer says it.
    editor.key('Backspace').move(2000, 2000);
    expect(editor.runner.stateOf('offset').typed.values).toEqual({ distance: '' });
    expect(editor.escape()).toBe(true);
    expect(editor.escape()).toBe(false);
  });

  it('runs from wall to wall beside the place where the wall was picked, with Shift along all of it', () => {
    const long = `
      +-----+
      |     |
      |     |
      +-----+
    `;
    const picked = (shift: boolean) => {
      const editor = on(long, 'wall').click(3000, 0).click(3000, 3000).key('Enter');
      editor.take('offset').click(1000, 10).move(1000, 700, { shift });
      return editor.key(...'900', 'Enter');
    };
    expect(walls(picked(false)).at(-1)).toEqual([0, 1020, 3000, 1020]);
    expect(walls(picked(true)).at(-1)).toEqual([0, 1020, 6000, 1020]);
  });

  it('takes another distance for the next one in place of the last', () => {
    const editor = picked()
      .move(700, 1500)
      .key(...'1000', 'Enter', ...'500', 'Enter');
    expect(
      walls(editor)
        .slice(-2)
        .map(([x]) => x),
    ).toEqual([1120, 1740]);
  });

  it('refuses what would lie in a wall, and goes on', () => {
    const editor = picked()
      .move(700, 1500)
      .key('a', ...'100', 'Enter');
    expect(said(editor)).toContain('too small');
    editor.key('Backspace', 'Backspace', 'Backspace', ...'4000', 'Enter');
    expect(said(editor)).toBe('There is a wall here already.');
    expect(editor.steps).toBe(0);
  });

  it('picks nothing away from walls', () => {
    const editor = on(house, 'offset').click(2000, 1500);
    expect(editor.runner.stateOf('offset').beside).toBeNull();
    expect(editor.escape()).toBe(false);
  });

  it('lets go of the wall on Esc, a right click, Backspace, and when another tool is taken', () => {
    const escaped = picked().move(700, 1500);
    expect(escaped.escape()).toBe(true);
    const clicked = picked().move(700, 1500);
    rightClick(clicked, 700, 1500);
    const others = [
      picked().move(700, 1500).take('select'),
      picked().move(700, 1500).key('Backspace'),
    ];
    for (const editor of [escaped, clicked, ...others]) {
      expect(editor.runner.stateOf('offset').beside).toBeNull();
      expect(editor.store.getState().scratch).toBeNull();
      expect(editor.steps).toBe(0);
    }
  });

  it('takes a double click for one wall', () => {
    const editor = picked();
    double(editor, 1324, 1500);
    expect(editor.steps).toBe(1);
  });

  it('is given up when the plan changes under it', () => {
    const editor = picked()
      .move(700, 1500)
      .key(...'1000', 'Enter');
    editor.store.getState().undo();
    expect(editor.runner.stateOf('offset').beside).toBeNull();
    expect(editor.store.getState().scratch).toBeNull();
  });
});
