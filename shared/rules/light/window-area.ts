import { kitchenUses, livingUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { glassIn, isLessArea, litSpaces, shareOfFloor, tooLittle } from './lit-space.ts';

/** L1: windows to floor. */
export const windowArea = rule({
  id: 'L1',
  topic: 'light',
  title: text('窗地面积比', 'Window area to floor area'),
  asks: text(
    '卧室、起居室、厨房的窗洞面积不小于地面面积的 1/{part}。',
    'Windows of bedroom, living room and kitchen are at least 1/{part} of the floor.',
  ),
  how: text(
    '开向室外或阳台的窗洞面积，离地 {above:m} m 以下和高出房间净高（没有记录的按层高）的部分不计；开敞相连的房间合并计算。完全没有窗的按 K6。窗外是未标注房间的无法判定。',
    'Windows outside or onto a balcony, without what lies below {above:m} m or above the clear height of the room (the height of the storey where none is recorded); rooms that only boundaries part count together. Without any window, K6 applies. A window onto a room without a tag cannot be judged.',
  ),
  numbers: {
    part: number(7, 'nth', '窗地面积比', 'windows to floor'),
    above: number(500, 'mm', '此高度以下不计', 'height below which a window does not count'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 7.1', 'B'),
  judge: (situation, { part, above }) => {
    const spaces = litSpaces(situation, [...kitchenUses, ...livingUses]).filter(
      (space) => space.given.windows.length > 0 || space.given.unsure.length > 0,
    );
    const short = spaces.filter((space) => isLessArea(glassIn(space, above), space.floor / part));
    const unclear = short.filter(({ given }) => given.unsure.length > 0);
    return [
      ...short
        .filter((space) => !unclear.includes(space))
        .map((space) =>
          tooLittle(situation, space, glassIn(space, above), space.floor / part, {
            what: text('采光窗面积', 'window for daylight'),
            why: shareOfFloor(space, part),
          }),
        ),
      ...unknownOf(
        situation,
        unclear.flatMap(({ rooms }) => rooms),
        text('窗外房间的用途', 'what lies outside the window'),
        text('窗地面积比', 'window area to floor area'),
      ),
    ];
  },
});
