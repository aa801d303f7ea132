import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule, squareMetres } from '../rule.ts';
import { oneUse, unknownOf } from '../unknown.ts';
import { isLess, isOnly, isPerhaps, tooSmall } from './too-small.ts';

/** K2 and B1 together: kitchen and bathroom in one room. */
export const kitchenBathArea = rule({
  id: 'K2+B1',
  topic: 'area',
  title: text('煤卫合一间的面积', 'Area of a kitchen-bathroom'),
  asks: text(
    '厨房和卫生间在一间里的，使用面积不小于两者之和：{kitchen} m² 加 {bathroom} m²。',
    'Kitchen and bathroom in one room have at least the area that both need: {kitchen} m² and {bathroom} m².',
  ),
  how: text(
    '墙面以内的净面积，与厨房、卫生间最小面积之和相比；没有专门条文，由两条相加得出。',
    'Net area inside the wall faces against the sum of both least areas; no clause of its own, it follows from two.',
  ),
  numbers: {
    kitchen: number(3.5, 'm2', '厨房', 'kitchen'),
    bathroom: number(2.5, 'm2', '卫生间', 'bathroom'),
  },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.4 + GB 50096-2011 5.4.1', 'B'),
  judge: (situation, { kitchen, bathroom }) => {
    const least = kitchen + bathroom;
    const [k, b] = [squareMetres(kitchen * 1e6), squareMetres(bathroom * 1e6)];
    const sum = text(`（厨房 ${k} m² + 卫生间 ${b} m²）`, ` (kitchen ${k} m² + bathroom ${b} m²)`);
    return [
      ...situation.rooms
        .filter((room) => isOnly(room, 'kitchen-bath') && isLess(room.area, least))
        .map((room) =>
          tooSmall(situation, room, text('煤卫合一间', 'kitchen-bathroom'), least, sum),
        ),
      ...unknownOf(
        situation,
        situation.rooms.filter((room) => isPerhaps(room, 'kitchen-bath')),
        oneUse,
        text('煤卫合一间的面积', 'the area of the kitchen-bathroom'),
      ),
    ];
  },
});
