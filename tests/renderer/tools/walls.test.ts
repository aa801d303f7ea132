import { describe, expect, it } from 'vitest';
import { afterKey, nextFields, nothingTyped, type Typed } from '../../../renderer/tools/typed.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

const empty = () => new TestEditor(planOf(storeyFromDrawing(' '))).take('wall');
const walls = (editor: TestEditor) =>
  Object.values(editor.storey.walls).map((wall) => {
    const a = editor.storey.joints[wall.a]!;
    const b = editor.storey.joints[wall.b]!;
    return [a.x, a.y, b.x, b.y];
  });
const options = (editor: TestEditor) => editor.store.getState().toolOptions;
const rightClick = (editor: TestEditor, x: number, y: number) =>
  editor.runner.input({
    type: 'down',
    at: { x, y },
    button: 'other',
    shift: false,
    suspend: false,
  });
const double = (editor: TestEditor, x: number, y: number) => {
  editor.click(x, y).down(x, y).up(x, y);
  editor.runner.input({ type: 'double', at: { x, y }, shift: false, suspend: false });
};

describe('what is typed while a wall is drawn', () => {
  it('places the first point by its coordinates, without any pointer', () => {
    const editor = empty().key(...'1000', 'Tab', ...'-500', 'Enter');
    editor.key(...'2400', 'Enter', 'Enter');
    expect(walls(editor)).toEqual([[1000, -500, 3400, -500]]);
  });

  it('goes by Δx and Δy, by Tab or by a comma', () => {
    const editor = empty().click(1000, 1000);
    editor.key('Tab', 'Tab', ...'300', 'Tab', ...'-400', 'Enter');
    editor.key(...'1500', ',', ...'2000', 'Enter', 'Escape');
    expect(walls(editor)).toEqual([
      [1000, 1000, 1300, 600],
      [1300, 600, 2800, 2600],
    ]);
  });

  it('goes to absolute coordinates, the other one from the pointer', () => {
    const editor = empty().click(1000, 1000).move(2000, 1500);
    editor.key('Tab', 'Tab', 'Tab', 'Tab', ...'3333', 'Enter');
    expect(walls(editor)).toEqual([[1000, 1000, 3333, 1500]]);
  });

  it('moves through the fields with Tab, and back with Shift', () => {
    const next = (typed: Typed, shift: boolean) =>
      afterKey(typed, { key: 'Tab', shift }, nextFields)!;
    let typed = nothingTyped('length');
    for (const field of ['angle', 'dx', 'dy', 'x', 'y', 'length'] as const) {
      typed = next(typed, false);
      expect(typed.field).toBe(field);
    }
    expect(next(typed, true).field).toBe('y');
  });

  it('forgets what was typed in another group, and takes digits back', () => {
    const editor = empty().click(0, 0).move(1000, 0);
    editor.key(...'25', 'Tab', 'Tab', ...'700', 'Backspace', 'Enter');
    // 70 along x; across as the pointer says.
    expect(walls(editor)).toEqual([[0, 0, 70, 0]]);
  });

  it('leaves Tab to the page before anything is begun', () => {
    const editor = empty();
    const tab = { type: 'key', key: 'Tab', shift: false, suspend: false } as const;
    expect(editor.runner.input(tab)).toBe(false);
    editor.key('1');
    expect(editor.runner.input(tab)).toBe(true);
  });

  it('drops typed coordinates on Esc before it drops the tool', () => {
    const editor = empty().key('1', '2');
    expect(editor.escape()).toBe(true);
    expect(editor.escape()).toBe(false);
  });
});

describe('ending a chain', () => {
  it('closes with Enter from three points on, and with C', () => {
    for (const key of ['Enter', 'c']) {
      const editor = empty().click(0, 0).click(2000, 0).click(2000, 2000).key(key);
      expect(walls(editor).at(-1)).toEqual([2000, 2000, 0, 0]);
      expect(editor.steps).toBe(3);
      expect(editor.runner.stateOf('wall').points).toEqual([]);
    }
  });

  it('ends with a right click, and keeps what is placed', () => {
    const editor = empty().click(0, 0).click(2000, 0).click(2000, 2000).move(0, 2000);
    rightClick(editor, 0, 2000);
    expect(walls(editor)).toHaveLength(2);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.runner.stateOf('wall').points).toEqual([]);
  });

  it('ends with a double click on its last point', () => {
    const editor = empty().click(0, 0);
    double(editor, 2000, 0);
    expect(walls(editor)).toEqual([[0, 0, 2000, 0]]);
    expect(editor.runner.stateOf('wall').points).toEqual([]);
  });

  it('begins nothing with the second half of a double click on the start', () => {
    const editor = empty().click(0, 0).click(2000, 0).click(2000, 2000);
    double(editor, 0, 0);
    expect(walls(editor)).toHaveLength(3);
    expect(editor.runner.stateOf('wall').points).toEqual([]);
    // Elsewhere, and there again after the hand has moved, the next chain begins.
    editor.move(500, 900).click(0, 0);
    expect(editor.runner.stateOf('wall').points).toHaveLength(1);
  });

  it('gives up what is half drawn when the intent changes', () => {
    const editor = empty().click(0, 0).move(900, 0).key('5');
    editor.store.getState().set({ intent: 'proposal' });
    expect(editor.runner.stateOf('wall').typed.values).toEqual({});
    expect(walls(editor)).toEqual([]);
  });
});

