import Flatbush from 'flatbush';
import { bodyRectangle, rectanglesOverlap } from '../geometry/body.ts';
import { lengthOf } from '../geometry/point.ts';
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

/** Remembered by network. Rectangles are made of those that are met: few are. */
export const solidsOf = once(({ walls, bodies }: WallNetwork): WallSolids => {
  const sources: number[] = [];
  for (let source = 0; source < bodies.length; source++) {
    if (walls[source] && (bodies[source]?.half ?? 0) > 0) sources.push(source);
  }
  if (sources.length === 0) return { wallsIn: () => [] };
  const index = new Flatbush(sources.length, 16);
  for (const source of sources) {
    const { a, b, half } = bodies[source]!;
    const share = half / lengthOf(b.x - a.x, b.y - a.y);
    const nx = Math.abs(b.y - a.y) * share + rounding;
    const ny = Math.abs(b.x - a.x) * share + rounding;
    index.add(
      Math.min(a.x, b.x) - nx,
      Math.min(a.y, b.y) - ny,
      Math.max(a.x, b.x) + nx,
      Math.max(a.y, b.y) + ny,
    );
  }
  index.finish();
  const rings = new Map<number, Ring>();
  const ringOf = (source: number): Ring => {
    const known = rings.get(source);
    if (known) return known;
    const ring = bodyRectangle(bodies[source]!);
    rings.set(source, ring);
    return ring;
  };
  return {
    wallsIn(rectangle) {
      const { minX, minY, maxX, maxY } = boundsOf(rectangle);
      const found: WallId[] = [];
      for (const at of index.search(minX, minY, maxX, maxY)) {
        const source = sources[at]!;
        if (rectanglesOverlap(ringOf(source), rectangle)) found.push(walls[source]!);
      }
      return found.sort();
    },
  };
});

/** mm: boxes are a little larger than what lies in them. */
const rounding = 1e-3;
