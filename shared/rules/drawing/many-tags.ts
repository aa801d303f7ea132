import { roomUseWords } from '../../plan/words.ts';
import { type Language, text } from '../../text.ts';
import { aboutRooms, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Several tags in one room. */
export const manyTags = rule({
  ...ofDrawing,
  id: 'drawing/many-tags',
  title: text('一间房间多个标注', 'Several tags in one room'),
  asks: text('每间房间只有一个标注。', 'A room has one tag.'),
  how: text('同一块净面积里的标注点。', 'The tags that stand in one enclosed area.'),
  judge: ({ plan, rooms }) =>
    rooms
      .filter((room) => room.tags.length > 1)
      .map((room): Verdict => {
        const storey = plan.storeys[room.storey]!;
        const names = (language: Language): string[] =>
          room.tags.map((id) => {
            const tag = storey.rooms[id];
            return tag?.name || roomUseWords[tag?.use ?? 'other'][language];
          });
        return {
          key: `${room.storey}/${room.id}`,
          about: aboutRooms([room]),
          place: { storey: room.storey, at: room.label },
          text: text(
            `${storey.name}的一间房间有 ${room.tags.length} 个标注（${names('zh').join('、')}）。请补画隔墙，或删去多余标注。`,
            `One room on ${storey.name} has ${room.tags.length} tags (${names('en').join(', ')}). Draw the wall between them or delete a tag.`,
          ),
        };
      }),
});
