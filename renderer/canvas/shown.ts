import type { Room } from '../../shared/derive/room.ts';
import { type EditorState, shownPlan } from '../editor/store.ts';
import type { DivideState } from '../tools/divide-tool.ts';
import { sceneOf } from '../tools/scene.ts';

/** What of the state is on the canvas, the preview instead of the draft. */

export const shownStorey = (state: EditorState) => shownPlan(state).storeys[state.storey];

const none: readonly Room[] = [];

/** Remembered by their tables, so the same until they change. */
export const shownRooms = (state: EditorState): readonly Room[] =>
  sceneOf(shownPlan(state), state.storey, state.view)?.rooms ?? none;

/**
 * While a room is divided by hand, when the tool names the parts itself: the rooms as they are without it.
 * Of a proposal that is looked at, each room has its label.
 */
export const roomsBeforeDivision = (
  state: EditorState,
  { proposes }: Pick<DivideState, 'proposes'>,
): readonly Room[] | null =>
  state.tool === 'divide' && state.scratch && !proposes
    ? (sceneOf(state.history.plan, state.storey, state.view)?.rooms ?? none)
    : null;
