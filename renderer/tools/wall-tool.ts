import type { Command } from '../../shared/edit/command.ts';
import { drawWalls } from '../../shared/edit/draw-walls.ts';
import { offsetLine } from '../../shared/edit/offset-line.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { ToolOptions } from '../editor/store.ts';
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

/** The points are of the line drawn so far: its walls' centre line or one of their faces. */
export interface WallState extends ChainState {
  /** For each wall of the chain: mm from the line to its centre line, positive to the left. */
  readonly offsets: readonly number[];
  /** For each wall of the chain whether it was drawn, or stood there before. */
  readonly drawn: readonly boolean[];
}

const start: WallState = { ...emptyChain, offsets: [], drawn: [] };

/** mm from the drawn line to the centre line. Drawing along the left face puts the wall to the right. */
function offsetOf(options: ToolOptions): number {
  const half = drawnThickness(options) / 2;
  return options.wallSide === 'centre' ? 0 : options.wallSide === 'left' ? -half : half;
}

const isClosing = (state: WallState, end: Point): boolean =>
  state.points.length >= 3 && same(end, state.points[0]!);

/** The next wall of the chain, and the corners to which the walls beside it go on. */
function draw(state: WallState, end: Point, context: ToolContext): Command {
  const closed = isClosing(state, end);
  const points = closed ? state.points : [...state.points, end];
  const was = offsetLine(state.points, state.offsets, false);
  const now = offsetLine(points, [...state.offsets, offsetOf(context.options)], closed);
  const last = now.at(-1)!;
  const corners = was.flatMap((piece, index) =>
    (['from', 'to'] as const).flatMap((end) => {
      const [from, to] = [piece[end], now[index]![end]];
      return same(from, to) || !state.drawn[index] ? [] : [{ from, to }];
    }),
  );
  return drawWalls({
    storey: context.storey,
    points: [last.from, last.to],
    closed: false,
    kind: context.options.wallKind,
    thickness: drawnThickness(context.options),
    intent: context.intent,
    newId: context.newId,
    ...(corners.length > 0 ? { corners } : {}),
  });
}

function withPreview(state: WallState, context: ToolContext): Outcome<WallState> {
  const end = chainTarget(state);
  const last = state.points.at(-1);
  return { state, preview: end && last && !same(end, last) ? draw(state, end, context) : null };
}

const finish = (state: WallState): Outcome<WallState> => ({
  state: { ...start, cursor: state.cursor },
  preview: null,
});

/** Draws the next wall of the chain at once, so that nothing placed is ever outside of the draft. */
function place(
  state: WallState,
  context: ToolContext,
  end: Point | null = chainTarget(state),
): Outcome<WallState> {
  const last = state.points.at(-1);
  if (!end || (last && same(last, end))) return { state };
  const typed = nothingTyped('length');
  if (!last) return withPreview({ ...state, points: [end], typed }, context);
  const wall = draw(state, end, context);
  const refused = wall.refuse?.(context.plan) ?? null;
  const isThere = refused?.reason === 'wall-there';
  // Carried out all the same, so that the reason is said; the chain stays where it was.
  if (refused && !isThere) return { state, commit: wall };
  const next: WallState = isClosing(state, end)
    ? { ...start, cursor: state.cursor }
    : {
        ...state,
        points: [...state.points, end],
        offsets: [...state.offsets, offsetOf(context.options)],
        drawn: [...state.drawn, !isThere],
        typed,
      };
  return isThere ? { state: next, preview: null } : { state: next, commit: wall };
}

/** The chain without its last point, and the plan without the wall that led there. */
export function takeBackPoint(state: WallState, context: ToolContext): Outcome<WallState> {
  const { points, offsets, drawn } = state;
  const shorter = {
    ...state,
    points: points.slice(0, -1),
    offsets: offsets.slice(0, -1),
    drawn: drawn.slice(0, -1),
    typed: nothingTyped('length'),
  };
  if (drawn.at(-1) !== true) return withPreview(shorter, context);
  // The plan that the next wall would be drawn on is only there once the step is undone.
  return { state: shorter, undo: true, preview: null };
}

function onKey(
  state: WallState,
  input: Extract<Input, { type: 'key' }>,
  context: ToolContext,
): Outcome<WallState> {
  const { typed, points } = state;
  const drawing = points.length > 0;
  const { key } = input;
  // With nothing begun, Tab goes on to the next control of the page.
  if (key === 'Tab' && !drawing && !isTyped(typed)) return { state, handled: false };
  const next = afterKey(typed, input, drawing ? nextFields : firstFields);
  if (next) return withPreview({ ...state, typed: next }, context);
  if (key === 'Enter' && isTyped(typed)) return place(state, context);
  if (key === 'Enter' && drawing) {
    return points.length >= 3 ? place(state, context, points[0]) : finish(state);
  }
  if (key.toLowerCase() === 'c' && points.length >= 3) return place(state, context, points[0]);
  if (key === 'Backspace' && drawing) return takeBackPoint(state, context);
  const options = optionsAfterKey(key, context.options, ['side', 'lock']);
  if (!options) return { state, handled: false };
  const changed = { ...context, options: { ...context.options, ...options } };
  return { ...withPreview(state, changed), options };
}

export const wallTool: Tool<WallState> = {
  start,
  on(state, input, context) {
    const pointed = chainPointer(state, input, context, withPreview);
    if (pointed) return pointed;
    switch (input.type) {
      case 'down':
        if (input.button === 'other') return finish(state);
        return placeAtPointer(state, input, context, (chain) => place(chain, context));
      case 'double':
        return state.points.length >= 2 ? finish(state) : { state };
      case 'key':
        return onKey(state, input, context);
      case 'cancel':
        return { ...finish(state), handled: state.points.length > 0 || isTyped(state.typed) };
      case 'interrupt':
        return finish({ ...state, cursor: null });
      default:
        return { state };
    }
  },
  guides: chainGuides,
  hint(state, { options }) {
    const { points } = state;
    if (points.length === 0) {
      return text(
        '单击确定墙的起点，或输入 X、Y 坐标后回车；S 换画线位置，< > 换墙厚，B 换类型',
        'Click where the wall starts, or type X and Y and press Enter; S: which line is drawn, < >: thickness, B: kind',
      );
    }
    const locked = options.directionLock !== 'free';
    const lock = locked
      ? text('L 解除方向锁定', 'L: unlock')
      : text('L 或 Shift 锁定方向', 'L or Shift: lock');
    const end =
      points.length >= 3
        ? text('回车闭合，右键结束', 'Enter closes, right click ends')
        : text('回车或右键结束', 'Enter or right click ends');
    return text(
      `单击下一点，或输入长度后回车（Tab 换角度、坐标）；${lock.zh}；退格撤回一点；${end.zh}`,
      `Click the next point, or type a length and Enter (Tab: angle, coordinates); ${lock.en}; Backspace takes one back; ${end.en}`,
    );
  },
  cursor: () => 'crosshair',
  chain: (state) => state.points,
};
