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
  wallsIn(rectangle: Ring): readonly WallId[];
}

/** Of the storey as it is being edited. */
export const wallSolids = (storey: Pick<Storey, 'joints' | 'walls'>, moment: Moment): WallSolids =>
  live(liveNetwork(storey, moment));

const live = once((network: LiveNetwork): WallSolids => {
  const solids = solidsOf(network.base);
  if (!network.patch) return solids;
  return { wallsIn: (rectangle) => wallsSince(network, rectangle, solids.wallsIn(rectangle)) };
});

/** Those in a rectangle, where it is known which of the network's base stood in it. */
export function wallsSince(
  network: LiveNetwork,
  rectangle: Ring,
  inBase: readonly WallId[],
): readonly WallId[] {
  const fresh = freshSolids(network).filter(({ ring }) => rectanglesOverlap(ring, rectangle));
  const changed = network.patch?.changed;
  if (fresh.length === 0 && !inBase.some((wall) => changed?.has(wall))) return inBase;
  return inBase
    .filter((wall) => !changed?.has(wall))
    .concat(fresh.map(({ wall }) => wall))
    .sort();
}

/** The bodies of the walls that changed since the base. */
const freshSolids = once(({ patch }: LiveNetwork): readonly Solid[] =>
  [...(patch?.changed ?? [])].flatMap((wall) => {
    const body = patch?.part.bodies[patch.part.indexOf.get(wall) ?? -1];
    return body && body.half > 0 ? [{ wall, ring: bodyRectangle(body) }] : [];
  }),
);

interface Solid {
  readonly wall: WallId;
  readonly ring: Ring;
}

/** Remembered by network. */
export const solidsOf = once(({ walls, bodies }: WallNetwork): WallSolids => {
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
