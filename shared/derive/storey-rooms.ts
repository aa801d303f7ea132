import { insidePoint, type Polygon, polygonArea } from '../geometry/polygon.ts';
import type { Riser, RiserId, RoomId, RoomTag, Storey, StoreyId, Table } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';
import { boundaryLinks, openingLinks, type Places, wallStretches } from './room-links.ts';
import { type Seat, seatTags, standingTags } from './room-tags.ts';
import { shaftIndex, usablePolygons } from './usable-polygons.ts';
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
