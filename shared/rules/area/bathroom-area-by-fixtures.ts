import type { FixtureKind } from '../../plan/model.ts';
import { fixtureNouns } from '../../plan/words.ts';
import { type Text, text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { heldBathrooms, washingIn } from './bathroom-area.ts';
import { isLess, tooSmall } from './too-small.ts';

/** What stands together, and the number that says how much it takes. */
const combinations = [
  { name: 'wcShower', kinds: ['wc', 'shower'] },
  { name: 'basinShower', kinds: ['basin', 'shower'] },
  { name: 'wcBasin', kinds: ['wc', 'basin'] },
  { name: 'basinWasher', kinds: ['basin', 'washer'] },
  { name: 'wc', kinds: ['wc'] },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly FixtureKind[] }[];

/** B2: bathrooms with fewer than all three; the largest of what stands there counts. */
export const bathroomAreaByFixtures = rule({
  id: 'B2',
  topic: 'area',
  title: text('卫生间的面积（按洁具）', 'Area of a bathroom, by what stands in it'),
  asks: text(
    '便器＋洗面器 {wcBasin} m²，便器＋淋浴 {wcShower} m²，洗面器＋淋浴 {basinShower} m²，洗面器＋洗衣机 {basinWasher} m²，单设便器 {wc} m²。',
    'WC and basin {wcBasin} m², WC and shower {wcShower} m², basin and shower {basinShower} m², basin and washing machine {basinWasher} m², a WC alone {wc} m².',
  ),
  how: text(
    '墙面以内的净面积；按图上洁具的组合，取其中要求最大的。没有画洁具、面积又不足的无法判定。',
    'Net area inside the wall faces; of the combinations drawn the one that takes most. A room without fixtures that is smaller cannot be judged.',
  ),
  numbers: {
    wcBasin: number(1.8, 'm2', '便器＋洗面器', 'WC and basin'),
    wcShower: number(2, 'm2', '便器＋淋浴', 'WC and shower'),
    basinShower: number(2, 'm2', '洗面器＋淋浴', 'basin and shower'),
    basinWasher: number(1.8, 'm2', '洗面器＋洗衣机', 'basin and washing machine'),
    wc: number(1.1, 'm2', '单设便器', 'WC alone'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.4.2', 'B+'),
  judge: (situation, numbers) => {
    const bathrooms = heldBathrooms(situation);
    const smallest = Math.min(...combinations.map(({ name }) => numbers[name]));
    return [
      ...bathrooms.flatMap((room) => {
        const there = washingIn(situation, room);
        if (there.has('wc') && there.has('basin') && there.has('shower')) return [];
        const found = combinations
          .filter(({ kinds }) => kinds.every((kind) => there.has(kind)))
          .toSorted((one, other) => numbers[other.name] - numbers[one.name])[0];
        if (!found || !isLess(room.area, numbers[found.name])) return [];
        const noun = text('卫生间', 'bathroom');
        return [tooSmall(situation, room, noun, numbers[found.name], together(found.kinds))];
      }),
      ...unknownOf(
        situation,
        bathrooms.filter(
          (room) => washingIn(situation, room).size === 0 && isLess(room.area, smallest),
        ),
        text('洁具', 'what stands inside'),
        text('卫生间面积', 'the area of the bathroom'),
      ),
    ];
  },
});

function together(kinds: readonly FixtureKind[]): Text {
  const nouns = kinds.map((kind) => fixtureNouns[kind]);
  return text(
    `（${nouns.map(({ zh }) => zh).join('＋')}）`,
    ` (${nouns.map(({ en }) => en).join(' and ')})`,
  );
}
