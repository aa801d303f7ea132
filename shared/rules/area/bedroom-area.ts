import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule, type Situation } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { isLess, tooSmall } from './too-small.ts';

/** R1: bedrooms by who sleeps there. */
export const bedroomArea = rule({
  id: 'R1',
  topic: 'area',
  title: text('卧室面积', 'Area of a bedroom'),
  asks: text(
    '双人卧室不小于 {double} m²，单人卧室 {single} m²，兼起居的卧室 {bedLiving} m²。',
    'A double bedroom has at least {double} m², a single one {single} m², a bed-living room {bedLiving} m².',
  ),
  how: text(
    '墙面以内的净面积。画了宽 {doubleBed} mm 及以上的床为双人卧室，画了窄床为单人卧室；没有画床、面积介于两者之间的无法判定。',
    'Net area inside the wall faces. With a bed of {doubleBed} mm or more it is a double bedroom, with a narrower one a single; between both without a bed drawn it cannot be judged.',
  ),
  numbers: {
    double: number(9, 'm2', '双人卧室', 'double bedroom'),
    single: number(5, 'm2', '单人卧室', 'single bedroom'),
    bedLiving: number(12, 'm2', '兼起居的卧室', 'bed-living room'),
    doubleBed: number(1350, 'mm', '双人床宽度起点', 'width from which a bed is for two'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 5.2.1', 'B+'),
  judge: (situation, { double, single, bedLiving, doubleBed }) => {
    const unclear: Situation['rooms'][number][] = [];
    const found = situation.rooms.flatMap((room) => {
      if (room.use === 'bed-living') {
        const noun = text('兼起居卧室', 'bed-living room');
        return isLess(room.area, bedLiving) ? [tooSmall(situation, room, noun, bedLiving)] : [];
      }
      if (room.use !== 'bedroom' || !isLess(room.area, double)) return [];
      const beds = situation.fixturesOf(room).filter(({ fixture }) => fixture.kind === 'bed');
      const isDouble = beds.some(({ fixture }) => fixture.width >= doubleBed) || beds.length > 1;
      if (isDouble) {
        return [tooSmall(situation, room, text('双人卧室', 'double bedroom'), double)];
      }
      if (isLess(room.area, single)) {
        return [tooSmall(situation, room, text('卧室', 'bedroom'), single)];
      }
      if (beds.length === 0) unclear.push(room);
      return [];
    });
    return [
      ...found,
      ...unknownOf(
        situation,
        unclear,
        text('床（住一人还是两人）', 'the bed (for one or for two)'),
        text('卧室面积', 'the area of the bedroom'),
      ),
    ];
  },
});
