import { distance, midpoint } from '../geometry/point.ts';
import {
  entries,
  type HouseholdId,
  type Plan,
  type Point,
  type Storey,
  type StoreyId,
  storeysByLevel,
} from '../plan/model.ts';
import { isLivedIn } from '../plan/room-uses.ts';
import { shownChange, shownSum } from '../shown-area.ts';
import { middleOf } from './door-swings.ts';
import { householdArea } from './household-area.ts';
import type { Facility, HouseholdState } from './household-state.ts';
import { householdStates, planRooms } from './households.ts';
import { once } from './once.ts';
import { openSpaces } from './open-spaces.ts';
import type { Room, StoreyRooms } from './room.ts';
import { type RoomContents, roomContents, type WayOut } from './room-contents.ts';
import { windowsOf } from './windows.ts';

/** What one household had and will have. Areas mm2, lengths mm. */
export interface HouseholdLine {
  readonly id: HouseholdId;
  readonly door: string;
  readonly members: number | null;
  /** From the lowest up, of its rooms after the works, else before. */
  readonly storeys: readonly StoreyId[];
  readonly rooms: { readonly before: number; readonly after: number };
  readonly area: { readonly before: number; readonly after: number };
  /** Null where it has no room before or after the works. */
  readonly change: number | null;
  readonly kitchen: { readonly before: Facility; readonly after: Facility };
  readonly bathroom: { readonly before: Facility; readonly after: Facility };
  readonly complete: boolean;
  /** Whether every room that it lives in has a window outside; null where it has none. */
  readonly daylight: boolean | null;
  /** From its entrance along the common rooms to the nearest stair; null where no way is drawn. */
  readonly toStair: number | null;
  /** As printed on its certificate, living area by its own counting rules. */
  readonly certified: number | null;
}

/** In the order of the households' ids. Remembered by plan. */
export const householdTable = once((plan: Plan): readonly HouseholdLine[] => {
  const before = householdStates(plan, 'before');
  const after = householdStates(plan, 'after');
  const order = storeysByLevel(plan).map(([id]) => id);
  const rooms = new Map(planRooms(plan, 'after').map((one) => [one.storey, one]));
  return entries(plan.households).map(([id, household]): HouseholdLine => {
    const [was, is] = [before.get(id)!, after.get(id)!];
    const area = { before: householdArea(was), after: householdArea(is) };
    const living = is.rooms.length > 0 ? is : was;
    return {
      id,
      door: household.door,
      members: household.members ?? null,
      storeys: order.filter((storey) => living.rooms.some((room) => room.storey === storey)),
      rooms: { before: was.rooms.length, after: is.rooms.length },
      area,
      change: was.rooms.length === 0 || is.rooms.length === 0 ? null : area.after - area.before,
      kitchen: { before: was.kitchen.state, after: is.kitchen.state },
      bathroom: { before: was.bathroom.state, after: is.bathroom.state },
      complete: is.complete,
      daylight: daylightOf(plan, rooms, is),
      toStair: toStairOf(plan, rooms, is),
      certified: household.tenancy
        ? (plan.tenancies[household.tenancy]?.certifiedArea ?? null)
        : null,
    };
  });
});

type RoomsByStorey = ReadonlyMap<StoreyId, StoreyRooms>;

const contentsOf = (plan: Plan, rooms: RoomsByStorey, storey: StoreyId): RoomContents =>
  roomContents(rooms.get(storey)!, plan.storeys[storey]!, 'after');

function daylightOf(plan: Plan, rooms: RoomsByStorey, state: HouseholdState): boolean | null {
  const living = state.rooms.filter(isLivedIn);
  if (living.length === 0) return null;
  return living.every((room) => {
    const space = openSpaces(rooms.get(room.storey)!)(room);
    const { windows } = windowsOf(
      space.flatMap((one) => contentsOf(plan, rooms, one.storey).ways(one)),
    );
    return windows.length > 0;
  });
}

function toStairOf(plan: Plan, rooms: RoomsByStorey, state: HouseholdState): number | null {
  const own = state.rooms.flatMap((room) =>
    contentsOf(plan, rooms, room.storey)
      .ways(room)
      .flatMap((way) =>
        way.link.kind !== 'window' && way.to?.holders.includes('building')
          ? (waysToStair(plan, room.storey).get(keyOf(way)) ?? [])
          : [],
      ),
  );
  return own.length === 0 ? null : Math.min(...own);
}

/** An opening, or the boundary that is crossed. */
const keyOf = ({ id, link }: WayOut): string => id ?? link.wall;

function placeOf(facts: Storey, { opening, link }: WayOut): Point | null {
  if (opening) return middleOf(facts, opening);
  const wall = facts.walls[link.wall];
  const [a, b] = [wall && facts.joints[wall.a], wall && facts.joints[wall.b]];
  return a && b ? midpoint(a, b) : null;
}

/** mm from each way out of the common rooms of a storey to the nearest way into its stair. */
const waysToStair = once((plan: Plan, storey: StoreyId): ReadonlyMap<string, number> => {
  const derived = planRooms(plan, 'after').find((one) => one.storey === storey);
  const facts = plan.storeys[storey];
  const found = new Map<string, number>();
  if (!derived || !facts) return found;
  const contents = roomContents(derived, facts, 'after');
  const places = new Map<string, Point>();
  const inRoom = new Map<Room, string[]>();
  for (const room of derived.rooms) {
    if (!room.holders.includes('building')) continue;
    for (const way of contents.ways(room)) {
      const place = way.link.kind === 'window' ? null : placeOf(facts, way);
      if (!place) continue;
      places.set(keyOf(way), place);
      inRoom.set(room, [...(inRoom.get(room) ?? []), keyOf(way)]);
    }
  }
  // Shortest ways over the doors of common rooms, straight from door to door within a room.
  const open = new Map<string, number>();
  for (const [room, doors] of inRoom) {
    if (room.use === 'stair') for (const door of doors) open.set(door, 0);
  }
  while (open.size > 0) {
    const [door, length] = [...open].reduce((best, one) => (one[1] < best[1] ? one : best));
    open.delete(door);
    found.set(door, length);
    for (const doors of inRoom.values()) {
      if (!doors.includes(door)) continue;
      for (const other of doors) {
        if (found.has(other)) continue;
        const further = length + distance(places.get(door)!, places.get(other)!);
        if (further < (open.get(other) ?? Infinity)) open.set(other, further);
      }
    }
  }
  return found;
});

/** What the lines come to. */
export interface HouseholdTotals {
  readonly households: number;
  readonly complete: number;
  /** mm2, added up as it is shown of each. */
  readonly before: number;
  readonly after: number;
  /** Of those that can be compared: how many are shown to gain and to lose. */
  readonly gain: number;
  readonly lose: number;
  /** mm2: the greatest loss and the greatest gain; null where nobody can be compared. */
  readonly least: number | null;
  readonly most: number | null;
}

export function householdTotals(lines: readonly HouseholdLine[]): HouseholdTotals {
  // The differences of the areas that people read.
  const changes = lines.flatMap(({ change, area }) =>
    change === null ? [] : [shownChange(area.before, area.after)],
  );
  return {
    households: lines.length,
    complete: lines.filter(({ complete }) => complete).length,
    before: shownSum(lines.map(({ area }) => area.before)),
    after: shownSum(lines.map(({ area }) => area.after)),
    gain: changes.filter((change) => change > 0).length,
    lose: changes.filter((change) => change < 0).length,
    least: changes.length === 0 ? null : Math.min(...changes),
    most: changes.length === 0 ? null : Math.max(...changes),
  };
}
