import { faceLeftOf } from '../geometry/faces.ts';
import { insidePoint, type Polygon, polygonArea } from '../geometry/polygon.ts';
import type {
  Opening,
  OpeningId,
  Riser,
  RiserId,
  RoomId,
  RoomTag,
  StoreyId,
  Table,
} from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { type Known, knownAs, knownRooms, type Said } from './known-rooms.ts';
import { once } from './once.ts';
import type { Link, Room, StoreyRooms } from './room.ts';
import {
  besideFaces,
  byCrossing,
  crossingOf,
  type Places,
  standingOpenings,
  type Way,
  wallStretches,
  wayThrough,
} from './room-links.ts';
import { type Seat, seatTags, standingTags } from './room-tags.ts';
import { shaftIndex, usablePolygons } from './usable-polygons.ts';
import { edgesOfWalls } from './wall-edges.ts';
import type { WallNetwork } from './wall-network.ts';

/** What is fixed about the rooms of a storey besides its walls. */
export type Facts = readonly [
  storey: StoreyId,
  moment: Moment,
  tags: Table<RoomId, RoomTag>,
  risers: Table<RiserId, Riser>,
  openings: Table<OpeningId, Opening>,
];

/** The rooms of a whole network, with what a patch of it can keep. */
export interface WholeRooms {
  readonly rooms: StoreyRooms;
  /** By face. */
  readonly places: Places;
  /** By standing tag its face, or -1. */
  readonly faceOfTag: Int32Array;
  /** By standing opening. */
  readonly ways: readonly Way[];
  /** By standing opening the faces left and right of its piece of wall: two numbers each. */
  readonly besideWays: Int32Array;
  /** Where people cross boundaries, with the faces on both sides. */
  readonly crossings: readonly {
    readonly link: Link;
    readonly left: number;
    readonly right: number;
  }[];
}

/** Remembered by the network and the tables that it reads. */
export const wholeRooms: (network: WallNetwork, ...facts: Facts) => WholeRooms = once(
  (network: WallNetwork, ...[storey, moment, tags, risers, openings]: Facts): WholeRooms => {
    const shafts = shaftIndex(risers, moment);
    const pieces = network.nets.map((nets) => usablePolygons(nets, shafts));
    const { all } = standingTags(tags, moment);
    const faceOfTag = new Int32Array(all.length).fill(-1);
    const seats = seatTags(network, pieces, standingTags(tags, moment), faceOfTag);
    const places = placesOf(storey, pieces, seats, [knownRooms(storey, moment)]);
    const beside = besideFaces(network, places);
    const standing = standingOpenings(openings, moment);
    const edges = standing.length === 0 ? [] : edgesOfWalls(network.graph);
    const ways = standing.map((opening) => wayThrough(beside, edges, opening, standing));
    const crossings = network.graph.from.flatMap((_, edge) => {
      const link = crossingOf(beside, edge);
      return link ? [{ link, ...facesOf(network, edge) }] : [];
    });
    const besideWays = new Int32Array(2 * ways.length).fill(-1);
    ways.forEach(({ edge }, index) => {
      if (edge === -1) return;
      const { left, right } = facesOf(network, edge);
      besideWays[2 * index] = left;
      besideWays[2 * index + 1] = right;
    });
    const rooms = places.flat().sort(byId);
    let stretches: StoreyRooms['stretches'] | null = null;
    return {
      places,
      faceOfTag,
      ways,
      besideWays,
      crossings,
      rooms: {
        storey,
        rooms,
        byId: new Map(rooms.map((room) => [room.id, room])),
        links: linksOf(
          ways,
          crossings.map(({ link }) => link),
        ),
        looseTags: all.flatMap(({ id }, tag) => (faceOfTag[tag] === -1 ? [id] : [])),
        roomsOfFace: places.map((inFace) => inFace.map((room) => room.id)),
        // Asked for seldom: derived when it is.
        get stretches() {
          stretches ??= wallStretches(beside);
          return stretches;
        },
      },
    };
  },
);

const facesOf = ({ faces }: WallNetwork, edge: number): { left: number; right: number } => ({
  left: faceLeftOf(faces, 2 * edge),
  right: faceLeftOf(faces, 2 * edge + 1),
});

export function linksOf(ways: readonly Way[], crossings: Link[]): Link[] {
  const links: Link[] = [];
  for (const { link } of ways) if (link) links.push(link);
  links.push(...crossings.sort(byCrossing));
  return links;
}

/** A face that walls or shafts pinch into several is as many rooms as people can stand in. */
export const placesOf = (
  storey: StoreyId,
  pieces: readonly (readonly Polygon[])[],
  seats: readonly (readonly Seat[][] | undefined)[],
  known: Known,
): Places =>
  pieces.map((polygons, face) =>
    polygons.map((polygon, piece) =>
      pieceRoom(storey, polygon, seats[face]?.[piece] ?? noSeats, known),
    ),
  );

function pieceRoom(storey: StoreyId, net: Polygon, seats: readonly Seat[], known: Known): Room {
  const said = saidBy(seats);
  const [tag] = said.tags;
  const tagged = tag && knownAs(known, tag, net, said);
  if (tagged) return tagged;
  const label = insidePoint(net);
  const id = tag ?? `face@${label.x},${label.y}`;
  const face = tag === undefined ? knownAs(known, id, net, said) : undefined;
  return (
    face ?? {
      id,
      storey,
      ...said,
      polygon: net.outer,
      holes: net.holes,
      area: polygonArea(net),
      label,
    }
  );
}

/** Where several tags stand in one room, all of their holders hold it: nobody has it alone. */
function saidBy(seats: readonly Seat[]): Said {
  const several = seats.length > 1 ? [...seats].sort(byId) : seats;
  const first = several[0];
  return {
    tags: several.length > 1 ? several.map(({ id }) => id) : (first?.tags ?? none),
    use: first ? first.tag.use : null,
    uses: several.length > 1 ? distinct(several.map(({ uses }) => uses)) : (first?.uses ?? none),
    name: first ? first.tag.name : '',
    holders:
      several.length > 1
        ? distinct(several.map(({ holders }) => holders)).sort()
        : (first?.holders ?? none),
  };
}

const none: readonly never[] = [];
const noSeats: readonly Seat[] = none;

const distinct = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())];

export const byId = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
