import { subtract } from '../geometry/clip.ts';
import { FaceLocator } from '../geometry/faces.ts';
import type { Point } from '../geometry/point.ts';
import {
  boundsOf,
  boundsOverlap,
  insidePoint,
  type Polygon,
  polygonArea,
  type Ring,
  ringContains,
} from '../geometry/polygon.ts';
import {
  entries,
  type Holder,
  type Riser,
  type RiserId,
  type RoomId,
  type RoomTag,
  type Storey,
  type StoreyId,
  type Table,
  type WallId,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import type { Link, Room, StoreyRooms, Stretch } from './room.ts';
import { type WallNetwork, wallNetwork } from './wall-network.ts';

/**
 * The rooms of one storey at one moment, with the ways between them. Remembered by the identity
 * of the tables that it reads: asking again for an unchanged storey costs nothing.
 */
export function storeyRooms(id: StoreyId, storey: Storey, moment: Moment): StoreyRooms {
  const key = `${moment}/${id}`;
  let derive = remembered.get(key);
  if (!derive) {
    derive = once((network, rooms, risers, openings) =>
      deriveRooms(id, moment, network, rooms, risers, openings),
    );
    remembered.set(key, derive);
  }
  return derive(wallNetwork(storey, moment), storey.rooms, storey.risers, storey.openings);
}

type Derive = (
  network: WallNetwork,
  rooms: Storey['rooms'],
  risers: Storey['risers'],
  openings: Storey['openings'],
) => StoreyRooms;
/** One entry per storey id and moment; what they remember is held weakly. */
const remembered = new Map<string, Derive>();

function deriveRooms(
  storey: StoreyId,
  moment: Moment,
  network: WallNetwork,
  tags: Table<RoomId, RoomTag>,
  risers: Table<RiserId, Riser>,
  openings: Storey['openings'],
): StoreyRooms {
  const standing = entries(tags).filter(([, tag]) => standsAt(tag.phase, moment));
  const tagsOfFace: [RoomId, RoomTag][][] = network.nets.map(() => []);
  const looseTags: RoomId[] = [];
  if (standing.length > 0) {
    const locator = new FaceLocator(network.graph, network.faces);
    for (const entry of standing) {
      const face = locator.at(entry[1].at);
      if (face < 0 || network.nets[face]!.length === 0) looseTags.push(entry[0]);
      else tagsOfFace[face]!.push(entry);
    }
  }
  const shafts = shaftRings(risers, moment);
  const roomOfFace: (Room | null)[] = network.nets.map((nets, face) =>
    faceRoom(storey, usablePolygons(nets, shafts), tagsOfFace[face]!),
  );
  const rooms = roomOfFace
    .filter((room) => room !== null)
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  let stretches: StoreyRooms['stretches'] | null = null;
  return {
    storey,
    rooms,
    byId: new Map(rooms.map((room) => [room.id, room])),
    links: [
      ...openingLinks(network, roomOfFace, openings, moment),
      ...boundaryLinks(network, roomOfFace),
    ],
    looseTags,
    roomOfFace: roomOfFace.map((room) => room?.id ?? null),
    // Asked for seldom: derived when it is.
    get stretches() {
      stretches ??= wallStretches(network, roomOfFace);
      return stretches;
    },
  };
}

/** Shafts are no usable area (DOMAIN.md, 使用面积). */
function shaftRings(risers: Table<RiserId, Riser>, moment: Moment): Ring[] {
  return entries(risers)
    .filter(([, riser]) => standsAt(riser.phase, moment))
    .map(([, { at, width, depth }]) => [
      { x: at.x - width / 2, y: at.y - depth / 2 },
      { x: at.x + width / 2, y: at.y - depth / 2 },
      { x: at.x + width / 2, y: at.y + depth / 2 },
      { x: at.x - width / 2, y: at.y + depth / 2 },
    ]);
}

function usablePolygons(nets: readonly Polygon[], shafts: readonly Ring[]): readonly Polygon[] {
  if (shafts.length === 0) return nets;
  return nets.flatMap((net) => {
    const box = boundsOf(net.outer);
    const inside = shafts.filter((shaft) => boundsOverlap(boundsOf(shaft), box));
    return inside.length === 0 ? [net] : subtract([net.outer, ...net.holes], inside);
  });
}

/** A face becomes one room; where walls pinch it into several, the piece with the tag counts, else the largest. */
function faceRoom(
  storey: StoreyId,
  polygons: readonly Polygon[],
  tags: readonly [RoomId, RoomTag][],
): Room | null {
  const first = tags[0];
  const net =
    (polygons.length > 1 && first
      ? polygons.find((polygon) => ringContains(polygon.outer, first[1].at))
      : undefined) ??
    polygons.reduce<Polygon | null>(
      (best, polygon) => (best && polygonArea(best) >= polygonArea(polygon) ? best : polygon),
      null,
    );
  if (!net) return null;
  const label = insidePoint(net);
  return {
    id: first ? first[0] : `face@${label.x},${label.y}`,
    storey,
    tags: tags.map(([id]) => id),
    use: first ? first[1].use : null,
    name: first ? first[1].name : '',
    holders: first ? sortedHolders(first[1].holders) : [],
    polygon: net.outer,
    holes: net.holes,
    area: polygonArea(net),
    label,
  };
}

const sortedHolders = (holders: readonly Holder[]): readonly Holder[] =>
  [...new Set(holders)].sort();

function openingLinks(
  network: WallNetwork,
  roomOfFace: readonly (Room | null)[],
  openings: Storey['openings'],
  moment: Moment,
): Link[] {
  const links: Link[] = [];
  const standing = entries(openings).filter(([, opening]) => standsAt(opening.phase, moment));
  if (standing.length === 0) return links;
  const edges = edgesOfWalls(network);
  for (const [id, opening] of standing) {
    const source = network.indexOf.get(opening.wall);
    if (source === undefined) continue;
    const body = network.bodies[source]!;
    const length = Math.hypot(body.b.x - body.a.x, body.b.y - body.a.y);
    const along = (opening.offset + opening.width / 2) / length;
    const centre = {
      x: body.a.x + along * (body.b.x - body.a.x),
      y: body.a.y + along * (body.b.y - body.a.y),
    };
    const edge = nearestEdge(network, edges.get(source) ?? [], centre);
    if (edge < 0) continue;
    const [left, right] = sidesOfEdge(network, roomOfFace, edge);
    const reversed = runsAgainst(network, edge, body.a, body.b);
    links.push({
      from: reversed ? left : right,
      to: reversed ? right : left,
      opening: id,
      wall: opening.wall,
      kind: opening.kind,
      width: opening.width,
    });
  }
  return links;
}

/** A boundary is no obstacle: people cross it where it lies between two rooms. */
function boundaryLinks(network: WallNetwork, roomOfFace: readonly (Room | null)[]): Link[] {
  const links: Link[] = [];
  const { graph, bodies, walls } = network;
  graph.sources.forEach((sources, edge) => {
    const wall = walls[sources[0]!];
    if (!wall || sources.some((source) => (bodies[source]?.half ?? 1) > 0)) return;
    const [left, right] = sidesOfEdge(network, roomOfFace, edge);
    if (left === right) return;
    const u = graph.from[edge]!;
    const v = graph.to[edge]!;
    const width = Math.hypot(graph.x[v]! - graph.x[u]!, graph.y[v]! - graph.y[u]!);
    links.push({ from: left, to: right, opening: null, wall, kind: 'boundary', width });
  });
  return links;
}

function edgesOfWalls(network: WallNetwork): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  network.graph.sources.forEach((sources, edge) => {
    for (const source of sources) {
      const list = edges.get(source);
      if (list) list.push(edge);
      else edges.set(source, [edge]);
    }
  });
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
    const beyond = Math.max(0, -t, t - 1) * Math.hypot(dx, dy);
    if (beyond < least) {
      least = beyond;
      best = edge;
    }
  }
  return best;
}

