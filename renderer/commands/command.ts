import type { Text } from '../../shared/text.ts';
import type { EditorState } from '../editor/store.ts';
import type { ActionHost } from '../screens/editor-actions.ts';

export const sections = ['tools', 'edit', 'view', 'go', 'file', 'help'] as const;
export type Section = (typeof sections)[number];

/** What a right click may fall upon; a mark is a dimension, a note or an axis. */
export type Under = 'wall' | 'opening' | 'fixture' | 'riser' | 'room' | 'mark' | 'empty';

/**
 * One thing that the editor can be told to do. Keys, palette, shortcut sheet, right-click menus and
 * tooltips all read this, so that they cannot disagree; a new command is one more entry in one of
 * the lists beside this file.
 */
export interface EditorCommand {
  /** Kept by settings as recently used, so it stays as it is. */
  readonly id: string;
  readonly name: Text;
  readonly section: Section;
  /** As `keyName` writes them: `W`, `Ctrl+Shift+Z`, `Shift+ArrowUp`. The first is the one shown. */
  readonly keys?: readonly string[];
  /** Further words by which people look for it. */
  readonly also?: string;
  /** The right-click menus that offer it. */
  readonly menus?: readonly Under[];
  /** Only for its key: one of a family that the shortcut sheet says in one line. */
  readonly hidden?: boolean;
  /** Whether its key works while a field of a panel has the focus. */
  readonly everywhere?: boolean;
  /** Why it does not apply now; null where it does. */
  refuse?(state: EditorState): Text | null;
  run(host: ActionHost): void;
}
