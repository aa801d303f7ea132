import Flatbush from 'flatbush';
import { boundsOf, polygonContains } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';

/** Finds the room around a point: O(log n) after O(n log n) to build. Remembered by the rooms. */
export interface RoomLocator {
  /** Undefined in a wall, in a shaft and outside. */
  at(point: Point): Room | undefined;
}

export const roomLocator = once(({ rooms }: StoreyRooms): RoomLocator => {
  if (rooms.length === 0) return { at: () => undefined };
  const index = new Flatbush(rooms.length, 8);
  for (const room of rooms) {
    const { minX, minY, maxX, maxY } = boundsOf(room.polygon);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return {
    at({ x, y }) {
      for (const found of index.search(x, y, x, y)) {
        const room = rooms[found]!;
        if (polygonContains({ outer: room.polygon, holes: room.holes }, { x, y })) return room;
      }
      return undefined;
    },
  };
});
