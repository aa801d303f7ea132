import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import { isBathroom, isBedroom } from '../../plan/room-uses.ts';
import { fixtureNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { aboutFixture, burnersIn, fuelMissing, isGas, isUnsaid } from './gas-fixtures.ts';

/** Where gas must not burn: any appliance in a bedroom, a water heater in a bathroom. */
const isBanned = (room: Room, { fixture }: Placed): boolean =>
  isBedroom(room) || (isBathroom(room) && fixture.kind === 'water-heater');

/** G2. A ban for safety, so a breach. */
export const gasBanned = rule({
  id: 'G2',
  topic: 'gas',
  title: text('不得设燃气器具的房间', 'Rooms without gas'),
  asks: text(
    '卧室内不设燃气设备，卫生间内不设燃气热水器。',
    'No gas equipment stands in a bedroom, and no gas water heater in a bathroom.',
  ),
  how: text(
    '看图上灶具、热水器所在的房间和注明的燃料；兼起居的卧室算卧室，煤卫合一间算卫生间。没有注明燃料的无法判定。',
    'By the room in which cooker and heater are drawn, and their fuel; a bed-living room is a bedroom, a kitchen-bathroom a bathroom. Without a fuel it cannot be judged.',
  ),
  numbers: {},
  severity: 'breach',
  source: codeClause('GB 50096-2011 8.4.3', 'B'),
  judge: (situation) => {
    const placed = situation.rooms.flatMap((room) =>
      burnersIn(situation, room)
        .filter((one) => isBanned(room, one))
        .map((one) => ({ room, one })),
    );
    return [
      ...placed
        .filter(({ one }) => isGas(one))
        .map(({ room, one }): Verdict => {
          const named = roomOf(situation.plan, room);
          const noun = fixtureNouns[one.fixture.kind];
          return {
            key: `${room.storey}/${one.id}`,
            about: [aboutFixture(room, one), ...aboutRooms([room])],
            households: holdersOf(room),
            place: placeOf(room),
            text: text(
              `${named.zh}里有燃气${noun.zh}。`,
              `A gas ${noun.en} stands in the ${named.en}.`,
            ),
          };
        }),
      ...unknownOf(
        situation,
        [...new Set(placed.filter(({ one }) => isUnsaid(one)).map(({ room }) => room))],
        fuelMissing,
        text('能否放在这间房里', 'whether it may stand there'),
      ),
    ];
  },
});
