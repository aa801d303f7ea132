import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { type HouseDoor, houseDoors, leastOf, narrowDoor } from './door-kinds.ts';

/** D2: doors of existing dwellings, kept or new. */
export const doorPassage = rule({
  id: 'D2',
  topic: 'door',
  title: text('门的通行净宽', 'Clear passage of doors'),
  asks: text(
    '既有住宅的门：入户 {entrance:m} m，卧室 {bedroom:m} m，厨房 {kitchen:m} m，卫生间 {bathroom:m} m。',
    'Doors in existing dwellings: entrance {entrance:m} m, bedroom {bedroom:m} m, kitchen {kitchen:m} m, bathroom {bathroom:m} m.',
  ),
  how: text(
    '图上门洞两侧之间的净宽；门框和开启的门扇会再占去一些，图上没有记录。煤卫合一间的门兼作厨房门和卫生间门，取两者中较宽的。人不走进去的壁龛式厨房，其敞口不是门洞。门后房间没有标注的无法判定。',
    'Clear between the jambs as drawn; the frame and the open leaf take some of it, which no plan records. The door of a kitchen-bathroom serves as both, and goes by the wider of the two. The opening of a kitchen niche that nobody walks into is none. A door to a room without a tag cannot be judged.',
  ),
  numbers: {
    entrance: number(800, 'mm', '入户门', 'entrance'),
    bedroom: number(800, 'mm', '卧室门', 'bedroom'),
    kitchen: number(700, 'mm', '厨房门', 'kitchen'),
    bathroom: number(700, 'mm', '卫生间门', 'bathroom'),
  },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.1.14', 'B'),
  judge: (situation, numbers) => {
    const { doors, unclear } = houseDoors(situation);
    const least = (door: HouseDoor): number => leastOf(door, (kind) => numbers[kind]);
    const rooms = unclear
      .filter(({ opening }) => opening.width < numbers.bedroom)
      .map(({ room }) => room);
    return [
      ...doors
        .filter((door) => door.opening.width < least(door))
        .map((door) => narrowDoor(situation, door, least(door), text('净宽', 'a clear passage'))),
      ...unknownOf(
        situation,
        [...new Set(rooms)],
        text('门后面房间的用途', 'the use of the room behind a door'),
        text('门的通行净宽', 'the clear passage of the door'),
      ),
    ];
  },
});
