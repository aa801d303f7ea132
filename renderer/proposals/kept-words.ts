import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { listInEnglish } from '../../shared/plan/door-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { roomUseWords } from '../../shared/plan/words.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { programmeName } from '../../shared/propose/programme.ts';
import { squareMetres } from '../../shared/rules/room-words.ts';
import { type Text, text } from '../../shared/text.ts';
import { partsByDoor } from './card-words.ts';

/**
 * What tells a scheme that a proposal is kept as from all others of the building: the rooms, for whom,
 * and the areas, by door number: `公用厨卫 简易型 1.81 + 1.81 m²`, `公用厨房、公用厕所 7 户 1.74–6.60 m²`.
 */
export function keptWords(plan: Plan, offer: Offer): Text {
  const { proposal, programme, parts } = offer;
  const rooms = roomsOf(plan, proposal);
  const areas = partsByDoor(plan, offer).map(({ area }) => area);
  if (!proposal.block) {
    const sizes = `${areas.map(squareMetres).join(' + ')} m²`;
    const name = programmeName(programme);
    return text(`${rooms.zh} ${name.zh} ${sizes}`, `${rooms.en}, ${name.en}, ${sizes}`);
  }
  const [least, most] = [squareMetres(Math.min(...areas)), squareMetres(Math.max(...areas))];
  const sizes = `${least}–${most} m²`;
  return text(
    `${rooms.zh} ${parts.length} 户 ${sizes}`,
    `${rooms.en}, ${parts.length} households, ${sizes}`,
  );
}

/** The rooms that are divided, with their storey where the building has several. */
function roomsOf(plan: Plan, { storey: id, room, block }: Offer['proposal']): Text {
  const storey = plan.storeys[id];
  if (!storey) return text('', '');
  const { byId } = storeyRooms(id, storey, 'after');
  const givers = new Set(
    block?.rests.flatMap(({ use, holders }) => (use === 'corridor' ? [] : holders)),
  );
  const names = [room, ...(block?.rooms ?? [])].flatMap((one): Text[] => {
    const found = byId.get(one);
    // A corner of a household's own room is named by its area, not as a room that is divided.
    const [holder] = found?.holders ?? [];
    if (!found || (found.holders.length === 1 && holder && givers.has(holder))) return [];
    if (found.name) return [text(found.name, found.name)];
    return [found.use ? roomUseWords[found.use] : text('房间', 'room')];
  });
  const isOne = Object.keys(plan.storeys).length === 1;
  const zh = names.map((one) => one.zh).join('、');
  const en = listInEnglish(names.map((one) => one.en));
  return isOne ? text(zh, en) : text(`${storey.name}${zh}`, `${storey.name}: ${en}`);
}
