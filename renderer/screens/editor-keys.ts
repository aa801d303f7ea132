import { type RefObject, useEffect } from 'react';
import { commandOfPress, runSelectionCommand } from '../commands/selection-command.ts';
import { selectionCommands } from '../commands/selection-commands.ts';
import { actionOf } from '../editor/keyboard.ts';
import { isPicture } from '../panels/use-brought-files.ts';
import { heldKeys } from '../tools/runner.ts';
import { type ActionHost, perform } from './editor-actions.ts';

/** Whether a control of the page takes this key itself. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (!target || target === document.body) return false;
  // A dialog or an open list has the keyboard to itself.
  if (target.closest('[role="dialog"], .ant-modal-wrap, [role="listbox"], [role="menu"]'))
    return true;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') {
    return true;
  }
  if (target instanceof HTMLInputElement) {
    const isChoice = target.type === 'radio' || target.type === 'checkbox';
    return isChoice ? event.key !== 'Enter' && movesChoice(event.key) : !isSaving(event);
  }
  if (target.closest('[role="tab"], button, a')) return movesChoice(event.key);
  return false;
}

/** Where pasted words go, or a dialog that has the keys to itself. */
const takesText = 'input, textarea, [contenteditable], [role="dialog"]';

const isSaving = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';

const movesChoice = (key: string): boolean =>
  key === ' ' || key === 'Enter' || key === 'Tab' || key.startsWith('Arrow');

/** Keys of the window: the tool in hand first, then the editor. Held Space pans. */
export function useEditorKeys(host: ActionHost, spacePans: RefObject<boolean>): void {
  useEffect(() => {
    const { runner, store } = host;
    const onDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTaken(event)) return;
      if (event.key === 'Escape') {
        const wasUsed = runner.input({ type: 'cancel' });
        // Esc with nothing to cancel puts the tool down.
        if (!wasUsed) store.getState().set({ tool: 'select', highlight: [] });
        return;
      }
      const onCanvas =
        event.target === document.body ||
        (event.target instanceof HTMLElement && event.target.closest('.plan-canvas') !== null);
      // A held Space pans on, and does not swing a door to and fro.
      if (event.key === ' ' && event.repeat) {
        if (onCanvas) event.preventDefault();
        return;
      }
      const isCommand = event.ctrlKey || event.metaKey;
      if (!isCommand && runner.input({ type: 'key', key: event.key, ...heldKeys(event) })) {
        // Tab leaves the canvas unless the tool has used it.
        event.preventDefault();
        return;
      }
      if (event.key === ' ') {
        if (onCanvas) event.preventDefault();
        spacePans.current = true;
        return;
      }
      const chosen = commandOfPress(selectionCommands, event);
      if (chosen) {
        event.preventDefault();
        runSelectionCommand(chosen, host);
        return;
      }
      const action = actionOf(event);
      // Saving belongs to the scheme bar.
      if (!action || action.type === 'save') return;
      // The clipboard may hold a picture: the paste event, which follows, shows what there is.
      if (action.type === 'paste') return;
      event.preventDefault();
      perform(host, action);
    };
    const onUp = (event: KeyboardEvent): void => {
      if (event.key === ' ') spacePans.current = false;
    };
    const onBlur = (): void => {
      spacePans.current = false;
    };
    const onPaste = (event: ClipboardEvent): void => {
      const hasPicture = [...(event.clipboardData?.files ?? [])].some(isPicture);
      const isField = event.target instanceof HTMLElement && event.target.closest(takesText);
      if (!hasPicture && !isField) perform(host, { type: 'paste' });
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
    };
  }, [host, spacePans]);
}
