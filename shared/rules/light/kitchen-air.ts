import { kitchenUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { litSpaces } from './lit-space.ts';
import { openTooLittle, partOfFloor } from './openable.ts';

/** K5 */
export const kitchenAir = rule({
  id: 'K5',
  topic: 'light',
  title: text('厨房通风开口', 'Ventilation opening of a kitchen'),
  asks: text(
    '厨房的通风开口不小于地面面积的 1/{part}，并不小于 {least} m²。',
    'The opening of a kitchen to the air is at least 1/{part} of its floor and at least {least} m².',
  ),
  how: text(
    '窗洞面积（高出房间净高的不计）乘以记录的可开启比例，通室外或阳台的门按全开计；开敞相连的房间合并计算。没有窗的按 K6，没有记录可开启比例、结果取决于它的无法判定。',
    'The window, as far as it lies below the ceiling, times the recorded share that opens; a door outside or onto a balcony counts whole; rooms that only boundaries part count together. Without a window, K6 applies; where the result depends on a share that nobody recorded, it cannot be judged.',
  ),
  numbers: {
    part: number(10, 'nth', '与地面面积之比', 'opening to floor'),
    least: number(0.6, 'm2', '最小面积', 'least opening'),
  },
  severity: 'warning',
  source: codeClause('GB 50096-2011 7.2.4; GB 55038-2025 6.3.3', 'B'),
  judge: (situation, { part, least }) =>
    openTooLittle(situation, litSpaces(situation, kitchenUses), (space) => {
      const share = partOfFloor(part)(space);
      return share.least >= least * 1e6 ? share : { least: least * 1e6, why: text('', '') };
    }),
});
