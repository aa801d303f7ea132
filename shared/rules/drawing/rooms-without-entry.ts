import { text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, placeOf, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Rooms that no door leads into. What a household holds is F1's. */
export const roomsWithoutEntry = rule({
  ...ofDrawing,
  id: 'drawing/no-entry',
  severity: 'warning',
  title: text('没有门的房间', 'Rooms that nobody can enter'),
  asks: text('每间房间都有门或门洞进去。', 'A door or a passage leads into every room.'),
  how: text(
    '有标注、不归住户的房间，没有门、门洞或分界线；管道井和小于 {least} m² 的除外，住户的房间按 F1。',
    'A tagged room that no household holds, without door, passage or boundary; shafts and what is smaller than {least} m² are left out, rooms of households go by F1.',
  ),
  numbers: { least: number(0.5, 'm2', '此面积起算房间', 'area from which it is a room') },
  judge: (situation, { least }) =>
    situation.rooms
      .filter(
        (room) =>
          room.tags.length > 0 &&
          room.use !== 'shaft' &&
          room.area >= least * 1e6 &&
          holdersOf(room).length === 0 &&
          !situation.waysOf(room).some(({ link }) => link.kind !== 'window'),
      )
      .map((room): Verdict => {
        const named = roomOf(situation.plan, room);
        return {
          key: `${room.storey}/${room.id}`,
          about: aboutRooms([room]),
          place: placeOf(room),
          text: text(
            `${named.zh}没有门，谁也进不去。`,
            `No door leads into the ${named.en}; nobody can enter it.`,
          ),
        };
      }),
});
