import type { Storey, StoreyId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { noteRooms } from './known-rooms.ts';
import { type LiveNetwork, liveNetwork } from './live-network.ts';
import { once } from './once.ts';
import { type PatchedRooms, patchedRooms } from './patched-rooms.ts';
import type { StoreyRooms } from './room.ts';
import { hasSameRooms } from './unchanged.ts';
import { wallNetwork } from './wall-network.ts';
import { type Facts, wholeRooms } from './whole-rooms.ts';

/**
 * The rooms of one storey at one moment, with the ways between them. Remembered by the identity
 * of the tables that it reads: asking again for an unchanged storey costs nothing.
 */
export const storeyRooms = (id: StoreyId, storey: Storey, moment: Moment): StoreyRooms =>
  liveRooms(id, storey, moment).rooms;

/** The same, with what of it an earlier state of the storey had already. */
export function liveRooms(
  id: StoreyId,
  storey: Storey,
  moment: Moment,
): { readonly rooms: StoreyRooms; readonly patched: PatchedRooms | null } {
  const { rooms, risers, openings } = storey;
  // Where nothing comes or goes there is one storey, at every moment.
  const at = hasSameRooms(storey) ? 'after' : moment;
  return derived(liveNetwork(storey, at), id, at, rooms, risers, openings);
}

const derived = once(
  (
    { base, patch, joints, walls }: LiveNetwork,
    ...facts: Facts
  ): { readonly rooms: StoreyRooms; readonly patched: PatchedRooms | null } => {
    const moment = facts[1];
    const whole = (): StoreyRooms =>
      wholeRooms(patch ? wallNetwork({ joints, walls }, moment) : base, ...facts).rooms;
    const patched = patch && patchedRooms(patch, whole, ...facts);
    const rooms = patched?.rooms ?? whole();
    noteRooms(rooms, moment);
    return { rooms, patched };
  },
);
