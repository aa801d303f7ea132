import { expect, test } from 'vitest';
import { mayTake } from '../../renderer/editor/reading.ts';
import { emptyPlan } from '../../renderer/editor/session-start.ts';
import type { ToolName } from '../../renderer/editor/store.ts';
import { byDoor } from '../../renderer/panels/household-order.ts';
import { limitWords, refusedWords } from '../../renderer/panels/limited-number.tsx';
import { typedNumber } from '../../renderer/panels/typed-number.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { sequentialIds } from '../plan-from-drawing.ts';

test('while something is only looked at, no tool that edits is taken in hand', () => {
  const tools: readonly ToolName[] = ['select', 'wall', 'opening', 'divide', 'measure', 'pan'];
  const reading = { version: null, plan: emptyPlan(sequentialIds()) };
  expect(tools.filter((tool) => mayTake({ reading }, tool))).toEqual(['select', 'measure', 'pan']);
  expect(tools.filter((tool) => mayTake({ reading: null }, tool))).toEqual(tools);
});

test('the legend names households in the order of their list, whatever their ids', () => {
  const households = {
    household_z: { door: '302甲' },
    household_a: { door: '302乙' },
    household_m: { door: '1001' },
    household_b: { door: '99' },
  } as Plan['households'];
  expect(byDoor(households).map((id) => households[id]!.door)).toEqual([
    '99',
    '302甲',
    '302乙',
    '1001',
  ]);
});

test('what a number field does not take is said, with what it would', () => {
  const angle = { min: 0, max: 180, unit: '°' };
  expect(refusedWords('720', angle)).toEqual({
    zh: '720 超出范围：可填 0–180°',
    en: '720 is out of range: 0 to 180°',
  });
  expect(refusedWords('abc', angle)).toEqual({
    zh: '“abc”不是数字：可填 0–180°',
    en: '“abc” is not a number: 0 to 180°',
  });
  expect(refusedWords('abc', {})?.en).toBe('“abc” is not a number');
  for (const taken of ['45', ' 180 ', '', '-', '.']) expect(refusedWords(taken, angle)).toBeNull();
});

test('limits are said with their unit, in both languages', () => {
  expect(limitWords({ min: 20, max: 1000, unit: 'mm' })).toEqual({
    zh: '可填 20–1,000 mm',
    en: '20 to 1,000 mm',
  });
  expect(limitWords({ min: 0, max: 180, unit: '°' })?.en).toBe('0 to 180°');
  expect(limitWords({ min: 10, unit: 'mm' })?.zh).toBe('不小于 10 mm');
  expect(limitWords({ unit: 'mm' })).toBeNull();
});

test('a number is taken as people type it: full-width, with its unit, never by leaving a comma out', () => {
  const taken: [string, string | undefined, number][] = [
    ['1.5', 'm²', 1.5],
    ['1。5', 'm²', 1.5],
    ['１．５', 'm²', 1.5],
    ['1.5 m²', 'm²', 1.5],
    ['1.5m2', 'm²', 1.5],
    ['1.5㎡', 'm²', 1.5],
    ['1.5平方米', 'm²', 1.5],
    ['300 mm', 'mm', 300],
    ['-45°', '°', -45],
    ['.5', undefined, 0.5],
  ];
  for (const [words, unit, value] of taken) {
    expect(typedNumber(words, unit), words).toBe(value);
    expect(refusedWords(words, { unit }), words).toBeNull();
  }
  expect(typedNumber(' ', 'm²')).toBeNull();
  for (const words of ['1,5', '1，5', '1.5 mm', '1.5.2', '0x10', '1 5', '三']) {
    expect(typedNumber(words, 'm²'), words).toBeNaN();
    expect(refusedWords(words, { min: 0.1, unit: 'm²' })?.zh, words).toContain('不是数字');
  }
});

test('limits below one keep their decimals', () => {
  expect(refusedWords('0', { min: 0.1, unit: 'm²' })).toEqual({
    zh: '0 超出范围：不小于 0.1 m²',
    en: '0 is out of range: At least 0.1 m²',
  });
});
