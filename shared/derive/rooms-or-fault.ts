import { entries, type Plan, type Storey, type StoreyId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { once } from './once.ts';
import type { StoreyRooms } from './room.ts';
import { storeyRooms } from './storey-rooms.ts';

/**
 * A storey's rooms, or what went wrong in working them out: a fault of ours, which must never keep
 * anybody from the rest of the plan. Remembered, so that what fails does not fail on every frame.
 */
export const roomsOrFault: (
  id: StoreyId,
  storey: Storey,
  moment: Moment,
) =>
  | { readonly rooms: StoreyRooms; readonly fault: null }
  | { readonly rooms: null; readonly fault: string } = once(
  (id: StoreyId, storey: Storey, moment: Moment) => {
    try {
      return { rooms: storeyRooms(id, storey, moment), fault: null };
    } catch (error) {
      return { rooms: null, fault: error instanceof Error ? error.message : String(error) };
    }
  },
);

/** The storeys whose rooms cannot be worked out, at any moment, and why. */
export const underivable = (
  plan: Plan,
): readonly { readonly storey: StoreyId; readonly fault: string }[] =>
  entries(plan.storeys).flatMap(([storey, tables]) => {
    const fault =
      roomsOrFault(storey, tables, 'after').fault ?? roomsOrFault(storey, tables, 'before').fault;
    return fault === null ? [] : [{ storey, fault }];
  });
