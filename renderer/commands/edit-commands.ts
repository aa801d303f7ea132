import { commandWords } from '../../shared/command-words.ts';
import { restoreElements } from '../../shared/edit/restore-elements.ts';
import type { Phase } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { whileReading } from '../editor/reading.ts';
import type { EditorState } from '../editor/store.ts';
import { type ActionHost, perform } from '../screens/editor-actions.ts';
import type { EditorCommand, Under } from './command.ts';

const elements: readonly Under[] = ['wall', 'opening', 'fixture', 'riser', 'mark'];

export const selectFirst = text('请先选择图上的构件', 'Select something on the plan first');

/** For commands that work on what is selected: rooms are derived and stay where they are. */
export const needsElements = (state: EditorState): Text | null =>
  whileReading(state) ?? (state.selection.some(({ kind }) => kind !== 'room') ? null : selectFirst);

export const editCommands: readonly EditorCommand[] = [
  {
    id: 'undo',
    name: commandWords.undo,
    section: 'edit',
    keys: ['Ctrl+Z'],
    refuse: (state) =>
      whileReading(state) ??
      // A chain of walls has points that are in no history yet.
      (state.history.past.length > 0 || state.tool === 'wall'
        ? null
        : text('没有可撤销的修改', 'There is nothing to undo')),
    run: (host) => perform(host, { type: 'undo' }),
  },
  {
    id: 'redo',
    name: commandWords.redo,
    section: 'edit',
    keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
    refuse: (state) =>
      whileReading(state) ??
      (state.history.future.length > 0
        ? null
        : text('没有可重做的修改', 'There is nothing to redo')),
    run: (host) => perform(host, { type: 'redo' }),
  },
  {
    id: 'copy',
    name: commandWords.copy,
    section: 'edit',
    keys: ['Ctrl+C'],
    menus: elements,
    refuse: needsElements,
    run: (host) => perform(host, { type: 'copy' }),
  },
  {
    id: 'paste',
    name: commandWords.paste,
    section: 'edit',
    keys: ['Ctrl+V'],
    menus: ['room', 'empty'],
    refuse: whileReading,
    run: (host) => perform(host, { type: 'paste' }),
  },
  {
    id: 'duplicate',
    name: text('原地复制一份', 'Duplicate'),
    section: 'edit',
    keys: ['Ctrl+D'],
    menus: elements,
    refuse: needsElements,
    run: (host) => perform(host, { type: 'duplicate' }),
  },
  {
    id: 'rotate',
    name: text('逆时针旋转 90°', 'Rotate by 90°'),
    section: 'edit',
    keys: ['R'],
    menus: ['fixture', 'wall'],
    refuse: needsElements,
    run: (host) => turn(host, false),
  },
  {
    id: 'rotate-back',
    name: text('顺时针旋转 90°', 'Rotate by −90°'),
    section: 'edit',
    keys: ['Shift+R'],
    refuse: needsElements,
    run: (host) => turn(host, true),
  },
  {
    id: 'delete',
    name: text('删除所选', 'Delete the selection'),
    section: 'edit',
    keys: ['Delete', 'Backspace'],
    also: '拆除 demolish remove',
    menus: [...elements, 'room'],
    refuse: (state) => whileReading(state) ?? (state.selection.length > 0 ? null : selectFirst),
    run: (host) => perform(host, { type: 'delete' }),
  },
  {
    id: 'restore',
    name: text('恢复保留', 'Keep after all'),
    section: 'edit',
    also: '取消拆除 restore demolished',
    menus: elements,
    refuse: (state) =>
      needsElements(state) ??
      (isDemolished(state)
        ? null
        : text('所选构件没有标为拆除', 'Nothing selected is marked as demolished')),
    run({ store }) {
      const { storey, selection, run } = store.getState();
      run(restoreElements({ storey, elements: selection }));
    },
  },
  {
    id: 'select-all',
    name: commandWords.selectAll,
    section: 'edit',
    keys: ['Ctrl+A'],
    menus: ['empty'],
    run: (host) => perform(host, { type: 'select-all' }),
  },
];

/** The select tool turns what is selected; with a tool in hand that turns for itself, its key is its own. */
function turn({ store, runner }: ActionHost, isBack: boolean): void {
  store.getState().set({ tool: 'select' });
  runner.input({ type: 'key', key: 'r', shift: isBack, suspend: false });
}

function isDemolished({ history, storey: id, selection }: EditorState): boolean {
  const storey = history.plan.storeys[id];
  if (!storey) return false;
  const tables: Readonly<Record<string, Readonly<Record<string, { readonly phase: Phase }>>>> = {
    wall: storey.walls,
    opening: storey.openings,
    fixture: storey.fixtures,
    riser: storey.risers,
  };
  return selection.some((ref) => tables[ref.kind]?.[ref.id]?.phase === 'demolished');
}
