import type { Command } from '../../shared/edit/command.ts';
import { drawWalls } from '../../shared/edit/draw-walls.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { lockedPoint, type Snapped } from '../editor/snap.ts';
import { angleOf, distance, minus, plus, same, times, turn, whole } from './plane.ts';
import {
  type Guide,
  type Outcome,
  type PointerInput,
  snapFor,
  snapGuides,
  type Tool,
  type ToolContext,
} from './tool.ts';

interface Typed {
  /** mm along the centre line. */
  readonly length: string;
  /** Degrees, counter-clockwise from +x. */
  readonly angle: string;
  readonly field: 'length' | 'angle';
}

export interface WallState {
  /** The chain so far, whole mm. Its walls are in the plan already, a step each. */
  readonly points: readonly Point[];
  /** For each wall of the chain whether it was drawn, or stood there before. */
  readonly drawn: readonly boolean[];
  readonly cursor: Point | null;
  readonly snapped: Snapped | null;
  readonly typed: Typed;
}

const noneTyped: Typed = { length: '', angle: '', field: 'length' };
const start: WallState = { points: [], drawn: [], cursor: null, snapped: null, typed: noneTyped };

/** Where the next click puts the end: typed values win over the pointer. */
function target(state: WallState): Point | null {
  const from = state.points.at(-1);
  const { typed, cursor } = state;
  if (!from || (!typed.length && !typed.angle)) return cursor;
  const away = cursor ? minus(cursor, from) : { x: 1, y: 0 };
  const length = typed.length ? Number(typed.length) : cursor ? distance(from, cursor) : 0;
  const degrees = typed.angle ? Number(typed.angle) : angleOf(away);
  if (!Number.isFinite(length) || !Number.isFinite(degrees) || length <= 0) return null;
  return whole(plus(from, times(turn({ x: 1, y: 0 }, degrees), length)));
}

function draw(from: Point, to: Point, context: ToolContext): Command {
  const { wallKind, wallThickness } = context.options;
  return drawWalls({
    storey: context.storey,
    points: [from, to],
    closed: false,
    kind: wallKind,
    thickness: wallKind === 'boundary' ? 0 : wallThickness,
    intent: context.intent,
    newId: context.newId,
  });
}

function withPreview(state: WallState, context: ToolContext): Outcome<WallState> {
  const end = target(state);
  const last = state.points.at(-1);
  return { state, preview: end && last && !same(end, last) ? draw(last, end, context) : null };
}

const isClosing = (state: WallState, end: Point | null): boolean =>
  end !== null && state.points.length >= 3 && same(end, state.points[0] as Point);

const finish = (state: WallState): Outcome<WallState> => ({
  state: { ...start, cursor: state.cursor },
  preview: null,
});

/** Draws the next wall of the chain at once, so that nothing placed is ever outside of the draft. */
function place(state: WallState, context: ToolContext): Outcome<WallState> {
  const end = target(state);
  const last = state.points.at(-1);
  if (!end || (last && same(last, end))) return { state };
  if (!last) return withPreview({ ...state, points: [end], typed: noneTyped }, context);
  const wall = draw(last, end, context);
  const refused = wall.refuse?.(context.plan) ?? null;
  const isThere = refused?.reason === 'wall-there';
  // Carried out all the same, so that the reason is said; the chain stays where it was.
  if (refused && !isThere) return { state, commit: wall };
  const next: WallState = isClosing(state, end)
    ? { ...start, cursor: state.cursor }
    : {
        ...state,
        points: [...state.points, end],
        drawn: [...state.drawn, !isThere],
        typed: noneTyped,
      };
  return isThere ? { state: next, preview: null } : { state: next, commit: wall };
}

function follow(state: WallState, input: PointerInput, context: ToolContext): WallState {
  const from = state.points.at(-1);
  if (from && input.shift) {
    const step = input.suspend || !context.snap.grid ? null : 10;
    return { ...state, cursor: lockedPoint(from, input.at, step), snapped: null };
  }
  const snapped = snapFor(context, input.at, input.suspend, { also: state.points });
  return { ...state, cursor: snapped.at, snapped };
}

