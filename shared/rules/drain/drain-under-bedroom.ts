import { partUnder, roomsAlong, roomsBeside } from '../../derive/drain-ways.ts';
import { drainsOf, stacksOf } from '../../derive/drains.ts';
import { isBedroom } from '../../plan/room-uses.ts';
import { riserNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { metres, roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, rule, type Situation, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { fixtureIn } from '../which-fixture.ts';
import {
  allDrains,
  choiceOfStack,
  drainLength,
  hasStacks,
  roomsOf,
  stackMissing,
} from './stacks.ts';

/** P2: neither a branch nor a stack in a bedroom. */
export const drainUnderBedroom = rule({
  id: 'P2',
  topic: 'drain',
  title: text('排水管不穿过卧室', 'No drain through a bedroom'),
  asks: text('排水管道不穿过卧室。', 'Drains do not run through a bedroom.'),
  how: text(
    `从洁具到所接的立管在平面上拉直线，量穿过卧室净面积的长度；立管的管井不凸入卧室。短于 {slack:m} m 的不计。${choiceOfStack.zh}该层没有画排水立管的无法判定。`,
    `A straight line on the plan from the fixture to its stack, and how much of it lies in a bedroom; a boxed stack does not jut into a bedroom. Less than {slack:m} m does not count. ${choiceOfStack.en} A storey without stacks cannot be judged.`,
  ),
  numbers: { slack: number(100, 'mm', '允许值', 'tolerance') },
  severity: 'warning',
  source: codeClause('GB 55038-2025 7.1.6', 'B'),
  judge: (situation, { slack }) => {
    const drains = allDrains(situation);
    return [
      ...branches(situation, slack),
      ...stacksInBedrooms(situation),
      ...unknownOf(
        situation,
        roomsOf(drains.filter(({ room }) => !hasStacks(situation, room))),
        stackMissing,
        text('排水管的走向', 'where the drain runs'),
      ),
    ];
  },
});

function branches(situation: Situation, slack: number): Verdict[] {
  return situation.after.flatMap((rooms) =>
    drainsOf(rooms, situation.storeyOf(rooms), 'after').flatMap((drain) => {
      const { riser, from, room, id, fixture } = drain;
      if (!riser || isBedroom(room)) return [];
      return roomsAlong(rooms, from, riser.riser.at)
        .filter(isBedroom)
        .flatMap((bedroom): Verdict[] => {
          const { length, ...part } = partUnder(bedroom, from, riser.riser.at);
          if (length <= slack) return [];
          const [one, other] = [roomOf(situation.plan, room), roomOf(situation.plan, bedroom)];
          const noun = fixtureIn(situation, room, { id, fixture });
          const value = drainLength(length, slack);
          return [
            {
              key: `${room.storey}/${id}/${bedroom.id}`,
              about: [
                { kind: 'fixture', id, storey: room.storey },
                { kind: 'riser', id: riser.id, storey: room.storey },
                ...aboutRooms([bedroom]),
              ],
              households: [...new Set([...holdersOf(room), ...holdersOf(bedroom)])].sort(),
              place: { storey: room.storey, at: { x: Math.round(from.x), y: Math.round(from.y) } },
              measured: { value, unit: 'mm' },
              required: { value: 0, unit: 'mm' },
              line: { storey: room.storey, ...part },
              text: text(
                `${one.zh}里，${noun.zh}到立管的排水管要穿过${other.zh}约 ${metres(value)} m。`,
                `The drain of the ${noun.en} in the ${one.en} runs about ${metres(value)} m through the ${other.en} to its stack.`,
              ),
            },
          ];
        });
    }),
  );
}

function stacksInBedrooms(situation: Situation): Verdict[] {
  return situation.after.flatMap((rooms) =>
    stacksOf(situation.storeyOf(rooms).risers, 'after').flatMap(({ id, riser }) =>
      roomsBeside(rooms, riser)
        .filter(isBedroom)
        .map((bedroom): Verdict => {
          const named = roomOf(situation.plan, bedroom);
          const noun = riserNouns[riser.kind];
          return {
            key: `${rooms.storey}/${id}/${bedroom.id}`,
            about: [{ kind: 'riser', id, storey: rooms.storey }, ...aboutRooms([bedroom])],
            households: holdersOf(bedroom),
            place: { storey: rooms.storey, at: riser.at },
            text: text(
              `${noun.zh}立在${named.zh}里。`,
              `The ${noun.en} stands in the ${named.en}.`,
            ),
          };
        }),
    ),
  );
}
