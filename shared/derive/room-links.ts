import { faceLeftOf } from '../geometry/faces.ts';
import { distanceToSegment, lengthOf, type Point } from '../geometry/point.ts';
import { entries, type Opening, type OpeningId, type Storey, type WallId } from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import type { Link, Room, Stretch } from './room.ts';
import { type EdgesOfWalls, edgesOfWalls, isAtEnd, nearestEdge } from './wall-edges.ts';
import type { WallNetwork } from './wall-network.ts';

/** For each face its rooms: usually one, none where walls fill it. */
export type Places = readonly (readonly Room[])[];

/** A network with the rooms beside its walls. */
export interface Beside {
  readonly network: WallNetwork;
  /** The rooms of the face left of a half-edge: none where walls fill it; null for the outside. */
  left(halfEdge: number): readonly Room[] | null;
}

export const besideFaces = (network: WallNetwork, places: Places): Beside => ({
  network,
  left(halfEdge) {
    const face = faceLeftOf(network.faces, halfEdge);
    return face === -1 ? null : places[face]!;
  },
});

export type Standing = readonly (readonly [OpeningId, Opening])[];

/** Remembered by the table, which stays the same while walls are dragged. */
export const standingOpenings: (openings: Storey['openings'], moment: Moment) => Standing = once(
  (openings: Storey['openings'], moment: Moment) =>
    entries(openings).filter(([, opening]) => standsAt(opening.phase, moment)),
);

/** The piece of its wall in which an opening stands, and the way through it. */
export interface Way {
  /** An edge of the network; -1 where its wall does not stand. */
  readonly edge: number;
  /** Null where one cannot pass: another wall stands in it, or a face without floor lies beside it. */
  readonly link: Link | null;
  /** Whether its middle lies where two pieces meet, so that a millimetre decides between them. */
  readonly isAtJunction: boolean;
}

const noWay: Way = { edge: -1, link: null, isAtJunction: false };

/** The way through a door, window or passage. `edges` are the `edgesOfWalls` of the network. */
export function wayThrough(
  beside: Beside,
  edges: EdgesOfWalls,
  [id, opening]: Standing[number],
  standing: Standing,
): Way {
  const { network } = beside;
  const source = network.indexOf.get(opening.wall);
  if (source === undefined) return noWay;
  const body = network.axes[source]!;
  const length = lengthOf(body.b.x - body.a.x, body.b.y - body.a.y);
  const along = (opening.offset + opening.width / 2) / length;
  const centre = {
    x: body.a.x + along * (body.b.x - body.a.x),
    y: body.a.y + along * (body.b.y - body.a.y),
  };
  const edge = nearestEdge(network.graph, edges[source] ?? [], centre);
  if (edge < 0) return noWay;
  const isAtJunction = isAtEnd(network.graph, edge, centre);
  if (isBlocked(network, edge, source, centre, standing)) {
    return { edge, link: null, isAtJunction };
  }
  const [left, right] = sidesOfEdge(beside, edge, centre);
  // A face without floor is no place to come from, and not the outside either.
  if (left === undefined || right === undefined) return { edge, link: null, isAtJunction };
  const reversed = runsAgainst(network, edge, body.a, body.b);
  const link: Link = {
    from: reversed ? left : right,
    to: reversed ? right : left,
    opening: id,
    wall: opening.wall,
    // Over a sill one looks or hands things, but does not walk.
    kind: opening.sill > 0 ? 'window' : opening.kind,
    width: opening.width,
  };
  return { edge, link, isAtJunction };
}

/** Whether another wall along the same piece stands across the opening without one of its own there. */
function isBlocked(
  network: WallNetwork,
  edge: number,
  own: number,
  centre: Point,
  standing: Standing,
): boolean {
  return network.graph.sources[edge]!.some((source) => {
    const wall = network.walls[source];
    const axis = network.axes[source];
    if (source === own || !wall || !axis || (network.bodies[source]?.half ?? 0) === 0) return false;
    const length = lengthOf(axis.b.x - axis.a.x, axis.b.y - axis.a.y);
    const along =
      ((centre.x - axis.a.x) * (axis.b.x - axis.a.x) +
        (centre.y - axis.a.y) * (axis.b.y - axis.a.y)) /
      length;
    return !standing.some(
      ([, opening]) =>
        opening.wall === wall && along > opening.offset && along < opening.offset + opening.width,
    );
  });
}