/** The chain without its last point, and the plan without the wall that led there. */
export function takeBackPoint(state: WallState, context: ToolContext): Outcome<WallState> {
  const { points, drawn } = state;
  const shorter = {
    ...state,
    points: points.slice(0, -1),
    drawn: drawn.slice(0, -1),
    typed: noneTyped,
  };
  return { ...withPreview(shorter, context), undo: drawn.at(-1) === true };
}

function onKey(state: WallState, key: string, context: ToolContext): Outcome<WallState> {
  const { typed, points } = state;
  const drawing = points.length > 0;
  if (drawing && /^[0-9.]$/.test(key)) {
    const value = typed[typed.field] + key;
    return withPreview({ ...state, typed: { ...typed, [typed.field]: value } }, context);
  }
  if (drawing && key === '-' && typed.field === 'angle') {
    const angle = typed.angle.startsWith('-') ? typed.angle.slice(1) : `-${typed.angle}`;
    return withPreview({ ...state, typed: { ...typed, angle } }, context);
  }
  if (drawing && key === 'Tab') {
    const field = typed.field === 'length' ? 'angle' : 'length';
    return { state: { ...state, typed: { ...typed, field } } };
  }
  if (drawing && key === 'Backspace') {
    if (typed.length || typed.angle) {
      const value = typed[typed.field].slice(0, -1);
      return withPreview({ ...state, typed: { ...typed, [typed.field]: value } }, context);
    }
    return takeBackPoint(state, context);
  }
  if (drawing && key === 'Enter') {
    return typed.length || typed.angle ? place(state, context) : finish(state);
  }
  return { state, handled: false };
}

export const wallTool: Tool<WallState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return withPreview(follow(state, input, context), context);
      case 'down': {
        if (input.button === 'other') return finish(state);
        return place(follow(state, input, context), context);
      }
      case 'double':
        return state.points.length >= 2 ? finish(state) : { state };
      case 'key':
        return onKey(state, input.key, context);
      case 'cancel':
        return { ...finish(state), handled: state.points.length > 0 };
      case 'interrupt':
        return finish({ ...state, cursor: null });
      case 'leave':
        return { state: state.points.length ? state : { ...state, cursor: null, snapped: null } };
      default:
        return { state };
    }
  },
  guides(state) {
    const guides: Guide[] = [...snapGuides(state.snapped)];
    const end = target(state);
    const from = state.points.at(-1);
    for (const [index, point] of state.points.entries()) {
      const before = state.points[index - 1];
      if (before) guides.push({ kind: 'length', from: before, to: point });
    }
    if (end && from && !same(end, from)) {
      const before = state.points.at(-2);
      const base = before ? angleOf(minus(before, from)) : 0;
      guides.push(
        { kind: 'line', from, to: end, style: 'draw' },
        { kind: 'length', from, to: end },
        { kind: 'angle', at: from, from: base, to: angleOf(minus(end, from)) },
      );
      const { typed } = state;
      guides.push({
        kind: 'typed',
        at: end,
        fields: [
          {
            name: text('中线长 mm', 'Centre line mm'),
            value: typed.length || String(Math.round(distance(from, end))),
            active: typed.field === 'length',
          },
          {
            name: text('角度 °', 'Angle °'),
            value: typed.angle || String(Math.round(angleOf(minus(end, from)) * 10) / 10),
            active: typed.field === 'angle',
          },
        ],
      });
    }
    if (state.points[0]) guides.push({ kind: 'handle', at: state.points[0] });
    return guides;
  },
  hint(state) {
    if (state.points.length === 0) {
      return text('单击确定墙的起点', 'Click where the wall starts');
    }
    return text(
      '单击下一点，或输入中线长度后回车（Tab 切换角度，Shift 锁定 15°）；退格撤回一点，回车或 Esc 结束',
      'Click the next point, or type the centre-line length and press Enter (Tab: angle, Shift: 15° lock); Backspace takes a point back, Enter or Esc finishes',
    );
  },
  cursor: () => 'crosshair',
  anchor: (state) => state.points.at(-1) ?? null,
};
