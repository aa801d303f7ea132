import type { Command } from '../../shared/edit/command.ts';
import { drawParallelWall, parallelLine } from '../../shared/edit/draw-parallel-wall.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { wallAt } from '../editor/hit.ts';
import { drawnThickness, isRepeated, optionsAfterKey } from './aim.ts';
import {
  cross,
  footOnSegment,
  leftOf,
  middle,
  minus,
  plus,
  times,
  unit,
  wallLine,
} from './plane.ts';
import {
  type Guide,
  type Input,
  type Outcome,
  reachOf,
  type Tool,
  type ToolContext,
} from './tool.ts';
import { afterKey, isTyped, nothingTyped, type Typed, typedGuide, typedNumber } from './typed.ts';

/** The wall that the next one runs along. */
interface Beside {
  readonly a: Point;
  readonly b: Point;
  readonly thickness: number;
}

export interface OffsetState {
  /** Under the pointer, before one is picked. */
  readonly over: Beside | null;
  readonly beside: Beside | null;
  /** Where it was picked: beside there the new wall runs from wall to wall. */
  readonly near: Point | null;
  /** Shift held: along the whole wall. */
  readonly isWhole: boolean;
  readonly cursor: Point | null;
  /** mm, kept for the next wall. */
  readonly typed: Typed;
  /** Where a click has just drawn a wall: the next one needs Enter, or another place. */
  readonly settled: Point | null;
}

const start: OffsetState = {
  over: null,
  beside: null,
  near: null,
  isWhole: false,
  cursor: null,
  typed: nothingTyped('distance'),
  settled: null,
};

const fields = ['distance'] as const;

function pointedAt(at: Point, context: ToolContext): Beside | null {
  const hit = wallAt(context.scene, at, reachOf(context));
  const line = hit && wallLine(context.scene.storey, hit.wall);
  return hit && line ? { a: line.a, b: line.b, thickness: hit.wall.thickness } : null;
}

/** mm to the left of the picked wall, as the options measure it; null without a side. */
function distanceOf(state: OffsetState, context: ToolContext): number | null {
  const { beside, cursor, typed } = state;
  if (!beside) return null;
  const along = unit(minus(beside.b, beside.a));
  const away = cursor ? cross(along, minus(cursor, beside.a)) : 1;
  const side = away < 0 ? -1 : 1;
  const number = typedNumber(typed, 'distance');
  if (number !== null) return side * number;
  if (!cursor) return null;
  const { options, snap } = context;
  const bodies =
    options.measureBy === 'axis' ? 0 : (beside.thickness + drawnThickness(options)) / 2;
  const step = snap.grid ? 10 : 1;
  return side * Math.max(0, Math.round((Math.abs(away) - bodies) / step) * step);
}

const wallOf = (state: OffsetState, beside: Beside, distance: number, context: ToolContext) => ({
  beside,
  distance,
  ...(state.near && !state.isWhole ? { near: state.near } : {}),
  between: context.options.measureBy === 'axis' ? ('axes' as const) : ('faces' as const),
  thickness: drawnThickness(context.options),
  kind: context.options.wallKind,
  intent: context.intent,
});

function command(state: OffsetState, context: ToolContext): Command | null {
  const distance = distanceOf(state, context);
  if (!state.beside || distance === null || distance === 0) return null;
  const { storey, newId } = context;
  return drawParallelWall({ ...wallOf(state, state.beside, distance, context), storey, newId });
}

const withPreview = (state: OffsetState, context: ToolContext): Outcome<OffsetState> => ({
  state,
  preview: command(state, context),
});

/** Draws the wall and goes on from it, so that Enter or a click draws the next one as far again. */
function place(state: OffsetState, context: ToolContext): Outcome<OffsetState> {
  const commit = command(state, context);
  const distance = distanceOf(state, context);
  if (!commit || !state.beside || distance === null) return { state };
  if (commit.refuse?.(context.plan)) return { state, commit };
  const { beside } = state;
  const wall = wallOf(state, beside, distance, context);
  const { from, to } = parallelLine(context.scene.storey, wall);
  const values = { distance: String(Math.abs(distance)) };
  const typed: Typed = { field: 'distance', values, isKept: true };
  // The side stays: beyond the new wall, as the pointer was beyond the old one.
  const outwards = times(leftOf(unit(minus(beside.b, beside.a))), distance);
  const next = { a: from, b: to, thickness: wall.thickness };
  return {
    state: { ...state, beside: next, cursor: plus(from, outwards), typed, settled: null },
    commit,
  };
}

