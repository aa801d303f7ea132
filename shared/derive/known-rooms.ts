import type { Polygon, Ring } from '../geometry/polygon.ts';
import type { StoreyId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { Recent } from './recent.ts';
import type { Room, StoreyRooms } from './room.ts';
import { isSameList } from './room-changes.ts';

/**
 * The rooms of a storey as they were derived last: one that comes out as it was is the identical
 * object, so that nothing behind it is done again, whatever it is derived from.
 */
const last = new Recent<StoreyRooms['byId']>();

export const knownRooms = (storey: StoreyId, moment: Moment): StoreyRooms['byId'] | undefined =>
  last.get(`${moment}/${storey}`);

export const noteRooms = ({ storey, byId }: StoreyRooms, moment: Moment): void =>
  last.set(`${moment}/${storey}`, byId);

export type Known = readonly (StoreyRooms['byId'] | undefined)[];

/**
 * The first of the known rooms with this id that has this outline and says this; its area and label,
 * which take the longest to find, follow from the outline.
 */
export function knownAs(known: Known, id: string, net: Polygon, said: Said): Room | undefined {
  for (const rooms of known) {
    const was = rooms?.get(id);
    if (was && isOutline(was, net) && saysSame(was, said)) return was;
  }
  return undefined;
}

/** What a room takes over from its tags. */
export type Said = Pick<Room, 'tags' | 'use' | 'uses' | 'name' | 'holders'>;

const saysSame = (one: Said, other: Said): boolean =>
  one.use === other.use &&
  one.name === other.name &&
  isSameList(one.tags, other.tags) &&
  isSameList(one.uses, other.uses) &&
  isSameList(one.holders, other.holders);

const isOutline = ({ polygon, holes }: Room, net: Polygon): boolean =>
  isSameRing(polygon, net.outer) &&
  holes.length === net.holes.length &&
  holes.every((hole, index) => isSameRing(hole, net.holes[index]!));

const isSameRing = (one: Ring, other: Ring): boolean =>
  one.length === other.length &&
  one.every(({ x, y }, index) => x === other[index]!.x && y === other[index]!.y);
