import { type Text, text } from '../../shared/text.ts';
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
