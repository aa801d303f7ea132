import type { Room, StoreyRooms } from '../derive/room.ts';
import { roomsOrFault } from '../derive/rooms-or-fault.ts';
import { intersect } from '../geometry/clip.ts';
import {
  boundsOf,
  boundsOverlap,
  insidePoint,
  type Polygon,
  polygonArea,
} from '../geometry/polygon.ts';
import { entries, type Plan, type Point, type RoomId, type StoreyId } from '../plan/model.ts';

/** A tag that follows its room: where it has to stand from now on. */
export interface Reseat {
  readonly storey: StoreyId;
  readonly room: RoomId;
  readonly at: Point;
}

/**
 * Room identity over an edit. A tag's room is the face around its point. Where an edit moved walls
 * so that a tag is left in no room, or in one with another tag, it follows the room that it had:
 * to the untagged face that overlaps it most. A tag that finds none stays, and is a finding.
 *
 * A tag of the survey stays inside the face that it has in the survey.
 */
export function keepRooms(before: Plan, after: Plan): Reseat[] {
  return entries(after.storeys).flatMap(([id, storey]) => {
    const earlier = before.storeys[id];
    const isSame =
      !earlier ||
      (earlier.joints === storey.joints &&
        earlier.walls === storey.walls &&
        earlier.risers === storey.risers);
    if (isSame || earlier === storey) return [];
    const { rooms: was } = roomsOrFault(id, earlier, 'after');
    const { rooms: is } = roomsOrFault(id, storey, 'after');
    const { rooms: survey } = roomsOrFault(id, storey, 'before');
    // Where rooms cannot be worked out, tags stay where they are and the edit goes on.
    if (!was || !is || !survey) return [];
    return homeless(was, is).flatMap((tag) => {
      const fact = storey.rooms[tag];
      const old = roomOf(was, tag);
      // A tag that the edit itself placed or moved is where its author wants it.
      if (!fact || !old || earlier.rooms[tag]?.at !== fact.at) return [];
      // Where the survey itself was edited the tag is homeless there too, and goes along.
      const surveyed = fact.phase === 'existing' ? roomOf(survey, tag) : null;
      const at = bestPlace(old, surveyed?.tags.length === 1 ? surveyed : null, is);
      return at ? [{ storey: id, room: tag, at }] : [];
    });
  });
}

const roomOf = (rooms: StoreyRooms, tag: RoomId): Room | null =>
  rooms.rooms.find((room) => room.tags.includes(tag)) ?? null;

const polygonOf = (room: Room): Polygon => ({ outer: room.polygon, holes: room.holes });

/** Tags that lost their room: in none now, or second in one that another tag has more right to. */
function homeless(was: StoreyRooms, is: StoreyRooms): RoomId[] {
  const crowded = is.rooms.flatMap((room) => {
    if (room.tags.length < 2) return [];
    const claims = room.tags.map((tag) => {
      const old = roomOf(was, tag);
      return { tag, overlap: old ? overlapArea(old, room) : 0 };
    });
    claims.sort((left, right) => right.overlap - left.overlap || (left.tag < right.tag ? -1 : 1));
    return claims.slice(1).map(({ tag }) => tag);
  });
  return [...is.looseTags, ...crowded];
}

function overlapArea(one: Room, other: Room): number {
  return overlap(polygonOf(one), polygonOf(other)).reduce(
    (sum, part) => sum + polygonArea(part),
    0,
  );
}

function overlap(one: Polygon, other: Polygon): Polygon[] {
  if (!boundsOverlap(boundsOf(one.outer), boundsOf(other.outer))) return [];
  return intersect([one.outer, ...one.holes], [other.outer, ...other.holes]);
}

/** Inside the untagged room that overlaps the old one most, and inside the surveyed face as well. */
function bestPlace(old: Room, surveyed: Room | null, is: StoreyRooms): Point | null {
  let best: Polygon | null = null;
  let most = 0;
  for (const room of is.rooms) {
    if (room.tags.length > 0) continue;
    const common = overlap(polygonOf(old), polygonOf(room));
    const allowed = surveyed
      ? common.flatMap((part) => overlap(part, polygonOf(surveyed)))
      : common;
    const area = common.reduce((sum, part) => sum + polygonArea(part), 0);
    const largest = allowed.sort((left, right) => polygonArea(right) - polygonArea(left))[0];
    if (!largest || area <= most) continue;
    most = area;
    best = largest;
  }
  return best && insidePoint(best);
}
