import type { Room } from '../../shared/derive/room.ts';
import { capital } from '../../shared/plan/door-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { nounOf, nounOfUse, roomOf, squareMetres } from '../../shared/rules/room-words.ts';
import { type Text, text } from '../../shared/text.ts';

/**
 * What the two rooms on both sides of a wall are called so that they can be told apart: by whose they
 * are, and where that is the same, by their areas.
 */
export function mergeNames(plan: Plan, rooms: readonly [Room, Room]): readonly [Text, Text] {
  const named = rooms.map((room): Text => {
    const noun = room.name ? nounOf(room) : nounOfUse(room);
    const isOwned = room.holders.some((one) => one !== 'building');
    const { zh, en } = isOwned ? roomOf(plan, room, noun) : noun;
    return text(zh, capital(en));
  });
  const [one, other] = named as [Text, Text];
  if (one.zh !== other.zh && one.en !== other.en) return [one, other];
  const withArea = ({ zh, en }: Text, { area }: Room): Text =>
    text(`${zh}（${squareMetres(area)} m²）`, `${en} (${squareMetres(area)} m²)`);
  return [withArea(one, rooms[0]), withArea(other, rooms[1])];
}
