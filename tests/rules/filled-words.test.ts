import { describe, expect, it } from 'vitest';
import { amountWords } from '../../shared/rules/amount.ts';
import { filledWords } from '../../shared/rules/filled-words.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import type { RuleNumber } from '../../shared/rules/rule.ts';
import { rules } from '../../shared/rules/rules.ts';

/** Numbers that no profile changes: what the program allows for drawing, angles, a clause quoted. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  F1: ['450', '1,500'],
  H1: ['2.10'],
  'drawing/door-swing': ['90'],
  'drawing/fixture-conflict': ['5'],
  'drawing/near-miss': ['50'],
  'drawing/walled-opening': ['5'],
};

describe.each(rules.map((rule) => [rule.id, rule] as const))('the words of %s', (id, rule) => {
  const words = (profile: Profile): string[] => {
    const { asks, how } = filledWords(rule, profile);
    return [asks.zh, asks.en, how.zh, how.en];
  };

  it('take every number from the profile', () => {
    for (const written of [rule.asks.zh, rule.asks.en, rule.how.zh, rule.how.en]) {
      // Names of rules, `K2`, and what stands in a hole, are no numbers.
      const digits = written
        .replace(/\{[^}]*\}|1\/(?=\{)|[A-Z]\d|m²/g, '')
        .match(/\d[\d,]*(\.\d+)?/g);
      expect(fixed[id] ?? []).toEqual(expect.arrayContaining(digits ?? []));
    }
  });

  it('say the unit of every length', () => {
    for (const written of [rule.asks.zh, rule.asks.en, rule.how.zh, rule.how.en]) {
      if (/（mm）|in mm/.test(written)) continue;
      for (const [, name, inMetres, behind] of written.matchAll(/\{([\w.]+)(:m)?\}(.{0,3})/g)) {
        if (rule.numbers[name!] && rule.numbers[name!]!.unit !== 'mm') continue;
        expect(`${name}${behind}`).toMatch(inMetres ? /^\w+ m\b/ : /^[\w.]+ mm/);
      }
    }
  });

  it('name the numbers of an own profile', () => {
    const numbers = Object.fromEntries(
      Object.keys(rule.numbers).map((name, index) => [name, 12340 + index * 111]),
    );
    const own = { ...nationalProfile, rules: { [id]: { numbers } } };
    const said = words(own);
    const usual = words(nationalProfile);
    expect([...said, ...usual].filter((one) => /[{}]/.test(one))).toEqual([]);
    for (const [index, one] of said.entries()) {
      const holes = [rule.asks.zh, rule.asks.en, rule.how.zh, rule.how.en][index]!.matchAll(
        /\{(\w+)(:m)?\}/g,
      );
      for (const [, name, inMetres] of holes) {
        const value = numbers[name!]!;
        const { unit } = rule.numbers[name as keyof typeof rule.numbers] as RuleNumber;
        // As the numbers below it and the findings have it.
        const [number] = amountWords(value, unit, inMetres !== undefined).split(' ');
        expect(one).toContain(unit === 'nth' ? String(value) : number);
      }
    }
  });
});

it('an area has two decimals, as in what is measured', () => {
  const kitchen = rules.find(({ id }) => id === 'K2')!;
  expect(filledWords(kitchen, nationalProfile).asks.zh).toContain('不小于 3.50 m²');
});

it('the floor before a fixture is that of the profile', () => {
  const clearances = rules.find(({ id }) => id === 'drawing/clearance')!;
  const fixtures = { ...usualDemands, shower: { ...usualDemands.shower, entry: 470 } };
  const { asks, how } = filledWords(clearances, { ...nationalProfile, fixtures });
  for (const { zh, en } of [asks, how]) {
    expect(zh).toContain('470');
    expect(en).toContain('470');
  }
});
