import { roomUseWords } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Tags in no closed room. */
export const looseTags = rule({
  ...ofDrawing,
  id: 'drawing/loose-tag',
  title: text('不在房间内的标注', 'Tags in no room'),
  asks: text('每个标注都在封闭的房间内。', 'Every tag lies in a closed room.'),
  how: text(
    '标注点不在任何墙体围成的净面积里。',
    "The tag's point lies in no area that walls enclose.",
  ),
  judge: ({ plan, after }) =>
    after.flatMap((derived) => {
      const storey = plan.storeys[derived.storey]!;
      return derived.looseTags.map((id): Verdict => {
        const tag = storey.rooms[id]!;
        return {
          key: `${derived.storey}/${id}`,
          about: [{ kind: 'room', id, storey: derived.storey }],
          place: { storey: derived.storey, at: tag.at },
          text: text(
            `${storey.name}的标注“${tag.name || roomUseWords[tag.use].zh}”不在任何封闭的房间内。请闭合墙体，或移动标注。`,
            `The tag "${tag.name || roomUseWords[tag.use].en}" on ${storey.name} lies in no closed room. Close the walls or move the tag.`,
          ),
        };
      });
    }),
});