/** The rooms left and right of an edge, seen from its first vertex; null is outside. */
function sidesOfEdge(
  network: WallNetwork,
  roomOfFace: readonly (Room | null)[],
  edge: number,
): [string | null, string | null] {
  const room = (halfEdge: number): string | null => {
    const face = network.faces.faceOfLoop[network.faces.loopOf[halfEdge]!]!;
    return face < 0 ? null : (roomOfFace[face]?.id ?? null);
  };
  return [room(2 * edge), room(2 * edge + 1)];
}

function runsAgainst(network: WallNetwork, edge: number, a: Point, b: Point): boolean {
  const { x, y, from, to } = network.graph;
  const dx = x[to[edge]!]! - x[from[edge]!]!;
  const dy = y[to[edge]!]! - y[from[edge]!]!;
  return dx * (b.x - a.x) + dy * (b.y - a.y) < 0;
}

/** For each wall what lies on its sides, piece by piece, equal neighbours joined. */
function wallStretches(
  network: WallNetwork,
  roomOfFace: readonly (Room | null)[],
): Map<WallId, readonly Stretch[]> {
  const { x, y, from, to } = network.graph;
  const found = new Map<WallId, readonly Stretch[]>();
  for (const [source, edges] of edgesOfWalls(network)) {
    const wall = network.walls[source];
    const body = network.bodies[source];
    if (!wall || !body) continue;
    const length = Math.hypot(body.b.x - body.a.x, body.b.y - body.a.y);
    const along = (vertex: number): number =>
      ((x[vertex]! - body.a.x) * (body.b.x - body.a.x) +
        (y[vertex]! - body.a.y) * (body.b.y - body.a.y)) /
      length;
    const pieces = edges.map((edge): Stretch => {
      const [left, right] = sidesOfEdge(network, roomOfFace, edge);
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