/** Lets go of the wall; the distance stays for the next one. */
const drop = (state: OffsetState): Outcome<OffsetState> => ({
  state: { ...start, cursor: state.cursor, typed: { ...state.typed, isKept: true } },
  preview: null,
});

function onKey(
  state: OffsetState,
  input: Extract<Input, { type: 'key' }>,
  context: ToolContext,
): Outcome<OffsetState> {
  const { key } = input;
  if (key !== 'Tab') {
    const typed = afterKey(state.typed, input, fields);
    if (typed) return withPreview({ ...state, typed }, context);
  }
  if (state.beside && key === 'Enter') return place(state, context);
  if (state.beside && key === 'Backspace') return drop(state);
  const options = optionsAfterKey(key, context.options, ['measure']);
  if (!options) return { state, handled: false };
  const changed = { ...context, options: { ...context.options, ...options } };
  return { ...withPreview(state, changed), options };
}

export const offsetTool: Tool<OffsetState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move': {
        const over = state.beside ? null : pointedAt(input.at, context);
        if (isRepeated(state.settled, input.at, context)) return { state };
        const here = { ...state, over, cursor: input.at, settled: null, isWhole: input.shift };
        return withPreview(here, context);
      }
      case 'down': {
        if (input.button === 'other') return drop(state);
        if (isRepeated(state.settled, input.at, context)) return { state };
        const here = { ...state, cursor: input.at, isWhole: input.shift };
        if (here.beside) {
          const placed = place(here, context);
          const isDrawn = placed.commit && placed.state.beside !== state.beside;
          return isDrawn ? { ...placed, state: { ...placed.state, settled: input.at } } : placed;
        }
        const beside = pointedAt(input.at, context);
        return withPreview({ ...here, beside, near: input.at, over: null }, context);
      }
      case 'key':
        return onKey(state, input, context);
      case 'cancel':
        return state.beside
          ? drop(state)
          : { state: { ...start, cursor: state.cursor }, handled: isTyped(state.typed) };
      case 'interrupt':
        return { state: start, preview: null };
      case 'leave':
        return { state: { ...state, over: null } };
      default:
        return { state };
    }
  },
  guides(state, context) {
    const { over, beside, cursor, typed } = state;
    const words =
      context.options.measureBy === 'axis'
        ? { distance: text('轴线距 mm', 'Between axes mm') }
        : { distance: text('净距 mm', 'Clear distance mm') };
    if (!beside) {
      return [
        ...(over ? [{ kind: 'line', from: over.a, to: over.b, style: 'draw' } as const] : []),
        ...(cursor && isTyped(typed) ? [typedGuide(typed, cursor, fields, () => 0, words)] : []),
      ];
    }
    const distance = distanceOf(state, context);
    if (distance === null) return [];
    const guides: Guide[] = [{ kind: 'line', from: beside.a, to: beside.b, style: 'align' }];
    if (distance === 0) return guides;
    const wall = wallOf(state, beside, distance, context);
    const line = parallelLine(context.scene.storey, wall);
    const outwards = times(leftOf(unit(minus(beside.b, beside.a))), Math.sign(distance));
    const bodies = wall.between === 'axes' ? [0, 0] : [beside.thickness / 2, wall.thickness / 2];
    const far = minus(middle(line.from, line.to), times(outwards, bodies[1]!));
    const { at: foot } = footOnSegment(far, beside.a, beside.b);
    guides.push({ kind: 'length', from: plus(foot, times(outwards, bodies[0]!)), to: far });
    const at = cursor ?? far;
    guides.push(typedGuide(typed, at, fields, () => Math.abs(distance), words));
    return guides;
  },
  hint(state, { options }) {
    if (!state.beside) {
      return text(
        '单击要平行偏移的墙，也可先输入距离',
        'Click the wall to run parallel to; the distance may be typed before',
      );
    }
    const by =
      options.measureBy === 'clear' ? text('净距', 'clear') : text('轴线距', 'between axes');
    return text(
      `移到要画的一侧，单击或输入距离（${by.zh}）后回车，再按回车画下一道；按住 Shift 沿整道墙画；A 换净距或轴线距，右键或 Esc 另选墙`,
      `Point to the side, click or type the distance (${by.en}) and Enter, again to repeat; Shift: whole wall; A: clear or axes; Esc: another wall`,
    );
  },
  cursor: (state) => (state.beside ? 'crosshair' : 'pointer'),
};
