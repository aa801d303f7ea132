import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { Scene } from '../editor/hit.ts';

/** The storey as it can be pointed at. Rooms of `changes` are those of `after`. */
export function sceneOf(plan: Plan, storey: StoreyId, view: View): Scene | null {
  const table = plan.storeys[storey];
  if (!table) return null;
  const moment = view === 'before' ? 'before' : 'after';
  const { rooms } = storeyRooms(storey, table, moment);
  return { storey: table, rooms, view, ...(plan.axes ? { axes: plan.axes } : {}) };
}
