import type { Point } from '../../shared/plan/model.ts';
import type { ToolName, ToolOptions } from './store.ts';

/** What the commands of the editor come to; see commands/registry for their names and keys. */
export type Action =
  | { readonly type: 'tool'; readonly tool: ToolName; readonly options?: Partial<ToolOptions> }
  | { readonly type: 'nudge'; readonly by: Point }
  | { readonly type: 'storey'; readonly step: 1 | -1 }
  | {
      readonly type:
        | 'undo'
        | 'redo'
        | 'delete'
        | 'copy'
        | 'paste'
        | 'duplicate'
        | 'select-all'
        | 'fit'
        | 'zoom-in'
        | 'zoom-out';
    };
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * A key press as the registry writes it: `W`, `Ctrl+Shift+Z`, `?`. Ctrl stands for Command on a Mac.
 * Shift is not said of a sign that it makes (`?`, `+`), which differs from keyboard to keyboard.
 */
export function keyName(press: KeyPress): string {
  const isLetter = /^\p{L}$/u.test(press.key);
  const isSign = press.key.length === 1 && press.key !== ' ' && !isLetter;
  const key = press.key === ' ' ? 'Space' : isLetter ? press.key.toUpperCase() : press.key;
  return [
    ...(press.ctrlKey || press.metaKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && !isSign ? ['Shift'] : []),
    key,
  ].join('+');
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowRight: '→',
  ArrowDown: '↓',
  '-': '−',
  Escape: 'Esc',
  ContextMenu: 'Menu',
};

/** A key as people read it: `Shift+↑`. */
export function shownKey(name: string): string {
  const parts = name.split(/\+(?=.)/);
  return parts.map((part) => signs[part] ?? part).join('+');
}
