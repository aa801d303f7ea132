import { isLivedIn } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, number, rule } from '../rule.ts';
import { lowRooms } from './low-rooms.ts';

/** H1. The local minimum of 2.10 m under beams is no fact of a plan. */
export const livingHeight = rule({
  id: 'H1',
  topic: 'height',
  title: text('卧室、起居室净高', 'Height of bedroom and living room'),
  asks: text(
    '卧室、起居室室内净高不小于 {least:m} m。',
    'Bedroom and living room are at least {least:m} m high clear.',
  ),
  how: text(
    '房间记录的净高，没有时用楼层记录的净高；规范另许局部降到 2.10 m，图上没有记录，不判。都没有记录时，层高都不足的判为不符，其余无法判定。',
    'The clear height recorded for the room, else for the storey; the code lets it be 2.10 m in places, which no plan records and is not judged. Without a record, a room is reported only where its storey is too low even from floor to floor; any other cannot be judged.',
  ),
  numbers: { least: number(2400, 'mm', '净高', 'clear height') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.5.2', 'B'),
  judge: (situation, { least }) =>
    lowRooms(
      situation,
      situation.rooms.filter((room) => isLivedIn(room) && holdersOf(room).length > 0),
      least,
    ),
});
