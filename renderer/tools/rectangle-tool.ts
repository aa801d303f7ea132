import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { Snapped } from '../editor/snap.ts';
import { isRepeated, optionsAfterKey } from './aim.ts';
import { roomCommand } from './outline-tool.ts';
import { whole } from './plane.ts';
import {
  type Guide,
  type Input,
  type Outcome,
  snapFor,
  snapGuides,
  type Tool,
  type ToolContext,
} from './tool.ts';
import {
  afterKey,
  type FieldName,
  firstFields,
  isTyped,
  measuredTo,
  nothingTyped,
  type Typed,
  typedGuide,
  typedNumber,
  typedTarget,
} from './typed.ts';

/** A room from one corner to the other, clear or along the centre lines. */
export interface RectangleState {
  readonly from: Point | null;
  readonly cursor: Point | null;
  readonly snapped: Snapped | null;
  readonly typed: Typed;
  /** Where a click has just drawn a room. */
  readonly settled: Point | null;
}

const start: RectangleState = {
  from: null,
  cursor: null,
  snapped: null,
  typed: nothingTyped('width'),
  settled: null,
};

const sizeFields = ['width', 'height'] as const;

/** The corner across: typed sizes go to the side on which the pointer is. */
function across(state: RectangleState): Point | null {
  const { from, cursor, typed } = state;
  if (!from) return typedTarget(typed, null, cursor);
  const side = (value: number): 1 | -1 => (value < 0 ? -1 : 1);
  const width = typedNumber(typed, 'width');
  const height = typedNumber(typed, 'height');
  if (!cursor && (width === null || height === null)) return null;
  const to = cursor ?? from;
  return whole({
    x: width === null ? to.x : from.x + side(to.x - from.x) * width,
    y: height === null ? to.y : from.y + side(to.y - from.y) * height,
  });
}

const cornersOf = (from: Point, to: Point): Point[] => [
  from,
  { x: to.x, y: from.y },
  to,
  { x: from.x, y: to.y },
];

function withPreview(state: RectangleState, context: ToolContext): Outcome<RectangleState> {
  const to = across(state);
  const { from } = state;
  const isRoom = from && to && from.x !== to.x && from.y !== to.y;
  return { state, preview: isRoom ? roomCommand(cornersOf(from, to), context) : null };
}

function place(state: RectangleState, context: ToolContext): Outcome<RectangleState> {
  const to = across(state);
  const { from } = state;
  if (!to) return { state };
  if (!from) return withPreview({ ...state, from: to, typed: nothingTyped('width') }, context);
  // The second click of a double click is no second corner.
  if (from.x === to.x && from.y === to.y) return { state };
  const commit = roomCommand(cornersOf(from, to), context);
  if (commit.refuse?.(context.plan)) return { state, commit };
  return { state: { ...start, cursor: state.cursor }, preview: null, commit };
}

const drop = (state: RectangleState): Outcome<RectangleState> => ({
  state: { ...start, cursor: state.cursor },
  preview: null,
});

function onKey(
  state: RectangleState,
  input: Extract<Input, { type: 'key' }>,
  context: ToolContext,
): Outcome<RectangleState> {
  const { typed, from } = state;
  const { key } = input;
  if (key === 'Tab' && !from && !isTyped(typed)) return { state, handled: false };
  const next = afterKey(typed, input, from ? sizeFields : firstFields);
  if (next) return withPreview({ ...state, typed: next }, context);
  if (key === 'Enter' && (from || isTyped(typed))) return place(state, context);
  if (key === 'Backspace' && from) return drop(state);
  const options = optionsAfterKey(key, context.options, ['measure']);
  if (!options) return { state, handled: false };
  const changed = { ...context, options: { ...context.options, ...options } };
  return { ...withPreview(state, changed), options };
}

function aimed(state: RectangleState, at: Point, suspend: boolean, context: ToolContext) {
  const also = state.from ? [state.from] : [];
  const snapped = snapFor(context, at, suspend, { also });
  const settled = isRepeated(state.settled, at, context) ? state.settled : null;
  return { ...state, cursor: snapped.at, snapped, settled };
}

export const rectangleTool: Tool<RectangleState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return withPreview(aimed(state, input.at, input.suspend, context), context);
      case 'down': {
        if (input.button === 'other') return drop(state);
        if (isRepeated(state.settled, input.at, context)) return { state };
        const placed = place(aimed(state, input.at, input.suspend, context), context);
        const isDrawn = state.from !== null && placed.state.from === null;
        return isDrawn ? { ...placed, state: { ...placed.state, settled: input.at } } : placed;
      }
      case 'key':
        return onKey(state, input, context);
      case 'cancel':
        return { ...drop(state), handled: state.from !== null || isTyped(state.typed) };
      case 'interrupt':
        return drop({ ...state, cursor: null });
      case 'leave':
        return { state: state.from ? state : { ...state, cursor: null, snapped: null } };
      default:
        return { state };
    }
  },
  guides(state, { options }) {
    const guides: Guide[] = snapGuides(isTyped(state.typed) ? null : state.snapped);
    const to = across(state);
    const { from } = state;
    if (!from) {
      if (to && isTyped(state.typed)) {
        guides.push(typedGuide(state.typed, to, firstFields, measuredTo(null, to)), {
          kind: 'handle',
          at: to,
        });
      }
      return guides;
    }
    guides.push({ kind: 'handle', at: from });
    if (!to) return guides;
    const corners = cornersOf(from, to);
    corners.forEach((corner, index) => {
      const next = corners[(index + 1) % corners.length]!;
      guides.push({ kind: 'line', from: corner, to: next, style: 'draw' });
    });
    guides.push(
      { kind: 'length', from: corners[0]!, to: corners[1]! },
      { kind: 'length', from: corners[1]!, to: corners[2]! },
    );
    const measured = (field: FieldName): number =>
      Math.abs(field === 'width' ? to.x - from.x : to.y - from.y);
    const words =
      options.measureBy === 'clear'
        ? { width: text('净宽 mm', 'Clear width mm'), height: text('净深 mm', 'Clear depth mm') }
        : { width: text('轴线宽 mm', 'Axis width mm'), height: text('轴线深 mm', 'Axis depth mm') };
    guides.push(typedGuide(state.typed, to, sizeFields, measured, words));
    return guides;
  },
  hint(state, { options }) {
    const by =
      options.measureBy === 'clear' ? text('净尺寸', 'clear') : text('轴线尺寸', 'between axes');
    return state.from
      ? text(
          `单击对角，或输入宽度（${by.zh}），Tab 换深度，回车画出；A 换净尺寸或轴线，Esc 取消`,
          `Click the corner across, or type the width (${by.en}), Tab to the depth, Enter draws; A: clear or axes, Esc cancels`,
        )
      : text(
          `单击房间的一个角（${by.zh}），或输入 X、Y 坐标后回车；靠着已有的墙画，会共用那道墙`,
          `Click one corner of the room (${by.en}), or type X and Y and press Enter; drawn against a wall, the room shares it`,
        );
  },
  cursor: () => 'crosshair',
  chain: ({ from }) => (from ? [from] : []),
};
