import { describe, expect, it } from 'vitest';
import { announcement, selectionWords } from '../../renderer/editor/announce.ts';
import { emptyPlan } from '../../renderer/editor/session-start.ts';
import { typedPlace } from '../../renderer/editor/typed-place.ts';
import { toScreen } from '../../renderer/editor/viewport.ts';
import { stepFrom, stopsOf } from '../../renderer/editor/walk.ts';
import { clickAtCursor } from '../../renderer/screens/editor-walk.ts';
import { sceneOf } from '../../renderer/tools/scene.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';
import { KeyEditor } from './test-host.ts';

const empty = () => new KeyEditor(emptyPlan(countingIds('e')));
/** Two rooms of 2 m by 3 m with a new wall between them at x = 2000. */
const plan = planOf(
  storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`),
);

describe('drawing by keys alone', () => {
  it('draws a room by arrows and typed lengths, and puts a door in its wall', () => {
    const editor = empty().press('w').goTo(1000, 1000).press('Enter');
    editor.press('ArrowRight', ...'4000', 'Enter');
    expect(editor.store.getState().cursor?.at).toEqual({ x: 5000, y: 1000 });
    editor.press('ArrowUp', ...'3000', 'Enter', 'ArrowLeft', ...'4000', 'Enter');
    editor.press('ArrowDown', ...'3000', 'Enter');
    expect(editor.areas(editor.plan)).toEqual(['11.17']);

    // The door goes where the wall nearest to the cursor is.
    editor.press('d', 'Ctrl+ArrowDown');
    expect(editor.store.getState().scratch).not.toBeNull();
    editor.press('Enter');
    expect(Object.values(editor.storey.openings)).toMatchObject([{ kind: 'door', width: 800 }]);

    // The room tool walks to rooms only.
    editor.press('t', ']', 'Enter');
    expect(Object.values(editor.storey.rooms)).toHaveLength(1);
    expect(editor.store.getState().selectedRoom).toMatch(/^room_/);
  });

  it('takes places exactly where they were typed, and closes on the start', () => {
    const editor = empty().press('w').goTo(13, 17).press('Enter');
    editor
      .goTo(3013, 17)
      .press('Enter')
      .goTo(3013, 2017)
      .press('Enter')
      .goTo(13, 17)
      .press('Enter');
    expect(Object.values(editor.storey.walls)).toHaveLength(3);
    expect(Object.values(editor.storey.joints)).toContainEqual({ x: 13, y: 17 });
    // The outline is closed: the next click begins another.
    expect(editor.runner.stateOf('wall').points).toEqual([]);
  });

  it('a second Enter at one place ends the chain; Backspace takes the cursor back', () => {
    const editor = empty().press('w').goTo(0, 0).press('Enter').goTo(2000, 0).press('Enter');
    editor.press('Backspace');
    expect(editor.store.getState().cursor?.at).toEqual({ x: 0, y: 0 });
    expect(editor.steps).toBe(0);
    editor.press('Enter');
    expect(editor.runner.stateOf('wall').points).toEqual([]);
  });

  it('arrows move the selection with the select tool, else the cursor', () => {
    const editor = new KeyEditor(plan).press('ArrowRight');
    const first = editor.store.getState().cursor?.at;
    editor.press('ArrowRight', 'Shift+ArrowUp');
    expect(editor.store.getState().cursor?.at).toEqual({ x: first!.x + 100, y: first!.y + 1000 });
    editor.goTo(2000, 400).press('Enter');
    expect(editor.selected).toEqual(['wall_2-0-v']);
    editor.press('ArrowRight', 'ArrowRight');
    expect(editor.steps).toBe(2);
  });
});

describe('walking through the plan', () => {
  it('goes through everything once and round again, as one reads', () => {
    const editor = new KeyEditor(plan);
    const stops = stopsOf(sceneOf(plan, editor.storeyId, 'after')!, editor.storeyId);
    const seen: string[] = [];
    for (let step = 0; step < stops.length; step++) {
      editor.press(']');
      seen.push(editor.store.getState().selectedRoom ?? editor.selected[0]!);
    }
    expect(seen).toEqual(stops.map(({ id }) => id));
    expect(seen.slice(0, 2)).toEqual(['room_a', 'room_b']);
    editor.press(']');
    expect(editor.selected).toEqual(['room_a']);
    editor.press('[');
    expect(editor.selected).toEqual([stops.at(-1)!.id]);
  });

  it('goes to what lies that way', () => {
    const editor = new KeyEditor(plan).press(']', 'Ctrl+ArrowRight');
    expect(editor.selected).toEqual(['wall_2-0-v']);
    editor.press('Ctrl+ArrowRight');
    expect(editor.selected).toEqual(['room_b']);
    editor.press('Ctrl+ArrowLeft', 'Ctrl+ArrowLeft');
    expect(editor.selected).toEqual(['room_a']);
  });

  it('comes to the axes last, and says which they are', () => {
    const editor = new KeyEditor({
      ...plan,
      axes: {
        axis_9: { runs: 'level', place: 0 },
        axis_1: { runs: 'upright', place: 4000 },
        axis_2: { runs: 'upright', place: 0 },
      },
    } as Plan).press('[');
    expect(editor.store.getState().selection).toEqual([{ kind: 'axis', id: 'axis_1' }]);
    expect(selectionWords(editor.store.getState()).en).toMatch(/^axis 2, x 4000; (\d+) of \1$/);
    editor.press('ArrowRight', 'Delete');
    expect(Object.keys(editor.plan.axes ?? {})).toEqual(['axis_9', 'axis_2']);
    expect(editor.steps).toBe(2);
  });

  it('is nowhere on an empty storey', () => {
    expect(stepFrom([], null, 1)).toBeNull();
    expect(empty().press(']', 'Ctrl+ArrowUp').selected).toEqual([]);
  });

  it('says what each is, and which of how many, in both languages', () => {
    const editor = new KeyEditor(plan).click(2000, 400);
    const said = selectionWords(editor.store.getState());
    expect(said.en).toMatch(/^wall, \d,\d{3} mm, partition, new; \d+ of \d+$/);
    expect(said.zh).toMatch(/^墙，\d,\d{3} mm，非承重，新建；第 \d+ 个，共 \d+ 个$/);
    const before = editor.store.getState();
    editor.press('Delete');
    expect(announcement(editor.store.getState(), before)?.en).toBe('Demolish');
    const after = editor.store.getState();
    editor.press('Ctrl+z');
    expect(announcement(editor.store.getState(), after)?.zh).toMatch(/^已撤销：/);
  });
});

describe('typed places', () => {
  const from = { x: 100, y: 200 };
  it.each([
    ['1200,3400', { x: 1200, y: 3400 }],
    ['1200，-3400', { x: 1200, y: -3400 }],
    ['@600,0', { x: 700, y: 200 }],
    ['@600<90', { x: 100, y: 800 }],
    [' 12.4 , 7.6 ', { x: 12, y: 8 }],
    ['1200', null],
    ['a,b', null],
    ['99999999,0', null],
  ])('%s', (words, place) => {
    expect(typedPlace(words, from)).toEqual(place);
  });
});

describe('the view', () => {
  const at = (editor: KeyEditor, x: number, y: number) =>
    toScreen(editor.host.viewport.get(), { x, y });
  it('goes along with a wall whose typed end lies beyond it, and shows the chain', () => {
    const editor = empty().press('w').click(0, 0).move(3000, 0);
    editor.press(...'4000', 'Enter');
    expect(editor.host.viewport.get()).toMatchObject({ offsetX: 200, offsetY: 600 });
    editor.move(4000, 900).press(...'6100', 'Enter');
    const { scale } = editor.host.viewport.get();
    expect(scale).toBe(0.1);
    expect(at(editor, 4000, 6100).y).toBeGreaterThan(0);
    expect(at(editor, 0, 0).y).toBeLessThan(800);
    editor.move(6000, 6100).press(...'30000', 'Enter');
    expect(editor.host.viewport.get().scale).toBeLessThan(scale);
    for (const [x, y] of [
      [0, 0],
      [34_000, 6100],
    ] as const) {
      expect(at(editor, x, y).x).toBeGreaterThan(0);
      expect(at(editor, x, y).x).toBeLessThan(1000);
    }
  });
  it('shows a room that was typed larger than it', () => {
    const editor = empty().press('q').click(0, 0).move(900, 900);
    editor.press(...'12000', 'Tab', ...'3000', 'Enter');
    expect(Object.keys(editor.storey.walls)).toHaveLength(4);
    expect(at(editor, 12_000, 0).x).toBeLessThan(1000);
  });
});

describe('marks by keys alone', () => {
  it('puts a dimension on what the cursor stands at, and its line where that goes next', () => {
    const editor = new KeyEditor(plan).take('dimension').goTo(0, 0).press('Enter');
    editor.goTo(4000, 0).press('Enter', 'Enter', 'Shift+ArrowDown');
    expect(editor.store.getState().scratch).not.toBeNull();
    editor.press('Enter');
    expect(Object.values(editor.storey.dimensions ?? {})).toMatchObject([
      { along: 'x', offset: -1000 },
    ]);
  });
  it('moves the cursor, and not what is selected, where a mark is to be made', () => {
    const editor = new KeyEditor(plan).press(']', ']', ']');
    expect(editor.selected).toHaveLength(1);
    editor.take('dimension').press('ArrowRight', 'ArrowRight');
    expect(editor.store.getState().cursor).not.toBeNull();
    expect(editor.steps).toBe(0);
  });
  it('goes in finer steps closer up, and zooms about itself', () => {
    const editor = new KeyEditor(plan).take('measure').goTo(1000, 1000);
    const place = () => toScreen(editor.host.viewport.get(), { x: 1000, y: 1000 });
    const before = place();
    editor.press(...Array.from({ length: 9 }, () => '+'));
    expect(place().x).toBeCloseTo(before.x);
    expect(editor.host.viewport.get().scale).toBeGreaterThan(0.4);
    editor.press('ArrowRight');
    expect(editor.store.getState().cursor?.at).toEqual({ x: 1010, y: 1000 });
  });
  it('adds to the selection, by walking on and by a click with Shift', () => {
    const editor = new KeyEditor(plan).goTo(2000, 400).press('Enter');
    const [first] = editor.selected;
    editor.press('}');
    expect(editor.selected).toHaveLength(2);
    expect(editor.selected[0]).toBe(first);
    expect(editor.store.getState().selection.every(({ kind }) => kind === 'wall')).toBe(true);
    editor.press('}', '{');
    expect(editor.selected).toHaveLength(3);
    const apart = new KeyEditor(plan).goTo(2000, 400).press('Enter');
    clickAtCursor(apart.goTo(4000, 400).host, true);
    expect(apart.selected).toHaveLength(2);
  });
});
