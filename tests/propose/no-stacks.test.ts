import { expect, test } from 'vitest';
import { proposed } from '../../shared/propose/propose.ts';
import { askToDivide } from './room-to-divide.ts';

test('where no stack is recorded, every proposal says that its drains were not checked', () => {
  const { offers, families } = proposed(
    askToDivide({ width: 2600, depth: 2200, withoutStacks: true }, 'bathroom'),
  );
  expect(offers.length).toBeGreaterThan(0);
  for (const { unchecked, brief, rank } of offers) {
    expect(unchecked.map(({ zh }) => zh)).toEqual([
      '本层没有录入排水立管，排水未核：请先补录立管，再定方案。',
    ]);
    expect(brief).toEqual({ zh: '排水未核', en: 'Drains not checked' });
    expect(rank.zh).not.toContain('排水距离');
  }
  expect(families[0]!.zh).toContain('没有录入立管，排水未核');
});

test('where stacks are recorded nothing is left unchecked, and the reach that was held is named', () => {
  const { offers, families } = proposed(askToDivide({ width: 2600, depth: 2200 }, 'bathroom'));
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.flatMap(({ unchecked }) => unchecked)).toEqual([]);
  expect(families[0]!.zh).toContain('便器背面距污水立管不超过 1000 mm');
});
