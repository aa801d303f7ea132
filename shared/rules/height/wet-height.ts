import { isWet } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, number, rule } from '../rule.ts';
import { lowRooms } from './low-rooms.ts';

/** H2 */
export const wetHeight = rule({
  id: 'H2',
  topic: 'height',
  title: text('厨房、卫生间净高', 'Height of kitchen and bathroom'),
  asks: text(
    '厨房、卫生间室内净高不小于 {least:m} m。',
    'Kitchen and bathroom are at least {least:m} m high clear.',
  ),
  how: text(
    '房间记录的净高，没有时用楼层记录的净高。都没有记录时，层高都不足的判为不符，其余无法判定。',
    'The clear height recorded for the room, else for the storey. Without a record, a room is reported only where its storey is too low even from floor to floor; any other cannot be judged.',
  ),
  numbers: { least: number(2200, 'mm', '净高', 'clear height') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.5.4-5', 'B+'),
  judge: (situation, { least }) =>
    lowRooms(
      situation,
      situation.rooms.filter((room) => isWet(room) && holdersOf(room).length > 0),
      least,
    ),
});
