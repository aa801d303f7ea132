import { useSyncExternalStore } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';

/**
 * The state without its preview, for whatever speaks of the draft: a pointer that drags makes a new
 * preview on every move, and nothing of that is rendered anew.
 */
export const useSettled = (store: EditorStore): EditorState =>
  useSyncExternalStore(store.subscribe, () => settledState(store));

/** The plan without its preview: what a drag would leave behind is no fact yet. */
export function useSettledPlan(store: EditorStore): Plan {
  return shownPlan(useSettled(store));
}

/** By store: the state last asked about, and what it is without its preview. */
const known = new WeakMap<EditorStore, { seen: EditorState; readonly settled: EditorState }>();

function settledState(store: EditorStore): EditorState {
  const now = store.getState();
  const last = known.get(store);
  if (last && (last.seen === now || isSameButPreview(last.settled, now))) {
    last.seen = now;
    return last.settled;
  }
  const settled = { ...now, scratch: null };
  known.set(store, { seen: now, settled });
  return settled;
}

function isSameButPreview(one: EditorState, other: EditorState): boolean {
  for (const key in other) {
    const field = key as keyof EditorState;
    if (field !== 'scratch' && one[field] !== other[field]) return false;
  }
  return true;
}
