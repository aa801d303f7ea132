import { anchorPlace } from '../../shared/derive/dimensions.ts';
import type { Command } from '../../shared/edit/command.ts';
import { drawDimension } from '../../shared/edit/draw-dimension.ts';
import type { Dimension, Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { boxAround } from '../editor/viewport.ts';
import { type Anchored, anchorAt } from './anchor-at.ts';
import { distance, dot, leftOf, minus, same, unit } from './plane.ts';
import type { Guide, Outcome, PointerInput, Tool, ToolContext } from './tool.ts';

export type DimensionState =
  | {
      readonly kind: 'picking';
      readonly picked: readonly Anchored[];
      readonly over: Anchored | null;
    }
  /** All points are picked; the pointer says where the line goes. */
  | { readonly kind: 'placing'; readonly picked: readonly Anchored[]; readonly at: Point };

const start: DimensionState = { kind: 'picking', picked: [], over: null };

/** Degrees from level or upright within which two points are taken to be so. */
const nearlyStraight = 1.5;

/** The direction measured along, and the line's place, for a pointer beside the points. */
export function dimensionFor(
  points: readonly Point[],
  pointer: Point,
): Pick<Dimension, 'along' | 'offset'> | null {
  const first = points[0];
  const last = points.at(-1);
  const box = boxAround(points);
  if (!first || !last || !box || points.length < 2) return null;
  const along = directionFor(points, box, pointer);
  const direction =
    along === 'x' ? { x: 1, y: 0 } : along === 'y' ? { x: 0, y: 1 } : unit(minus(last, first));
  return { along, offset: Math.round(dot(minus(pointer, first), leftOf(direction))) };
}

function directionFor(
  points: readonly Point[],
  { min, max }: { readonly min: Point; readonly max: Point },
  pointer: Point,
): Dimension['along'] {
  const wide = max.x - min.x;
  const high = max.y - min.y;
  const slope = Math.tan((nearlyStraight * Math.PI) / 180);
  if (high <= wide * slope) return 'x';
  if (wide <= high * slope) return 'y';
  const isBesideX = pointer.x >= min.x && pointer.x <= max.x;
  const isBesideY = pointer.y >= min.y && pointer.y <= max.y;
  if (isBesideX && !isBesideY) return 'x';
  if (isBesideY && !isBesideX) return 'y';
  // Beyond a corner: straight between two points, else the longer way.
  return points.length === 2 ? 'line' : wide >= high ? 'x' : 'y';
}

function command(picked: readonly Anchored[], at: Point, context: ToolContext): Command | null {
  const place = dimensionFor(
    picked.map((one) => one.at),
    at,
  );
  if (!place) return null;
  const { storey, newId } = context;
  return drawDimension({ storey, anchors: picked.map(({ anchor }) => anchor), ...place, newId });
}

function placing(
  picked: readonly Anchored[],
  at: Point,
  context: ToolContext,
): Outcome<DimensionState> {
  return { state: { kind: 'placing', picked, at }, preview: command(picked, at, context) };
}

function pick(
  state: Extract<DimensionState, { kind: 'picking' }>,
  input: PointerInput,
  context: ToolContext,
): Outcome<DimensionState> {
  const over = anchorAt(context, input.at, input.suspend);
  const { picked } = state;
  if (picked.some(({ at }) => distance(at, over.at) < 1)) return { state: { ...state, over } };
  return { state: { ...state, picked: [...picked, over], over } };
}

export const dimensionTool: Tool<DimensionState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return state.kind === 'placing'
          ? placing(state.picked, input.at, context)
          : { state: { ...state, over: anchorAt(context, input.at, input.suspend) } };
      case 'down': {
        if (state.kind === 'picking') {
          if (input.button === 'main') return pick(state, input, context);
          return state.picked.length >= 2
            ? placing(state.picked, input.at, context)
            : { state: start };
        }
        if (input.button === 'other') return { state: start, preview: null };
        const commit = command(state.picked, input.at, context);
        return { state: start, preview: null, ...(commit ? { commit } : {}) };
      }
      case 'double':
        return state.kind === 'picking' && state.picked.length >= 2
          ? placing(state.picked, input.at, context)
          : { state };
      case 'key':
        if (input.key === 'Enter' && state.kind === 'picking' && state.picked.length >= 2) {
          const last = state.picked.at(-1)?.at ?? { x: 0, y: 0 };
          return placing(state.picked, state.over?.at ?? last, context);
        }
        if (input.key === 'Enter' && state.kind === 'placing') {
          const commit = command(state.picked, state.at, context);
          return { state: start, preview: null, ...(commit ? { commit } : {}) };
        }
        if (input.key === 'Backspace' && state.picked.length > 0) {
          return {
            state: { kind: 'picking', picked: state.picked.slice(0, -1), over: null },
            preview: null,
          };
        }
        return { state, handled: false };
      case 'cancel':
        return { state: start, preview: null, handled: state.picked.length > 0 };
      case 'interrupt':
        return { state: start, preview: null };
      case 'leave':
        return { state: state.kind === 'picking' ? { ...state, over: null } : state };
      default:
        return { state };
    }
  },
  guides(state, context) {
    const places = state.picked.map(({ anchor }) => anchorPlace(context.scene.storey, anchor).at);
    const guides = places.map((at): Guide => ({ kind: 'handle', at }));
    if (state.kind === 'picking' && state.over) {
      const { at, anchor } = state.over;
      const last = places.at(-1);
      if (last && !same(last, at)) {
        guides.push({ kind: 'line', from: last, to: at, style: 'align' });
        guides.push({ kind: 'length', from: last, to: at });
      }
      const snap = !anchor.on
        ? 'free'
        : 'joint' in anchor.on
          ? 'joint'
          : 'opening' in anchor.on
            ? 'jamb'
            : 'face';
      if (snap !== 'free') guides.push({ kind: 'anchor', at, on: snap });
    }
    return guides;
  },
  hint(state) {
    if (state.kind === 'placing') {
      return text(
        '移到旁边单击，放下尺寸线；Esc 取消',
        'Move beside and click to put the dimension line; Esc cancels',
      );
    }
    if (state.picked.length >= 2) {
      return text(
        '继续点选，或双击、右击、回车后放置尺寸线；退格撤回一点',
        'Pick more, or double-click, right-click or Enter to place the line; Backspace takes a point back',
      );
    }
    return text(
      '依次单击要标注的墙面、节点或门窗边',
      'Click wall faces, ends or jambs to measure between, one after the other',
    );
  },
  cursor: () => 'crosshair',
};
