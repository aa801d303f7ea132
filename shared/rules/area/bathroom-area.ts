import type { FixtureKind } from '../../plan/model.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, number, rule, type Situation } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { isLess, tooSmall } from './too-small.ts';

type Bathroom = Situation['rooms'][number];

export const heldBathrooms = ({ rooms }: Situation): Bathroom[] =>
  rooms.filter((room) => room.use === 'bathroom' && holdersOf(room).length > 0);

/** What stands in a bathroom; a bath counts as a shower. */
export const washingIn = ({ fixturesIn }: Situation, room: Bathroom): ReadonlySet<FixtureKind> =>
  new Set((fixturesIn.get(room) ?? []).map((kind) => (kind === 'bath' ? 'shower' : kind)));

const hasAll = (there: ReadonlySet<FixtureKind>): boolean =>
  there.has('wc') && there.has('basin') && there.has('shower');

/** B1: WC, basin and shower in one room. What has fewer is B2's. */
export const bathroomArea = rule({
  id: 'B1',
  topic: 'area',
  title: text('三件洁具卫生间的面积', 'Area of a bathroom with all three'),
  asks: text(
    '设便器、洗面器和淋浴的卫生间，使用面积不小于 {least} m²。',
    'A bathroom with WC, basin and shower has at least {least} m² usable.',
  ),
  how: text(
    '墙面以内的净面积，不含墙和管道井；浴缸算作淋浴。没有画洁具、面积又小于规定的无法判定。',
    'Net area inside the wall faces, without walls and shafts; a bath counts as a shower. A room that is smaller and has no fixture drawn cannot be judged.',
  ),
  numbers: { least: number(2.5, 'm2', '最小使用面积', 'least usable area') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.4.1; GB 55038-2025 4.1.6', 'B+'),
  judge: (situation, { least }) => {
    const small = heldBathrooms(situation).filter((room) => isLess(room.area, least));
    return [
      ...small
        .filter((room) => hasAll(washingIn(situation, room)))
        .map((room) => tooSmall(situation, room, text('卫生间', 'bathroom'), least)),
      ...unknownOf(
        situation,
        small.filter((room) => washingIn(situation, room).size === 0),
        text('洁具', 'what stands inside'),
        text('卫生间面积', 'the area of the bathroom'),
      ),
    ];
  },
});
