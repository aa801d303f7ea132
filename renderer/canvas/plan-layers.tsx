import { memo, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import type { Room } from '../../shared/derive/room.ts';
import { phaseOf } from '../../shared/edit/selection.ts';
import { faultsOf } from '../../shared/plan/faults.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { Language } from '../../shared/text.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import { householdStyles } from '../panels/household-colour.ts';
import { addedElements } from '../tools/follow.ts';
import type { Runner } from '../tools/runner.ts';
import { sceneOf } from '../tools/scene.ts';
import { attempt } from './attempt.ts';
import { changedWalls } from './changed-walls.ts';
import { paintAxes } from './paint-axes.ts';
import { paintDimensions } from './paint-dimensions.ts';
import { paintFaults, paintPlainWalls } from './paint-faults.ts';
import { paintFixtures } from './paint-fixtures.ts';
import { paintGuides, paintLength, paintScaleBar } from './paint-guides.ts';
import { paintKeyCursor } from './paint-key-cursor.ts';
import { paintLabels } from './paint-labels.ts';
import { elementRing, paintMark, paintPlace } from './paint-marks.ts';
import { paintNorth } from './paint-north.ts';
import { paintNotes } from './paint-notes.ts';
import { paintRooms } from './paint-rooms.ts';
import { paintWalls } from './paint-walls.ts';
import type { Pen } from './pen.ts';
import { PlanLayer } from './plan-layer.tsx';

interface LayerProps {
  readonly store: EditorStore;
  readonly viewport: ViewportHolder;
  readonly language: Language;
}

const shownStorey = (state: EditorState) => shownPlan(state).storeys[state.storey];

const leftOut = (): void => undefined;

/** The rooms that are on the screen: remembered by their tables, so the same until they change. */
const noRooms: readonly Room[] = [];
const noElements: EditorState['selection'] = [];
const shownRooms = (state: EditorState): readonly Room[] =>
  sceneOf(shownPlan(state), state.storey, state.view)?.rooms ?? noRooms;

/** While a division is previewed: the rooms as they are without it. */
const roomsBeforeDivision = (state: EditorState): readonly Room[] | null =>
  state.tool === 'divide' && state.scratch
    ? (sceneOf(state.history.plan, state.storey, state.view)?.rooms ?? noRooms)
    : null;

export const RoomsLayer = memo(function RoomsLayer({ store, viewport }: LayerProps) {
  const rooms = useStore(store, shownRooms);
  const households = useStore(store, (state) => shownPlan(state).households);
  const grid = useStore(store, (state) => state.snap.grid);
  const styles = useMemo(() => householdStyles(households), [households]);
  const paint = useCallback(
    (pen: Pen) => paintRooms(pen, rooms, styles, grid),
    [rooms, styles, grid],
  );
  return <PlanLayer viewport={viewport} paint={paint} />;
});

export const WallsLayer = memo(function WallsLayer({ store, viewport, language }: LayerProps) {
  const storey = useStore(store, shownStorey);
  const rooms = useStore(store, shownRooms);
  const households = useStore(store, (state) => shownPlan(state).households);
  const view = useStore(store, (state) => state.view);
  const storeyId = useStore(store, (state) => state.storey);
  const undivided = useStore(store, roomsBeforeDivision);
  const axes = useStore(store, (state) => shownPlan(state).axes);
  const blocked = useMemo(
    () =>
      new Set(
        storey && view !== 'before'
          ? attempt(
              () => fixtureConflicts(storeyId, storey),
              () => [],
            ).map(({ fixture }) => fixture)
          : [],
      ),
    [storeyId, storey, view],
  );
  // Of the draft: what a drag passes through is no record.
  const draft = useStore(store, (state) => state.reading?.plan ?? state.history.plan);
  const faults = useMemo(() => faultsOf(draft, storeyId), [draft, storeyId]);
  const paint = useCallback(
    (pen: Pen) => {
      if (!storey) return;
      attempt(() => paintAxes(pen, { axes }, storey), leftOut);
      // What cannot be drawn properly is drawn plainly, and takes nothing else with it.
      attempt(
        () => paintWalls(pen, storey, view),
        () => paintPlainWalls(pen, storey, view),
      );
      attempt(() => paintFixtures(pen, storey, view, blocked, language), leftOut);
      // The divide tool names both parts itself.
      const labelled = undivided
        ? rooms.filter(({ id }) => undivided.some((room) => room.id === id))
        : rooms;
      paintLabels(pen, { rooms: labelled, storey, view, households, language });
      attempt(() => paintDimensions(pen, storey, view, language), leftOut);
      paintNotes(pen, storey);
      paintFaults(pen, faults);
    },
    [storey, faults, blocked, rooms, undivided, households, axes, view, language],
  );
  return <PlanLayer viewport={viewport} paint={paint} />;
});

export const InteractionLayer = memo(function InteractionLayer(
  props: LayerProps & { readonly runner: Runner },
) {
  const { store, viewport, runner, language } = props;
  const serial = useSyncExternalStore(runner.subscribe, runner.serial);
  const storey = useStore(store, shownStorey);
  const rooms = useStore(store, shownRooms);
  const selection = useStore(store, (state) => state.selection);
  const selectedRoom = useStore(store, (state) => state.selectedRoom);
  const highlight = useStore(store, (state) => state.highlight);
  const measured = useStore(store, (state) => state.measured);
  const scratch = useStore(store, (state) => state.scratch);
  const draft = useStore(store, (state) => state.history.plan);
  const storeyId = useStore(store, (state) => state.storey);
  const tool = useStore(store, (state) => state.tool);
  const cursor = useStore(store, (state) => state.cursor?.at ?? null);
  const place = useAskedPlace(store);
  const north = useStore(store, (state) => shownPlan(state).north);
  const axes = useStore(store, (state) => shownPlan(state).axes);

  const paint = useCallback(
    (pen: Pen) => {
      if (storey) {
        const seen = { pixel: 1 / pen.view.scale, axes };
        const over = tool === 'select' ? runner.stateOf('select') : null;
        if (over?.kind === 'idle' && over.over && over.over.kind !== 'room') {
          const ring = elementRing(storey, rooms, over.over, seen);
          if (ring) paintMark(pen, ring, 'over', false);
        }
        // A finding names a room and its household: each outline is drawn once.
        const pointed = new Map(
          highlight
            .filter((ref) => !ref.storey || ref.storey === storeyId)
            .flatMap((ref) => ringsOf(storey, rooms, ref))
            .map(({ ring, isRoom }) => [ring, isRoom] as const),
        );
        for (const [ring, isRoom] of pointed) paintMark(pen, ring, 'pointed', isRoom);
        if (measured?.storey === storeyId) paintLength(pen, measured.from, measured.to);
        if (place && highlight.every(({ kind }) => kind === 'storey')) paintPlace(pen, place);
        if (selectedRoom) {
          const room = rooms.find(({ id }) => id === selectedRoom);
          if (room) paintMark(pen, room.polygon, 'selected', true);
        }
        // A drag that remakes a surveyed element marks the new one; the old one is on its way out.
        const remade =
          scratch && tool === 'select' ? addedElements(draft, scratch, storeyId) : noElements;
        const staying = selection.filter((ref) => phaseOf(storey, ref) !== 'demolished');
        for (const ref of remade.length > 0 ? [...staying, ...remade] : selection) {
          if (ref.kind === 'room' && selectedRoom) continue;
          const ring = elementRing(storey, rooms, ref, seen);
          if (ring) paintMark(pen, ring, 'selected', ref.kind === 'room');
        }
        if (scratch && tool === 'select') paintChanged(pen, draft, scratch, storeyId);
      }
      // `serial` stands for the tool's state, which is read here and not held by React.
      if (serial >= 0) attempt(() => paintGuides(pen, runner.guides(), language), leftOut);
      if (cursor) paintKeyCursor(pen, cursor);
      paintScaleBar(pen);
      if (north !== undefined) paintNorth(pen, north, language);
    },
    [
      storey,
      rooms,
      selection,
      selectedRoom,
      highlight,
      measured,
      scratch,
      draft,
      storeyId,
      tool,
      place,
      cursor,
      north,
      axes,
      serial,
      runner,
      language,
    ],
  );
  return <PlanLayer viewport={viewport} paint={paint} />;
});

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

function paintChanged(pen: Pen, draft: Plan, scratch: Plan, storeyId: EditorState['storey']): void {
  for (const { from, to } of changedWalls(draft, scratch, storeyId)) paintLength(pen, from, to);
}

/** The place last asked for; forgotten when the selection or the plan changes. */
function useAskedPlace(store: EditorStore) {
  const [place, setPlace] = useState(store.getState().focus?.at ?? null);
  useEffect(
    () =>
      store.subscribe((now, was) => {
        if (now.focus !== was.focus) setPlace(now.focus?.at ?? null);
        else if (now.selection !== was.selection || now.history !== was.history) setPlace(null);
      }),
    [store],
  );
  return place;
}
