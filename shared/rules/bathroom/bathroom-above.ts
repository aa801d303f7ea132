import { bathroomUses, livingUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { overOthers } from './over-others.ts';

/** B4 */
export const bathroomAbove = rule({
  id: 'B4',
  topic: 'bathroom',
  title: text('卫生间不在他户居室、厨房上方', "No bathroom above others' rooms"),
  asks: text(
    '卫生间不布置在下层别户的卧室、起居室、厨房、餐厅上方。',
    'No bathroom lies above a bedroom, living room, kitchen or dining room of another household.',
  ),
  how: text(
    '把上下两层的净面积叠在一起，量重叠的面积；重叠不足 {slack} m² 的算画图误差，不计。在自家房间上方不受此限；下层房间没有用途或归属的无法判定。',
    "Both storeys' net areas laid over each other; an overlap of less than {slack} m² is taken for an inaccuracy of the drawing. Above rooms of the same household it may lie; a room below without a use or a holder cannot be judged.",
  ),
  numbers: { slack: number(0.1, 'm2', '画图误差', 'tolerance of drawing') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.4.4; GB 55038-2025 4.1.7', 'B'),
  judge: (situation, { slack }) => {
    const { verdicts, unclear } = overOthers(
      situation,
      bathroomUses,
      [...livingUses, 'kitchen', 'dining'],
      slack,
    );
    return [
      ...verdicts,
      ...unknownOf(
        situation,
        unclear,
        text('下层房间的用途和归属', 'the use or the holder of the room below'),
        text('卫生间下方是谁的什么房间', 'what lies below the bathroom'),
      ),
    ];
  },
});
