import Flatbush from 'flatbush';
import { faceBounds, faceContains } from '../geometry/faces.ts';
import { type Polygon, ringContains } from '../geometry/polygon.ts';
import {
  entries,
  type Holder,
  type RoomId,
  type RoomTag,
  type RoomUse,
  type Table,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { once } from './once.ts';
import type { WallNetwork } from './wall-network.ts';

/** A tag that stands, with what a room takes over from it. */
export interface Seat {
  readonly id: RoomId;
  readonly tag: RoomTag;
  readonly tags: readonly RoomId[];
  readonly uses: readonly RoomUse[];
  readonly holders: readonly Holder[];
}

export interface Seats {
  /** In the order of ids. */
  readonly all: readonly Seat[];
  /** Where they stand; null where there are none. */
  readonly index: Flatbush | null;
}

/** Remembered by the table, which stays the same while walls are dragged. */
export const standingTags = once((tags: Table<RoomId, RoomTag>, moment: Moment): Seats => {
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
export function seatTags(
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
