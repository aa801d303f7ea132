import { alignCommands, distributeCommands, mirrorCommands } from './arrange-commands.ts';
import type { SelectionCommand } from './selection-command.ts';
import { meetCommands, wallCommands } from './wall-commands.ts';

/** Everything that can be done to where the selection stands: by key, by name, in the properties. */
export const selectionCommands: readonly SelectionCommand[] = [
  ...mirrorCommands,
  ...alignCommands,
  ...distributeCommands,
  ...wallCommands,
  ...meetCommands,
];
