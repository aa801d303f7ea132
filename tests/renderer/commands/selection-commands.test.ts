import { describe, expect, it } from 'vitest';
import { commandOf, commandOfKey, runCommand } from '../../../renderer/commands/registry.ts';
import { selectionCommands } from '../../../renderer/commands/selection-commands.ts';
import type { ElementRef, Storey } from '../../../shared/plan/model.ts';
import { planOf, storeyFromDrawing, storeyId } from '../../plan-from-drawing.ts';
import { KeyEditor } from '../test-host.ts';

/** Two new walls that meet in no corner yet, and three new fixtures. */
const fixture = (x: number, y: number) => ({
  kind: 'sink',
  at: { x, y },
  rotation: 0,
  width: 500,
  depth: 450,
  phase: 'new',
});
const storey = {
  ...storeyFromDrawing(`
    +=+  +
         !
         !
         +
  `),
  fixtures: {
    fixture_a: fixture(0, 0),
    fixture_b: fixture(700, 300),
    fixture_c: fixture(3000, 0),
  },
} as unknown as Storey;
const plan = planOf(storey);

function open(...names: string[]): KeyEditor {
  const editor = new KeyEditor(plan);
  editor.store.getState().select(
    names.map(
      (id): ElementRef => ({
        kind: id.startsWith('wall') ? 'wall' : 'fixture',
        id,
        storey: storeyId,
      }),
    ),
  );
  return editor;
}
const run = (editor: KeyEditor, id: string): KeyEditor => {
  runCommand(editor.host, commandOf(id));
  return editor;
};
const places = (editor: KeyEditor) =>
  Object.values(editor.storey.fixtures).map(({ at }) => [at.x, at.y]);
const [level = '', upright = ''] = Object.keys(storey.walls);
const all = ['fixture_a', 'fixture_b', 'fixture_c'];
const message = (editor: KeyEditor) => editor.store.getState().message?.text.zh;

describe('commands on the selection', () => {
  it('have a name in both languages, an id and a key of their own', () => {
    const keys = selectionCommands.flatMap((command) => command.keys ?? []);
    expect(new Set(keys).size).toBe(selectionCommands.length);
    expect(new Set(selectionCommands.map(({ id }) => id)).size).toBe(selectionCommands.length);
    for (const { name } of selectionCommands) {
      expect(name.zh).toMatch(/\p{Script=Han}/u);
      expect(name.en).toMatch(/^[A-Z][a-z ]+$/);
    }
  });

  it('are found by their key, whatever the caps lock', () => {
    const press = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: true };
    expect(commandOfKey({ ...press, key: 'h' })?.id).toBe('mirror-across');
    expect(commandOfKey({ ...press, key: 'H' })?.id).toBe('mirror-across');
    const up = { ...press, ctrlKey: true, key: 'ArrowUp' };
    expect(commandOfKey(up)?.id).toBe('align-top');
    expect(commandOfKey({ ...press, shiftKey: false, key: 'h' })?.id).toBe('tool-pan');
  });

  it('say what has to be selected first, and change nothing', () => {
    for (const { id } of selectionCommands) {
      const editor = run(open(), id);
      expect(message(editor)).toMatch(/^请先选中/);
      expect(editor.plan).toBe(plan);
      expect(editor.store.getState().tool).toBe('select');
    }
  });

  it('mirror, align and spread', () => {
    expect(places(run(open('fixture_a'), 'mirror-up'))[0]).toEqual([0, 450]);
    expect(places(run(open(...all), 'align-top'))).toEqual([
      [0, 300],
      [700, 300],
      [3000, 300],
    ]);
    expect(places(run(open(...all), 'distribute-across'))[1]).toEqual([1500, 300]);
    expect(run(open('fixture_a'), 'mirror-axis').store.getState().tool).toBe('mirror');
  });

  it('split a wall, bring two to a corner, and say why others cannot be joined', () => {
    expect(Object.keys(run(open(level), 'split-wall').storey.walls)).toHaveLength(3);
    const corner = run(open(level, upright), 'corner-walls');
    expect(corner.steps).toBe(1);
    expect(Object.keys(corner.storey.joints)).toHaveLength(3);
    expect(message(run(open(level, upright), 'join-walls'))).toMatch(/没有相接的端点/);
    expect(message(run(open(level), 'trim-walls'))).toBe('请先选中两道墙，目标墙最后选');
  });

  it('leave a saved version alone', () => {
    const editor = open(...all);
    editor.store.getState().set({ reading: { version: 'v' as never, plan } });
    expect(message(run(editor, 'align-top'))).toMatch(/^正在查看的内容不能修改/);
    expect(editor.plan).toBe(plan);
  });
});
