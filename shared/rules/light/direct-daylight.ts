import { kitchenUses, livingUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { litSpaces } from './lit-space.ts';

/** K6: a window straight outside. */
export const directDaylight = rule({
  id: 'K6',
  topic: 'light',
  title: text('直接采光', 'Direct daylight'),
  asks: text(
    '厨房、卧室、起居室有直接采光的窗。',
    'Kitchen, bedroom and living room have a window straight outside.',
  ),
  how: text(
    '房间，或与它之间只隔分界线的房间，有窗开向室外或阳台；开向走廊、楼梯、管道井的不算。只有通室外的门，或窗开向未标注的房间（可能是天井）时无法判定。',
    'The room, or one that only a boundary parts from it, has a window outside or onto a balcony; onto a corridor, stair or shaft does not count. With only a door outside, or a window onto a room without a tag (a light well, perhaps), it cannot be judged.',
  ),
  numbers: {},
  severity: 'warning',
  source: codeClause('GB 55038-2025 6.2.2', 'B'),
  judge: (situation) => {
    const dark = litSpaces(situation, [...kitchenUses, ...livingUses]).filter(
      ({ given }) => given.windows.length === 0,
    );
    const unclear = dark.filter(({ given }) => given.doors.length + given.unsure.length > 0);
    return [
      ...dark
        .filter((space) => !unclear.includes(space))
        .flatMap(({ rooms }) =>
          rooms.map((room): Verdict => {
            const named = roomOf(situation.plan, room);
            return {
              key: `${room.storey}/${room.id}`,
              about: aboutRooms([room]),
              households: holdersOf(room),
              place: placeOf(room),
              measured: { value: 0, unit: 'count' },
              required: { value: 1, unit: 'count' },
              text: text(
                `${named.zh}没有开向室外的窗，没有直接采光。`,
                `The ${named.en} has no window to the outside, so no direct daylight.`,
              ),
            };
          }),
        ),
      ...unknownOf(
        situation,
        unclear.flatMap(({ rooms }) => rooms),
        text(
          '通室外的门是否有玻璃、窗外是否天井',
          'whether the door outside is glazed or the window looks onto a light well',
        ),
        text('直接采光', 'direct daylight'),
      ),
    ];
  },
});
