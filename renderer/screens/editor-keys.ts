import { type RefObject, useEffect } from 'react';
import { commandOf, commandOfKey, runCommand } from '../commands/registry.ts';
import { isPicture } from '../panels/use-brought-files.ts';
import { heldKeys } from '../tools/runner.ts';
import type { ActionHost } from './editor-actions.ts';
import { clickAtCursor, followAnchor, keyToTool } from './editor-walk.ts';

const dialogs = '[role="dialog"], .ant-modal-wrap, [role="listbox"], [role="menu"]';

/** Whether a control of the page takes this key itself. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (!target || target === document.body) return false;
  // A dialog or an open list has the keyboard to itself.
  if (target.closest(dialogs)) return true;
  if (isOpenTour() && (event.key === 'Escape' || movesChoice(event.key))) return true;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') {
    return true;
  }
  if (target instanceof HTMLInputElement) {
    const isChoice = target.type === 'radio' || target.type === 'checkbox';
    return isChoice ? event.key !== 'Enter' && movesChoice(event.key) : true;
  }
  if (target.closest('[role="tab"], button, a')) return movesChoice(event.key);
  return false;
}

const isOpenTour = (): boolean => document.querySelector('.ant-tour') !== null;
/** Where pasted words go, or a dialog that has the keys to itself. */
const takesText = 'input, textarea, [contenteditable], [role="dialog"]';

const movesChoice = (key: string): boolean =>
  key === ' ' || key === 'Enter' || key === 'Tab' || key.startsWith('Arrow');

const isInDialog = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest(dialogs) !== null;

/** Esc in a panel goes back to the plan, unless it closes something that is open there. */
function leavesPanel(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.defaultPrevented || isInDialog(event)) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const isOpen = target?.getAttribute('aria-expanded') === 'true' && target.matches('input');
  return target?.closest('.editor-side') != null && !isOpen;
}

/** Text that somebody marked is what Ctrl+C means then. */
const isMarkedText = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  event.key.toLowerCase() === 'c' &&
  (window.getSelection()?.toString() ?? '') !== '';

/** Keys of the window: the tool in hand first, then the commands. Held Space pans. */
export function useEditorKeys(host: ActionHost, spacePans: RefObject<boolean>): void {
  useEffect(() => {
    const { runner, store } = host;
    const onDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commandOfKey(event);
      if (command?.everywhere) {
        // Also in a dialog, where the browser would save the page or search the web.
        event.preventDefault();
        if (!isInDialog(event)) runCommand(host, command);
        return;
      }
      if (leavesPanel(event)) {
        event.preventDefault();
        focusPlan();
        return;
      }
      if (isTaken(event) || isMarkedText(event)) return;
      if (event.key === 'Escape') {
        const wasUsed = runner.input({ type: 'cancel' });
        followAnchor(store.getState, runner.anchor());
        // Esc with nothing to cancel puts the tool down.
        if (!wasUsed)
          store.getState().set({ tool: 'select', highlight: [], measured: null, cursor: null });
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
      if (event.key === 'Enter' && !isCommand && clickAtCursor(host, event.shiftKey)) {
        event.preventDefault();
        return;
      }
      if (!isCommand && keyToTool(host, event.key, heldKeys(event))) {
        // Tab leaves the canvas unless the tool has used it.
        event.preventDefault();
        return;
      }
      if (event.key === ' ') {
        if (onCanvas) event.preventDefault();
        spacePans.current = true;
        return;
      }
      // The clipboard may hold a picture: the paste event, which follows, shows what there is.
      if (!command || command.id === 'paste') return;
      event.preventDefault();
      runCommand(host, command);
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
      if (!hasPicture && !isField) runCommand(host, commandOf('paste'));
    };
    // On Linux the middle button, which pans, pastes as it comes up.
    const onPointerUp = (event: PointerEvent): void => {
      const isField = event.target instanceof HTMLElement && event.target.closest(takesText);
      if (event.button === 1 && !isField) event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
    };
  }, [host, spacePans]);
}

export const focusPlan = (): void =>
  document.querySelector<HTMLElement>('.plan-canvas')?.focus({ preventScroll: true });

/** What F6 goes through: the plan, the panel, the view, the tools, the head. */
const regions = ['.plan-canvas', '.editor-side', '.options-bar', '.tool-strip', '.scheme-head'];

export function focusRegion(step: 1 | -1): void {
  const here = regions.findIndex((region) => document.activeElement?.closest(region));
  for (let tried = 1; tried <= regions.length; tried++) {
    const index = (Math.max(here, 0) + step * tried + regions.length * tried) % regions.length;
    if (focusWithin(document.querySelector<HTMLElement>(regions[index] ?? ''))) return;
  }
}

/** Frames that a panel which was out of sight may take to list what it has. */
const patience = 30;

/**
 * Puts the focus on the finding that was chosen, from where Tab goes on to what can be done about it
 * and a screen reader says it.
 */
export function focusFinding(id: string, frames = patience): void {
  requestAnimationFrame(() => {
    const listed = [
      ...document.querySelectorAll<HTMLElement>('.editor-side .finding[aria-pressed="true"]'),
    ].find(({ dataset }) => dataset.finding === id);
    if (listed) listed.focus();
    else if (frames > 0) focusFinding(id, frames - 1);
  });
}

/** The region itself, or the first control in it that can be used; a panel's own before its tabs. */
export function focusWithin(region: HTMLElement | null): boolean {
  if (!region) return false;
  if (region.matches('.plan-canvas')) {
    region.focus({ preventScroll: true });
    return true;
  }
  const usable =
    'input:not([disabled]), button:not([disabled]), [tabindex="0"]:not([role="tabpanel"])';
  const inner = region.querySelector<HTMLElement>('[role="tabpanel"]:not([aria-hidden="true"])');
  const first =
    inner?.querySelector<HTMLElement>(usable) ?? region.querySelector<HTMLElement>(usable);
  first?.focus();
  return first !== null;
}
