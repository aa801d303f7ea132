import Flatbush from 'flatbush';
import { bodyRectangle } from './body.ts';
import { difference, unite } from './clip.ts';
import { type Drawn, quickRing } from './drawn.ts';
import type { Nets } from './net.ts';
import { cornerWedge } from './offset.ts';
import { type Bounds, boundsOf, type Polygon, type Ring, ringContains } from './polygon.ts';
import { ringsCross } from './ring-crossings.ts';

/** The space that walls fill: their bodies, with corners joined. */

/** Wall bodies near a place, as rings that may overlap each other. */
export class SolidIndex {
  readonly #rings: readonly Ring[];
  readonly #index: Flatbush;

  constructor(drawn: Drawn) {
    this.#rings = solidRings(drawn, () => true);
    this.#index = new Flatbush(Math.max(1, this.#rings.length), 8);
    if (this.#rings.length === 0) this.#index.add(0, 0, 0, 0);
    for (const ring of this.#rings) {
      const { minX, minY, maxX, maxY } = boundsOf(ring);
      this.#index.add(minX, minY, maxX, maxY);
    }
    this.#index.finish();
  }

  near({ minX, minY, maxX, maxY }: Bounds): Ring[] {
    if (this.#rings.length === 0) return [];
    const found = this.#index.search(minX, minY, maxX, maxY).sort((a, b) => a - b);
    return found.map((index) => this.#rings[index]!);
  }
}

/** The chosen walls as plain rectangles, and what fills the corners between them. */
function solidRings(drawn: Drawn, isChosen: (source: number) => boolean): Ring[] {
  const { graph, faces, corners, bodies } = drawn;
  const rings: Ring[] = [];
  for (const [source, body] of bodies.entries()) {
    if (body && body.half > 0 && isChosen(source)) rings.push(bodyRectangle(body));
  }
  for (let halfEdge = 0; halfEdge < faces.next.length; halfEdge++) {
    const after = faces.next[halfEdge]!;
    if (!graph.sources[halfEdge >> 1]!.every(isChosen)) continue;
    if (!graph.sources[after >> 1]!.every(isChosen)) continue;
    const wedge = cornerWedge(graph, faces, corners, halfEdge);
    if (wedge) rings.push(wedge);
  }
  return rings;
}

/** All walls joined: from the rings of the wall faces where those are sound, by clipping where not. */
export function solidWalls(drawn: Drawn & Nets): Polygon[] {
  return quickSolids(drawn) ?? unite(solidRings(drawn, () => true));
}

/**
 * Each connected component of walls is one solid: its outer wall faces around, the net outlines of
 * its faces as holes.
 */
function quickSolids(drawn: Drawn & Nets): Polygon[] | null {
  if (!drawn.isQuick || drawn.hasLinks) return null;
  const { faces, nets } = drawn;
  const component = componentOfLoops(drawn);
  const solids = new Map<number, { outer: Ring; holes: Ring[] }>();
  for (const [loop, owner] of component.entries()) {
    if (faces.faces[faces.faceOfLoop[loop]!]?.outer === loop) continue;
    if (isThinLoop(drawn, loop)) continue;
    const ring = quickRing(drawn, loop);
    if (!ring) return null;
    for (const other of solids.values()) if (ringsCross(ring, other.outer)) return null;
    solids.set(owner, { outer: [...ring].reverse(), holes: [] });
  }
  for (const [face, { outer }] of faces.faces.entries()) {
    const net = nets[face]![0];
    const solid = solids.get(component[outer]!);
    if (!net || !solid) return null;
    if (!ringContains(solid.outer, net.outer[0]!)) return null;
    solid.holes.push([...net.outer].reverse());
  }
  return [...solids.values()];
}

/** For each loop a number that the loops of its connected walls share. */
function componentOfLoops({ graph, faces }: Drawn): number[] {
  const parent = Int32Array.from(faces.loopStart, (_, loop) => loop);
  const find = (loop: number): number => {
    let root = loop;
    while (parent[root] !== root) root = parent[root]!;
    parent[loop] = root;
    return root;
  };
  for (let edge = 0; edge < graph.from.length; edge++) {
    parent[find(faces.loopOf[2 * edge]!)] = find(faces.loopOf[2 * edge + 1]!);
  }
  // Loops that meet in one vertex only have an edge of the same face between them: walk the vertices.
  const atVertex = new Int32Array(graph.x.length).fill(-1);
  for (let halfEdge = 0; halfEdge < faces.origin.length; halfEdge++) {
    const vertex = faces.origin[halfEdge]!;
    const loop = faces.loopOf[halfEdge]!;
    if (atVertex[vertex] === -1) atVertex[vertex] = loop;
    else parent[find(loop)] = find(atVertex[vertex]!);
  }
  return Array.from(faces.loopStart, (_, loop) => find(loop));
}

/** Nothing but boundaries, which fill no space. */
function isThinLoop({ graph, faces, bodies }: Drawn, loop: number): boolean {
  const start = faces.loopStart[loop]!;
  let halfEdge = start;
  do {
    const sources = graph.sources[halfEdge >> 1]!;
    if (sources.some((source) => (bodies[source]?.half ?? 0) > 0)) return false;
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== start);
  return true;
}

/**
 * The chosen walls of one drawing, joined among themselves, up to the faces of the walls of
 * another drawing that stand beside them.
 */
export function solidsBeside(
  drawn: Drawn,
  isChosen: (source: number) => boolean,
  standing: Drawn,
): Polygon[] {
  const chosen = unite(solidRings(drawn, isChosen));
  if (chosen.length === 0) return [];
  const index = new SolidIndex(standing);
  return chosen.flatMap((polygon) => {
    const near = index.near(boundsOf(polygon.outer));
    return near.length === 0 ? [polygon] : difference([polygon], unite(near));
  });
}
