import { livingUses } from '../../plan/room-uses.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { litSpaces } from './lit-space.ts';
import { openTooLittle, partOfFloor } from './openable.ts';

/** V1 */
export const roomAir = rule({
  id: 'V1',
  topic: 'light',
  title: text('卧室、起居室通风开口', 'Ventilation opening of bedroom and living room'),
  asks: text(
    '卧室、起居室的通风开口不小于地面面积的 1/{part}。',
    'The opening of a bedroom or living room to the air is at least 1/{part} of its floor.',
  ),
  how: text(
    '窗洞面积（高出房间净高的不计）乘以记录的可开启比例，通室外或阳台的门按全开计；开敞相连的房间合并计算。没有窗的按 K6，没有记录可开启比例、结果取决于它的无法判定。',
    'The window, as far as it lies below the ceiling, times the recorded share that opens; a door outside or onto a balcony counts whole; rooms that only boundaries part count together. Without a window, K6 applies; where the result depends on a share that nobody recorded, it cannot be judged.',
  ),
  numbers: { part: number(20, 'nth', '与地面面积之比', 'opening to floor') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 7.2.3', 'B'),
  judge: (situation, { part }) =>
    openTooLittle(situation, litSpaces(situation, livingUses), partOfFloor(part)),
});
