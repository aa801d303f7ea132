import { distanceToSegment, lengthOf, type Point } from '../geometry/point.ts';
import { entries, type Opening, type Storey, type WallId } from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import type { Link, Room, Stretch } from './room.ts';
import type { WallNetwork } from './wall-network.ts';

/** For each face its rooms: usually one, none where walls fill it. */
export type Places = readonly (readonly Room[])[];

/** Remembered by the table, which stays the same while walls are dragged. */
const standingOpenings = once((openings: Storey['openings'], moment: Moment) =>
  entries(openings).filter(([, opening]) => standsAt(opening.phase, moment)),
);

/** Ways through the doors, windows and passages that stand. */
export function openingLinks(
  network: WallNetwork,
  places: Places,
  openings: Storey['openings'],
  moment: Moment,
): Link[] {
  const links: Link[] = [];
  const standing = standingOpenings(openings, moment);
  if (standing.length === 0) return links;
  const edges = edgesOfWalls(network);
  for (const [id, opening] of standing) {
    const source = network.indexOf.get(opening.wall);
    if (source === undefined) continue;
    const body = network.axes[source]!;
    const length = lengthOf(body.b.x - body.a.x, body.b.y - body.a.y);
    const along = (opening.offset + opening.width / 2) / length;
    const centre = {
      x: body.a.x + along * (body.b.x - body.a.x),
      y: body.a.y + along * (body.b.y - body.a.y),
    };
    const edge = nearestEdge(network, edges[source] ?? [], centre);
    if (edge < 0 || isBlocked(network, edge, source, centre, standing)) continue;
    const [left, right] = sidesOfEdge(network, places, edge, centre);
    // A face without floor is no place to come from, and not the outside either.
    if (left === undefined || right === undefined) continue;
    const reversed = runsAgainst(network, edge, body.a, body.b);
    links.push({
      from: reversed ? left : right,
      to: reversed ? right : left,
      opening: id,
      wall: opening.wall,
      // Over a sill one looks or hands things, but does not walk.
      kind: opening.sill > 0 ? 'window' : opening.kind,
      width: opening.width,
    });
  }
  return links;
}

/** Whether another wall along the same piece stands across the opening without one of its own there. */
function isBlocked(
  network: WallNetwork,
  edge: number,
  own: number,
  centre: Point,
  standing: readonly (readonly [string, Opening])[],
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

/** A boundary is no obstacle: people cross it where it lies between two rooms. */
export function boundaryLinks(network: WallNetwork, places: Places): Link[] {
  const links: Link[] = [];
  const { graph, bodies, walls } = network;
  graph.sources.forEach((sources, edge) => {
    const wall = walls[sources[0]!];
    if (!wall || sources.some((source) => (bodies[source]?.half ?? 1) > 0)) return;
    const [left, right] = sidesOfEdge(network, places, edge, middleOf(network, edge));
    if (left === right || left === undefined || right === undefined) return;
    const u = graph.from[edge]!;
    const v = graph.to[edge]!;
    const width = lengthOf(graph.x[v]! - graph.x[u]!, graph.y[v]! - graph.y[u]!);
    links.push({ from: left, to: right, opening: null, wall, kind: 'boundary', width });
  });
  return links;
}

/** By source of the graph, the edges that it became. */
function edgesOfWalls({ graph }: WallNetwork): readonly (readonly number[] | undefined)[] {
  const edges: number[][] = [];
  for (let edge = 0; edge < graph.sources.length; edge++) {
    for (const source of graph.sources[edge]!) {
      const list = edges[source];
      if (list) list.push(edge);
      else edges[source] = [edge];
    }
  }
  return edges;
}

/** The piece of a wall on which a point of its centre line lies. */
function nearestEdge(network: WallNetwork, edges: readonly number[], p: Point): number {
  const { x, y, from, to } = network.graph;
  let best = -1;
  let least = Infinity;
  for (const edge of edges) {
    const u = from[edge]!;
    const v = to[edge]!;
    const dx = x[v]! - x[u]!;
    const dy = y[v]! - y[u]!;
    const t = ((p.x - x[u]!) * dx + (p.y - y[u]!) * dy) / (dx * dx + dy * dy);
    const beyond = Math.max(0, -t, t - 1) * lengthOf(dx, dy);
    if (beyond < least) {
      least = beyond;
      best = edge;
    }
  }
  return best;
}

/**
 * The rooms left and right of an edge, seen from its first vertex, beside a point of it. Null is
 * outside; undefined a face that walls fill.
 */
function sidesOfEdge(
  network: WallNetwork,
  places: Places,
  edge: number,
  beside: Point,
): [string | null | undefined, string | null | undefined] {
  const room = (halfEdge: number): string | null | undefined => {
    const face = network.faces.faceOfLoop[network.faces.loopOf[halfEdge]!]!;
    if (face < 0) return null;
    const inFace = places[face]!;
    return (inFace.length > 1 ? nearestRoom(inFace, beside) : inFace[0])?.id;
  };
  return [room(2 * edge), room(2 * edge + 1)];
}

/** Of the pieces of one face the one whose outline passes nearest to a point. */
function nearestRoom(rooms: readonly Room[], p: Point): Room | undefined {
  let best: Room | undefined;
  let least = Infinity;
  for (const room of rooms) {
    for (let index = 0; index < room.polygon.length; index++) {
      const next = room.polygon[(index + 1) % room.polygon.length]!;
      const reach = distanceToSegment(p, room.polygon[index]!, next);
      if (reach < least) {
        least = reach;
        best = room;
      }
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
export function wallStretches(
  network: WallNetwork,
  places: Places,
): Map<WallId, readonly Stretch[]> {
  const { x, y, from, to } = network.graph;
  const found = new Map<WallId, readonly Stretch[]>();
  for (const [source, edges] of edgesOfWalls(network).entries()) {
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
      const [left = null, right = null] = sidesOfEdge(
        network,
        places,
        edge,
        middleOf(network, edge),
      );
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
