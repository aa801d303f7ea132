import { text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
import { codeClause } from '../finding.ts';
import { metres, roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { doorsOf, widthOfWay } from './passage.ts';

/** C2: what stays of a public corridor. */
export const corridorWidth = rule({
  id: 'C2',
  topic: 'width',
  title: text('公共走廊净宽', 'Clear width of a public corridor'),
  asks: text(
    '公共走廊净宽不小于 {least:m} m。',
    'A public corridor is at least {least:m} m wide clear.',
  ),
  how: text(
    '一个人（按圆计）从走廊的每扇门走到每扇门，途中最窄处的宽度；扣除立管、柱子和摆放的设施，不是外接矩形的宽。没有指定归属的走廊无法判定。',
    'The narrowest place on the way of a round person from every door of the corridor to every other, less risers, columns and what stands there; not the width of the box around it. A corridor that nobody holds cannot be judged.',
  ),
  numbers: { least: number(1200, 'mm', '净宽', 'clear width') },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.2.1', 'B'),
  judge: (situation, { least }) => {
    const corridors = situation.rooms.filter(
      ({ use, holders }) => use === 'corridor' || (use === 'hall' && holders.includes('building')),
    );
    return [
      ...corridors
        .filter(({ holders }) => holders.includes('building'))
        .flatMap((room) => narrowPlace(situation, room, least)),
      ...unknownOf(
        situation,
        corridors.filter(({ holders }) => holders.length === 0),
        text('归属', 'who holds it'),
        text('公共走廊净宽', 'the clear width of the corridor'),
      ),
    ];
  },
});

const narrowPlace = byRoom((situation, room, least: number): readonly Verdict[] => {
  const places = doorsOf(situation, room).map(({ at }) => at);
  const found = widthOfWay(situation, room, places, least, 'C2');
  const width = Math.round(found.width);
  if (width >= least) return [];
  const named = roomOf(situation.plan, room);
  return [
    {
      key: `${room.storey}/${room.id}`,
      about: aboutRooms([room]),
      households: holdersOf(room),
      place: placeOf(room),
      measured: { value: width, unit: 'mm' },
      required: { value: least, unit: 'mm' },
      line: { storey: room.storey, from: found.from, to: found.to },
      text: text(
        `${named.zh}最窄处净宽 ${metres(width, least)} m，小于 ${metres(least, width)} m。`,
        `The ${named.en} is ${metres(width, least)} m wide at its narrowest, less than ${metres(least, width)} m.`,
      ),
    },
  ];
});
