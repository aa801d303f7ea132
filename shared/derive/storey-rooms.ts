import Flatbush from 'flatbush';
import { subtract } from '../geometry/clip.ts';
import { faceBounds, faceContains } from '../geometry/faces.ts';
import { distanceToSegment, lengthOf, type Point } from '../geometry/point.ts';
import {
  boundsOf,
  insidePoint,
  type Polygon,
  polygonArea,
  type Ring,
  ringContains,
} from '../geometry/polygon.ts';
import {
  entries,
  type Holder,
  type Opening,
  type Riser,
  type RiserId,
  type RoomId,
  type RoomTag,
  type RoomUse,
  type Storey,
  type StoreyId,
  type Table,
  type WallId,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { riserCorners } from './footprint.ts';
import { once } from './once.ts';
import type { Link, Room, StoreyRooms, Stretch } from './room.ts';
import { type WallNetwork, wallNetwork } from './wall-network.ts';

/**
 * The rooms of one storey at one moment, with the ways between them. Remembered by the identity
 * of the tables that it reads: asking again for an unchanged storey costs nothing.
 */
export function storeyRooms(id: StoreyId, storey: Storey, moment: Moment): StoreyRooms {
  const { rooms, risers, openings } = storey;
  return derived(id, moment, wallNetwork(storey, moment), rooms, risers, openings);
}

const derived = once(deriveRooms);

function deriveRooms(
  storey: StoreyId,
  moment: Moment,
  network: WallNetwork,
  tags: Table<RoomId, RoomTag>,
  risers: Table<RiserId, Riser>,
  openings: Storey['openings'],
): StoreyRooms {
  const shafts = shaftIndex(risers, moment);
  const pieces = network.nets.map((nets) => usablePolygons(nets, shafts));
  const { seats, looseTags } = seatTags(network, pieces, standingTags(tags, moment));
  // A face that walls or shafts pinch into several is as many rooms as people can stand in.
  const places: Places = pieces.map((polygons, face) =>
    polygons.map((polygon, piece) => pieceRoom(storey, polygon, seats[face]?.[piece] ?? noSeats)),
  );
  const rooms = places.flat().sort(byId);
  let stretches: StoreyRooms['stretches'] | null = null;
  return {
    storey,
    rooms,
    byId: new Map(rooms.map((room) => [room.id, room])),
    links: [...openingLinks(network, places, openings, moment), ...boundaryLinks(network, places)],
    looseTags,
    roomsOfFace: places.map((inFace) => inFace.map((room) => room.id)),
    // Asked for seldom: derived when it is.
    get stretches() {
      stretches ??= wallStretches(network, places);
      return stretches;
    },
  };
}

/** For each face its rooms: usually one, none where walls fill it. */
type Places = readonly (readonly Room[])[];

/** mm2 below which a pinched-off piece is a cavity, not a place. */
const smallestPiece = 10_000;

/** A tag that stands, with what a room takes over from it. */
interface Seat {
  readonly id: RoomId;
  readonly tag: RoomTag;
  readonly tags: readonly RoomId[];
  readonly uses: readonly RoomUse[];
  readonly holders: readonly Holder[];
}

interface Seats {
  /** In the order of ids. */
  readonly all: readonly Seat[];
  /** Where they stand; null where there are none. */
  readonly index: Flatbush | null;
}

/** Tags and openings keep their tables while walls are dragged. */
const standingTags = once((tags: Table<RoomId, RoomTag>, moment: Moment): Seats => {
  const all = entries(tags)
    .filter(([, tag]) => standsAt(tag.phase, moment))
    .map(([id, tag]): Seat => {
      const holders = [...new Set(tag.holders)].sort();
      return { id, tag, tags: [id], uses: [tag.use], holders };
    });
  if (all.length === 0) return { all, index: null };
  const index = new Flatbush(all.length, 8);
  for (const { tag } of all) index.add(tag.at.x, tag.at.y, tag.at.x, tag.at.y);
  index.finish();
  return { all, index };
});

/**
 * For each face and each of its pieces the tags that stand there; a tag inside a wall goes to the
 * only piece.
 */
function seatTags(
  { graph, faces }: WallNetwork,
  pieces: readonly (readonly Polygon[])[],
  { all, index }: Seats,
): { readonly seats: readonly (readonly Seat[][] | undefined)[]; readonly looseTags: RoomId[] } {
  const seats: Seat[][][] = new Array(pieces.length);
  const isSeated = new Uint8Array(all.length);
  const looseTags: RoomId[] = [];
  for (let face = 0; face < pieces.length && index; face++) {
    const inFace = pieces[face]!;
    if (inFace.length === 0) continue;
    const { minX, minY, maxX, maxY } = faceBounds(graph, faces, face);
    index.search(minX, minY, maxX, maxY, (found) => {
      const seat = all[found]!;
      const { at } = seat.tag;
      if (isSeated[found] === 1 || !faceContains(graph, faces, face, at)) return false;
      const piece =
        inFace.length === 1 ? 0 : inFace.findIndex((one) => ringContains(one.outer, at));
      if (piece === -1) return false;
      isSeated[found] = 1;
      seats[face] ??= [];
      const there = seats[face]![piece];
      if (there) there.push(seat);
      else seats[face]![piece] = [seat];
      return false;
    });
  }
  for (let tag = 0; tag < all.length; tag++) if (isSeated[tag] === 0) looseTags.push(all[tag]!.id);
  return { seats, looseTags };
}

const standingOpenings = once((openings: Storey['openings'], moment: Moment) =>
  entries(openings).filter(([, opening]) => standsAt(opening.phase, moment)),
);

interface Shafts {
  readonly rings: readonly Ring[];
  /** Null where there are none. */
  readonly index: Flatbush | null;
}

/** Shafts are no usable area (DOMAIN.md, 使用面积). */
const shaftIndex = once((risers: Table<RiserId, Riser>, moment: Moment): Shafts => {
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

function usablePolygons(nets: readonly Polygon[], { rings, index }: Shafts): readonly Polygon[] {
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

/** Where several tags stand in one room, all of their holders hold it: nobody has it alone. */
function pieceRoom(storey: StoreyId, net: Polygon, seats: readonly Seat[]): Room {
  const label = insidePoint(net);
  const several = seats.length > 1 ? [...seats].sort(byId) : seats;
  const first = several[0];
  return {
    id: first ? first.id : `face@${label.x},${label.y}`,
    storey,
    tags: several.length > 1 ? several.map(({ id }) => id) : (first?.tags ?? none),
    use: first ? first.tag.use : null,
    uses: several.length > 1 ? distinct(several.map(({ uses }) => uses)) : (first?.uses ?? none),
    name: first ? first.tag.name : '',
    holders:
      several.length > 1
        ? distinct(several.map(({ holders }) => holders)).sort()
        : (first?.holders ?? none),
    polygon: net.outer,
    holes: net.holes,
    area: polygonArea(net),
    label,
  };
}

const none: readonly never[] = [];
const noSeats: readonly Seat[] = none;

const distinct = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0;

function openingLinks(
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
    const edge = nearestEdge(network, edges[source] ?? none, centre);
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
function boundaryLinks(network: WallNetwork, places: Places): Link[] {
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
function wallStretches(network: WallNetwork, places: Places): Map<WallId, readonly Stretch[]> {
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
