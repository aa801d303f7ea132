import { describe, expect, it } from 'vitest';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { TestEditor } from './test-editor.ts';

const empty = () => new TestEditor(planOf(storeyFromDrawing(' ')));
/** One room of 4 m by 3 m, its lower left corner at 0, 0. */
const oneRoom = () =>
  new TestEditor(
    planOf(
      storeyFromDrawing(`
        +---+
        |   |
        | a |
        +---+
      `),
    ),
  );
const walls = (editor: TestEditor) =>
  Object.values(editor.storey.walls).map((wall) => {
    const a = editor.storey.joints[wall.a]!;
    const b = editor.storey.joints[wall.b]!;
    return [a.x, a.y, b.x, b.y];
  });

describe('wall tool', () => {
  it('draws every wall of a chain as a step of its own, and shows the area before the last one', () => {
    const editor = empty().take('wall');
    editor.click(0, 0).click(2120, 0, { suspend: true }).click(2120, 2120, { suspend: true });
    editor.click(0, 2120, { suspend: true }).move(20, 30);
    expect(editor.steps).toBe(3);
    expect(editor.areas(editor.plan)).toEqual([]);
    // Net: 2,000 by 2,000 between the faces of 120 mm walls.
    expect(editor.areas()).toEqual(['4.00']);
    editor.click(20, 30);
    expect(editor.steps).toBe(4);
    expect(walls(editor)).toHaveLength(4);
    expect(editor.areas(editor.plan)).toEqual(['4.00']);
    expect(editor.runner.stateOf('wall').points).toHaveLength(0);
    editor.store.getState().undo();
    expect(walls(editor)).toHaveLength(3);
  });

  it('keeps what is placed whatever comes between: another view, intent or version', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).move(1500, 700);
    editor.store.getState().set({ intent: 'proposal' });
    expect(walls(editor)).toEqual([[0, 0, 1000, 0]]);
    expect(editor.store.getState().scratch).toBeNull();
  });

  it('refuses a length that no wall has, and keeps the chain', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).move(2000, 0);
    editor.key(...'99999999', 'Enter');
    expect(walls(editor)).toEqual([[0, 0, 1000, 0]]);
    expect(editor.store.getState().message?.text.en).toContain('Check the length');
    editor.key(...Array(8).fill('Backspace'), ...'500', 'Enter');
    expect(walls(editor)).toEqual([
      [0, 0, 1000, 0],
      [1000, 0, 1500, 0],
    ]);
  });

  it('runs on along a wall that stands there, and takes back no more than it drew', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).key('Enter');
    editor.click(0, 0).click(1000, 0).click(1000, 1000);
    expect(editor.steps).toBe(2);
    editor.key('Backspace', 'Backspace');
    expect(walls(editor)).toEqual([[0, 0, 1000, 0]]);
    expect(editor.runner.stateOf('wall').points).toHaveLength(1);
  });

  it('takes a typed length in the direction of the pointer', () => {
    const editor = empty().take('wall').click(0, 0).move(900, 10);
    editor.key('2', '4', '0', '0', 'Enter', 'Enter');
    expect(walls(editor)).toEqual([[0, 0, 2400, 0]]);
  });

  it('takes a typed angle after Tab', () => {
    const editor = empty().take('wall').click(0, 0).move(900, 10);
    editor.key('1', '0', '0', '0', 'Tab', '9', '0', 'Enter', 'Enter');
    expect(walls(editor)).toEqual([[0, 0, 0, 1000]]);
  });

  it('locks to 15 degrees with Shift', () => {
    const editor = empty().take('wall').click(0, 0).click(1500, 70, { shift: true }).key('Enter');
    expect(walls(editor)).toEqual([[0, 0, 1500, 0]]);
  });

  it('keeps what is placed on Esc, and takes one point back on Backspace', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).click(1000, 1000);
    editor.key('Backspace', 'Enter');
    expect(walls(editor)).toEqual([[0, 0, 1000, 0]]);
    editor.click(5000, 0).click(6000, 0);
    expect(editor.escape()).toBe(true);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.steps).toBe(2);
    expect(walls(editor)).toHaveLength(2);
    editor.click(8000, 0);
    expect(editor.escape()).toBe(true);
    expect(editor.steps).toBe(2);
    expect(editor.runner.stateOf('wall').points).toHaveLength(0);
  });

  it('keeps what is placed when another tool is taken', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).move(1500, 700).take('select');
    expect(walls(editor)).toEqual([[0, 0, 1000, 0]]);
    expect(editor.store.getState().scratch).toBeNull();
  });

  it('drops what is half drawn when the plan changes under it', () => {
    const editor = empty().take('wall').click(0, 0).click(1000, 0).key('Enter');
    editor.click(3000, 0).click(4000, 0);
    editor.store.getState().undo();
    expect(editor.runner.stateOf('wall').points).toHaveLength(0);
    expect(editor.store.getState().scratch).toBeNull();
  });
});

