import { perRoom } from '../derive/per-room.ts';
import type { Room } from '../derive/room.ts';
import { doorWords } from '../plan/door-words.ts';
import type { HouseholdId, Plan } from '../plan/model.ts';
import { roomUseWords } from '../plan/words.ts';
import { shownArea } from '../shown-area.ts';
import { type Text, text } from '../text.ts';

/** Square metres to two decimals, as people read them. */
export const squareMetres = shownArea;

/** Square metres as a number that JSON shows with at most two decimals. */
export const roundedSquareMetres = (area: number): number => Math.round(area / 1e4) / 100;

/** What people call the room: its name, else its use. */
export function nounOf(room: Pick<Room, 'name' | 'use'>): Text {
  if (room.name) return text(`“${room.name}”`, `"${room.name}"`);
  return nounOfUse(room);
}

export function nounOfUse({ use }: Pick<Room, 'use'>): Text {
  if (use === null) return text('未标注的房间', 'room without a tag');
  const { zh, en } = roomUseWords[use];
  return text(zh, en.toLowerCase());
}

/** Whose it is, before the noun in Chinese and after it in English. */
export const ofWhom = (plan: Plan, room: Room): Text =>
  whose(room, plan.households, plan.storeys[room.storey]?.name ?? '');

const whose = perRoom((room, households: Plan['households'], storey: string): Text => {
  const doors = room.holders
    .filter((holder): holder is HouseholdId => holder !== 'building')
    .map((id) => households[id]?.door ?? id);
  if (doors.length === 0) return text(`${storey}的`, ` on ${storey}`);
  const { zh, en } = doorWords(doors);
  return text(`${zh}的`, ` of ${en}`);
});

/** `301室的厨房`, `kitchen of household 301`. */
export function roomOf(plan: Plan, room: Room, noun: Text = nounOfUse(room)): Text {
  const whom = ofWhom(plan, room);
  return text(`${whom.zh}${noun.zh}`, `${noun.en}${whom.en}`);
}

/**
 * mm as metres: to two decimals where that is all of it, else to the millimetre, so that 1.799 is never
 * read as 1.80 and a finding says what the plan shows. With another `beside` it both have as many.
 */
export function metres(length: number, beside = 0): string {
  const areWhole = [length, beside].every((one) => Math.round(one) % 10 === 0);
  return (Math.round(length) / 1000).toFixed(areWhole ? 2 : 3);
}
