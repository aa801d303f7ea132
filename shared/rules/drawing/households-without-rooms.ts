import { capital, doorWords } from '../../plan/door-words.ts';
import { text } from '../../text.ts';
import { rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Households of the register that hold no room of the plan. */
export const householdsWithoutRooms = rule({
  ...ofDrawing,
  id: 'drawing/household-without-rooms',
  title: text('没有房间的住户', 'Households without rooms'),
  asks: text('每户在图上都有房间。', 'Every household has a room on the plan.'),
  how: text('住户名单里没有任何房间归它使用的。', 'Households of the list that hold no room.'),
  judge: ({ households }) =>
    [...households.values()]
      .filter(({ rooms }) => rooms.length === 0)
      .map(({ id, door }): Verdict => {
        const words = doorWords([door]);
        return {
          key: id,
          about: [{ kind: 'household', id }],
          households: [id],
          place: null,
          text: text(
            `${words.zh}在图上没有房间，无法判断煤卫是否独用。`,
            `${capital(words.en)} has no room on the plan, so its facilities cannot be judged.`,
          ),
        };
      }),
});
