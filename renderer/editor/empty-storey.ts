import { once } from '../../shared/derive/once.ts';
import type { Table, Wall, WallId } from '../../shared/plan/model.ts';
import { type EditorState, shownPlan } from './store.ts';

/**
 * Whether the storey on the screen has no walls. Asked on every move of a drag: one wall of the draft
 * that is still there answers it, and no table is listed.
 */
export function hasNoWalls(state: EditorState): boolean {
  const shown = shownPlan(state).storeys[state.storey]?.walls;
  if (!shown) return true;
  const draft = state.history.plan.storeys[state.storey]?.walls;
  const known = draft && firstWall(draft);
  return !(known && known in shown) && firstWall(shown) === '';
}

/** Empty where there is none. */
const firstWall = once((walls: Table<WallId, Wall>): string => {
  for (const id in walls) return id;
  return '';
});
