import type { Room } from './room.ts';

/** Rooms of the largest building, with some to spare. */
const most = 8192;

/**
 * A function of a room and of facts about it that remembers, for each room, what it derived last: a
 * room that is the identical object, with identical facts, is not looked at again. So a drag costs
 * what it changes, however large the building is.
 */
export function perRoom<F extends readonly unknown[], R>(
  derive: (room: Room, ...facts: F) => R,
): (room: Room, ...facts: F) => R {
  const known = new Map<string, { readonly room: Room; readonly facts: F; readonly result: R }>();
  return (room, ...facts) => {
    const key = `${room.storey}/${room.id}`;
    const last = known.get(key);
    if (last?.room === room && isSame(last.facts, facts)) return last.result;
    const result = derive(room, ...facts);
    if (last) known.delete(key);
    known.set(key, { room, facts, result });
    if (known.size > most) known.delete(known.keys().next().value!);
    return result;
  };
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((fact, index) => fact === other[index]);
