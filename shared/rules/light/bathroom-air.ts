import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { number, rule } from '../rule.ts';
import { litSpaces } from './lit-space.ts';
import { openTooLittle, partOfFloor } from './openable.ts';

/** B7: where there is a window. */
export const bathroomAir = rule({
  id: 'B7',
  topic: 'light',
  title: text('卫生间的窗', 'Window of a bathroom'),
  asks: text(
    '有窗的卫生间，通风开口不小于地面面积的 1/{part}。',
    'Where a bathroom has a window, it opens at least 1/{part} of the floor.',
  ),
  how: text(
    '窗洞面积（高出房间净高的不计）乘以记录的可开启比例。没有窗的按 B6，没有记录可开启比例、结果取决于它的无法判定。',
    'The window, as far as it lies below the ceiling, times the recorded share that opens. Without a window, B6 applies; where the result depends on a share that nobody recorded, it cannot be judged.',
  ),
  numbers: { part: number(20, 'nth', '与地面面积之比', 'opening to floor') },
  severity: 'warning',
  source: codeClause('GB 50096-2011 7.2.3', 'B'),
  judge: (situation, { part }) =>
    openTooLittle(situation, litSpaces(situation, ['bathroom']), partOfFloor(part)),
});
