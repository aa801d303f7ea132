import { halfEdgesOf } from '../geometry/faces.ts';
import { type Patch, sameHalfEdge } from './network-sides.ts';
import type { WallNetwork } from './wall-network.ts';

/**
 * Whether what the part takes for the outside along changed walls is. The part does not hold all outer
 * walls, so a new wall between two of them might enclose something. It does not where the way along
 * the outer walls leaves and takes up again what the base has as one way, of which nothing else stands.
 */
export function isOutsideStill({ base, part, changed }: Patch, near: ReadonlySet<number>): boolean {
  const { graph, faces } = part;
  const isNew = (halfEdge: number): boolean => sameHalfEdge(base, part, halfEdge) === -1;
  const isChanged = (edge: number): boolean =>
    graph.sources[edge]!.some((source) => changed.has(part.walls[source]!));
  const seen = new Set<number>();
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (!isChanged(edge)) continue;
    for (const halfEdge of [2 * edge, 2 * edge + 1]) {
      const loop = faces.loopOf[halfEdge]!;
      if (faces.faceOfLoop[loop] !== -1 || seen.has(loop) || !isNew(halfEdge)) continue;
      seen.add(loop);
      const way = halfEdgesOf(faces, loop);
      const known = way.map((one) => sameHalfEdge(base, part, one));
      if (known.every((one) => one === -1) && !way.every((one) => isChanged(one >> 1)))
        return false;
      for (let at = 0; at < way.length; at++) {
        const leaves = known[at]!;
        if (leaves === -1 || known[(at + 1) % way.length] !== -1) continue;
        let until = (at + 1) % way.length;
        let isAlongChanged = false;
        for (; known[until] === -1; until = (until + 1) % way.length) {
          isAlongChanged ||= isChanged(way[until]! >> 1);
        }
        if (isAlongChanged && !leadsTo(base, part, near, leaves, known[until]!)) return false;
      }
    }
  }
  return true;
}

/** Whether one half-edge of the base follows another, past none but such as stand no more. */
function leadsTo(
  base: WallNetwork,
  part: WallNetwork,
  near: ReadonlySet<number>,
  from: number,
  to: number,
): boolean {
  const { graph, faces, axes } = base;
  const stands = (halfEdge: number): boolean =>
    sameHalfEdge(part, base, halfEdge) !== -1 ||
    graph.sources[halfEdge >> 1]!.some((source) => source < axes.length && !near.has(source));
  let halfEdge = faces.next[from]!;
  while (halfEdge !== to) {
    if (halfEdge === from || stands(halfEdge)) return false;
    halfEdge = faces.next[halfEdge]!;
  }
  return true;
}