/** A boundary is no obstacle: people cross it where an edge of it lies between two rooms. */
export function crossingOf(beside: Beside, edge: number): Link | null {
  const { graph, bodies, walls } = beside.network;
  const sources = graph.sources[edge]!;
  const wall = walls[sources[0]!];
  if (!wall || sources.some((source) => (bodies[source]?.half ?? 1) > 0)) return null;
  const [left, right] = sidesOfEdge(beside, edge, middleOf(beside.network, edge));
  if (left === right || left === undefined || right === undefined) return null;
  const u = graph.from[edge]!;
  const v = graph.to[edge]!;
  const width = lengthOf(graph.x[v]! - graph.x[u]!, graph.y[v]! - graph.y[u]!);
  // One way round, however the edge happens to run.
  const [from, to] = (left ?? '') < (right ?? '') ? [left, right] : [right, left];
  return { from, to, opening: null, wall, kind: 'boundary', width };
}

/** So that the same ways come in the same order. */
export const byCrossing = (one: Link, other: Link): number =>
  compare(one.wall, other.wall) ||
  compare(one.from ?? '', other.from ?? '') ||
  compare(one.to ?? '', other.to ?? '') ||
  one.width - other.width;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The rooms left and right of an edge, seen from its first vertex, beside a point of it. Null is
 * outside; undefined a face that walls fill.
 */
function sidesOfEdge(
  { left }: Beside,
  edge: number,
  beside: Point,
): [string | null | undefined, string | null | undefined] {
  const room = (halfEdge: number): string | null | undefined => {
    const inFace = left(halfEdge);
    if (inFace === null) return null;
    return (inFace.length > 1 ? nearestRoom(inFace, beside) : inFace[0])?.id;
  };
  return [room(2 * edge), room(2 * edge + 1)];
}

/** Of the pieces of one face the one whose outline passes nearest to a point. */
function nearestRoom(rooms: readonly Room[], p: Point): Room | undefined {
  let best: Room | undefined;
  let least = Infinity;
  for (const room of rooms) {
    let reach = Infinity;
    for (let index = 0; index < room.polygon.length; index++) {
      const next = room.polygon[(index + 1) % room.polygon.length]!;
      reach = Math.min(reach, distanceToSegment(p, room.polygon[index]!, next));
    }
    // Two that are as near, whatever their order: the one with the lower id.
    const isTied = best !== undefined && Math.abs(reach - least) < 1e-3;
    if (isTied ? room.id < best!.id : reach < least) {
      best = room;
      least = reach;
    }
  }
  return best;
}

function middleOf({ graph }: WallNetwork, edge: number): Point {
  const u = graph.from[edge]!;
  const v = graph.to[edge]!;
  return { x: (graph.x[u]! + graph.x[v]!) / 2, y: (graph.y[u]! + graph.y[v]!) / 2 };
}

function runsAgainst(network: WallNetwork, edge: number, a: Point, b: Point): boolean {
  const { x, y, from, to } = network.graph;
  const dx = x[to[edge]!]! - x[from[edge]!]!;
  const dy = y[to[edge]!]! - y[from[edge]!]!;
  return dx * (b.x - a.x) + dy * (b.y - a.y) < 0;
}

/** For each wall what lies on its sides, piece by piece, equal neighbours joined. */
export function wallStretches(beside: Beside): Map<WallId, readonly Stretch[]> {
  const { network } = beside;
  const { x, y, from, to } = network.graph;
  const found = new Map<WallId, readonly Stretch[]>();
  for (const [source, edges] of edgesOfWalls(network.graph).entries()) {
    if (!edges) continue;
    const wall = network.walls[source];
    const body = network.axes[source];
    if (!wall || !body) continue;
    const length = lengthOf(body.b.x - body.a.x, body.b.y - body.a.y);
    const along = (vertex: number): number =>
      ((x[vertex]! - body.a.x) * (body.b.x - body.a.x) +
        (y[vertex]! - body.a.y) * (body.b.y - body.a.y)) /
      length;
    const pieces = edges.map((edge): Stretch => {
      const [left = null, right = null] = sidesOfEdge(beside, edge, middleOf(network, edge));
      const start = along(from[edge]!);
      const end = along(to[edge]!);
      return start < end
        ? { from: start, to: end, left, right }
        : { from: end, to: start, left: right, right: left };
    });
    pieces.sort((one, other) => one.from - other.from);
    found.set(wall, joinStretches(pieces));
  }
  return found;
}

function joinStretches(pieces: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.left === piece.left && last.right === piece.right) {
      joined[joined.length - 1] = { ...last, to: piece.to };
    } else joined.push(piece);
  }
  return joined;
}
