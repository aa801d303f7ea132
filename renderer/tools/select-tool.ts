import { changeOpening } from '../../shared/edit/change-opening.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import type { ElementRef, JointId, Point, WallId } from '../../shared/plan/model.ts';
import { type Hit, hitAt, hitsInBox } from '../editor/hit.ts';
import type { Box } from '../editor/viewport.ts';
import { distance, wallLine } from './plane.ts';
import { drag, dragCommand, type SelectState } from './select-drag.ts';
import { dragGuides, selectedZones, targetGuides } from './select-guides.ts';
import { doorOf, selectHint } from './select-hints.ts';
import {
  type Guide,
  type Input,
  type Outcome,
  type PointerInput,
  reachOf,
  snapGuides,
  type Tool,
  type ToolContext,
} from './tool.ts';
import { afterKey, isTyped } from './typed.ts';

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
  const pressed: SelectState = { kind: 'pressed', from: input.at, hit, shift: input.shift };
  const ref = hit && refOf(hit, context);
  // Selected on press, so that press and drag moves what is under the pointer.
  if (!hit || hit.kind === 'room' || input.shift || isSelected(ref, context)) {
    return { state: pressed };
  }
  return { state: pressed, select: { elements: ref ? [ref] : [] } };
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
    const added = found.filter(({ id }) => !known.has(id));
    // A box around what is all selected already takes it out again.
    const caught = new Set(found.map(({ id }) => id));
    const left = added.length > 0 ? kept : kept.filter(({ id }) => !caught.has(id));
    return { state: idle, select: { elements: [...left, ...added] } };
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
        if (state.kind === 'moving') return typeDistance(state, input, context);
        if (input.key === ' ') return swapSwing(state, input.shift, context);
        if (input.key.toLowerCase() !== 'r') return { state, handled: false };
        if (state.kind === 'standing') {
          const turned = { ...state, quarters: (state.quarters + (input.shift ? 3 : 1)) % 4 };
          const next = drag(turned, { ...input, type: 'move', at: state.at }, context);
          return { state: next, preview: dragCommand(next, context) };
        }
        if (state.kind !== 'idle') return { state, handled: false };
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
      case 'idle':
      case 'pressed':
        return [...selectedZones(context), ...targetGuides(context), ...handles];
      default:
        return dragGuides(state, context);
    }
  },
  hint: selectHint,
  cursor: (state) =>
    state.kind === 'idle'
      ? state.over && state.over.kind !== 'room'
        ? 'pointer'
        : 'default'
      : state.kind === 'boxing'
        ? 'crosshair'
        : 'grabbing',
};

/** Digits say how far the drag goes, towards the pointer; Enter ends it there. */
function typeDistance(
  state: Extract<SelectState, { kind: 'moving' }>,
  input: Extract<Input, { type: 'key' }>,
  context: ToolContext,
): Outcome<SelectState> {
  if (input.key === 'Enter' && isTyped(state.typed)) {
    const commit = dragCommand(state, context);
    return { state: idle, preview: null, ...(commit ? { commit, selectAdded: 'remade' } : {}) };
  }
  const typed = input.key === 'Tab' ? null : afterKey(state.typed, input, ['distance']);
  if (!typed) return { state, handled: false };
  const next = drag({ ...state, typed }, { ...input, type: 'move', at: state.at }, context);
  return { state: next, preview: dragCommand(next, context) };
}

/** Space hangs the door on the other jamb, Shift and Space has it swing to the other side. */
function swapSwing(state: SelectState, shift: boolean, context: ToolContext): Outcome<SelectState> {
  const id = doorOf(state, context);
  const door = id && context.scene.storey.openings[id];
  if (!id || !door) return { state, handled: false };
  const now = { ...door, ...(state.kind === 'sliding' ? state.swing : {}) };
  const swing = shift
    ? { side: now.side === 'right' ? ('left' as const) : ('right' as const) }
    : { hinge: now.hinge === 'b' ? ('a' as const) : ('b' as const) };
  if (state.kind === 'sliding') {
    const next = { ...state, swing: { ...state.swing, ...swing } };
    return { state: next, preview: dragCommand(next, context) };
  }
  const { storey, intent, newId } = context;
  const commit = changeOpening({ storey, opening: id, change: swing, intent, newId });
  return { state, commit, selectAdded: 'remade' };
}
