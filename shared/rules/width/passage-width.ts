import type { WayOut } from '../../derive/room-contents.ts';
import { distance, midpoint } from '../../geometry/point.ts';
import type { Point } from '../../plan/model.ts';
import { livingUses, wetUses } from '../../plan/room-uses.ts';
import { roomUseWords } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
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
import { unknownOf } from '../unknown.ts';
import { doorsOf, widthOfWay } from './passage.ts';

type Room = Situation['rooms'][number];

/** C1: halls within a dwelling. */
export const passageInDwelling = rule({
  id: 'C1',
  topic: 'width',
  title: text('套内过道净宽', 'Clear width of a passage in a dwelling'),
  asks: text(
    '入户过道净宽不小于 {entry:m} m，通往卧室、起居室的不小于 {bedroom:m} m，通往厨房、卫生间的不小于 {wet:m} m。',
    'The entry is at least {entry:m} m wide, the way to a bedroom or living room {bedroom:m} m, to a kitchen or bathroom {wet:m} m.',
  ),
  how: text(
    '只量标注为过道的房间，以及归住户、不归公共的走廊（几户合用的也按套内过道）：入户门内放得下的最大圆的直径；从入户门（没有时从其他门）走到各房间的门，途中最窄处的宽度，扣除立管和摆放的设施。通到未标注房间的无法判定。',
    'In rooms tagged as halls, and in corridors that households hold and the building does not (of several households too): the largest circle that fits right inside the entrance door; then the narrowest place on the way from the entrance (or, without one, from the other doors) to the door of each room, less risers and what stands there. A way to a room without a tag cannot be judged.',
  ),
  numbers: {
    entry: number(1100, 'mm', '入户过道', 'entry'),
    bedroom: number(1000, 'mm', '通往卧室、起居室', 'to a bedroom or living room'),
    wet: number(900, 'mm', '通往厨房、卫生间', 'to a kitchen or bathroom'),
  },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.13', 'B'),
  judge: (situation, numbers) => {
    const halls = situation.rooms.filter(
      (room) =>
        holdersOf(room).length > 0 &&
        (room.use === 'hall' || (room.use === 'corridor' && !room.holders.includes('building'))),
    );
    const unclear = halls.filter((room) =>
      situation.waysOf(room).some(({ to, link }) => link.kind !== 'window' && to?.use === null),
    );
    return [
      ...halls.flatMap((room) =>
        narrowHall(situation, room, numbers.entry, numbers.bedroom, numbers.wet),
      ),
      ...unknownOf(
        situation,
        unclear,
        text('相邻房间的用途', 'the use of the room that it leads to'),
        text('过道净宽', 'the clear width of the passage'),
      ),
    ];
  },
});

const isEntrance = ({ to }: WayOut): boolean => to === null || to.holders.includes('building');

const narrowHall = byRoom(
  (situation, room, entry: number, bedroom: number, wet: number): readonly Verdict[] => [
    ...narrowWays(situation, room, { entry, bedroom, wet }),
  ],
);

function* narrowWays(
  situation: Situation,
  room: Room,
  numbers: { readonly entry: number; readonly bedroom: number; readonly wet: number },
): Generator<Verdict> {
  const doors = doorsOf(situation, room);
  const entrances = doors.filter(({ way }) => isEntrance(way));
  const ways: [key: string, at: typeof doors, least: number, words: Text][] = [
    ['entry', entrances.slice(0, 1), numbers.entry, text('入户处', 'at the entrance')],
  ];
  for (const door of doors) {
    const { use = null } = door.way.to ?? {};
    if (use === null || isEntrance(door.way)) continue;
    const least = livingUses.includes(use)
      ? numbers.bedroom
      : wetUses.includes(use)
        ? numbers.wet
        : 0;
    const from = entrances[0] ?? doors.find((other) => other !== door);
    if (least === 0 || !from) continue;
    const { zh, en } = roomUseWords[use];
    const words = text(`通往${zh}处`, `on the way to the ${en.toLowerCase()}`);
    ways.push([door.way.id ?? use, [from, door], least, words]);
  }
  const most = Math.max(...ways.map(([, , least]) => least));
  const whole = doors.map(({ at }) => at);
  // Where somebody gets everywhere, and is as wide as any way asks, no way need be measured.
  const everywhere = widthOfWay(situation, room, whole, most, 'C1').width;
  if (Math.round(everywhere) >= most) return;
  // What narrows several ways in one place is said once, of the way that asks most.
  const said: { readonly width: number; readonly middle: Point }[] = [];
  for (const [key, at, least, words] of ways.toSorted((one, other) => other[2] - one[2])) {
    if (at.length === 0) continue;
    const places = at.map((door) => door.at);
    const found = widthOfWay(
      situation,
      room,
      places,
      least,
      `C1/${key}`,
      Math.min(least, Math.floor(everywhere)),
    );
    const width = Math.round(found.width);
    if (width >= least) continue;
    const middle = midpoint(found.from, found.to);
    const isSaid = said.some((one) => one.width === width && distance(one.middle, middle) < width);
    if (isSaid) continue;
    said.push({ width, middle });
    const named = roomOf(situation.plan, room);
    yield {
      key: `${room.storey}/${room.id}/${key}`,
      about: aboutRooms([room]),
      households: holdersOf(room),
      place: placeOf(room),
      measured: { value: width, unit: 'mm' },
      required: { value: least, unit: 'mm' },
      line: { storey: room.storey, from: found.from, to: found.to },
      text: text(
        `${named.zh}${words.zh}净宽 ${metres(width, least)} m，小于 ${metres(least, width)} m。`,
        `The ${named.en} is ${metres(width, least)} m wide ${words.en}, less than ${metres(least, width)} m.`,
      ),
    };
  }
}
