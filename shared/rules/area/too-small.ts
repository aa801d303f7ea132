import type { Room } from '../../derive/room.ts';
import type { RoomUse } from '../../plan/model.ts';
import { type Text, text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  placeOf,
  roundedSquareMetres,
  type Situation,
  squareMetres,
  type Verdict,
} from '../rule.ts';

/** Whether a room is less than so many m2, as it is read with two decimals. */
export const isLess = (area: number, least: number): boolean =>
  roundedSquareMetres(area) < roundedSquareMetres(least * 1e6);

/** Whether a household holds it and all of its tags say that it is one. */
export const isOnly = (room: Room, use: RoomUse): boolean =>
  room.uses.length === 1 && room.use === use && holdersOf(room).length > 0;

/** Whether one of its tags says so and another does not. */
export const isPerhaps = (room: Room, use: RoomUse): boolean =>
  room.uses.length > 1 && room.uses.includes(use) && holdersOf(room).length > 0;

/** A room of less usable area than so many m2; `sum` says how that comes about, or what else it is less than. */
export function tooSmall(
  { plan }: Situation,
  room: Room,
  noun: Text,
  least: number,
  sum: Text = text('', ''),
): Verdict {
  const required = least * 1e6;
  const named = roomOf(plan, room, noun);
  return {
    key: `${room.storey}/${room.id}`,
    about: aboutRooms([room]),
    households: holdersOf(room),
    place: placeOf(room),
    measured: { value: roundedSquareMetres(room.area), unit: 'm2' },
    required: { value: roundedSquareMetres(required), unit: 'm2' },
    text: text(
      `${named.zh}使用面积 ${squareMetres(room.area)} m²，小于 ${squareMetres(required)} m²${sum.zh}。`,
      `The ${named.en} has ${squareMetres(room.area)} m² usable, less than ${squareMetres(required)} m²${sum.en}.`,
    ),
  };
}
