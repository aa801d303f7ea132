import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { nounOfUse, roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

/** B3: a WC room opens neither into a living room nor into a kitchen. */
export const bathroomDoor = rule({
  id: 'B3',
  topic: 'bathroom',
  title: text('卫生间的门开向', 'Where a bathroom opens'),
  asks: text(
    '无前室的卫生间，门不直接开向起居室（厅）或厨房。',
    'The door of a WC without a lobby does not open straight into a living room or kitchen.',
  ),
  how: text(
    '有便器的卫生间，经门、门洞或分界线直接相连的房间。煤卫合一间本身除外；相连的房间没有标注时无法判定。',
    'The rooms that a bathroom with a WC meets through a door, a passage or a boundary. A kitchen-bathroom itself is left out; a room without a tag cannot be judged.',
  ),
  numbers: {},
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.4.3; GB 55038-2025 4.1.6', 'B'),
  judge: (situation) => {
    const bathrooms = situation.rooms.filter(
      (room) => room.use === 'bathroom' && situation.fixturesIn.get(room)?.includes('wc'),
    );
    const beside = bathrooms.map((room) => ({
      room,
      ways: situation.waysOf(room).filter(({ link, to }) => link.kind !== 'window' && to),
    }));
    return [
      ...beside.flatMap(({ room, ways }) =>
        ways.flatMap(({ to, id, link }): Verdict[] => {
          if (to?.use !== 'living' && to?.use !== 'kitchen') return [];
          const named = roomOf(situation.plan, room);
          const other = nounOfUse(to);
          return [
            {
              key: `${room.storey}/${id ?? link.wall}`,
              about: [
                ...aboutRooms([room, to]),
                ...(id ? [{ kind: 'opening', id, storey: room.storey } as const] : []),
              ],
              households: holdersOf(room),
              place: placeOf(room),
              text: text(
                `${named.zh}的门直接开向${other.zh}，中间没有前室。`,
                `The ${named.en} opens straight into the ${other.en}, without a lobby between.`,
              ),
            },
          ];
        }),
      ),
      ...unknownOf(
        situation,
        beside
          .filter(({ ways }) => ways.some(({ to }) => to?.use === null))
          .map(({ room }) => room),
        text('相连房间的用途', 'the use of the room that it opens into'),
        text('卫生间的门开向', 'where the bathroom opens'),
      ),
    ];
  },
});
