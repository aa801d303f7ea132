import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { oneUse, unknownOf } from '../unknown.ts';
import { isLess, tooSmall } from './too-small.ts';

/** R3 */
export const livingArea = rule({
  id: 'R3',
  topic: 'area',
  title: text('起居室面积', 'Area of a living room'),
  asks: text('起居室（厅）不小于 {least} m²。', 'A living room has at least {least} m².'),
  how: text(
    '墙面以内的净面积。房间有两个互相矛盾的标注时无法判定。',
    'Net area inside the wall faces. A room with contradicting tags cannot be judged.',
  ),
  numbers: { least: number(10, 'm2', '最小使用面积', 'least usable area') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.2.2', 'B+'),
  judge: (situation, { least }) => {
    const living = situation.rooms.filter(({ uses }) => uses.includes('living'));
    return [
      ...living
        .filter(({ area, uses }) => uses.length === 1 && isLess(area, least))
        .map((room) => tooSmall(situation, room, text('起居室', 'living room'), least)),
      ...unknownOf(
        situation,
        living.filter(({ uses }) => uses.length > 1),
        oneUse,
        text('起居室面积', 'the area of the living room'),
      ),
    ];
  },
});
