import { expect, test } from 'vitest';
import { compareDoors } from '../../shared/plan/door-words.ts';
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

test('doors stand in the order in which one walks past them', () => {
  const doors = ['303', '302乙', '1001', '302丙', '302', '302甲', '99'];
  expect(doors.toSorted(compareDoors)).toEqual([
    '99',
    '302',
    '302甲',
    '302乙',
    '302丙',
    '303',
    '1001',
  ]);
});
