import { middleOf } from '../../derive/door-swings.ts';
import { fixtureNouns } from '../../plan/words.ts';
import { text } from '../../text.ts';
import { byRoom } from '../by-room.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';
import { hitBy, hitsWall, swingsIn } from './swings.ts';

/** Doors that cannot open. */
export const doorSwing = rule({
  ...ofDrawing,
  id: 'drawing/door-swing',
  severity: 'warning',
  title: text('门打不开', 'Doors that cannot open'),
  asks: text(
    '门扇能开到 90°，不碰设施和墙。',
    'A leaf opens to 90° without hitting a fixture or a wall.',
  ),
  how: text(
    '门扇扫过的四分之一圆与房间里的设施、墙面、管井是否相碰；挂墙的热水器、燃气表和湿地面淋浴不算。',
    'Whether the quarter circle that the leaf sweeps meets a fixture, a wall or a boxed riser of the room; a heater or meter on the wall and a wet-floor shower do not count.',
  ),
  judge: (situation) => situation.rooms.flatMap((room) => stuckDoors(situation, room)),
});

const stuckDoors = byRoom((situation, room): readonly Verdict[] =>
  swingsIn(situation, room).flatMap((swing): Verdict[] => {
    const { id, opening } = swing.way;
    const hit = hitBy(situation, room, swing);
    if (!id || !opening || (!hit && !hitsWall(room, swing))) return [];
    const at = middleOf(situation.storeyOf(room), opening);
    const named = roomOf(situation.plan, room);
    const what = hit ? fixtureNouns[hit.fixture.kind] : text('墙', 'wall');
    const { storey } = room;
    return [
      {
        key: `${storey}/${id}`,
        about: [
          { kind: 'opening', id, storey },
          ...(hit ? [{ kind: 'fixture', id: hit.id, storey } as const] : []),
          ...aboutRooms([room]),
        ],
        households: holdersOf(room),
        place: at && { storey, at: { x: Math.round(at.x), y: Math.round(at.y) } },
        text: text(
          `${named.zh}的门开启时碰到${what.zh}，打不开。`,
          `The door into the ${named.en} hits the ${what.en} and does not open.`,
        ),
        fix: {
          kind: 'change-opening',
          label: text('改为向另一侧开', 'Let it swing the other way'),
          storey,
          opening: id,
          change: { side: opening.side === 'left' ? 'right' : 'left' },
        },
      },
    ];
  }),
);
