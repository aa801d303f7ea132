import { faceLeftOf } from '../geometry/faces.ts';
import type { Polygon } from '../geometry/polygon.ts';
import { type Free, freeOf, polygonsOf, type Solids } from '../geometry/solids.ts';
import type { WallId } from '../plan/model.ts';
import type { Patch } from './network-sides.ts';
import { type EdgesOfWalls, edgesOfWalls } from './wall-edges.ts';
import type { WallNetwork } from './wall-network.ts';

/**
 * The walls as filled shapes after a patch: what the faces that come leave free takes the place of
 * what those that are gone left. Null where the walls around the outside may have changed.
 */
export function patchedSolids(
  patch: Patch,
  { outers, outerOf, free }: Solids,
): readonly Polygon[] | null {
  const { base, edges, part, changed, gone, goneFaces, come } = patch;
  if (touchesOutside(base, edges, changed)) return null;
  if (touchesOutside(part, edgesOfWalls(part.graph), changed)) return null;
  const around = new Set(goneFaces.map((face) => outerOf[face]!));
  if (around.size > 1) return null;
  const [outer = 0] = around;
  const kept: Free[] = [];
  const keptIn: number[] = [];
  free.forEach((one, face) => {
    if (gone[face] === 1) return;
    kept.push(one);
    keptIn.push(outerOf[face]!);
  });
  for (const face of come) {
    kept.push(freeOf(part.nets[face]!));
    keptIn.push(outer);
  }
  return polygonsOf(outers, keptIn, kept);
}

/** Whether a changed wall has the outside on a side. `edges` are those of its walls, by source. */
const touchesOutside = (
  { faces, indexOf }: WallNetwork,
  edges: EdgesOfWalls,
  changed: ReadonlySet<WallId>,
): boolean =>
  [...changed].some((id) => {
    const source = indexOf.get(id);
    const own = source === undefined ? undefined : edges[source];
    return own?.some(
      (edge) => faceLeftOf(faces, 2 * edge) === -1 || faceLeftOf(faces, 2 * edge + 1) === -1,
    );
  });
