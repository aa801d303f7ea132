import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { numberOf, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { type HouseDoor, houseDoors, leastOf, narrowDoor } from './door-kinds.ts';
import { doorPassage } from './door-passage.ts';
import { newOpenings } from './door-widths.ts';

/** D1: openings that are newly made. */
export const doorOpenings = rule({
  id: newOpenings.id,
  topic: 'door',
  title: text('新开门洞宽度', 'Width of new door openings'),
  asks: text(
    '新开的门洞：入户 {entrance:m} m，卧室 {bedroom:m} m，厨房 {kitchen:m} m，卫生间 {bathroom:m} m。',
    'New door openings: entrance {entrance:m} m, bedroom {bedroom:m} m, kitchen {kitchen:m} m, bathroom {bathroom:m} m.',
  ),
  how: text(
    '门洞两侧墙垛之间的宽度；只看本次新开的门洞；保留的门洞、以及连 D2 都不满足的，按 D2。煤卫合一间的门兼作厨房门和卫生间门，取两者中较宽的。人不走进去的壁龛式厨房，其敞口不是门洞。门后房间没有标注的无法判定。',
    'Between the jambs; only openings that the works make; those that stay, and those that fail D2 already, go by D2. The door of a kitchen-bathroom serves as both, and goes by the wider of the two. The opening of a kitchen niche that nobody walks into is none. A door to a room without a tag cannot be judged.',
  ),
  numbers: newOpenings.numbers,
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.8.7', 'B'),
  judge: (situation, numbers) => {
    const { doors, unclear } = houseDoors(situation);
    const least = (door: HouseDoor): number => leastOf(door, (kind) => numbers[kind]);
    const rooms = unclear
      .filter(({ opening }) => opening.phase === 'new' && opening.width < numbers.bedroom)
      .map(({ room }) => room);
    return [
      ...doors
        .filter((door) => door.opening.phase === 'new' && door.opening.width < least(door))
        // What nobody gets through is D2's.
        .filter(
          (door) =>
            door.opening.width >=
            leastOf(door, (kind) => numberOf(situation.profile, doorPassage, kind) ?? 0),
        )
        .map((door) => narrowDoor(situation, door, least(door), text('洞口宽', 'an opening'))),
      ...unknownOf(
        situation,
        [...new Set(rooms)],
        text('新门后面房间的用途', 'the use of the room behind a new door'),
        text('门洞宽度', 'the width of the door'),
      ),
    ];
  },
});
