import { bathroomUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { litSpaces } from '../light/lit-space.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, placeOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';

/** B6: a bathroom without a window. */
export const exhaust = rule({
  id: 'B6',
  topic: 'bathroom',
  title: text('无窗卫生间的机械排风', 'Exhaust of a windowless bathroom'),
  asks: text(
    '无外窗的卫生间设机械排风和防倒灌止回阀。',
    'A bathroom without a window has mechanical exhaust with a backflow damper.',
  ),
  how: text(
    '卫生间没有开向室外的窗时，看房间属性里“机械排风”的记录；没有记录的无法判定。',
    'Where a bathroom has no window outside, what the room records about mechanical exhaust; without a record it cannot be judged.',
  ),
  numbers: {},
  severity: 'warning',
  source: codeClause('GB 55038-2025 7.2.6', 'B'),
  judge: (situation) => {
    const dark = litSpaces(situation, bathroomUses)
      .filter(({ given }) => given.windows.length === 0)
      .flatMap(({ rooms }) => rooms)
      .map((room) => {
        const tags = situation.storeyOf(room).rooms;
        const said = room.tags.map((id) => tags[id]?.exhaust).find((one) => one !== undefined);
        return { room, said };
      });
    return [
      ...dark
        .filter(({ said }) => said === false)
        .map(({ room }): Verdict => {
          const named = roomOf(situation.plan, room);
          return {
            key: `${room.storey}/${room.id}`,
            about: aboutRooms([room]),
            households: holdersOf(room),
            place: placeOf(room),
            text: text(
              `${named.zh}没有外窗，也没有机械排风。`,
              `The ${named.en} has neither a window outside nor mechanical exhaust.`,
            ),
          };
        }),
      ...unknownOf(
        situation,
        dark.filter(({ said }) => said === undefined).map(({ room }) => room),
        text('机械排风', 'mechanical exhaust'),
        text('无窗卫生间的排风', 'the exhaust of the windowless bathroom'),
      ),
    ];
  },
});
