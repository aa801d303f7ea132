import { useSyncExternalStore } from 'react';
import type { EditorState, EditorStore } from '../editor/store.ts';

/**
 * The state without its preview, for whatever speaks of the draft: a pointer that drags makes a new
 * preview on every move, and nothing of that is rendered anew.
 */
export const useSettled = (store: EditorStore): EditorState =>
  useSyncExternalStore(store.subscribe, () => settledState(store));

const known = new WeakMap<EditorStore, EditorState>();

function settledState(store: EditorStore): EditorState {
  const now = store.getState();
  const last = known.get(store);
  if (last && isSameButPreview(last, now)) return last;
  const settled = { ...now, scratch: null };
  known.set(store, settled);
  return settled;
}

function isSameButPreview(one: EditorState, other: EditorState): boolean {
  for (const key in other) {
    const field = key as keyof EditorState;
    if (field !== 'scratch' && one[field] !== other[field]) return false;
  }
  return true;
}
