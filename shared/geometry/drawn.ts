import type { Arrangement } from './arrangement.ts';
import type { Body } from './body.ts';
import type { Faces } from './faces.ts';
import { type Corners, netRing } from './offset.ts';
import type { Ring } from './polygon.ts';
import { isSimple } from './ring-crossings.ts';

/** What outlines are made from: noded walls with their faces and bodies. */
export interface Drawn {
  readonly graph: Arrangement;
  readonly faces: Faces;
  readonly corners: Corners;
  /** By source of the graph; null for a link, which has no body. */
  readonly bodies: readonly (Body | null)[];
  readonly hasLinks: boolean;
}

/** The wall faces around a loop where they make a simple ring; null where only clipping can tell. */
export function quickRing(drawn: Drawn, loop: number): Ring | null {
  const { graph, faces, corners } = drawn;
  if (drawn.hasLinks && passesLink(drawn, loop)) return null;
  const ring = netRing(graph, faces, corners, loop);
  return ring && ring.length > 2 && isSimple(ring) ? ring : null;
}

function passesLink(network: Drawn, loop: number): boolean {
  const { graph, faces, bodies } = network;
  const first = faces.loopStart[loop]!;
  let halfEdge = first;
  do {
    if (graph.sources[halfEdge >> 1]!.every((source) => bodies[source] === null)) return true;
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== first);
  return false;
}
