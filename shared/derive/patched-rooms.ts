import type { Polygon } from '../geometry/polygon.ts';
import type { Opening, OpeningId, RoomId, Table } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { knownRooms } from './known-rooms.ts';
import { comeAt, isLeftRedone, leftOf, outside, type Patch } from './network-sides.ts';
import type { Link, Room, StoreyRooms } from './room.ts';
import {
  type Beside,
  crossingOf,
  type Places,
  standingOpenings,
  type Way,
  wayThrough,
} from './room-links.ts';
import { seatTags, standingTags } from './room-tags.ts';
import { shaftIndex, usablePolygons } from './usable-polygons.ts';
import { type EdgesOfWalls, edgesOfWalls } from './wall-edges.ts';
import { byId, type Facts, linksOf, placesOf, type WholeRooms, wholeRooms } from './whole-rooms.ts';

/** Rooms of a patched network, and which of the whole one's they replace. */
export interface PatchedRooms {
  readonly rooms: StoreyRooms;
  readonly base: StoreyRooms;
  /** Rooms of the base that are no longer there as they were. */
  readonly gone: readonly Room[];
  /** Rooms that the base does not have as they are now. */
  readonly come: readonly Room[];
  /** By face of the part its rooms, where the face comes. */
  readonly places: Places;
  /** Of the faces of the base that are gone. */
  readonly departed: ReadonlySet<string>;
}

/**
 * `whole` derives the same storey from nothing, for what is asked for seldom. Null where a millimetre
 * of noding decides: then the whole must be asked.
 */
export function patchedRooms(
  patch: Patch,
  whole: () => StoreyRooms,
  ...facts: Facts
): PatchedRooms | null {
  const [storey, moment, tags, risers, openings] = facts;
  const base = wholeRooms(patch.base, ...facts);
  const { part, gone, goneFaces } = patch;
  const seats = standingTags(tags, moment);
  const faceOf = new Int32Array(base.faceOfTag.length);
  for (let tag = 0; tag < faceOf.length; tag++) {
    const face = base.faceOfTag[tag]!;
    faceOf[tag] = face === -1 || gone[face] === 1 ? -1 : taken;
  }
  const shafts = shaftIndex(risers, moment);
  const pieces: (readonly Polygon[])[] = part.nets.map((nets, face) =>
    patch.placeOf[face] === -1 ? noPieces : usablePolygons(nets, shafts),
  );
  const seated = seatTags(part, pieces, seats, faceOf);
  const known = new Map(
    goneFaces.flatMap((face) => base.places[face]!).map((room) => [room.id, room]),
  );
  const places = placesOf(storey, pieces, seated, [known, knownRooms(storey, moment)]);
  const come = places.flat();
  const kept = new Set(come);
  const left: Room[] = goneFaces.flatMap((face) => base.places[face]!);
  const rooms = mergeRooms(base.rooms.rooms, new Set(left), come);
  const beside = besidePatch(patch, base.places, places);
  const ways = waysOf(patch, base, beside, openings, moment);
  if (!ways) return null;
  const fresh = new Map(come.map((room) => [room.id, room]));
  const departed = new Set(left.map(({ id }) => id));
  return {
    base: base.rooms,
    gone: left.filter((room) => !kept.has(room)),
    come: come.filter((room) => known.get(room.id) !== room),
    places,
    departed,
    rooms: {
      storey,
      rooms,
      byId: {
        get: (id) => fresh.get(id) ?? (departed.has(id) ? undefined : base.rooms.byId.get(id)),
      },
      links: linksOf(ways, crossingsOf(patch, base, beside)),
      looseTags: looseTags(seats.all, faceOf),
      get roomsOfFace() {
        return whole().roomsOfFace;
      },
      get stretches() {
        return whole().stretches;
      },
    },
  };
}

function looseTags(tags: readonly { readonly id: RoomId }[], faceOf: Int32Array): RoomId[] {
  const loose: RoomId[] = [];
  for (let tag = 0; tag < tags.length; tag++) if (faceOf[tag] === -1) loose.push(tags[tag]!.id);
  return loose;
}

/** Of the tags' faces: one that is not in question. */
const taken = -3;
const noPieces: readonly Polygon[] = [];

/** The rooms but for those that left, with those that come, in the order of ids. */
function mergeRooms(
  rooms: readonly Room[],
  left: ReadonlySet<Room>,
  come: readonly Room[],
): Room[] {
  const fresh = [...come].sort(byId);
  const merged: Room[] = [];
  let next = 0;
  for (const room of rooms) {
    if (left.has(room)) continue;
    while (next < fresh.length && fresh[next]!.id < room.id) merged.push(fresh[next++]!);
    merged.push(room);
  }
  while (next < fresh.length) merged.push(fresh[next++]!);
  return merged;
}

const besidePatch = (patch: Patch, base: Places, come: Places): Beside => ({
  network: patch.part,
  left(halfEdge) {
    const side = leftOf(patch, halfEdge);
    if (side === outside) return null;
    return side >= 0 ? base[side]! : (come[patch.come[comeAt(side)]!] ?? []);
  },
});

/** Ways through what did not change are kept as they were; null where it cannot be told. */
function waysOf(
  patch: Patch,
  base: WholeRooms,
  beside: Beside,
  openings: Table<OpeningId, Opening>,
  moment: Moment,
): readonly Way[] | null {
  const { gone, changed, part } = patch;
  const standing = standingOpenings(openings, moment);
  const isGone = (face: number): boolean => face >= 0 && gone[face] === 1;
  const ways = [...base.ways];
  let edges: EdgesOfWalls | null = null;
  for (let index = 0; index < standing.length; index++) {
    const opening = standing[index]!;
    const isKept =
      !isGone(base.besideWays[2 * index]!) &&
      !isGone(base.besideWays[2 * index + 1]!) &&
      !changed.has(opening[1].wall);
    if (isKept) continue;
    edges ??= edgesOfWalls(part.graph);
    const way = wayThrough(beside, edges, opening, standing);
    if (way.isAtJunction) return null;
    ways[index] = way;
  }
  return ways;
}

function crossingsOf(patch: Patch, base: WholeRooms, beside: Beside): Link[] {
  const { gone, part } = patch;
  const isGone = (face: number): boolean => face >= 0 && gone[face] === 1;
  const crossings: Link[] = [];
  for (const { link, left, right } of base.crossings) {
    if (!isGone(left) && !isGone(right)) crossings.push(link);
  }
  for (let edge = 0; edge < part.graph.from.length; edge++) {
    const link = crossingOf(beside, edge);
    if (link && isRedone(patch, edge)) crossings.push(link);
  }
  return crossings;
}

/** Whether a face beside the edge came or went, or its wall changed. */
const isRedone = (patch: Patch, edge: number): boolean =>
  patch.part.graph.sources[edge]!.some((source) => patch.changed.has(patch.part.walls[source]!)) ||
  isLeftRedone(patch, 2 * edge) ||
  isLeftRedone(patch, 2 * edge + 1);
