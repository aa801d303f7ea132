import type { Command } from '../../shared/edit/command.ts';
import { drawRoom } from '../../shared/edit/draw-room.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { drawnThickness, optionsAfterKey } from './aim.ts';
import {
  type ChainState,
  chainGuides,
  chainPointer,
  chainTarget,
  emptyChain,
  placeAtPointer,
} from './chain.ts';
import { same } from './plane.ts';
import type { Input, Outcome, Tool, ToolContext } from './tool.ts';
import { afterKey, firstFields, isTyped, nextFields, nothingTyped } from './typed.ts';

/**
 * A room by its corners, along the faces inside of it or along the centre lines: all of its walls come at
 * once, when the outline is closed.
 */
export type OutlineState = ChainState;

const start: OutlineState = emptyChain;

export const roomCommand = (corners: readonly Point[], context: ToolContext): Command =>
  drawRoom({
    storey: context.storey,
    corners,
    along: context.options.measureBy === 'clear' ? 'faces' : 'axes',
    thickness: drawnThickness(context.options),
    kind: context.options.wallKind,
    intent: context.intent,
    newId: context.newId,
  });

/** Shows the room as soon as what is drawn encloses one. */
function withPreview(state: OutlineState, context: ToolContext): Outcome<OutlineState> {
  const end = chainTarget(state);
  const { points } = state;
  const isNew = end && !points.some((point) => same(point, end));
  const corners = isNew ? [...points, end] : points;
  return { state, preview: corners.length >= 3 ? roomCommand(corners, context) : null };
}

function close(state: OutlineState, context: ToolContext): Outcome<OutlineState> {
  const commit = roomCommand(state.points, context);
  // Carried out all the same, so that the reason is said; the outline stays, to be mended.
  if (commit.refuse?.(context.plan)) return { state, commit };
  return { state: { ...start, cursor: state.cursor }, preview: null, commit };
}

function place(state: OutlineState, context: ToolContext): Outcome<OutlineState> {
  const end = chainTarget(state);
  if (!end) return { state };
  const { points } = state;
  if (points.length >= 3 && same(end, points[0]!)) return close(state, context);
  if (points.some((point) => same(point, end))) return { state };
  const typed = nothingTyped('length');
  return withPreview({ ...state, points: [...points, end], typed }, context);
}

const drop = (state: OutlineState): Outcome<OutlineState> => ({
  state: { ...start, cursor: state.cursor },
  preview: null,
});

/** The outline without its last corner. */
export function takeBackCorner(state: OutlineState, context: ToolContext): Outcome<OutlineState> {
  const typed = nothingTyped('length');
  return withPreview({ ...state, points: state.points.slice(0, -1), typed }, context);
}

function onKey(
  state: OutlineState,
  input: Extract<Input, { type: 'key' }>,
  context: ToolContext,
): Outcome<OutlineState> {
  const { typed, points } = state;
  const drawing = points.length > 0;
  const { key } = input;
  if (key === 'Tab' && !drawing && !isTyped(typed)) return { state, handled: false };
  const next = afterKey(typed, input, drawing ? nextFields : firstFields);
  if (next) return withPreview({ ...state, typed: next }, context);
  if (key === 'Enter' && isTyped(typed)) return place(state, context);
  if ((key === 'Enter' || key.toLowerCase() === 'c') && drawing) return close(state, context);
  if (key === 'Backspace' && drawing) return takeBackCorner(state, context);
  const options = optionsAfterKey(key, context.options, ['lock', 'measure']);
  if (!options) return { state, handled: false };
  const changed = { ...context, options: { ...context.options, ...options } };
  return { ...withPreview(state, changed), options };
}

export const outlineTool: Tool<OutlineState> = {
  start,
  on(state, input, context) {
    const drawing = state.points.length > 0;
    const pointed = chainPointer(state, input, context, withPreview);
    if (pointed) return pointed;
    switch (input.type) {
      case 'down':
        if (input.button === 'other') return drawing ? close(state, context) : { state };
        return placeAtPointer(state, input, context, (chain) => place(chain, context));
      case 'double':
        return state.points.length >= 3 ? close(state, context) : { state };
      case 'key':
        return onKey(state, input, context);
      case 'cancel':
        return { ...drop(state), handled: drawing || isTyped(state.typed) };
      case 'interrupt':
        return drop({ ...state, cursor: null });
      default:
        return { state };
    }
  },
  guides: chainGuides,
  hint(state, { options }) {
    const by =
      options.measureBy === 'clear'
        ? text('沿墙内面', 'along the inner faces')
        : text('沿墙中线', 'along the centre lines');
    if (state.points.length === 0) {
      return text(
        `${by.zh}单击房间的第一个角点，或输入 X、Y 坐标后回车；A 换内面或中线`,
        `Click the first corner of the room, ${by.en}, or type X and Y; A: faces or centre lines`,
      );
    }
    return state.points.length < 3
      ? text(
          '单击下一个角点，或输入长度后回车（Tab 换角度、坐标）；退格撤回一点，Esc 取消',
          'Click the next corner, or type a length and press Enter (Tab: angle, coordinates); Backspace takes one back, Esc cancels',
        )
      : text(
          '单击下一个角点；回车、右键或单击起点闭合成房间；退格撤回一点，Esc 取消',
          'Click the next corner; Enter, right click or a click on the start closes the room; Backspace takes one back, Esc cancels',
        );
  },
  cursor: () => 'crosshair',
  chain: (state) => state.points,
};
