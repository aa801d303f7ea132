import { expect, test } from 'vitest';
import { storeyWords } from '../../shared/plan/words.ts';

test('storeys are called as people count them, from the basement up', () => {
  expect([-2, -1, 1, 2, 10, 12, 21, 30].map((level) => storeyWords(level).zh)).toEqual([
    '地下二层',
    '地下一层',
    '一层',
    '二层',
    '十层',
    '十二层',
    '二十一层',
    '三十层',
  ]);
  expect([-1, 2].map((level) => storeyWords(level).en)).toEqual(['Basement 1', 'Storey 2']);
});
