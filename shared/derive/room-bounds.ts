import { type Bounds, boundsOf } from '../geometry/polygon.ts';
import { perRoom } from './per-room.ts';

/** The box around a room, mm. Remembered while the room stays as it is. */
export const roomBounds = perRoom(({ polygon }): Bounds => boundsOf(polygon));
