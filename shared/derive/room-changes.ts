import type { Link, Room, StoreyRooms } from './room.ts';

/**
 * What became of the rooms of a storey: for each room that was and is not the identical object the
 * one that is. Null where rooms came or went, or where who holds them, what they are or how they hang
 * together changed.
 */
export function roomChanges(was: StoreyRooms, is: StoreyRooms): ReadonlyMap<Room, Room> | null {
  if (was === is) return noChanges;
  if (was.rooms.length !== is.rooms.length || !areSameWays(was.links, is.links)) return null;
  const changes = new Map<Room, Room>();
  for (let index = 0; index < was.rooms.length; index++) {
    const one = was.rooms[index]!;
    const other = is.rooms[index]!;
    if (one === other) continue;
    if (one.id !== other.id || !isSameKind(one, other)) return null;
    changes.set(one, other);
  }
  return changes;
}

const noChanges: ReadonlyMap<Room, Room> = new Map();

const isSameKind = (one: Room, other: Room): boolean =>
  one.use === other.use &&
  isSameList(one.uses, other.uses) &&
  isSameList(one.tags, other.tags) &&
  isSameList(one.holders, other.holders);

export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((word, at) => word === other[at]));

/** How wide a way is changes nothing about where it leads. */
function areSameWays(was: readonly Link[], is: readonly Link[]): boolean {
  if (was.length !== is.length) return false;
  for (let index = 0; index < was.length; index++) {
    const one = was[index]!;
    const other = is[index]!;
    if (!leadTheSame(one, other)) return false;
  }
  return true;
}

const leadTheSame = (one: Link, other: Link): boolean =>
  one === other ||
  (one.from === other.from &&
    one.to === other.to &&
    one.kind === other.kind &&
    one.opening === other.opening &&
    one.wall === other.wall);

export const isSameLink = (one: Link, other: Link): boolean =>
  leadTheSame(one, other) && one.width === other.width;
