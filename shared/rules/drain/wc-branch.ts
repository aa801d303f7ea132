import { text } from '../../text.ts';
import { metres, roomOf } from '../room-words.ts';
import { holdersOf, number, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { fixtureIn } from '../which-fixture.ts';
import { allDrains, choiceOfStack, drainLength, roomsOf } from './stacks.ts';

/** The WC near its soil stack. */
export const wcBranch = rule({
  id: 'wc-branch',
  topic: 'drain',
  title: text('便器靠近污水立管', 'A WC near its soil stack'),
  asks: text(
    '便器到污水立管 {most:m} m 以内。',
    'A WC stands within {most:m} m of its soil stack.',
  ),
  how: text(
    `从便器靠墙一边的中点到所接污水立管的中心，在平面上量直线，不足一厘米的零头不计。${choiceOfStack.zh}该层没有画污水立管的无法判定。`,
    `From the middle of its back edge straight to the centre of its soil stack, on the plan, in whole centimetres. ${choiceOfStack.en} A storey without a soil stack cannot be judged.`,
  ),
  numbers: { most: number(1000, 'mm', '最远', 'farthest') },
  severity: 'warning',
  source: {
    clause: text('行业常用尺寸', 'usual sizes of the trade'),
    certainty: 'C',
  },
  judge: (situation, { most }) => {
    const wcs = allDrains(situation).filter(({ fixture }) => fixture.kind === 'wc');
    return [
      ...wcs.flatMap(({ id, fixture, room, from, riser, length }): Verdict[] => {
        if (!riser || Math.round(length) <= most) return [];
        const named = roomOf(situation.plan, room);
        const value = drainLength(length, most);
        const noun = fixtureIn(situation, room, { id, fixture });
        return [
          {
            key: `${room.storey}/${id}`,
            about: [
              { kind: 'fixture', id, storey: room.storey },
              { kind: 'riser', id: riser.id, storey: room.storey },
            ],
            households: holdersOf(room),
            place: { storey: room.storey, at: { x: Math.round(from.x), y: Math.round(from.y) } },
            measured: { value, unit: 'mm' },
            required: { value: most, unit: 'mm' },
            line: { storey: room.storey, from, to: riser.riser.at },
            text: text(
              `${named.zh}里，${noun.zh}离污水立管约 ${metres(value, most)} m，宜在 ${metres(most, value)} m 以内。`,
              `The ${noun.en} in the ${named.en} is about ${metres(value, most)} m from its soil stack; it should be within ${metres(most, value)} m.`,
            ),
          },
        ];
      }),
      ...unknownOf(
        situation,
        roomsOf(wcs.filter(({ riser }) => !riser)),
        text('污水立管', 'a soil stack'),
        text('便器到立管的距离', 'how far the WC is from it'),
      ),
    ];
  },
});
