import type { Point } from '../../shared/plan/model.ts';
import { type EditorState, shownPlan } from '../editor/store.ts';
import { centredOn, toPlan, toScreen } from '../editor/viewport.ts';
import {
  nearestStop,
  type Stop,
  stepFrom,
  stopsFor,
  stopsOf,
  stopTowards,
} from '../editor/walk.ts';
import { minus, plus, same, times } from '../tools/plane.ts';
import { sceneOf } from '../tools/scene.ts';
import { type ActionHost, marking, perform } from './editor-actions.ts';
import { drawnSoFar, followDrawing } from './editor-reveal.ts';

/** A unit step along one axis of the plan. */
export type Direction = Point;

/** px kept between the cursor and the edge of the canvas. */
const margin = 48;

/** What the arrows move: what is selected, else the cursor that stands in for the pointer. */
export function arrowPress(
  host: ActionHost,
  direction: Direction,
  step: { readonly nudge: number; readonly cursor: number },
): void {
  const { tool, cursor, selection } = host.store.getState();
  const isDrawn = selection.some(({ kind }) => kind !== 'room');
  if (isDrawn && (tool === 'select' || (!cursor && !marking.includes(tool)))) {
    perform(host, { type: 'nudge', by: times(direction, step.nudge) });
    return;
  }
  const at = cursorOrMiddle(host);
  const by = times(direction, step.cursor * fineness(host));
  moveCursor(host, cursor ? plus(at, by) : at, false);
}

/** px that a step of 100 mm may take; closer up the steps are of 10 mm, then of 1 mm. */
const longestStep = 40;

function fineness({ viewport }: ActionHost): number {
  const { scale } = viewport.get();
  return [1, 0.1].find((part) => 100 * part * scale <= longestStep) ?? 0.01;
}

/** Where the cursor is, or would begin. */
export const cursorOrMiddle = (host: ActionHost): Point =>
  host.store.getState().cursor?.at ?? startOf(host);

/** The middle of the view, on whole decimetres, where nothing says better. */
function startOf({ viewport }: ActionHost): Point {
  const { width, height } = viewport.size();
  const { x, y } = toPlan(viewport.get(), { x: width / 2, y: height / 2 });
  return { x: Math.round(x / 100) * 100, y: Math.round(y / 100) * 100 };
}

/** Puts the cursor at a place in mm; `exact` places, which were typed, snap to nothing. */
export function moveCursor(host: ActionHost, at: Point, exact: boolean): void {
  const { store, runner } = host;
  store.getState().set({ cursor: { at, exact, isFresh: true } });
  reveal(host, at);
  runner.input({ type: 'move', at, shift: false, suspend: exact });
}

/**
 * Enter: a click at the cursor, with Shift where that is held, if it has moved since the last one.
 * Answers whether it was.
 */
export function clickAtCursor({ store, runner }: ActionHost, shift = false): boolean {
  const { cursor } = store.getState();
  if (!cursor?.isFresh) return false;
  const held = { at: cursor.at, shift, suspend: cursor.exact };
  runner.input({ type: 'move', ...held });
  runner.input({ type: 'down', button: 'main', ...held });
  runner.input({ type: 'up', ...held });
  followAnchor(store.getState, runner.anchor());
  return true;
}

/** A key for the tool in hand, with the view and the cursor after what it drew; answers whether it was one. */
export function keyToTool(
  host: ActionHost,
  key: string,
  held: { readonly shift: boolean; readonly suspend: boolean },
): boolean {
  const { store, runner } = host;
  const was = drawnSoFar(host);
  if (!runner.input({ type: 'key', key, ...held })) return false;
  followDrawing(host, was);
  followAnchor(store.getState, runner.anchor());
  return true;
}

/** After a key that the tool took: Enter is the tool's now, and the cursor stands where drawing goes on. */
export const followAnchor = (get: () => EditorState, anchor: Point | null): void => {
  const { cursor, set } = get();
  if (!cursor) return;
  const at = anchor ?? cursor.at;
  if (cursor.isFresh || !same(at, cursor.at)) set({ cursor: { at, exact: false, isFresh: false } });
};

/** To the next element or the one before. */
export function walkBy(host: ActionHost, step: 1 | -1): void {
  const stops = stopsHere(host);
  goTo(host, stepFrom(stops, currentOf(host, stops)?.id ?? null, step));
}

/** Adds the next element of the same kind, or the one before, to what is selected. */
export function walkAndAdd(host: ActionHost, step: 1 | -1): void {
  const { store } = host;
  const { tool, selection } = store.getState();
  const all = stopsHere(host);
  const current = currentOf(host, all);
  if (tool !== 'select' || !current?.ref || current.kind === 'room') {
    walkBy(host, step);
    return;
  }
  const next = stepFrom(
    all.filter(({ kind }) => kind === current.kind),
    current.id,
    step,
  );
  const added = next?.ref;
  if (!next || !added) return;
  // The last is where the walk goes on; one that was passed before is taken out and put last.
  const others = selection.filter(({ id }) => id !== added.id);
  store.getState().set({ cursor: null, highlight: [], measured: null });
  store.getState().select([...others, added]);
  reveal(host, next.at);
}

export function walkTowards(host: ActionHost, direction: Direction): void {
  const stops = stopsHere(host);
  const current = currentOf(host, stops);
  const { cursor } = host.store.getState();
  const from = current?.at ?? cursor?.at;
  const next = from
    ? stopTowards(stops, from, direction, current?.id ?? null)
    : nearestStop(stops, startOf(host));
  goTo(host, next);
}

function stopsHere({ store }: ActionHost): readonly Stop[] {
  const state = store.getState();
  const scene = sceneOf(shownPlan({ ...state, scratch: null }), state.storey, state.view);
  return scene ? stopsFor(state.tool, stopsOf(scene, state.storey)) : [];
}

/** What is selected; with another tool in hand, what the cursor stands on. */
function currentOf({ store }: ActionHost, stops: readonly Stop[]): Stop | null {
  const { tool, selection, selectedRoom, cursor } = store.getState();
  if (tool !== 'select') return stops.find(({ at }) => cursor && same(at, cursor.at)) ?? null;
  const last = selection.at(-1);
  return stops.find(({ id, ref }) => id === selectedRoom || (last && ref?.id === last.id)) ?? null;
}

/** The select tool selects it; another tool gets the cursor there. */
function goTo(host: ActionHost, stop: Stop | null): void {
  const { store } = host;
  if (!stop) return;
  if (store.getState().tool !== 'select') {
    moveCursor(host, stop.at, false);
    return;
  }
  store.getState().set({ cursor: null, highlight: [], measured: null });
  store.getState().select(stop.ref ? [stop.ref] : [], stop.kind === 'room' ? stop.id : null);
  reveal(host, stop.at);
}

/** Moves the view where the place would not be seen. */
function reveal({ viewport }: ActionHost, at: Point): void {
  const { width, height } = viewport.size();
  const screen = toScreen(viewport.get(), at);
  const away = minus(screen, { x: width / 2, y: height / 2 });
  if (Math.abs(away.x) <= width / 2 - margin && Math.abs(away.y) <= height / 2 - margin) return;
  viewport.set(centredOn(at, viewport.size(), viewport.get().scale));
}
