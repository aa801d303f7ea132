import type { Room } from '../../shared/derive/room.ts';

/** Rooms that are not there any more as they were, and those that are there instead. */
export function changedRooms(
  was: readonly Room[],
  is: readonly Room[],
): { readonly gone: readonly Room[]; readonly come: readonly Room[] } {
  const gone: Room[] = [];
  const come: Room[] = [];
  if (was === is) return { gone, come };
  // Both are in the order of ids.
  let one = 0;
  let other = 0;
  while (one < was.length || other < is.length) {
    const old = was[one];
    const now = is[other];
    if (old === now) {
      one += 1;
      other += 1;
    } else if (old && (!now || old.id <= now.id)) {
      gone.push(old);
      one += 1;
    } else if (now) {
      come.push(now);
      other += 1;
    }
  }
  return { gone, come };
}
