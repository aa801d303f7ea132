import { text } from '../../text.ts';
import { shortSideOf } from '../area/bedroom-shape.ts';
import { codeClause } from '../finding.ts';
import { metres, roomOf } from '../room-words.ts';
import { aboutRooms, number, placeOf, rule, type Situation, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

/** C3: the flights of a public stair. */
export const stairFlight = rule({
  id: 'C3',
  topic: 'width',
  title: text('公共楼梯梯段净宽', 'Clear width of public stairs'),
  asks: text(
    '{storeys} 层及以下、一边设栏杆的梯段净宽不小于 {low:m} m，其余不小于 {high:m} m。',
    'Flights in buildings of up to {storeys} storeys, open on one side, are at least {low:m} m wide clear, others {high:m} m.',
  ),
  how: text(
    '用楼梯间记录的梯段净宽；一边是否设栏杆按层数推定。没有记录时，楼梯间短边都不足的判为不符，其余无法判定。',
    'The width of the flights as recorded for the stair; whether one side is open goes by the number of storeys. Without a record, a stair is reported only where its own short side is too narrow already; any other cannot be judged.',
  ),
  numbers: {
    low: number(1000, 'mm', '楼层较少、一边设栏杆', 'fewer storeys, open on one side'),
    high: number(1100, 'mm', '其余', 'others'),
    storeys: number(6, 'count', '楼层较少指不超过（层）', 'fewer storeys: up to'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 6.3.1', 'B'),
  judge: (situation, { low, high, storeys }) => {
    const above = situation.after.filter(({ storey }) => situation.storeyOf({ storey }).level > 0);
    const least = above.length <= storeys ? low : high;
    const stairs = situation.rooms.filter(
      ({ use, holders }) =>
        use === 'stair' && (holders.includes('building') || holders.length === 0),
    );
    const unclear: Situation['rooms'][number][] = [];
    const found = stairs.flatMap((room): Verdict[] => {
      const side = shortSideOf(room, least);
      const recorded = situation.storeyOf(room);
      const flight = room.tags
        .map((id) => recorded.rooms[id]?.flight)
        .find((one) => one !== undefined);
      const width = flight ?? Math.round(side.width);
      if (flight === undefined && width >= least) {
        unclear.push(room);
        return [];
      }
      if (width >= least) return [];
      const named = roomOf(situation.plan, room);
      // The whole stair is no wider; what its flights are, nobody recorded.
      const most = flight === undefined ? text('至多', 'at most ') : text('', '');
      return [
        {
          key: `${room.storey}/${room.id}`,
          about: aboutRooms([room]),
          place: placeOf(room),
          measured: { value: width, unit: 'mm' },
          ...(flight === undefined ? { atMost: true as const } : {}),
          required: { value: least, unit: 'mm' },
          ...(flight === undefined
            ? { line: { storey: room.storey, from: side.from, to: side.to } }
            : {}),
          text: text(
            `${named.zh}梯段净宽${most.zh} ${metres(width, least)} m，小于 ${metres(least, width)} m。`,
            `The flights of the ${named.en} are ${most.en}${metres(width, least)} m wide, less than ${metres(least, width)} m.`,
          ),
        },
      ];
    });
    return [
      ...found,
      ...unknownOf(
        situation,
        unclear,
        text('梯段净宽', 'the clear width of the flights'),
        text('楼梯净宽', 'the width of the stair'),
      ),
    ];
  },
});
