import Flatbush from 'flatbush';
import { commonArea } from '../geometry/overlap.ts';
import { type Bounds, boundsOf, boundsOverlap } from '../geometry/polygon.ts';
import type { Plan } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { planRooms } from './households.ts';
import { once } from './once.ts';
import { Recent } from './recent.ts';
import type { Room, StoreyRooms } from './room.ts';
import { undrawnBelow } from './undrawn-storeys.ts';

/** A room that lies over another, one storey up. */
export interface Overlap {
  readonly below: Room;
  readonly above: Room;
  /** mm2 that they have in common, seen from above. */
  readonly area: number;
}

/** What lies over what between two storeys. */
export interface StackedRooms {
  readonly below: StoreyRooms;
  readonly above: StoreyRooms;
  /** By room of the lower storey, in the order of ids above. */
  readonly over: ReadonlyMap<Room, readonly Overlap[]>;
}

/** mm2 below which rooms touch rather than overlap. */
const leastOverlap = 100;

/**
 * From the lowest pair of storeys up; none of two between which there is one that nobody has drawn.
 * Remembered by plan.
 */
export const stackedRooms: (plan: Plan, moment: Moment) => readonly StackedRooms[] = once(
  (plan: Plan, moment: Moment) => {
    const storeys = planRooms(plan, moment);
    return storeys
      .slice(1)
      .flatMap((above, index) =>
        undrawnBelow(plan, above.storey).length > 0
          ? []
          : [stacked(storeys[index]!, above, moment)],
      );
  },
);

/** What was derived last, by the pair: only what lies over or under changed rooms is looked at again. */
const last = new Recent<StackedRooms>();

const stacked = once((below: StoreyRooms, above: StoreyRooms, moment: Moment): StackedRooms => {
  const key = `${moment}/${below.storey}/${above.storey}`;
  const known = last.get(key);
  const result = {
    below,
    above,
    over: (known && overAfter(known, below, above)) ?? overAll(below, above),
  };
  last.set(key, result);
  return result;
});

function overAll(below: StoreyRooms, above: StoreyRooms): Map<Room, readonly Overlap[]> {
  const over = new Map<Room, readonly Overlap[]>();
  if (above.rooms.length === 0) return over;
  const index = new Flatbush(above.rooms.length, 8);
  for (const { polygon } of above.rooms) {
    const { minX, minY, maxX, maxY } = boundsOf(polygon);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  for (const room of below.rooms) {
    const { minX, minY, maxX, maxY } = boundsOf(room.polygon);
    const near = index.search(minX, minY, maxX, maxY).sort((one, other) => one - other);
    const found = overlapsOf(
      room,
      near.map((one) => above.rooms[one]!),
    );
    if (found.length > 0) over.set(room, found);
  }
  return over;
}

const overlapsOf = (below: Room, near: readonly Room[]): Overlap[] =>
  near.flatMap((above) => {
    const area = commonArea(polygonOf(below), polygonOf(above));
    return area < leastOverlap ? [] : [{ below, above, area }];
  });

const polygonOf = ({ polygon, holes }: Room) => ({ outer: polygon, holes });

/** Null where most rooms changed. */
function overAfter(
  known: StackedRooms,
  below: StoreyRooms,
  above: StoreyRooms,
): Map<Room, readonly Overlap[]> | null {
  const freshBelow = freshRooms(known.below, below);
  const freshAbove = freshRooms(known.above, above);
  if (2 * (freshBelow.size + freshAbove.size) > below.rooms.length + above.rooms.length)
    return null;
  const stale = freshRooms(above, known.above);
  const places = [...freshAbove].map((room) => ({ room, bounds: boundsOf(room.polygon) }));
  const area = places.reduce<Bounds | null>((sum, { bounds }) => joined(sum, bounds), null);
  const over = new Map<Room, readonly Overlap[]>();
  for (const room of below.rooms) {
    if (freshBelow.has(room)) {
      const bounds = boundsOf(room.polygon);
      const near = above.rooms.filter((one) => boundsOverlap(boundsOf(one.polygon), bounds));
      const found = overlapsOf(room, near);
      if (found.length > 0) over.set(room, found);
      continue;
    }
    const was = known.over.get(room) ?? none;
    const kept = was.some((one) => stale.has(one.above))
      ? was.filter((one) => !stale.has(one.above))
      : was;
    const added = area ? freshOver(room, places, area) : none;
    const now =
      added.length === 0
        ? kept
        : [...kept, ...added].sort((one, other) => (one.above.id < other.above.id ? -1 : 1));
    if (now.length > 0) over.set(room, now);
  }
  return over;
}

const none: readonly Overlap[] = [];

function freshOver(
  room: Room,
  places: readonly { readonly room: Room; readonly bounds: Bounds }[],
  area: Bounds,
): readonly Overlap[] {
  const bounds = boundsOf(room.polygon);
  if (!boundsOverlap(bounds, area)) return none;
  const near = places.filter((one) => boundsOverlap(one.bounds, bounds));
  return overlapsOf(
    room,
    near.map((one) => one.room),
  );
}

/** Rooms that are not the identical object before. Both lists are in the order of ids. */
function freshRooms(was: StoreyRooms, is: StoreyRooms): Set<Room> {
  const fresh = new Set<Room>();
  if (was === is) return fresh;
  let index = 0;
  for (const room of is.rooms) {
    while (index < was.rooms.length && was.rooms[index]!.id < room.id) index += 1;
    if (was.rooms[index] !== room) fresh.add(room);
  }
  return fresh;
}

const joined = (one: Bounds | null, other: Bounds): Bounds =>
  one === null
    ? other
    : {
        minX: Math.min(one.minX, other.minX),
        minY: Math.min(one.minY, other.minY),
        maxX: Math.max(one.maxX, other.maxX),
        maxY: Math.max(one.maxY, other.maxY),
      };
