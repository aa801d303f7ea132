import type { HouseholdId, Plan } from '../plan/model.ts';
import type { SeatedFixtures } from './fixtures-in-rooms.ts';
import type { FacilityState, HouseholdState } from './household-state.ts';
import { letsThrough, stairs, standAbove } from './reach.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomChanges } from './room-changes.ts';
import { isAlone, sumOf } from './room-sums.ts';

/** What the households' states were derived from. */
export interface Input {
  readonly plan: Plan;
  readonly storeys: readonly StoreyRooms[];
  /** By storey, as `storeys`. */
  readonly seated: readonly SeatedFixtures[];
}

export interface Derived extends Input {
  readonly states: ReadonlyMap<HouseholdId, HouseholdState>;
}

/**
 * The states after rooms changed their shape and nothing else: who has what, shares what and gets
 * where stays, with the rooms as they are now. Null where that is not all that changed.
 */
export function statesAfter(
  known: Derived,
  { plan, storeys, seated }: Input,
): ReadonlyMap<HouseholdId, HouseholdState> | null {
  if (known.plan.households !== plan.households) return null;
  if (known.storeys.length !== storeys.length) return null;
  const changed = new Map<Room, Room>();
  for (const [index, is] of storeys.entries()) {
    const was = known.storeys[index]!;
    const isSameStorey =
      was.storey === is.storey &&
      known.plan.storeys[was.storey]!.level === plan.storeys[is.storey]!.level;
    const changes = isSameStorey ? roomChanges(was, is) : null;
    if (!changes || !letsThroughTheSame(known.plan, plan, was, is)) return null;
    if (!areSameSeats(known.seated[index]!, seated[index]!, changes)) return null;
    for (const [one, other] of changes) changed.set(one, other);
  }
  if (!areSameStairs(known.storeys, storeys, changed)) return null;
  if (changed.size === 0) return known.states;
  const states = new Map<HouseholdId, HouseholdState>();
  for (const [id, state] of known.states) {
    const isTouched =
      state.rooms.some((room) => changed.has(room)) ||
      state.unreached.some(({ through }) => through.some((room) => changed.has(room)));
    states.set(id, isTouched ? withRooms(state, changed) : state);
  }
  return states;
}

/** Whether every way that let somebody through still does: a narrow or a low door is none. */
function letsThroughTheSame(from: Plan, to: Plan, was: StoreyRooms, is: StoreyRooms): boolean {
  const [before, after] = [from.storeys[was.storey]!.openings, to.storeys[is.storey]!.openings];
  return (
    before === after ||
    is.links.every(
      (link, index) => letsThrough(link, after) === letsThrough(was.links[index]!, before),
    )
  );
}

/** Whether stairs stand above each other as they did: that goes by their shape. */
function areSameStairs(
  was: readonly StoreyRooms[],
  is: readonly StoreyRooms[],
  changed: ReadonlyMap<Room, Room>,
): boolean {
  const now = (room: Room): Room => changed.get(room) ?? room;
  for (let index = 0; index + 1 < is.length; index++) {
    if (was[index] === is[index] && was[index + 1] === is[index + 1]) continue;
    for (const below of stairs(was[index]!)) {
      for (const above of stairs(was[index + 1]!)) {
        if (!changed.has(below) && !changed.has(above)) continue;
        if (standAbove(below, above) !== standAbove(now(below), now(above))) return false;
      }
    }
  }
  return true;
}

/** Whether every fixture stands where it stood. */
function areSameSeats(
  was: SeatedFixtures,
  is: SeatedFixtures,
  changes: ReadonlyMap<Room, Room>,
): boolean {
  if (was === is) return true;
  if (was.standing !== is.standing) return false;
  for (let index = 0; index < was.rooms.length; index++) {
    const one = was.rooms[index];
    const other = is.rooms[index];
    if (one !== other && (!one || changes.get(one) !== other)) return false;
  }
  return true;
}

function withRooms(state: HouseholdState, changed: ReadonlyMap<Room, Room>): HouseholdState {
  const now = (room: Room): Room => changed.get(room) ?? room;
  const facility = (one: FacilityState): FacilityState => ({ ...one, rooms: one.rooms.map(now) });
  const rooms = state.rooms.map(now);
  return {
    ...state,
    rooms,
    ownArea: sumOf(rooms, isAlone),
    sharedArea: sumOf(rooms, (room) => !isAlone(room)),
    kitchen: facility(state.kitchen),
    bathroom: facility(state.bathroom),
    unreached: state.unreached.map((one) => ({
      ...one,
      room: now(one.room),
      through: one.through.map(now),
    })),
  };
}
