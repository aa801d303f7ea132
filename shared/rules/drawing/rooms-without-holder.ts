import type { RoomUse } from '../../plan/model.ts';
import { roomUseWords } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { aboutRooms, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** What belongs to the building as a rule. */
const common: readonly RoomUse[] = ['corridor', 'stair', 'lift'];

/** Rooms that nobody holds. */
export const roomsWithoutHolder = rule({
  ...ofDrawing,
  id: 'drawing/no-holder',
  title: text('未指定归属的房间', 'Rooms that nobody holds'),
  asks: text(
    '每间房间都指定由哪户使用，或为公共部位。',
    'Every room says which household holds it, or that it is common.',
  ),
  how: text(
    '有一个标注、没有归属的房间；管道井除外。',
    'Rooms with one tag and no holder; shafts are left out.',
  ),
  judge: ({ plan, rooms }) =>
    rooms.flatMap((room): Verdict[] => {
      const { use, holders, tags } = room;
      const [tag] = tags;
      if (tags.length !== 1 || !tag || holders.length > 0 || use === null || use === 'shaft') {
        return [];
      }
      const { name } = plan.storeys[room.storey]!;
      return [
        {
          key: `${room.storey}/${room.id}`,
          about: aboutRooms([room]),
          place: { storey: room.storey, at: room.label },
          text: text(
            `${name}的“${room.name || roomUseWords[use].zh}”未指定归属，无法判断由谁使用。`,
            `Nobody holds "${room.name || roomUseWords[use].en}" on ${name}, so its use cannot be judged.`,
          ),
          ...(common.includes(use)
            ? {
                fix: {
                  kind: 'make-common' as const,
                  label: text('设为公共', 'Make it common'),
                  storey: room.storey,
                  room: tag,
                },
              }
            : {}),
        },
      ];
    }),
});