describe('opening tool', () => {
  it('shows a door in the wall under the pointer and places it with one click', () => {
    const editor = oneRoom().take('opening').move(1210, 30);
    expect(Object.values(editor.shown.storeys[editor.storeyId]!.openings)).toHaveLength(1);
    expect(editor.steps).toBe(0);
    editor.click(1210, 30);
    const [door] = Object.values(editor.storey.openings);
    expect(door).toMatchObject({ kind: 'door', width: 800, hinge: 'a' });
    // Steps of 10 mm count from the face of the neighbouring wall, 60 mm in from the joint.
    expect((door!.offset - 60) % 10).toBe(0);
    expect(editor.selected).toEqual(Object.keys(editor.storey.openings));
  });

  it('keeps the door clear of the corners and draws it to the middle', () => {
    const editor = oneRoom().take('opening').click(10, 20);
    expect(Object.values(editor.storey.openings)[0]!.offset).toBe(60);
    const other = oneRoom().take('opening').click(2015, 20);
    expect(Object.values(other.storey.openings)[0]!.offset).toBe(1600);
  });

  it('swaps hinge with Space and swing with the side of the pointer', () => {
    const editor = oneRoom().take('opening').move(1200, 40).key(' ').click(1200, 40);
    expect(Object.values(editor.storey.openings)[0]).toMatchObject({ hinge: 'b', side: 'left' });
    const below = oneRoom().take('opening').click(1200, -40);
    expect(Object.values(below.storey.openings)[0]).toMatchObject({ side: 'right' });
  });

  it('shows nothing away from walls', () => {
    const editor = oneRoom().take('opening').move(2000, 1500).click(2000, 1500);
    expect(editor.steps).toBe(0);
  });
});

describe('fixture tool', () => {
  const place = (editor: TestEditor, x: number, y: number) => {
    editor.take('fixture').click(x, y);
    return Object.values(editor.storey.fixtures).at(-1)!;
  };

  it('stands with its back flush against the nearest wall face, front into the room', () => {
    expect(place(oneRoom(), 2000, 300)).toMatchObject({ at: { y: 60 }, rotation: 0 });
    expect(place(oneRoom(), 2000, 2800)).toMatchObject({ at: { y: 2940 }, rotation: 180 });
    expect(place(oneRoom(), 250, 1500)).toMatchObject({ at: { x: 60 }, rotation: 270 });
    expect(place(oneRoom(), 3800, 1500)).toMatchObject({ at: { x: 3940 }, rotation: 90 });
  });

  it('is drawn into a corner and never cuts the next wall', () => {
    expect(place(oneRoom(), 280, 200).at).toEqual({ x: 360, y: 60 });
  });

  it('turns by R', () => {
    const editor = oneRoom().take('fixture').move(2000, 300).key('r');
    expect(place(editor, 2000, 300).rotation).toBe(90);
  });

  it('changes no room while it follows the pointer', () => {
    const editor = oneRoom().take('fixture').move(2000, 300);
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.runner.guides().at(-1)?.kind).toBe('length');
    expect(editor.runner.guides().find(({ kind }) => kind === 'fixture')).toMatchObject({
      kind: 'fixture',
    });
  });
});

describe('riser, room and measure tools', () => {
  it('puts a riser flush into a corner, and counts its lines', () => {
    const editor = oneRoom().take('riser').click(200, 200).click(3800, 2800);
    const risers = Object.values(editor.storey.risers);
    expect(risers.map(({ at }) => at)).toContainEqual({ x: 185, y: 185 });
    expect(risers.map(({ at }) => at)).toContainEqual({ x: 3815, y: 2815 });
    expect(risers.map(({ line }) => line).sort()).toEqual(['S1', 'S2']);
  });

  it('tags a face and selects its room', () => {
    const storey = storeyFromDrawing(`
      +---+
      |   |
      |   |
      +---+
    `);
    const editor = new TestEditor(planOf(storey)).take('room').click(1500, 1500);
    expect(Object.keys(editor.storey.rooms)).toHaveLength(1);
    expect(editor.store.getState().selectedRoom).toBe(Object.keys(editor.storey.rooms)[0]);
    editor.click(1500, 1500);
    expect(editor.steps).toBe(1);
  });

  it('measures between two clicks and forgets on Esc', () => {
    const editor = oneRoom().take('measure').click(0, 0).click(4000, 3000);
    const lengths = editor.runner.guides().filter(({ kind }) => kind === 'length');
    expect(lengths[0]).toMatchObject({ from: { x: 0, y: 0 }, to: { x: 4000, y: 3000 } });
    editor.escape();
    expect(editor.runner.guides().filter(({ kind }) => kind === 'length')).toEqual([]);
    expect(editor.steps).toBe(0);
  });
});
