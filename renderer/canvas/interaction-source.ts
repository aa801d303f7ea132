import type { Room } from '../../shared/derive/room.ts';
import { phaseOf } from '../../shared/edit/selection.ts';
import type { Point } from '../../shared/plan/model.ts';
import type { Language } from '../../shared/text.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';
import { addedElements } from '../tools/follow.ts';
import type { Runner } from '../tools/runner.ts';
import { attempt } from './attempt.ts';
import { changedWalls } from './changed-walls.ts';
import { paintFound } from './paint-found.ts';
import { paintGuides, paintLength, paintScaleBar } from './paint-guides.ts';
import { paintKeyCursor } from './paint-key-cursor.ts';
import { elementRing, paintMark, paintPlace } from './paint-marks.ts';
import { paintNorth } from './paint-north.ts';
import type { Pen } from './pen.ts';
import { shownRooms, shownStorey } from './shown.ts';
import { remembered, type Source } from './source.ts';

interface Interaction {
  readonly state: EditorState;
  /** Of the tool's state, which is looked up while it is painted. */
  readonly serial: number;
  /** The place last asked for. */
  readonly place: Point | null;
}

/** The canvas above all: what is selected and pointed at, and what the tool shows. */
export function interactionSource(
  store: EditorStore,
  runner: Runner,
  language: Language,
): Source<Interaction> {
  let place = store.getState().focus?.at ?? null;
  const sceneOf = remembered((state: EditorState, serial: number, at: Point | null) => ({
    state,
    serial,
    place: at,
  }));
  return {
    look: () => sceneOf(store.getState(), runner.serial(), place),
    watch(again) {
      const ends = [
        runner.subscribe(again),
        store.subscribe((now, was) => {
          // Forgotten when the selection or the plan changes.
          if (now.focus !== was.focus) place = now.focus?.at ?? null;
          else if (now.selection !== was.selection || now.history !== was.history) place = null;
          again();
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    paint(pen, scene) {
      const { state } = scene;
      paintElements(pen, scene, runner);
      attempt(
        () => paintGuides(pen, runner.guides(), language),
        () => undefined,
      );
      if (state.cursor) paintKeyCursor(pen, state.cursor.at);
      paintScaleBar(pen);
      const { north } = shownPlan(state);
      if (north !== undefined) paintNorth(pen, north, language);
    },
  };
}

function paintElements(pen: Pen, { state, place }: Interaction, runner: Runner): void {
  const storey = shownStorey(state);
  if (!storey) return;
  const { tool, highlight, measured, selection, selectedRoom, scratch, storey: storeyId } = state;
  const rooms = shownRooms(state);
  const seen = { pixel: 1 / pen.view.scale, axes: shownPlan(state).axes };
  const over = tool === 'select' ? runner.stateOf('select') : null;
  if (over?.kind === 'idle' && over.over && over.over.kind !== 'room') {
    const ring = elementRing(storey, rooms, over.over, seen);
    if (ring) paintMark(pen, ring, 'over', false);
  }
  // A finding speaks of the plan after the works: before them its rooms are others.
  const isOfAfter = measured !== null && state.view === 'before';
  // A finding names a room and its household: each outline is drawn once.
  const pointed = new Map(
    (isOfAfter ? [] : highlight)
      .filter((ref) => !ref.storey || ref.storey === storeyId)
      .flatMap((ref) => ringsOf(storey, rooms, ref))
      .map(({ ring, isRoom }) => [ring, isRoom] as const),
  );
  for (const [ring, isRoom] of pointed) paintMark(pen, ring, 'pointed', isRoom);
  const isHere = measured?.storey === storeyId && !isOfAfter;
  if (measured && isHere) paintFound(pen, measured);
  if (
    place &&
    !(isHere && measured.areas.length > 0) &&
    highlight.every(({ kind }) => kind === 'storey')
  )
    paintPlace(pen, place);
  if (selectedRoom) {
    const room = rooms.find(({ id }) => id === selectedRoom);
    if (room) paintMark(pen, room.polygon, 'selected', true);
  }
  // A drag that remakes a surveyed element marks the new one; the old one is on its way out.
  const draft = state.history.plan;
  const isPreview = scratch !== null && tool === 'select';
  const remade = isPreview ? addedElements(draft, scratch, storeyId) : [];
  const staying = selection.filter((ref) => phaseOf(storey, ref) !== 'demolished');
  for (const ref of remade.length > 0 ? [...staying, ...remade] : selection) {
    if (ref.kind === 'room' && selectedRoom) continue;
    const ring = elementRing(storey, rooms, ref, seen);
    if (ring) paintMark(pen, ring, 'selected', ref.kind === 'room');
  }
  if (!isPreview) return;
  for (const { from, to } of changedWalls(draft, scratch, storeyId)) paintLength(pen, from, to);
}

/** A household is pointed at by its rooms. */
function ringsOf(
  storey: NonNullable<ReturnType<typeof shownStorey>>,
  rooms: readonly Room[],
  ref: EditorState['highlight'][number],
) {
  if (ref.kind === 'household') {
    return rooms
      .filter(({ holders }) => holders.some((holder) => holder === ref.id))
      .map(({ polygon }) => ({ ring: polygon, isRoom: true }));
  }
  const ring = elementRing(storey, rooms, ref);
  return ring ? [{ ring, isRoom: ref.kind === 'room' }] : [];
}
