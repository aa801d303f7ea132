import type { Room } from '../../shared/derive/room.ts';
import { type EditorState, shownPlan } from '../editor/store.ts';
import { sceneOf } from '../tools/scene.ts';

/** What of the state is on the canvas, the preview instead of the draft. */

export const shownStorey = (state: EditorState) => shownPlan(state).storeys[state.storey];

const none: readonly Room[] = [];

/** Remembered by their tables, so the same until they change. */
export const shownRooms = (state: EditorState): readonly Room[] =>
  sceneOf(shownPlan(state), state.storey, state.view)?.rooms ?? none;

/** While a division is previewed: the rooms as they are without it. */
export const roomsBeforeDivision = (state: EditorState): readonly Room[] | null =>
  state.tool === 'divide' && state.scratch
    ? (sceneOf(state.history.plan, state.storey, state.view)?.rooms ?? none)
    : null;

/**
 * Rooms that carry a label. The divide tool names the parts of a cut by hand itself; in a proposal words
 * would cover the fixtures by which it is judged, and its card names the parts.
 */
export function labelledRooms(
  rooms: readonly Room[],
  undivided: readonly Room[] | null,
  isProposal: boolean,
): readonly Room[] {
  if (!undivided) return rooms;
  const known = new Set(undivided.map(({ id }) => id));
  return rooms.filter(({ id, use }) => known.has(id) || (isProposal && !isWet(use)));
}

const isWet = (use: Room['use']): boolean =>
  use === 'kitchen' || use === 'bathroom' || use === 'kitchen-bath';
