import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../renderer/tools/tool.ts';
import { setPhase } from '../../../shared/edit/set-phase.ts';
import type { Plan, Storey } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

/** Two rooms of 2 m by 3 m with a new wall between them at x = 2000, a door, a WC and a basin. */
const drawn = storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`);
const middle = 'wall_2-0-v';
const door = {
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
};
const storey = {
  ...drawn,
  openings: { opening_d: door, opening_e: { ...door, offset: 2200, width: 600 } },
  fixtures: {
    fixture_w: {
      kind: 'wc',
      at: { x: 800, y: 60 },
      rotation: 0,
      width: 400,
      depth: 700,
      phase: 'new',
    },
    fixture_b: {
      kind: 'basin',
      at: { x: 1500, y: 60 },
      rotation: 0,
      width: 500,
      depth: 450,
      phase: 'new',
    },
  },
} as unknown as Storey;
const plan: Plan = planOf(storey);
const open = () => new TestEditor(plan);
const guidesOf = <K extends Guide['kind']>(editor: TestEditor, kind: K) =>
  editor.runner.guides().filter((guide) => guide.kind === kind) as Extract<Guide, { kind: K }>[];
const lengths = (editor: TestEditor) =>
  guidesOf(editor, 'length').map(({ from, to }) =>
    Math.round(Math.hypot(to.x - from.x, to.y - from.y)),
  );
const opening = (editor: TestEditor, id: string) =>
  editor.storey.openings[id as keyof typeof editor.storey.openings]!;
const fixture = (editor: TestEditor, id: string) =>
  editor.storey.fixtures[id as keyof typeof editor.storey.fixtures]!;

describe('moving with the select tool', () => {
  it('shows the clear widths on both sides while a wall slides', () => {
    const editor = open().move(2000, 300).down(2000, 300).move(2100, 300).move(2300, 300);
    // 2,000 between axes less two half walls, and 300 to one side.
    expect(lengths(editor)).toEqual([1880 + 300, 1880 - 300]);
    editor.up(2300, 300);
    expect(editor.selected).toEqual([middle]);
  });

  it('goes as far as is typed while it is dragged, to the side of the pointer', () => {
    const xs = (editor: TestEditor) => {
      const wall = editor.storey.walls[middle as keyof typeof editor.storey.walls]!;
      return editor.storey.joints[wall.a]?.x;
    };
    const dragged = (x: number) => open().move(2000, 500).down(2000, 500).move(x, 500);
    const right = dragged(2100).key('3', '2', '5');
    expect(guidesOf(right, 'typed')[0]?.fields).toMatchObject([{ value: '325', held: true }]);
    // Wherever the pointer goes on that side; released, it stays as typed.
    expect(xs(right.move(2600, 700).up(2600, 700))).toBe(2325);
    expect(right.steps).toBe(1);
    const left = dragged(1900).key('3', '2', '5', 'Backspace', 'Enter');
    expect(xs(left)).toBe(1968);
    expect(left.runner.stateOf('select').kind).toBe('idle');
    expect(left.up(1900, 500).steps).toBe(1);
    const given = dragged(2100).key('3', '2', '5');
    expect(given.escape()).toBe(true);
    expect(given.up(2100, 500).steps).toBe(0);
  });

  it('goes as far as is typed in the direction of the pointer, and says why not', () => {
    const editor = open().click(800, 300).click(1500, 250, { shift: true });
    editor.move(800, 300).down(800, 300).move(700, 800, { shift: true }).key('4', '0', '0');
    editor.move(700, 900, { shift: true }).up(700, 900, { shift: true });
    expect(fixture(editor, 'fixture_w').at).toEqual({ x: 800, y: 460 });
    const wall = open().move(2000, 500).down(2000, 500).move(2100, 500);
    wall.key(...'99999999', 'Enter');
    expect(wall.plan).toBe(plan);
    expect(wall.store.getState().message?.tone).toBe('warning');
  });

  it('slides a wall that is carried on, with a step that joins it', () => {
    const editor = open();
    editor.store.getState().set({ intent: 'survey' });
    editor.drag({ x: 1000, y: 3000 }, { x: 1000, y: 3500 });
    expect(editor.areas()).toEqual(['5.41', '6.35']);
    expect(editor.selected).toEqual(['wall_0-3-h']);
    editor.store.getState().undo();
    expect(editor.plan).toEqual(plan);
  });

  it('shows the distances of an opening to the walls and openings beside it', () => {
    const editor = open().move(2000, 1400).down(2000, 1400).move(2000, 1300).move(2000, 1200);
    expect(lengths(editor)).toEqual([900 - 60, 700, 2200 - 1600]);
  });

  it('refuses to slide an opening into another, with a reason', () => {
    const editor = open().move(2000, 1400).down(2000, 1400).move(2000, 1900).move(2000, 2000);
    expect(editor.runner.hint().zh).toBe('与600 mm 宽的门重叠。');
    editor.up(2000, 2000);
    expect(editor.plan).toBe(plan);
    expect(editor.store.getState().message?.text.zh).toBe('与600 mm 宽的门重叠。');
    expect(editor.store.getState().scratch).toBeNull();
  });

  it('swaps hinge and swing of the selected door by Space, one step each', () => {
    const editor = open().click(2000, 1400).key(' ');
    expect(opening(editor, 'opening_d')).toMatchObject({ hinge: 'b', side: 'left' });
    editor.runner.input({ type: 'key', key: ' ', shift: true, suspend: false });
    expect(opening(editor, 'opening_d')).toMatchObject({ hinge: 'b', side: 'right' });
    expect(editor.steps).toBe(2);
    // Without a door Space is for panning.
    const none = open().click(800, 400);
    expect(none.runner.input({ type: 'key', key: ' ', shift: false, suspend: false })).toBe(false);
  });

  it('swings a door while it slides, in the same step', () => {
    const editor = open().move(2000, 1400).down(2000, 1400).move(2000, 1300).move(2000, 1200);
    editor.key(' ').up(2000, 1200);
    expect(opening(editor, 'opening_d')).toMatchObject({ hinge: 'b', offset: 900 });
    expect(editor.steps).toBe(1);
  });

  it('turns a fixture while it is dragged', () => {
    const editor = open().move(800, 400).down(800, 400).move(700, 900).move(700, 1500);
    editor.key('r').up(700, 1500);
    expect(fixture(editor, 'fixture_w').rotation % 180).toBe(90);
    expect(editor.steps).toBe(1);
  });

  it('shows the use zones of selected and dragged fixtures, and what is taken', () => {
    const editor = open().click(800, 400);
    expect(guidesOf(editor, 'zone').map(({ isBlocked }) => isBlocked)).toEqual([false, false]);
    // 380 beside the middle of the WC: at 1,200 the basin, from 1,250 on, is in the way.
    editor.move(800, 400).down(800, 400).move(900, 400).move(1020, 400);
    expect(guidesOf(editor, 'zone').map(({ isBlocked }) => isBlocked)).toEqual([false, true]);
    expect(editor.runner.hint().zh).toContain('使用空间不足');
    editor.up(1020, 400);
    expect(fixture(editor, 'fixture_w').at.x).toBeGreaterThan(1000);
  });

  it('shows the clear distances of a dragged fixture', () => {
    const editor = open().move(800, 400).down(800, 400).move(760, 400).move(700, 400);
    const [left, right, front] = lengths(editor);
    expect([left, right]).toEqual([700 - 200 - 60, 1250 - 900]);
    expect(front).toBe(3000 - 60 - 760);
  });

  it('takes what a box holds out of the selection with Shift, once all of it is in', () => {
    const box = (editor: TestEditor) =>
      editor.drag({ x: 500, y: 900 }, { x: 1800, y: 20 }, { shift: true });
    const editor = box(open().click(2000, 300));
    expect(editor.selected).toEqual([middle, 'fixture_b', 'fixture_w']);
    expect(box(editor).selected).toEqual([middle]);
  });

  it('brings the end of a wall onto another joint, which is then one with it', () => {
    const editor = open().click(2000, 300);
    editor.drag({ x: 2000, y: 3000 }, { x: 4010, y: 2990 });
    const wall = editor.storey.walls[middle as keyof typeof editor.storey.walls]!;
    expect(editor.storey.joints[wall.b]).toEqual({ x: 4000, y: 3000 });
    const corner = Object.values(editor.storey.walls).filter(
      ({ a, b }) => a === wall.b || b === wall.b,
    );
    expect(corner).toHaveLength(3);
  });

  it('selects what comes back when a surveyed fixture is moved away and back', () => {
    const editor = open();
    editor.store.getState().set({ intent: 'survey' });
    editor.click(800, 400);
    const { storey: id, set, run } = editor.store.getState();
    run(
      setPhase({
        storey: id,
        elements: [{ kind: 'fixture', id: 'fixture_w', storey: id }],
        phase: 'existing',
      }),
    );
    set({ intent: 'proposal' });
    const surveyed = editor.plan;
    editor.drag({ x: 800, y: 400 }, { x: 600, y: 400 });
    expect(fixture(editor, 'fixture_w').phase).toBe('demolished');
    const [moved] = editor.selected;
    expect(moved).not.toBe('fixture_w');
    const { x } = fixture(editor, moved!).at;
    editor.drag({ x, y: 400 }, { x: 800, y: 400 });
    expect(editor.plan).toEqual(surveyed);
    expect(editor.selected).toEqual(['fixture_w']);
  });

  it('marks the wall selected last, which others are extended to', () => {
    const editor = open().click(2000, 300).click(1000, 0, { shift: true });
    const [line] = guidesOf(editor, 'line');
    expect(line).toMatchObject({ from: { x: 0, y: 0 }, to: { x: 2000, y: 0 }, style: 'target' });
    expect(guidesOf(editor.click(800, 400, { shift: true }), 'line')).toEqual([]);
  });

  it('refuses to lay the ends of a wall on one another, and says so', () => {
    const editor = open().click(2000, 300);
    editor.drag({ x: 2000, y: 3000 }, { x: 2000, y: 10 });
    expect(editor.plan).toBe(plan);
    expect(editor.store.getState().message?.text.zh).toBe('墙会短于 10 mm。');
  });
});
