import { shortSideOr } from '../../derive/clear-width.ts';
import { perRoom } from '../../derive/per-room.ts';
import { isBedroom } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { metres, roomOf } from '../room-words.ts';
import {
  aboutRooms,
  holdersOf,
  number,
  placeOf,
  rule,
  type Situation,
  type Verdict,
} from '../rule.ts';
import { oneUse, unknownOf } from '../unknown.ts';
import { bedroomKinds, leastOfKind } from './bedroom-kinds.ts';
import { alsoLess } from './stricter.ts';
import { isLess, tooSmall } from './too-small.ts';

/** The short side of a room, or any width of it that is enough. */
export const shortSideOf = perRoom((room, enough: number) =>
  shortSideOr({ outer: room.polygon, holes: room.holes }, room.label, enough),
);

/** R2: the least that may be called a bedroom, in area and in width. */
export const bedroomShape = rule({
  id: 'R2',
  topic: 'area',
  title: text('卧室的最小面积和短边', 'Least area and short side of a bedroom'),
  asks: text(
    '卧室不小于 {bedroom} m²，兼起居的卧室不小于 {bedLiving} m²，短边净宽不小于 {side:m} m。',
    'A bedroom has at least {bedroom} m², a bed-living room {bedLiving} m², and a clear short side of {side:m} m.',
  ),
  how: text(
    '墙面以内的净面积。矩形房间的短边净宽是较短的边；其他形状取房间里放得下的最大圆的直径，凹口不增也不减。房间有两个互相矛盾的标注时无法判定。',
    'Net area inside the wall faces. The short side of a rectangle is its shorter side; of any other shape the largest circle that fits, so that a niche neither adds nor takes. A room with contradicting tags cannot be judged.',
  ),
  numbers: {
    bedroom: number(5, 'm2', '卧室', 'bedroom'),
    bedLiving: number(9, 'm2', '兼起居的卧室', 'bed-living room'),
    side: number(1800, 'mm', '短边净宽', 'short side'),
  },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.1', 'B'),
  judge: (situation, { bedroom, bedLiving, side }) => {
    const sleeping = situation.rooms.filter(isBedroom);
    return [
      ...sleeping.flatMap((room): Verdict[] => {
        const least = room.use === 'bedroom' ? bedroom : bedLiving;
        const noun =
          room.use === 'bedroom' ? text('卧室', 'bedroom') : text('兼起居卧室', 'bed-living room');
        const more = alsoLess(situation, bedroomKinds, leastOfKind(situation, room), least);
        const small = isLess(room.area, least)
          ? [tooSmall(situation, room, noun, least, more)]
          : [];
        return [...small, ...narrow(situation, room, side)];
      }),
      ...unknownOf(
        situation,
        sleeping.filter(({ uses }) => uses.length > 1),
        oneUse,
        text('卧室的大小', 'the size of the bedroom'),
      ),
    ];
  },
});

function narrow({ plan }: Situation, room: Situation['rooms'][number], least: number): Verdict[] {
  const found = shortSideOf(room, least);
  const width = Math.round(found.width);
  if (width >= least) return [];
  const named = roomOf(plan, room);
  return [
    {
      key: `side/${room.storey}/${room.id}`,
      about: aboutRooms([room]),
      households: holdersOf(room),
      place: placeOf(room),
      measured: { value: width, unit: 'mm' },
      required: { value: least, unit: 'mm' },
      line: { storey: room.storey, from: found.from, to: found.to },
      text: text(
        `${named.zh}短边净宽 ${metres(width, least)} m，小于 ${metres(least, width)} m。`,
        `The short side of the ${named.en} is ${metres(width, least)} m clear, less than ${metres(least, width)} m.`,
      ),
    },
  ];
}
