import { expect, it } from 'vitest';
import { unbroken } from '../../renderer/language/say.ts';

it.each([
  [
    '小于 6.00 m²（厨房 3.50 m² + 卫生间 2.50 m²）',
    '小于 6.00~m²（厨房 3.50~m² + 卫生间 2.50~m²）',
  ],
  ['only 135 mm before the left one', 'only 135~mm before the left one'],
  ['0.91 m wide', '0.91~m wide'],
  ['≥ 1/7', '≥~1/7'],
  ['2 more of 3 mmm', '2 more of 3 mmm'],
])('%s', (words, kept) => {
  expect(unbroken(words)).toBe(kept.replaceAll('~', '\u00a0'));
});
