import { faceLeftOf, halfEdgeAt, twin } from '../geometry/faces.ts';
import type { WallId } from '../plan/model.ts';
import { type EdgesOfWalls, nearestEdge } from './wall-edges.ts';
import type { WallNetwork } from './wall-network.ts';

/**
 * What a small change of the walls makes of a network, without deriving all of it again.
 *
 * Walls act only on what is near them. The walls around every face that a changed wall touches,
 * before or after, are derived by themselves, as `part`; its faces there come in place of those of
 * the base, and everything else stays as it was. The answer is the one that the whole storey would
 * give; where that cannot be told for certain, there is no patch.
 */
export interface Patch {
  readonly base: WallNetwork;
  readonly part: WallNetwork;
  /** 1 for each face of the base that is not there any more. */
  readonly gone: Uint8Array;
  readonly goneFaces: readonly number[];
  /** The faces of the part that are there instead. */
  readonly come: readonly number[];
  /** For each face of the part its place among those that come, or -1. */
  readonly placeOf: Int32Array;
  /** By source of the base, the edges that it became. */
  readonly edges: EdgesOfWalls;
  /** The walls that changed, came, went, or end at one that did. */
  readonly changed: ReadonlySet<WallId>;
}

/** Before it is known which faces come. */
export type Change = Omit<Patch, 'come' | 'placeOf'>;

/**
 * What lies left of a half-edge of the part: a face of the base, `outside`, `unknown` (which nothing
 * around a face that comes is), or a face that comes, as `comeAt` its place among them.
 */
export function leftOf(patch: Patch, halfEdge: number): number {
  const { part, gone, placeOf } = patch;
  const face = faceLeftOf(part.faces, halfEdge);
  if (face >= 0 && placeOf[face] !== -1) return comeAt(placeOf[face]!);
  const known = knownLeft(patch, halfEdge);
  if (known !== null && (known === -1 || gone[known] === 0)) return known;
  return face === -1 ? outside : unknown;
}
export const outside = -1;
export const unknown = -2;
/** And back: the place of a face that comes, from what `leftOf` says of it. */
export const comeAt = (place: number): number => -3 - place;

/** Whether the face left of a half-edge of the part came, or the base's there went. */
export function isLeftRedone(patch: Patch, halfEdge: number): boolean {
  const { part, gone, placeOf } = patch;
  const face = faceLeftOf(part.faces, halfEdge);
  if (face >= 0 && placeOf[face] !== -1) return true;
  const known = knownLeft(patch, halfEdge);
  return known !== null && known !== -1 && gone[known] === 1;
}

/** The face of the base left of a half-edge of the part, -1 for the outside; null where none runs there. */
export function knownLeft(change: Change, halfEdge: number): number | null {
  const own = sameHalfEdge(change.base, change.part, halfEdge);
  const along = own === -1 ? halfEdgeAlong(change, halfEdge) : own;
  return along === -1 ? null : faceLeftOf(change.base.faces, along);
}

/** The half-edge of the base that runs where one of the part does; -1 where there is none. */
export function sameHalfEdge(
  base: WallNetwork,
  { graph, faces }: WallNetwork,
  halfEdge: number,
): number {
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const { x, y } = graph;
  return halfEdgeAt(base.graph, base.faces, x[u]!, y[u]!, x[v]!, y[v]!);
}

/**
 * The half-edge of the base that runs beside the middle of one of the part, along a wall that did not
 * change: noding may have put its ends a millimetre elsewhere, or split it otherwise. -1 where all
 * of its walls changed.
 */
function halfEdgeAlong({ base, part, changed, edges }: Change, halfEdge: number): number {
  const { graph, faces } = part;
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const dx = graph.x[v]! - graph.x[u]!;
  const dy = graph.y[v]! - graph.y[u]!;
  const middle = { x: graph.x[u]! + dx / 2, y: graph.y[u]! + dy / 2 };
  for (const source of graph.sources[halfEdge >> 1]!) {
    const id = part.walls[source];
    const own = id === undefined || changed.has(id) ? undefined : base.indexOf.get(id);
    if (own === undefined) continue;
    const edge = nearestEdge(base.graph, edges[own] ?? [], middle);
    if (edge === -1) continue;
    const { x, y, from, to } = base.graph;
    const onward =
      dx * (x[to[edge]!]! - x[from[edge]!]!) + dy * (y[to[edge]!]! - y[from[edge]!]!) >= 0;
    return onward ? 2 * edge : 2 * edge + 1;
  }
  return -1;
}
