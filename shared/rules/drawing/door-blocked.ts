import { middleOf } from '../../derive/door-swings.ts';
import { isNicheOpening } from '../../derive/niche.ts';
import type { Room } from '../../derive/room.ts';
import { fixtureNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
import { nounOf, roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, rule, type Situation, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';
import { blockedBy, hitBy, isDoor, swingsIn } from './swings.ts';

/** Openings with something right before them. */
export const doorBlocked = rule({
  ...ofDrawing,
  id: 'drawing/door-blocked',
  severity: 'warning',
  title: text('门口被挡', 'Blocked doors'),
  asks: text('门和门洞前没有设施挡着。', 'Nothing stands right before a door or a passage.'),
  how: text(
    '洞口宽度以内、墙面前 {depth} mm 的地面上是否有设施；已经因开启相碰报过的不再报。人不走进去的壁龛式厨房，其敞口不是门口。',
    'Whether a fixture stands within the width of the opening, less than {depth} mm before the wall; what the swing of the door says already is not said again. The opening of a kitchen niche that nobody walks into is no doorway.',
  ),
  numbers: { depth: number(300, 'mm', '门前地面', 'floor before the door') },
  judge: (situation, { depth }) =>
    situation.rooms.flatMap((room) => blockedDoors(situation, room, depth)),
});

const blockedDoors = byRoom((situation, room, depth: number): readonly Verdict[] => {
  if (situation.fixturesOf(room).length === 0) return [];
  const swings = swingsIn(situation, room);
  return situation.waysOf(room).flatMap((way): Verdict[] => {
    const { id, opening } = way;
    if (!isDoor(way) || !id || !opening) return [];
    if (isNicheOpening(situation.storeyOf(room), room, way, situation.fixturesOf(room))) return [];
    const swing = swings.find((one) => one.way.id === id);
    if (swing && hitBy(situation, room, swing)) return [];
    const blocking = blockedBy(situation, room, way, depth);
    if (!blocking) return [];
    const at = middleOf(situation.storeyOf(room), opening);
    const named = roomOf(situation.plan, room);
    const behind = behindDoor(situation, room, way.to);
    const noun = fixtureNouns[blocking.fixture.kind];
    const { storey } = room;
    return [
      {
        key: `${storey}/${id}/${room.id}`,
        about: [
          { kind: 'opening', id, storey },
          { kind: 'fixture', id: blocking.id, storey },
          ...aboutRooms([room]),
        ],
        households: holdersOf(room),
        place: at && { storey, at: { x: Math.round(at.x), y: Math.round(at.y) } },
        text: text(
          `${named.zh}通往${behind.zh}的门口被${noun.zh}挡住。`,
          `The ${noun.en} stands in the doorway from the ${named.en} to ${behind.en}.`,
        ),
      },
    ];
  });
});

/** Where a door leads: whose room it is where it is another's. */
function behindDoor(situation: Situation, room: Room, to: Room | null): Text {
  if (to === null) return text('室外', 'outside');
  const isSame = to.holders.join() === room.holders.join();
  const { zh, en } = isSame ? nounOf(to) : roomOf(situation.plan, to);
  return text(zh, `the ${en}`);
}
