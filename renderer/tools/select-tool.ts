import { conflictOf } from '../../shared/derive/fixture-conflicts.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import type { ElementRef, JointId, Point, WallId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { type Hit, hitAt, hitsInBox } from '../editor/hit.ts';
import type { Box } from '../editor/viewport.ts';
import { conflictHints } from './fixture-tool.ts';
import { openingGuides } from './opening-tool.ts';
import { distance, wallLine } from './plane.ts';
import { drag, dragCommand, type SelectState } from './select-drag.ts';
import {
  type Guide,
  type Outcome,
  type PointerInput,
  reachOf,
  snapGuides,
  type Tool,
  type ToolContext,
} from './tool.ts';

const idle: SelectState = { kind: 'idle', over: null };

const refOf = (hit: Hit, context: ToolContext): ElementRef | null => {
  if (hit.kind === 'axis') return { kind: 'axis', id: hit.id };
  if (hit.kind !== 'room') return { kind: hit.kind, id: hit.id, storey: context.storey };
  const tag = context.scene.rooms.find((room) => room.id === hit.id)?.tags[0];
  return tag ? { kind: 'room', id: tag, storey: context.storey } : null;
};

const isSelected = (ref: ElementRef | null, context: ToolContext): boolean =>
  ref !== null && context.selection.some((other) => other.kind === ref.kind && other.id === ref.id);

/** The ends of the one selected wall that can be dragged. */
export function wallHandles(context: ToolContext): { joint: JointId; at: Point }[] {
  const [only, ...rest] = context.selection;
  if (only?.kind !== 'wall' || rest.length > 0) return [];
  const wall = context.scene.storey.walls[only.id as WallId];
  const line = wall && wallLine(context.scene.storey, wall);
  if (!wall || !line || wall.phase === 'demolished') return [];
  return [
    { joint: wall.a, at: line.a },
    { joint: wall.b, at: line.b },
  ];
}

function press(input: PointerInput, context: ToolContext): Outcome<SelectState> {
  const handle = wallHandles(context).find(({ at }) => distance(at, input.at) <= reachOf(context));
  if (handle) return { state: { kind: 'end', joint: handle.joint, snapped: null } };
  const hit = hitAt(context.scene, input.at, reachOf(context) / 2);
  const state: SelectState = { kind: 'pressed', from: input.at, hit, shift: input.shift };
  const ref = hit && refOf(hit, context);
  // Selected on press, so that press and drag moves what is under the pointer.
  if (!hit || hit.kind === 'room' || input.shift || isSelected(ref, context)) return { state };
  return { state, select: { elements: ref ? [ref] : [] } };
}

function click(
  state: Extract<SelectState, { kind: 'pressed' }>,
  context: ToolContext,
): Outcome<SelectState> {
  const { hit } = state;
  if (!hit) return { state: idle, ...(state.shift ? {} : { select: { elements: [] } }) };
  const ref = refOf(hit, context);
  const room = hit.kind === 'room' ? hit.id : null;
  if (state.shift && ref && hit.kind !== 'room') {
    const others = context.selection.filter(
      (other) => other.kind !== 'room' && !(other.kind === ref.kind && other.id === ref.id),
    );
    const elements = isSelected(ref, context) ? others : [...others, ref];
    return { state: idle, select: { elements } };
  }
  return { state: idle, select: { elements: ref ? [ref] : [], room } };
}

const boxOf = (from: Point, to: Point): Box => ({
  min: { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
  max: { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) },
});

/** Dragged to the left a box takes what it touches, to the right what it holds, as in CAD. */
const isTouching = (from: Point, to: Point): boolean => to.x < from.x;

function release(
  state: SelectState,
  input: PointerInput,
  context: ToolContext,
): Outcome<SelectState> {
  if (state.kind === 'idle') return { state };
  const last = drag(state, input, context);
  if (last.kind === 'pressed') return click(last, context);
  if (last.kind === 'boxing') {
    const box = boxOf(last.from, last.to);
    const found = hitsInBox(context.scene, context.storey, box, isTouching(last.from, last.to));
    const kept = last.shift ? context.selection.filter(({ kind }) => kind !== 'room') : [];
    const known = new Set(kept.map(({ id }) => id));
    return {
      state: idle,
      select: { elements: [...kept, ...found.filter(({ id }) => !known.has(id))] },
    };
  }
  const commit = dragCommand(last, context);
  return { state: idle, preview: null, ...(commit ? { commit, selectAdded: 'remade' } : {}) };
}

