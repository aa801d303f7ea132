import { type Bounds, boundsOf } from '../geometry/polygon.ts';
import { once } from './once.ts';
import { perRoom } from './per-room.ts';
import type { StoreyRooms } from './room.ts';

/** The box around a room, mm. Remembered while the room stays as it is. */
export const roomBounds = perRoom(({ polygon }): Bounds => boundsOf(polygon));

/** The same of all rooms of a storey, in their order. */
export const roomBoxes: (rooms: StoreyRooms) => readonly Bounds[] = once(
  ({ rooms }: StoreyRooms): readonly Bounds[] => rooms.map((room) => roomBounds(room)),
);
