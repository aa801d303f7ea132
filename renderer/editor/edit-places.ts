import type { History, Step } from '../../shared/edit/history.ts';
import { type EditorStore, isDirty } from './store.ts';

/**
 * How many edits the draft is from the version that it is saved after: forwards, or back by undo. A
 * draft that was found begins with the edits that it had.
 */
export interface EditPlaces {
  /** Edits that are in no version; 0 exactly where the draft is that version's plan. */
  edits(): number;
  /** The plan has become another, by an edit, undo or redo. */
  followed(now: History, before: History): void;
  /** What the history now stands at was saved, and the draft goes on from there. */
  saved(history: History): void;
  /** The newest step took a version's plan over what was edited since: one edit, none if it is the base's. */
  restored(history: History, isBase: boolean): void;
}

export function editPlaces(store: EditorStore, atStart: number): EditPlaces {
  /** Where each step of the history stands, in edits; null is its beginning. */
  const places = new WeakMap<Step, number>();
  let basePlace = 0;
  /** The steps that lead to the very plan of the base. */
  let atBase = new Set<Step | null>(atStart === 0 ? [null] : []);
  const topOf = ({ past }: History): Step | null => past.at(-1) ?? null;
  const placeOf = (history: History): number => {
    const top = topOf(history);
    return (top ? places.get(top) : atStart) ?? 0;
  };
  return {
    edits() {
      if (!isDirty(store.getState())) return 0;
      return Math.max(1, Math.abs(placeOf(store.getState().history) - basePlace));
    },
    followed(now, before) {
      const top = topOf(now);
      if (top && !places.has(top)) places.set(top, placeOf(before) + 1);
      // Undone or redone to the base: the same step, though patches make another plan object.
      if (atBase.has(top)) store.getState().set({ basePlan: now.plan });
    },
    saved(history) {
      basePlace = placeOf(history);
      atBase = new Set([topOf(history)]);
    },
    restored(history, isBase) {
      const top = topOf(history);
      if (!top) return;
      places.set(top, isBase ? basePlace : basePlace + 1);
      if (!isBase) return;
      atBase.add(top);
      store.getState().set({ basePlan: history.plan });
    },
  };
}
