import { once } from './once.ts';
import type { Room, StoreyRooms } from './room.ts';

/**
 * Rooms that only boundaries part are one space: light and air go through. By room all rooms of its
 * space, itself among them, in the order of ids.
 */
export const openSpaces = once(({ rooms, links, byId }: StoreyRooms): OpenSpaces => {
  // By id: whoever asks may hold the same room from an earlier look at the plan.
  const groups = new Map<string, Set<Room>>();
  for (const { kind, from, to } of links) {
    const one = from === null ? undefined : byId.get(from);
    const other = to === null ? undefined : byId.get(to);
    if (kind !== 'boundary' || !one || !other || one === other) continue;
    const joined = new Set([
      ...(groups.get(one.id) ?? [one]),
      ...(groups.get(other.id) ?? [other]),
    ]);
    for (const room of joined) groups.set(room.id, joined);
  }
  const sorted = new Map<Set<Room>, readonly Room[]>();
  for (const group of groups.values()) {
    if (!sorted.has(group))
      sorted.set(
        group,
        rooms.filter((room) => group.has(room)),
      );
  }
  return (room) => {
    const group = groups.get(room.id);
    return (group && sorted.get(group)) ?? [room];
  };
});

export type OpenSpaces = (room: Room) => readonly Room[];
