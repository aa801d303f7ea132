import type { StoreyId } from '../plan/model.ts';
import type { Room } from './room.ts';

/** Rooms of the largest storey and storeys of the largest building, with some to spare. */
const most = 4096;
const mostStoreys = 64;

/**
 * A function of a room and of facts about it that remembers, for each room, what it derived last: a
 * room that is the identical object, with identical facts, is not looked at again. So a drag costs
 * what it changes, however large the building is.
 */
export function perRoom<F extends readonly unknown[], R>(
  derive: (room: Room, ...facts: F) => R,
): (room: Room, ...facts: F) => R {
  const known = new Map<StoreyId, Map<string, Known<F, R>>>();
  return (room, ...facts) => {
    let inStorey = known.get(room.storey);
    const last = inStorey?.get(room.id);
    if (last?.room === room && isSame(last.facts, facts)) return last.result;
    const result = derive(room, ...facts);
    // In place, for the reason that `Recent` gives.
    if (last) {
      last.room = room;
      last.facts = facts;
      last.result = result;
      return result;
    }
    if (!inStorey) {
      inStorey = new Map();
      known.set(room.storey, inStorey);
      if (known.size > mostStoreys) known.delete(known.keys().next().value!);
    }
    inStorey.set(room.id, { room, facts, result });
    if (inStorey.size > most) inStorey.delete(inStorey.keys().next().value!);
    return result;
  };
}

interface Known<F, R> {
  room: Room;
  facts: F;
  result: R;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (!Object.is(one[index], other[index])) return false;
  }
  return true;
}