describe('walls by their face', () => {
  const along = (side: 'left' | 'right') => {
    const editor = empty();
    editor.store.getState().set({ toolOptions: { ...options(editor), wallSide: side } });
    return editor;
  };

  it('puts the drawn line on the left or the right face', () => {
    const left = along('left').click(0, 0).click(3000, 0).key('Enter');
    expect(walls(left)).toEqual([[0, -60, 3000, -60]]);
    const right = along('right').click(0, 0).click(3000, 0).key('Enter');
    expect(walls(right)).toEqual([[0, 60, 3000, 60]]);
  });

  it('joins the corners of a chain, and encloses exactly what was drawn', () => {
    // Counter-clockwise along the left face: the drawn line is the room's inside.
    const editor = along('left').click(0, 0).click(3000, 0).click(3000, 2000).click(0, 2000);
    expect(editor.steps).toBe(3);
    editor.key('Enter');
    expect(editor.areas(editor.plan)).toEqual(['6.00']);
    expect(walls(editor)).toEqual([
      [-60, -60, 3060, -60],
      [3060, -60, 3060, 2060],
      [3060, 2060, -60, 2060],
      [-60, 2060, -60, -60],
    ]);
    expect(Object.keys(editor.storey.joints)).toHaveLength(4);
  });

  it('joins walls of different thickness', () => {
    const editor = along('left').click(0, 0).click(3000, 0);
    editor.store.getState().set({ toolOptions: { ...options(editor), wallThickness: 240 } });
    editor.click(3000, 2000).key('>').click(0, 2000).key('Enter');
    expect(editor.areas(editor.plan)).toEqual(['6.00']);
  });

  it('takes a corner back together with the wall that made it', () => {
    const editor = along('left').click(0, 0).click(3000, 0);
    const before = editor.plan;
    editor.click(3000, 2000).key('Backspace');
    expect(editor.plan).toEqual(before);
    expect(walls(editor)).toEqual([[0, -60, 3000, -60]]);
  });

  it('closes on its start and not on the corner of the wall beside it, whatever the lock', () => {
    const editor = along('left').click(0, 0).click(3000, 0).click(3000, 2000).click(1000, 2000);
    editor.key('l').click(-35, -35);
    expect(editor.areas(editor.plan)).toEqual(['4.00']);
  });

  it('previews the corner before it is placed', () => {
    const editor = along('left').click(0, 0).click(3000, 0).move(3000, 2000);
    const { joints } = editor.shown.storeys[editor.storeyId]!;
    expect(Object.values(joints)).toContainEqual({ x: 3060, y: -60 });
    expect(walls(editor)).toEqual([[0, -60, 3000, -60]]);
  });

  it('never moves the end of a wall that stood there before', () => {
    const storey = storeyFromDrawing(`
      +--+
    `);
    const editor = new TestEditor(planOf(storey)).take('wall');
    editor.store.getState().set({ toolOptions: { ...options(editor), wallSide: 'left' } });
    editor.click(3000, 0).click(3000, 2000).key('Enter');
    expect(walls(editor)[0]).toEqual([0, 0, 3000, 0]);
  });

  it('toggles with S while drawing, and shows it at once', () => {
    const editor = empty().click(0, 0).move(3000, 0).key('s');
    expect(options(editor).wallSide).toBe('left');
    const { joints } = editor.shown.storeys[editor.storeyId]!;
    expect(Object.values(joints)).toContainEqual({ x: 3000, y: -60 });
    editor.key('s', 's');
    expect(options(editor).wallSide).toBe('centre');
  });
});

describe('keys of what is drawn next', () => {
  it('steps through the thicknesses, and stays at the ends', () => {
    const editor = empty().key('<');
    expect(options(editor).wallThickness).toBe(100);
    editor.key('<', '<', '<');
    expect(options(editor).wallThickness).toBe(90);
    editor.key('>', '>', '>', '>', '>', '>');
    expect(options(editor).wallThickness).toBe(370);
  });

  it('goes from partition to boundary to bearing', () => {
    const editor = empty().key('b');
    expect(options(editor).wallKind).toBe('boundary');
    editor.key('b');
    expect(options(editor)).toMatchObject({ wallKind: 'bearing', wallThickness: 240 });
  });

  it('locks directions by L and F8, and by held Shift', () => {
    const editor = empty().key('l');
    expect(options(editor).directionLock).toBe('ortho');
    editor.click(0, 0).click(1503, 700).key('F8');
    expect(walls(editor)).toEqual([[0, 0, 1500, 0]]);
    expect(options(editor).directionLock).toBe('free');
    editor.key('l', 'l');
    expect(options(editor).directionLock).toBe('fifteen');
  });

  it('is square to the slanting wall that it starts from', () => {
    const editor = empty().click(0, 0).click(4000, 3000).key('Enter');
    editor.key('l').click(2000, 1500);
    editor.click(2000 - 620, 1500 + 780).key('Enter');
    expect(walls(editor)[1]).toEqual([2000, 1500, 1400, 2300]);
  });
});
