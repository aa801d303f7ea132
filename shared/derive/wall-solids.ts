import Flatbush from 'flatbush';
import { bodyRectangle, rectanglesOverlap } from '../geometry/body.ts';
import { boundsOf, type Ring } from '../geometry/polygon.ts';
import type { Storey, WallId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { type LiveNetwork, liveNetwork } from './live-network.ts';
import { once } from './once.ts';
import type { WallNetwork } from './wall-network.ts';

/** The bodies of the walls that stand at one moment, to ask which of them stand in a rectangle. */
export interface WallSolids {
  /** In the order of ids; boundaries have no body. */
  wallsIn(rectangle: Ring): WallId[];
}

/** Of the storey as it is being edited. */
export const wallSolids = (storey: Pick<Storey, 'joints' | 'walls'>, moment: Moment): WallSolids =>
  live(liveNetwork(storey, moment));

const live = once(({ base, patch }: LiveNetwork): WallSolids => {
  const solids = solidsOf(base);
  if (!patch) return solids;
  const { part, changed } = patch;
  const fresh = [...changed].flatMap((wall) => {
    const body = part.bodies[part.indexOf.get(wall) ?? -1];
    return body && body.half > 0 ? [{ wall, ring: bodyRectangle(body) }] : [];
  });
  return {
    wallsIn: (rectangle) =>
      solids
        .wallsIn(rectangle)
        .filter((wall) => !changed.has(wall))
        .concat(
          fresh.flatMap(({ wall, ring }) => (rectanglesOverlap(ring, rectangle) ? [wall] : [])),
        )
        .sort(),
  };
});

/** Remembered by network. */
const solidsOf = once(({ walls, bodies }: WallNetwork): WallSolids => {
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
