import { describe, expect, it } from 'vitest';
import { newId } from '../../renderer/editor/ids.ts';
import { clockOrDay, level, m2, m2Change, mm } from '../../renderer/language/say.ts';
import {
  facilityWords,
  fixtureWords,
  roomUseWords,
  severityWords,
} from '../../renderer/language/words.ts';
import { householdStyle, householdStyles } from '../../renderer/panels/household-colour.ts';
import type { HouseholdId } from '../../shared/plan/model.ts';

describe('numbers', () => {
  it('writes areas in square metres with two decimals', () => {
    expect(m2(4_000_000)).toBe('4.00 m²');
    expect(m2(1_900_000)).toBe('1.90 m²');
    expect(m2(1_234_567_890)).toBe('1,234.57 m²');
    expect(m2(-4000)).toBe('0.00 m²');
  });

  it('signs changes of area, and a change that rounds to nothing has no direction', () => {
    expect(m2Change(350_000)).toBe('+0.35 m²');
    expect(m2Change(-510_000)).toBe('−0.51 m²');
    expect(m2Change(-4000)).toBe('±0.00 m²');
  });

  it('writes lengths in millimetres and levels in metres', () => {
    expect(mm(3240)).toBe('3,240 mm');
    expect(level(2800)).toBe('+2.800');
    expect(level(0)).toBe('±0.000');
    expect(level(-1450)).toBe('−1.450');
  });
});

describe('times', () => {
  it('are a clock today, and have their day on any other', () => {
    // By the clock of this machine, wherever it stands.
    const at = new Date(2026, 10, 20, 23, 19);
    const later = (days: number) => new Date(2026, 10, 20 + days, 0, 1);
    const said = (now: Date) => [
      clockOrDay(at.toISOString(), 'zh', now),
      clockOrDay(at.toISOString(), 'en', now),
    ];
    expect(said(later(0))).toEqual(['23:19', '23:19']);
    expect(said(later(1))).toEqual(['2026-11-20 23:19', '20 Nov 2026, 23:19']);
    expect(said(later(365))).toEqual(['2026-11-20 23:19', '20 Nov 2026, 23:19']);
  });
});

describe('words', () => {
  it('has both languages for every kind, and no two kinds with the same word', () => {
    for (const words of [roomUseWords, fixtureWords, facilityWords, severityWords]) {
      const list = Object.values(words);
      for (const language of ['zh', 'en'] as const) {
        expect(list.every((each) => each[language] !== '')).toBe(true);
        expect(new Set(list.map((each) => each[language])).size).toBe(list.length);
      }
    }
  });
});

describe('household colours', () => {
  it('gives 64 households different looks', () => {
    const looks = Array.from({ length: 64 }, (_, index) => {
      const { fill, pattern } = householdStyle(index);
      return `${fill} ${pattern}`;
    });
    expect(new Set(looks).size).toBe(64);
  });

  it('gives the first eight different patterns too, so that a print without colour reads', () => {
    const patterns = Array.from({ length: 8 }, (_, index) => householdStyle(index).pattern);
    expect(new Set(patterns).size).toBe(8);
  });

  it('does not depend on the order of the table', () => {
    const [first, second] = ['household_a', 'household_b'] as HouseholdId[];
    const one = householdStyles({ [first!]: 1, [second!]: 1 });
    const other = householdStyles({ [second!]: 1, [first!]: 1 });
    expect([...one]).toEqual([...other]);
  });

  it('keeps every fill light enough for black words, 7 to 1', () => {
    for (let index = 0; index < 8; index += 1) {
      const { fill } = householdStyle(index);
      const parts = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16) / 255);
      const [red, green, blue] = parts.map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
      );
      const light = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
      expect((light + 0.05) / 0.05).toBeGreaterThan(7);
    }
  });
});

describe('new ids', () => {
  it('carries the kind and does not repeat', () => {
    const ids = Array.from({ length: 2000 }, () => newId('wall'));
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^wall_[2-9b-z]{10}$/.test(id))).toBe(true);
  });
});
