import Flatbush from 'flatbush';
import { type Bounds, polygonContains } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomBounds } from './room-bounds.ts';

/** Finds the room around a point: O(log n) after O(n log n) to build. Remembered by the rooms. */
export interface RoomLocator {
  /** Undefined in a wall, in a shaft and outside. */
  at(point: Point): Room | undefined;
}

export const roomLocator = once(({ rooms }: StoreyRooms): RoomLocator => {
  let index: Flatbush | null = null;
  let asked = 0;
  return {
    at(point) {
      const { x, y } = point;
      asked += 1;
      // Few places are found sooner without an index.
      if (asked <= fewPlaces)
        return rooms.find((room) => isIn(roomBounds(room), point) && holds(room, point));
      index ??= indexOf(rooms);
      for (const found of index?.search(x, y, x, y) ?? []) {
        const room = rooms[found]!;
        if (holds(room, point)) return room;
      }
      return undefined;
    },
  };
});

const fewPlaces = 16;

function indexOf(rooms: readonly Room[]): Flatbush | null {
  if (rooms.length === 0) return null;
  const index = new Flatbush(rooms.length, 8);
  for (const room of rooms) {
    const { minX, minY, maxX, maxY } = roomBounds(room);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return index;
}

const isIn = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): boolean =>
  x >= minX && x <= maxX && y >= minY && y <= maxY;

const holds = ({ polygon, holes }: Room, point: Point): boolean =>
  polygonContains({ outer: polygon, holes }, point);
