import { text } from '../../text.ts';
import { holdersOf, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { kitchenArea } from './kitchen-area.ts';
import { dwellingOf, kitchenKinds } from './kitchen-kinds.ts';
import { speaksFirst } from './stricter.ts';
import { isLess, tooSmall } from './too-small.ts';

/**
 * K1: the kitchen of a full dwelling, and of the smallest type, which lives and sleeps in one room.
 * Where K2 speaks already, it says nothing.
 */
export const kitchenAreaByDwelling = rule({
  id: kitchenKinds.id,
  topic: 'area',
  title: text('厨房面积（按套型）', 'Area of a kitchen, by kind of dwelling'),
  asks: text(
    '有卧室和起居室的套型，厨房不小于 {full} m²；兼起居的卧室加厨卫的最小套型不小于 {smallest} m²。',
    'The kitchen of a dwelling with bedroom and living room has at least {full} m², of the smallest kind with one bed-living room {smallest} m².',
  ),
  how: text(
    '墙面以内的净面积。这户有起居室或卧室的按普通套型，只有兼起居卧室的按最小套型；两者都没有标注的无法判定。比 K2 的数还小的由 K2 一并说明。',
    'Net area inside the wall faces. A household with a living room or bedroom is a full dwelling, one with a bed-living room only the smallest kind; with neither tagged it cannot be judged. Where the kitchen has less than K2 asks as well, K2 says both.',
  ),
  numbers: kitchenKinds.numbers,
  severity: 'warning',
  source: kitchenKinds.source,
  judge: (situation, { full, smallest }) => {
    const k1 = { id: kitchenKinds.id, severity: 'warning' } as const;
    const spoken = speaksFirst(situation, kitchenArea, 'least', k1);
    const kitchens = situation.rooms.filter(
      (room) => room.use === 'kitchen' && holdersOf(room).length === 1,
    );
    const unclear = kitchens.filter(
      (room) =>
        dwellingOf(situation, room) === null &&
        !isLess(room.area, smallest) &&
        isLess(room.area, full),
    );
    return [
      ...kitchens.flatMap((room) => {
        const kind = dwellingOf(situation, room);
        const least = kind === 'full' ? full : smallest;
        if (!isLess(room.area, least) || isLess(room.area, spoken)) return [];
        return [tooSmall(situation, room, text('厨房', 'kitchen'), least)];
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
