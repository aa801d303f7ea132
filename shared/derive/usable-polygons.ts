import Flatbush from 'flatbush';
import { subtract } from '../geometry/clip.ts';
import { boundsOf, type Polygon, polygonArea, type Ring } from '../geometry/polygon.ts';
import { entries, type Riser, type RiserId, type Table } from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { riserCorners } from './footprint.ts';
import { once } from './once.ts';

/** mm2 below which a pinched-off piece is a cavity, not a place. */
const smallestPiece = 10_000;

export interface Shafts {
  readonly rings: readonly Ring[];
  /** Null where there are none. */
  readonly index: Flatbush | null;
}

/** Shafts are no usable area (DOMAIN.md, 使用面积). */
export const shaftIndex = once((risers: Table<RiserId, Riser>, moment: Moment): Shafts => {
  const rings = entries(risers)
    .filter(([, riser]) => standsAt(riser.phase, moment))
    .map(([, riser]) => riserCorners(riser));
  if (rings.length === 0) return { rings, index: null };
  const index = new Flatbush(rings.length, 8);
  for (const ring of rings) {
    const { minX, minY, maxX, maxY } = boundsOf(ring);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return { rings, index };
});

/** What is left of a face's net polygons without the shafts in them. */
export function usablePolygons(
  nets: readonly Polygon[],
  { rings, index }: Shafts,
): readonly Polygon[] {
  if (!index) return nets.length < 2 ? nets : nets.filter(isPlace);
  const usable = nets.flatMap((net) => {
    const { minX, minY, maxX, maxY } = boundsOf(net.outer);
    const inside = index.search(minX, minY, maxX, maxY);
    if (inside.length === 0) return net;
    return subtract(
      [net.outer, ...net.holes],
      inside.sort((left, right) => left - right).map((shaft) => rings[shaft]!),
    );
  });
  return usable.length < 2 ? usable : usable.filter(isPlace);
}

const isPlace = (polygon: Polygon): boolean => polygonArea(polygon) >= smallestPiece;
