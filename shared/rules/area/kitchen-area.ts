import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { oneUse, unknownOf } from '../unknown.ts';
import { kitchenKinds, leastOfDwelling } from './kitchen-kinds.ts';
import { alsoLess } from './stricter.ts';
import { isLess, isOnly, isPerhaps, tooSmall } from './too-small.ts';

/** K2: a kitchen of a household. A warning, because about 2 m2 a household is what there often is. */
export const kitchenArea = rule({
  id: 'K2',
  topic: 'area',
  title: text('厨房面积', 'Area of a kitchen'),
  asks: text(
    '厨房使用面积不小于 {least} m²，放得下洗涤池、操作台、灶具和排油烟机。',
    'A kitchen has at least {least} m² usable, with room for sink, worktop, cooker and hood.',
  ),
  how: text(
    '墙面以内的净面积，不含墙、管道井和烟道。',
    'Net area inside the wall faces, without walls, shafts and flues.',
  ),
  numbers: { least: number(3.5, 'm2', '最小使用面积', 'least usable area') },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.4', 'B'),
  judge: (situation, { least }) => [
    ...situation.rooms
      .filter((room) => isOnly(room, 'kitchen') && isLess(room.area, least))
      .map((room) =>
        tooSmall(
          situation,
          room,
          text('厨房', 'kitchen'),
          least,
          alsoLess(situation, kitchenKinds, leastOfDwelling(situation, room), least),
        ),
      ),
    ...unknownOf(
      situation,
      situation.rooms.filter((room) => isPerhaps(room, 'kitchen')),
      oneUse,
      text('厨房面积', 'the area of the kitchen'),
    ),
  ],
});
