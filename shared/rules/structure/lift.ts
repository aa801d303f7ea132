import { jambsOf } from '../../derive/door-swings.ts';
import type { Room } from '../../derive/room.ts';
import { isBedroom } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { metres, nounOfUse, ofWhom, roomOf } from '../room-words.ts';
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

/** E1: a lift that is added. */
export const lift = rule({
  id: 'E1',
  topic: 'structure',
  title: text('加装电梯', 'An added lift'),
  asks: text(
    '轿厢门净宽不小于 {door:m} m，井道不与卧室相邻。',
    'The door of the car is at least {door:m} m wide, and the shaft is not next to a bedroom.',
  ),
  how: text(
    '标注为电梯的房间：通向它的门的宽度，以及与它共墙的房间。没有画门的电梯无法判定。',
    'Rooms tagged as lifts: how wide the doors into them are, and which rooms share a wall with them. A lift without a door cannot be judged.',
  ),
  numbers: { door: number(800, 'mm', '轿厢门净宽', 'door of the car') },
  severity: 'warning',
  source: codeClause('GB 55038-2025 4.2.5, 4.2.3', 'B'),
  judge: (situation, { door }) => {
    const lifts = situation.rooms.filter(({ use }) => use === 'lift');
    return [
      ...lifts.flatMap((room) => [
        ...narrowDoors(situation, room, door),
        ...besideBedrooms(situation, room),
      ]),
      ...unknownOf(
        situation,
        lifts.filter((room) => situation.waysOf(room).length === 0),
        text('电梯门', 'the door of the lift'),
        text('轿厢门净宽', 'its width'),
      ),
    ];
  },
});

function narrowDoors(situation: Situation, room: Room, least: number): Verdict[] {
  const { storey } = room;
  return situation.waysOf(room).flatMap(({ id, opening, link }): Verdict[] => {
    if (!id || !opening || link.kind === 'window' || opening.width >= least) return [];
    const jambs = jambsOf(situation.storeyOf(room), opening);
    const where = ofWhom(situation.plan, room);
    return [
      {
        key: `${storey}/${id}`,
        about: [{ kind: 'opening', id, storey }],
        place: placeOf(room),
        measured: { value: opening.width, unit: 'mm' },
        required: { value: least, unit: 'mm' },
        ...(jambs ? { line: { storey, from: jambs[0], to: jambs[1] } } : {}),
        text: text(
          `${where.zh}电梯门净宽 ${metres(opening.width, least)} m，小于 ${metres(least, opening.width)} m。`,
          `The lift door${where.en} is ${metres(opening.width, least)} m wide, less than ${metres(least, opening.width)} m.`,
        ),
      },
    ];
  });
}

/** mm of wall in common from which rooms are neighbours. */
const leastCommon = 100;

function besideBedrooms(situation: Situation, room: Room): Verdict[] {
  const storey = situation.after.find((one) => one.storey === room.storey)!;
  const beside = new Set<Room>();
  for (const stretches of storey.stretches.values()) {
    for (const { from, to, left, right } of stretches) {
      const other = left === room.id ? right : right === room.id ? left : null;
      const found = other === null || to - from < leastCommon ? undefined : storey.byId.get(other);
      if (found && isBedroom(found)) beside.add(found);
    }
  }
  return [...beside]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((bedroom): Verdict => {
      const named = roomOf(situation.plan, bedroom);
      const noun = nounOfUse(room);
      return {
        key: `${room.storey}/${room.id}/${bedroom.id}`,
        about: aboutRooms([room, bedroom]),
        households: holdersOf(bedroom),
        place: placeOf(room),
        text: text(
          `${named.zh}紧邻${noun.zh}井道。`,
          `The ${named.en} is next to the shaft of the ${noun.en}.`,
        ),
      };
    });
}
