import { middleOf } from '../../derive/door-swings.ts';
import { text } from '../../text.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, rule, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';
import { sweepSame, swingsIn } from './swings.ts';

/** Two leaves that sweep the same floor. */
export const doorsCollide = rule({
  ...ofDrawing,
  id: 'drawing/doors-collide',
  severity: 'warning',
  title: text('两扇门相碰', 'Doors that collide'),
  asks: text(
    '开向同一间的两扇门互不相碰。',
    'Two doors that open into one room do not hit each other.',
  ),
  how: text(
    '同一房间里两扇门扇扫过的四分之一圆是否重叠。',
    'Whether the quarter circles of two leaves in one room overlap.',
  ),
  judge: (situation) =>
    situation.rooms.flatMap((room) => {
      const swings = swingsIn(situation, room);
      return swings.flatMap((one, index) =>
        swings.slice(index + 1).flatMap((other): Verdict[] => {
          const [first, second] = [one.way.id, other.way.id];
          if (!first || !second || !sweepSame(one, other)) return [];
          const at = middleOf(situation.storeyOf(room), one.way.opening!);
          const named = roomOf(situation.plan, room);
          const { storey } = room;
          return [
            {
              key: `${storey}/${[first, second].sort().join('+')}`,
              about: [
                { kind: 'opening', id: first, storey },
                { kind: 'opening', id: second, storey },
                ...aboutRooms([room]),
              ],
              households: holdersOf(room),
              place: at && { storey, at: { x: Math.round(at.x), y: Math.round(at.y) } },
              text: text(
                `${named.zh}里有两扇门开启时相碰。`,
                `Two doors hit each other in the ${named.en}.`,
              ),
              fix: {
                kind: 'change-opening',
                label: text('一扇改为向另一侧开', 'Let one swing the other way'),
                storey,
                opening: second,
                change: { side: other.way.opening?.side === 'left' ? 'right' : 'left' },
              },
            },
          ];
        }),
      );
    }),
});
