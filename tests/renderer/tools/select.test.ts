import { describe, expect, it } from 'vitest';
import type { Plan, Storey } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

/** Two rooms of 2 m by 3 m with a new wall between them at x = 2000. */
const drawn = storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`);
const middle = 'wall_2-0-v';
const storey = {
  ...drawn,
  openings: {
    opening_d: {
      wall: middle,
      kind: 'door',
      offset: 1100,
      width: 700,
      sill: 0,
      head: 2100,
      leaf: 'swing',
      hinge: 'a',
      side: 'left',
      phase: 'new',
    },
  },
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
const plan: Plan = planOf(storey);
const open = () => new TestEditor(plan);
const joint = (editor: TestEditor, id: string) =>
  editor.storey.joints[id as keyof typeof editor.storey.joints];

describe('select tool', () => {
  it('selects what is clicked, adds with Shift, clears on the paper and on Esc', () => {
    const editor = open().click(2000, 400);
    expect(editor.selected).toEqual([middle]);
    editor.click(600, 200, { shift: true });
    expect(editor.selected).toEqual([middle, 'fixture_s']);
    editor.click(600, 200, { shift: true });
    expect(editor.selected).toEqual([middle]);
    editor.click(-3000, -3000);
    expect(editor.selected).toEqual([]);
    editor.click(2000, 400);
    expect(editor.escape()).toBe(true);
    expect(editor.selected).toEqual([]);
    expect(editor.escape()).toBe(false);
  });

  it('selects a room by its face', () => {
    const editor = open().click(1000, 2000);
    expect(editor.selected).toEqual(['room_a']);
    expect(editor.store.getState().selectedRoom).toBe('room_a');
  });

  it('selects with a box: to the right what it holds, to the left what it touches', () => {
    const editor = open().drag({ x: 300, y: 700 }, { x: 1200, y: 0 });
    expect(editor.selected).toEqual(['fixture_s']);
    editor.drag({ x: 2500, y: 2900 }, { x: 700, y: 400 });
    expect(editor.selected).toContain('opening_d');
  });

  it('moves one wall square to itself, with what meets it, as one step', () => {
    const editor = open();
    editor.move(2000, 400).down(2000, 400).move(2100, 480).move(2304, 700);
    expect(editor.areas()).toEqual(['4.55', '6.28']);
    expect(editor.steps).toBe(0);
    editor.up(2304, 700);
    expect(editor.steps).toBe(1);
    expect(editor.areas(editor.plan)).toEqual(['4.55', '6.28']);
    expect(editor.selected).toHaveLength(1);
    editor.store.getState().undo();
    expect(editor.plan).toEqual(plan);
  });

  it('gives up a drag on Esc', () => {
    const editor = open().move(2000, 400).down(2000, 400).move(2400, 400);
    expect(editor.store.getState().scratch).not.toBeNull();
    editor.escape();
    expect(editor.store.getState().scratch).toBeNull();
    editor.up(2400, 400);
    expect(editor.steps).toBe(0);
  });

  it('takes a small wander of the hand for a click', () => {
    const editor = open().move(2000, 400).down(2000, 400).move(2008, 405).up(2008, 405);
    expect(editor.steps).toBe(0);
    expect(editor.selected).toEqual([middle]);
  });

  it('drags the end of a selected wall', () => {
    const editor = open().click(2000, 400);
    const wall = editor.storey.walls[middle as keyof typeof editor.storey.walls]!;
    const top = joint(editor, wall.b)!;
    expect(editor.runner.guides().filter(({ kind }) => kind === 'handle')).toHaveLength(2);
    editor.drag({ x: top.x, y: top.y }, { x: 2500, y: 3010 });
    expect(editor.steps).toBe(1);
    expect(Object.values(editor.storey.joints)).toContainEqual({ x: 2500, y: 3000 });
  });

  it('slides a door along its wall and not past its end', () => {
    const editor = open().drag({ x: 2000, y: 1450 }, { x: 2300, y: 1850 });
    expect(Object.values(editor.storey.openings)[0]!.offset).toBe(1500);
    editor.drag({ x: 2000, y: 1850 }, { x: 2000, y: 9000 });
    // 3,000 less the face of the wall above and the width.
    expect(Object.values(editor.storey.openings)[0]!.offset).toBe(3000 - 60 - 700);
  });

  it('stands a dragged fixture against the wall where it is left', () => {
    const editor = open().drag({ x: 600, y: 250 }, { x: 250, y: 1800 });
    const [sink] = Object.values(editor.storey.fixtures);
    expect(sink).toMatchObject({ at: { x: 60 }, rotation: 270 });
  });

  it('turns the selection by R', () => {
    const editor = open().click(600, 200).key('r');
    expect(Object.values(editor.storey.fixtures)[0]!.rotation).toBe(90);
  });

  it('demolishes a surveyed wall that a proposal moves, and selects the new one', () => {
    const editor = open();
    const outer = 'wall_0-0-v';
    editor.drag({ x: 0, y: 1500 }, { x: -500, y: 1500 });
    expect(editor.storey.walls[outer as keyof typeof editor.storey.walls]!.phase).toBe(
      'demolished',
    );
    const [selected] = editor.selected;
    expect(editor.storey.walls[selected as keyof typeof editor.storey.walls]!.phase).toBe('new');
  });

  it('edits nothing while a version is read', () => {
    const editor = open();
    editor.store.getState().set({ reading: { version: 'v' as never, plan } });
    editor.drag({ x: 2000, y: 400 }, { x: 2500, y: 400 });
    expect(editor.steps).toBe(0);
    expect(editor.store.getState().message?.tone).toBe('warning');
  });
});
