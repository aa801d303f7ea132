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

/** By face and by piece of it the tags that stand there. */
export type Seating = readonly (readonly Seat[][] | undefined)[];

/**
 * Seats the tags: for each face and each of its pieces those that stand there; a tag inside a wall
 * goes to the only piece. `faceOf` gets each tag's face, -1 for those that stand in none; a tag that
 * has a face already is left alone.
 */
export function seatTags(
  { graph, faces }: WallNetwork,
  pieces: readonly (readonly Polygon[])[],
  { all, index }: Seats,
  faceOf: Int32Array,
): Seating {
  const seats: Seat[][][] = new Array(pieces.length);
  for (let face = 0; face < pieces.length && index; face++) {
    const inFace = pieces[face]!;
    if (inFace.length === 0) continue;
    const { minX, minY, maxX, maxY } = faceBounds(graph, faces, face);
    index.search(minX, minY, maxX, maxY, (found) => {
      const seat = all[found]!;
      const { at } = seat.tag;
      if (faceOf[found] !== -1 || !faceContains(graph, faces, face, at)) return false;
      const piece =
        inFace.length === 1 ? 0 : inFace.findIndex((one) => ringContains(one.outer, at));
      if (piece === -1) return false;
      faceOf[found] = face;
      seats[face] ??= [];
      const there = seats[face]![piece];
      if (there) there.push(seat);
      else seats[face]![piece] = [seat];
      return false;
    });
  }
  return seats;
}