export const selectTool: Tool<SelectState> = {
  start: idle,
  on(state, input, context) {
    switch (input.type) {
      case 'move': {
        if (state.kind === 'idle') {
          return {
            state: { kind: 'idle', over: hitAt(context.scene, input.at, reachOf(context) / 2) },
          };
        }
        const next = drag(state, input, context);
        return next.kind === 'pressed' || next.kind === 'boxing'
          ? { state: next }
          : { state: next, preview: dragCommand(next, context) };
      }
      case 'down':
        return input.button === 'main' ? press(input, context) : { state };
      case 'up':
        return release(state, input, context);
      case 'key': {
        if (input.key.toLowerCase() !== 'r' || state.kind !== 'idle')
          return { state, handled: false };
        const elements = context.selection.filter(({ kind }) => kind !== 'room');
        if (elements.length === 0) return { state, handled: false };
        const { storey, intent, newId } = context;
        const degrees = input.shift ? -90 : 90;
        const commit = rotateElements({ storey, elements, degrees, intent, newId });
        return { state, commit, selectAdded: 'remade' };
      }
      case 'cancel':
        if (state.kind !== 'idle') return { state: idle, preview: null };
        return context.selection.length > 0 || context.selectedRoom
          ? { state, select: { elements: [] } }
          : { state, handled: false };
      case 'interrupt':
        return { state: idle, preview: null };
      case 'leave':
        return { state: state.kind === 'idle' ? idle : state };
      default:
        return { state };
    }
  },
  guides(state, context) {
    const handles = wallHandles(context).map(({ at }): Guide => ({ kind: 'handle', at }));
    switch (state.kind) {
      case 'boxing': {
        const box = boxOf(state.from, state.to);
        return [{ kind: 'box', box, touching: isTouching(state.from, state.to) }];
      }
      case 'end':
        return snapGuides(state.snapped);
      case 'sliding': {
        const width = context.scene.storey.openings[state.opening]?.width ?? 0;
        return openingGuides(state.wall, state.offset, width, context);
      }
      case 'idle':
        return handles;
      default:
        return [];
    }
  },
  hint(state, context) {
    if (state.kind === 'boxing') {
      return text(
        '松开以选择；向左拖选中所有接触到的',
        'Release to select; to the left takes all it touches',
      );
    }
    const dragged = state.kind === 'standing' ? draggedConflict(state, context) : null;
    if (dragged) return conflictHints[dragged.with];
    if (state.kind !== 'idle' && state.kind !== 'pressed') {
      return text(
        '松开确定，Esc 取消，Alt 暂停捕捉',
        'Release to place, Esc cancels, Alt suspends snapping',
      );
    }
    if (context.selection.length > 0 && context.selection.every(({ kind }) => kind === 'room')) {
      return text(
        '在右侧填写用途和归属；C 分隔房间，Esc 取消选择',
        'Set use and holders on the right; C divides the room, Esc clears',
      );
    }
    return context.selection.length > 0
      ? text(
          '拖动移动，R 旋转，方向键微移 10 mm，Delete 删除，Esc 取消选择',
          'Drag to move, R rotates, arrows nudge by 10 mm, Delete removes, Esc clears',
        )
      : text(
          '单击选择，拖出方框多选，Shift 加选',
          'Click to select, drag a box for several, Shift adds',
        );
  },
  cursor: (state) =>
    state.kind === 'idle'
      ? state.over && state.over.kind !== 'room'
        ? 'pointer'
        : 'default'
      : state.kind === 'boxing'
        ? 'crosshair'
        : 'grabbing',
};

function draggedConflict(
  { fixture: id, place }: Extract<SelectState, { kind: 'standing' }>,
  { storey, scene }: ToolContext,
) {
  const { [id]: fixture, ...others } = scene.storey.fixtures;
  if (!fixture) return null;
  const { at, rotation } = place;
  return conflictOf(storey, { ...scene.storey, fixtures: others }, { ...fixture, at, rotation });
}
