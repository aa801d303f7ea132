import type { Room } from '../../shared/derive/room.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import { householdStyles } from '../panels/household-colour.ts';
import { changedRooms } from './changed-rooms.ts';
import { boxOnScreen, type Damage } from './damage.ts';
import { type HouseholdStyles, paintRooms } from './paint-rooms.ts';
import { type Pen, strokeReach } from './pen.ts';
import { shownRooms } from './shown.ts';
import { remembered, type Source } from './source.ts';

interface RoomScene {
  readonly rooms: readonly Room[];
  readonly styles: HouseholdStyles;
  readonly grid: boolean;
}

/** The lowest canvas: paper, grid, and whose each room is. */
export function roomsSource(store: EditorStore): Source<RoomScene> {
  const stylesOf = remembered(householdStyles);
  const sceneOf = remembered(
    (rooms: readonly Room[], styles: HouseholdStyles, grid: boolean): RoomScene => ({
      rooms,
      styles,
      grid,
    }),
  );
  return {
    look() {
      const state = store.getState();
      const styles = stylesOf(shownPlan(state).households);
      return sceneOf(shownRooms(state), styles, state.snap.grid);
    },
    watch: (again) => store.subscribe(again),
    paint: (pen, { rooms, styles, grid }) => paintRooms(pen, rooms, styles, grid),
    damage: roomDamage,
  };
}

function roomDamage(was: RoomScene, is: RoomScene, { view }: Pen): Damage {
  if (was.styles !== is.styles || was.grid !== is.grid) return 'all';
  const { gone, come } = changedRooms(was.rooms, is.rooms);
  return [...gone, ...come].map(({ polygon }) => boxOnScreen(view, polygon, strokeReach));
}
