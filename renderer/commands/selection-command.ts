import type { ActionHost } from '../screens/editor-actions.ts';
import type { EditorCommand } from './command.ts';

/** What a command on the selection needs: the properties panel has no more. */
export type SelectionHost = Pick<ActionHost, 'store' | 'runner'>;

/** A command that the properties panel offers as well. */
export interface SelectionCommand extends Omit<EditorCommand, 'run'> {
  run(host: SelectionHost): void;
}
