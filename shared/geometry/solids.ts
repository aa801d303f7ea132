import Flatbush from 'flatbush';
import { bodyRectangle } from './body.ts';
import { difference, unite } from './clip.ts';
import { type Drawn, quickRing } from './drawn.ts';
import type { Nets } from './net.ts';
import { cornerWedge } from './offset.ts';
import { type Bounds, boundsOf, type Polygon, type Ring } from './polygon.ts';
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

/** The walls around the outside as rings, and what the faces leave free of them. */
export interface Solids {
  /** Around each connected component of walls that borders the outside, counter-clockwise. */
  readonly outers: readonly Ring[];
  /** By face the ring that it lies in. */
  readonly outerOf: readonly number[];
  /** By face what it leaves free. */
  readonly free: readonly Free[];
}

/** The free space of a face: its outlines, clockwise, as holes, and the walls that stand in it. */
export interface Free {
  readonly holes: readonly Ring[];
  readonly islands: readonly Polygon[];
}

export const freeOf = (nets: readonly Polygon[]): Free => ({
  holes: nets.map(({ outer }) => [...outer].reverse()),
  islands: nets.flatMap(({ holes }) =>
    holes.map((hole) => ({ outer: [...hole].reverse(), holes: [] })),
  ),
});

/** All walls joined by clipping. */
export const joinedWalls = (drawn: Drawn): Polygon[] => unite(solidRings(drawn, () => true));

/** The rings with their holes, and the islands in these. */
export function polygonsOf(
  outers: readonly Ring[],
  outerOf: readonly number[],
  free: readonly Free[],
): Polygon[] {
  const holes: Ring[][] = outers.map(() => []);
  const polygons: Polygon[] = outers.map((outer, index) => ({ outer, holes: holes[index]! }));
  free.forEach((one, face) => {
    holes[outerOf[face]!]!.push(...one.holes);
    polygons.push(...one.islands);
  });
  return polygons;
}

/**
 * Null where the walls around the outside make no simple rings, or rings that meet. Even-odd filling
 * of all rings together gives the walls, holes in islands too.
 */
export function quickSolids(drawn: Drawn & Nets): Solids | null {
  const { faces, nets } = drawn;
  const component = componentOfLoops(drawn);
  const outers: Ring[] = [];
  const outerOfComponent = new Map<number, number>();
  for (const [loop, owner] of component.entries()) {
    if (faces.faceOfLoop[loop] !== -1 || isThinLoop(drawn, loop)) continue;
    const ring = quickRing(drawn, loop);
    if (!ring || outers.some((other) => ringsCross(ring, other))) return null;
    outerOfComponent.set(owner, outers.length);
    outers.push([...ring].reverse());
  }
  // A face within another face's walls lies in the ring around both.
  const innerOf = new Map<number, number>();
  faces.faces.forEach(({ inner }, face) => {
    for (const loop of inner) innerOf.set(component[loop]!, face);
  });
  const outerOf = faces.faces.map(({ outer }) => {
    let owner = component[outer]!;
    for (let around = innerOf.get(owner); around !== undefined; around = innerOf.get(owner)) {
      owner = component[faces.faces[around]!.outer]!;
    }
    return outerOfComponent.get(owner) ?? -1;
  });
  return outerOf.includes(-1) ? null : { outers, outerOf, free: nets.map(freeOf) };
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
