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
