import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, number, numberOf, rule, type Situation } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { kitchenArea } from './kitchen-area.ts';
import { isLess, tooSmall } from './too-small.ts';

/**
 * K1: the kitchen of a full dwelling, and of the smallest type, which lives and sleeps in one room.
 * Where it asks the same as K2, and K2 speaks already, it says nothing.
 */
export const kitchenAreaByDwelling = rule({
  id: 'K1',
  topic: 'area',
  title: text('厨房面积（按套型）', 'Area of a kitchen, by kind of dwelling'),
  asks: text(
    '有卧室和起居室的套型，厨房不小于 {full} m²；兼起居的卧室加厨卫的最小套型不小于 {smallest} m²。',
    'The kitchen of a dwelling with bedroom and living room has at least {full} m², of the smallest kind with one bed-living room {smallest} m².',
  ),
  how: text(
    '墙面以内的净面积。这户有起居室的按普通套型，只有兼起居卧室的按最小套型；两者都没有标注的无法判定。要求与 K2 相同时只报 K2。',
    'Net area inside the wall faces. A household with a living room is a full dwelling, one with a bed-living room only the smallest kind; with neither tagged it cannot be judged. Where it asks the same as K2, only K2 is reported.',
  ),
  numbers: {
    full: number(4, 'm2', '普通套型', 'full dwelling'),
    smallest: number(3.5, 'm2', '最小套型', 'smallest kind'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.3.1', 'B+'),
  judge: (situation, { full, smallest }) => {
    const spoken = numberOf(situation.profile, kitchenArea, 'least') ?? 0;
    const kitchens = situation.rooms.filter(
      (room) => room.use === 'kitchen' && holdersOf(room).length === 1,
    );
    const unclear = kitchens.filter(
      (room) =>
        kindOf(situation, room) === null && !isLess(room.area, smallest) && isLess(room.area, full),
    );
    return [
      ...kitchens.flatMap((room) => {
        const kind = kindOf(situation, room);
        const least = kind === 'full' ? full : smallest;
        if (!isLess(room.area, least)) return [];
        return spoken >= least ? [] : [tooSmall(situation, room, text('厨房', 'kitchen'), least)];
      }),
      ...unknownOf(
        situation,
        unclear,
        text('住户的卧室或起居室', 'a bedroom or living room of the household'),
        text('厨房面积', 'the area of the kitchen'),
      ),
    ];
  },
});

function kindOf(
  { households }: Situation,
  room: Situation['rooms'][number],
): 'full' | 'smallest' | null {
  const [holder] = holdersOf(room);
  const uses = new Set((holder ? (households.get(holder)?.rooms ?? []) : []).map(({ use }) => use));
  if (uses.has('living') || uses.has('bedroom')) return 'full';
  return uses.has('bed-living') ? 'smallest' : null;
}
