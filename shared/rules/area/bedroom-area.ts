import { isBedroom } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { rule, type Situation } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { bedroomKinds, isDouble } from './bedroom-kinds.ts';
import { bedroomShape } from './bedroom-shape.ts';
import { speaksFirst } from './stricter.ts';
import { isLess, tooSmall } from './too-small.ts';

/** R1: bedrooms by who sleeps there. */
export const bedroomArea = rule({
  id: bedroomKinds.id,
  topic: 'area',
  title: text('卧室面积', 'Area of a bedroom'),
  asks: text(
    '双人卧室不小于 {double} m²，单人卧室 {single} m²，兼起居的卧室 {bedLiving} m²。',
    'A double bedroom has at least {double} m², a single one {single} m², a bed-living room {bedLiving} m².',
  ),
  how: text(
    '墙面以内的净面积。画了宽 {doubleBed} mm 及以上的床为双人卧室，画了窄床为单人卧室；没有画床、面积介于两者之间的无法判定。比 R2 的数还小的由 R2 一并说明。',
    'Net area inside the wall faces. With a bed of {doubleBed} mm or more it is a double bedroom, with a narrower one a single; between both without a bed drawn it cannot be judged. Where the room has less than R2 asks as well, R2 says both.',
  ),
  numbers: bedroomKinds.numbers,
  severity: 'warning',
  source: bedroomKinds.source,
  judge: (situation, { double, single, bedLiving, doubleBed }) => {
    const unclear: Situation['rooms'][number][] = [];
    const r1 = { id: bedroomKinds.id, severity: 'warning' } as const;
    const spoken = {
      bedroom: speaksFirst(situation, bedroomShape, 'bedroom', r1),
      bedLiving: speaksFirst(situation, bedroomShape, 'bedLiving', r1),
    };
    const found = situation.rooms.flatMap((room) => {
      if (
        isBedroom(room) &&
        isLess(room.area, spoken[room.use === 'bedroom' ? 'bedroom' : 'bedLiving'])
      ) {
        return [];
      }
      if (room.use === 'bed-living') {
        const noun = text('兼起居卧室', 'bed-living room');
        return isLess(room.area, bedLiving) ? [tooSmall(situation, room, noun, bedLiving)] : [];
      }
      if (room.use !== 'bedroom' || !isLess(room.area, double)) return [];
      if (isDouble(situation, room, doubleBed)) {
        return [tooSmall(situation, room, text('双人卧室', 'double bedroom'), double)];
      }
      if (isLess(room.area, single)) {
        return [tooSmall(situation, room, text('卧室', 'bedroom'), single)];
      }
      if (!situation.fixturesOf(room).some(({ fixture }) => fixture.kind === 'bed'))
        unclear.push(room);
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
