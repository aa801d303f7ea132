import { bedroomUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { overOthers } from './over-others.ts';

/** A kitchen above another household's bedroom: no clause forbids it, people below complain. */
export const kitchenAbove = rule({
  id: 'kitchen-above',
  topic: 'bathroom',
  title: text('厨房在他户卧室上方', "A kitchen above another's bedroom"),
  asks: text(
    '厨房宜不布置在下层别户的卧室上方。',
    "A kitchen should preferably not lie above another household's bedroom.",
  ),
  how: text(
    '把上下两层的净面积叠在一起，量重叠的面积；重叠不足 {slack} m² 的算画图误差，不计。煤卫合一间按 B4。自家独用的厨房在自家独用的房间上方不计。下层没有画、或下层房间没有用途或归属的无法判定。',
    "Both storeys' net areas laid over each other; an overlap of less than {slack} m² is taken for an inaccuracy of the drawing. Kitchen-bathrooms go by B4. Above rooms that the same household holds, and nobody else, it may lie. Where the storey below is not drawn, or a room below has no use or holder, it cannot be judged.",
  ),
  numbers: { slack: number(0.1, 'm2', '画图误差', 'tolerance of drawing') },
  severity: 'warning',
  source: {
    clause: text('居民意见的惯例，无条文', 'practice of consultations, no clause'),
    certainty: 'C',
  },
  judge: (situation, { slack }) => {
    const { verdicts, unclear } = overOthers(situation, ['kitchen'], () => bedroomUses, slack);
    return [
      ...verdicts,
      ...unknownOf(
        situation,
        unclear,
        text('下层房间的用途和归属', 'the use or the holder of the room below'),
        text('厨房下方是谁的什么房间', 'what lies below the kitchen'),
      ),
    ];
  },
});
