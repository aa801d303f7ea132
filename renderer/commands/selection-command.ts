import { type Text, text } from '../../shared/text.ts';
import type { KeyPress } from '../editor/keyboard.ts';
import type { EditorState } from '../editor/store.ts';
import type { ActionHost } from '../screens/editor-actions.ts';
import type { EditorCommand } from './command.ts';

/** What a command on the selection needs: the properties panel has no more. */
export type SelectionHost = Pick<ActionHost, 'store' | 'runner'>;

/** A command that the properties panel offers as well. */
export interface SelectionCommand extends Omit<EditorCommand, 'run'> {
  run(host: SelectionHost): void;
}

export const whileReading = ({ reading }: EditorState): Text | null =>
  reading
    ? text('正在查看历史版本，不能修改', 'A saved version is shown and cannot be changed')
    : null;

/** As its key is written in a command: `Shift+H`, `Ctrl+Shift+ArrowUp`. */
const keyOf = (press: KeyPress): string =>
  [
    ...(press.ctrlKey || press.metaKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    press.key.length === 1 ? press.key.toUpperCase() : press.key,
  ].join('+');

export const commandOfPress = (
  commands: readonly SelectionCommand[],
  press: KeyPress,
): SelectionCommand | undefined => commands.find(({ keys }) => keys?.includes(keyOf(press)));

/** Runs it, or says why it does not apply. */
export function runSelectionCommand(command: SelectionCommand, host: SelectionHost): void {
  const state = host.store.getState();
  const refused = command.refuse?.(state);
  if (refused) state.set({ message: { tone: 'info', text: refused } });
  else command.run(host);
}

const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A command's key as people read it. */
export const shownKey = ({ keys = [] }: SelectionCommand): string =>
  (keys[0] ?? '').replace(/Arrow\w+/, (name) => arrows[name] ?? name);
