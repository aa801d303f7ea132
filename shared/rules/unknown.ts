import type { Room } from '../derive/room.ts';
import type { HouseholdId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { roomCount } from './room-words.ts';
import { aboutRooms, holdersOf, placeOf, type Verdict } from './rule.ts';

/** Of rooms in which one tag says this and another that. */
export const oneUse = text('一致的用途（标注互相矛盾）', 'which of the contradicting tags holds');

/**
 * One unknown for all rooms that lack the same fact, so that a building that nobody has measured yet
 * says so once for each rule.
 */
export function unknownOf(
  rooms: readonly Room[],
  missing: Text,
  what: Text,
  key = 'unknown',
): Verdict[] {
  if (rooms.length === 0) return [];
  const households = [...new Set(rooms.flatMap(holdersOf))].sort() as HouseholdId[];
  const count = roomCount(rooms.length);
  return [
    {
      key,
      about: aboutRooms(rooms),
      households,
      place: placeOf(rooms[0]),
      measured: { value: rooms.length, unit: 'count' },
      required: { value: 0, unit: 'count' },
      missing,
      text: text(
        `${count.zh}没有记录${missing.zh}，${what.zh}无法判定。`,
        `For ${count.en} ${missing.en} is not recorded, so ${what.en} cannot be judged.`,
      ),
    },
  ];
}
