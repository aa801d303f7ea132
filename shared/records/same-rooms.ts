import type { Room } from '../derive/room.ts';
import { ringContains } from '../geometry/polygon.ts';

/** Which room of one plan is which of another, where a proposal tagged it anew. */

/** Rooms that lie where a room of another plan is: one holds the middle of the other. */
export const roomsInPlaceOf = (room: Room, others: readonly Room[]): Room[] =>
  others.filter((other) => isInPlaceOf(room, other));

const isInPlaceOf = (room: Room, other: Room): boolean =>
  room.storey === other.storey &&
  (ringContains(other.polygon, room.label) || ringContains(room.polygon, other.label));

/** Whether there is still such a room: by one of its tags, or of the same use in its place. */
export const isStillThere = (room: Room, others: readonly Room[]): boolean =>
  others.some(
    (other) =>
      room.storey === other.storey &&
      ((room.tags.length === 0 ? other.id === room.id : other.tags.some(isTagOf(room))) ||
        (other.use === room.use && isInPlaceOf(room, other))),
  );

const isTagOf =
  ({ tags }: Room) =>
  (tag: Room['tags'][number]): boolean =>
    tags.includes(tag);
