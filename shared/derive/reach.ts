import { commonArea } from '../geometry/overlap.ts';
import { boundsOf, boundsOverlap } from '../geometry/polygon.ts';
import type { HouseholdId, Plan, RoomUse, Storey, StoreyId } from '../plan/model.ts';
import type { Unreached } from './household-state.ts';
import type { Link, Room, StoreyRooms } from './room.ts';

/** Where one can walk: through doors, passages and boundaries, up and down stairs, in from outside. */
export interface Ways {
  readonly rooms: readonly Room[];
  readonly neighbours: ReadonlyMap<Room, readonly Room[]>;
  /** Rooms with a door straight from outside, on the ground storey or below. */
  readonly fromOutside: ReadonlySet<Room>;
  /** Rooms with a door through which no body gets. */
  readonly tooSmall: ReadonlySet<Room>;
  /** Storeys of which `hasExit` is true. */
  readonly withExit: ReadonlySet<StoreyId>;
}

/** mm that a body takes: what is narrower, or lower than somebody who stoops, is no way. Our own measure. */
export const bodyWidth = 450;
export const stoopingHeight = 1500;

/** Whether somebody gets through; across a boundary always. `openings` are those of its storey. */
export const letsThrough = ({ opening, kind }: Link, openings: Storey['openings']): boolean => {
  if (kind === 'window') return false;
  const facts = opening === null ? undefined : openings[opening];
  return !facts || (facts.width >= bodyWidth && facts.head - facts.sill >= stoopingHeight);
};

export function waysBetween(plan: Plan, storeys: readonly StoreyRooms[]): Ways {
  const neighbours = new Map<Room, Room[]>();
  const fromOutside = new Set<Room>();
  const tooSmall = new Set<Room>();
  const join = (left: Room, right: Room): void => {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const list = neighbours.get(one);
      if (!list) neighbours.set(one, [other]);
      else if (!list.includes(other)) list.push(other);
    }
  };
  for (const { storey, links, byId } of storeys) {
    // A door in the outer wall of an upper storey leads to a balcony or into the air.
    const isOnGround = plan.storeys[storey]!.level <= 1;
    for (const link of links) {
      if (link.kind === 'window') continue;
      const from = link.from === null ? undefined : byId.get(link.from);
      const to = link.to === null ? undefined : byId.get(link.to);
      if (!letsThrough(link, plan.storeys[storey]!.openings)) {
        for (const room of [from, to]) if (room) tooSmall.add(room);
      } else if (from && to) join(from, to);
      else if ((from || to) && isOnGround && link.opening) fromOutside.add((from ?? to)!);
    }
  }
  for (let index = 0; index + 1 < storeys.length; index++) {
    for (const below of stairs(storeys[index]!)) {
      for (const above of stairs(storeys[index + 1]!)) {
        if (standAbove(below, above)) join(below, above);
      }
    }
  }
  const rooms = storeys.flatMap((storey) => storey.rooms);
  const withExit = new Set(storeys.filter((one) => hasExit(plan, one)).map(({ storey }) => storey));
  return { rooms, neighbours, fromOutside, tooSmall, withExit };
}

/** Whether a storey has a stair or a door outside that all may use, or perhaps, as nobody holds it yet. */
export function hasExit(plan: Plan, { storey, rooms, links, byId }: StoreyRooms): boolean {
  const isForAll = (room: Room | undefined): boolean =>
    room !== undefined && (isBuildings(room) || isNobodys(room));
  const { level, openings } = plan.storeys[storey]!;
  return (
    rooms.some((room) => room.use === 'stair' && isForAll(room)) ||
    (level <= 1 &&
      links.some(
        (link) =>
          link.opening !== null &&
          (link.from === null) !== (link.to === null) &&
          letsThrough(link, openings) &&
          isForAll(byId.get((link.from ?? link.to)!)),
      ))
  );
}

export const stairs = (storey: StoreyRooms): Room[] =>
  storey.rooms.filter((room) => room.use === 'stair');

/** mm2 of the one over the other from which one can climb. */
const leastStair = 100;

export function standAbove(below: Room, above: Room): boolean {
  if (!boundsOverlap(boundsOf(below.polygon), boundsOf(above.polygon))) return false;
  const polygonOf = ({ polygon, holes }: Room) => ({ outer: polygon, holes });
  return commonArea(polygonOf(below), polygonOf(above)) >= leastStair;
}

/** Where the way home may start, when the building holds them (F1, DOMAIN.md). */
const commonUses: readonly RoomUse[] = ['stair', 'corridor', 'hall'];
export const isCommon = ({ use }: Room): boolean => use !== null && commonUses.includes(use);

