import type { Room } from '../../derive/room.ts';
import { text } from '../../text.ts';
import { metres, roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, placeOf, type Situation, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

/**
 * Rooms lower than they should be. Where nobody has measured the clear height, a storey that is too
 * low from floor to floor is told; any other is unknown.
 */
export function lowRooms(situation: Situation, rooms: readonly Room[], least: number): Verdict[] {
  const unclear: Room[] = [];
  const low = rooms.flatMap((room): Verdict[] => {
    const measured = situation.heightOf(room);
    const height = measured ?? situation.storeyOf(room).height;
    if (height >= least) {
      if (measured === null) unclear.push(room);
      return [];
    }
    const named = roomOf(situation.plan, room);
    return [
      {
        key: `${room.storey}/${room.id}`,
        about: aboutRooms([room]),
        households: holdersOf(room),
        place: placeOf(room),
        measured: { value: height, unit: 'mm' },
        required: { value: least, unit: 'mm' },
        text: text(
          `${named.zh}净高 ${metres(height, least)} m，小于 ${metres(least, height)} m。`,
          `The ${named.en} is ${metres(height, least)} m high, less than ${metres(least, height)} m.`,
        ),
      },
    ];
  });
  return [
    ...low,
    ...unknownOf(
      situation,
      unclear,
      text('净高', 'the clear height'),
      text('是否够高', 'whether the room is high enough'),
    ),
  ];
}
