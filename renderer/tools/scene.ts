import type { Room } from '../../shared/derive/room.ts';
import { roomsOrFault } from '../../shared/derive/rooms-or-fault.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { Scene } from '../editor/hit.ts';

/**
 * The storey as it can be pointed at. Rooms of `changes` are those of `after`; where they cannot be
 * worked out there are none, and everything else is there all the same.
 */
export function sceneOf(plan: Plan, storey: StoreyId, view: View): Scene | null {
  const table = plan.storeys[storey];
  if (!table) return null;
  const moment = view === 'before' ? 'before' : 'after';
  const { rooms } = roomsOrFault(storey, table, moment);
  return {
    storey: table,
    rooms: rooms?.rooms ?? none,
    view,
    ...(plan.axes ? { axes: plan.axes } : {}),
  };
}

const none: readonly Room[] = [];