const isNobodys = (room: Room): boolean => room.holders.length === 0 && room.use !== 'shaft';

export const isBuildings = (room: Room): boolean => room.holders.includes('building');

/**
 * Whether people come home by a room of the building: by a stair, or from outside; and by a corridor
 * where nobody has drawn either on its storey.
 */
const isWayHome = (ways: Ways, room: Room): boolean =>
  isBuildings(room) &&
  (room.use === 'stair' ||
    ways.fromOutside.has(room) ||
    (isCommon(room) && !ways.withExit.has(room.storey)));

/** The rooms of the building that everybody gets to: found once for all households. */
export const commonReach = (ways: Ways): ReadonlySet<Room> =>
  new Set(walk(ways, (room) => isWayHome(ways, room), isBuildings).keys());

/**
 * The rooms among `own` that the household cannot get to, each with what stands in the way.
 * `common` is the `commonReach` of the same ways.
 */
export function unreachedOf(
  id: HouseholdId,
  own: readonly Room[],
  ways: Ways,
  common: ReadonlySet<Room>,
): Unreached[] {
  const isOpen = (room: Room): boolean => isBuildings(room) || room.holders.includes(id);
  const reached = new Set<Room>();
  // From the common rooms through its own, and through what of the building lies behind them.
  const queue = own.filter(
    (room) =>
      ways.fromOutside.has(room) ||
      ways.neighbours.get(room)?.some((neighbour) => common.has(neighbour)),
  );
  for (const room of queue) reached.add(room);
  for (let next = 0; next < queue.length; next++) {
    for (const neighbour of ways.neighbours.get(queue[next]!) ?? []) {
      if (reached.has(neighbour) || common.has(neighbour) || !isOpen(neighbour)) continue;
      reached.add(neighbour);
      queue.push(neighbour);
    }
  }
  const missed = own.filter((room) => !reached.has(room));
  if (missed.length === 0) return [];
  const isStart = (room: Room): boolean =>
    isWayHome(ways, room) || (ways.fromOutside.has(room) && isOpen(room));
  // A room that nobody holds may turn out to be common: then there is a way.
  const mayStart = (room: Room): boolean =>
    isStart(room) ||
    (isNobodys(room) && (room.use === null || isCommon(room) || ways.fromOutside.has(room)));
  const perhaps = walk(ways, mayStart, (room) => isOpen(room) || isNobodys(room));
  const across = walk(
    ways,
    (room) => mayStart(room) || ways.fromOutside.has(room),
    () => true,
  );
  return missed.map((room): Unreached => {
    const unsure = wayTo(room, perhaps);
    if (unsure) return { room, why: 'unknown', through: unsure.filter(isNobodys) };
    const crossing = wayTo(room, across);
    return crossing
      ? { room, why: 'crosses', through: crossing.filter((one) => !isOpen(one)) }
      : { room, why: 'no-way', through: stranded(ways, room), ...tooSmallAt(ways, room) };
  });
}

/** The common rooms behind a room's own doors, from which nobody gets any farther. */
const stranded = (ways: Ways, room: Room): Room[] =>
  (ways.neighbours.get(room) ?? []).filter((other) => isBuildings(other) && isCommon(other));

const tooSmallAt = ({ tooSmall }: Ways, room: Room): Pick<Unreached, 'tooSmall'> =>
  tooSmall.has(room) ? { tooSmall: true } : {};

/** Breadth first: for each room that can be reached the room before it, null where the way starts. */
type Walk = ReadonlyMap<Room, Room | null>;

function walk(ways: Ways, isStart: (room: Room) => boolean, isOpen: (room: Room) => boolean): Walk {
  const found = new Map<Room, Room | null>();
  const queue = ways.rooms.filter(isStart);
  for (const room of queue) found.set(room, null);
  for (let next = 0; next < queue.length; next++) {
    const room = queue[next]!;
    for (const neighbour of ways.neighbours.get(room) ?? []) {
      if (found.has(neighbour) || !isOpen(neighbour)) continue;
      found.set(neighbour, room);
      queue.push(neighbour);
    }
  }
  return found;
}

/** The rooms from the start of the way to the one before the goal; null where there is no way. */
function wayTo(goal: Room, walked: Walk): Room[] | null {
  if (!walked.has(goal)) return null;
  const way: Room[] = [];
  for (let room = walked.get(goal) ?? null; room; room = walked.get(room) ?? null) way.push(room);
  return way.reverse();
}
