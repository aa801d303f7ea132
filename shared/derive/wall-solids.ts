import Flatbush from 'flatbush';
import { bodyRectangle, rectanglesOverlap } from '../geometry/body.ts';
import { boundsOf, type Ring } from '../geometry/polygon.ts';
import type { WallId } from '../plan/model.ts';
import { once } from './once.ts';
import type { WallNetwork } from './wall-network.ts';

/** The bodies of the walls that stand at one moment, to ask which of them stand in a rectangle. */
export interface WallSolids {
  /** In the order of ids; boundaries have no body. */
  wallsIn(rectangle: Ring): WallId[];
}

/** Remembered by network. */
export const wallSolids = once(({ walls, bodies }: WallNetwork): WallSolids => {
  const solids = bodies.flatMap((body, source) => {
    const wall = walls[source];
    return body && body.half > 0 && wall ? [{ wall, ring: bodyRectangle(body) }] : [];
  });
  if (solids.length === 0) return { wallsIn: () => [] };
  const index = new Flatbush(solids.length, 16);
  for (const { ring } of solids) {
    const { minX, minY, maxX, maxY } = boundsOf(ring);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return {
    wallsIn(rectangle) {
      const { minX, minY, maxX, maxY } = boundsOf(rectangle);
      return index
        .search(minX, minY, maxX, maxY)
        .flatMap((found) => solids[found] ?? [])
        .filter(({ ring }) => rectanglesOverlap(ring, rectangle))
        .map(({ wall }) => wall)
        .sort();
    },
  };
});
