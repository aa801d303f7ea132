import { describe, expect, test } from 'vitest';
import { schemeWords } from '../../renderer/language/scheme-words.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import { freeSchemeName, schemeCalled, takenNameWords } from '../../shared/records/scheme-names.ts';

const named = (id: string, name: string) => ({ id: id as SchemeId, name, archived: false });
const schemes = [named('scheme_1', '方案甲'), named('scheme_2', 'Scheme B')];

describe('the name of a scheme', () => {
  test.each(['方案甲', '  方案甲　', 'scheme b', 'SCHEME  B', 'Ｓｃｈｅｍｅ Ｂ'])(
    '"%s" is taken',
    (name) => {
      expect(schemeCalled(name, schemes)).not.toBeNull();
    },
  );

  test('a scheme does not stand in its own way; another name is free', () => {
    expect(schemeCalled('方案甲', schemes, schemes[0]!.id)).toBeNull();
    expect(schemeCalled('方案丙', schemes)).toBeNull();
    expect(freeSchemeName('方案丙', schemes)).toBe('方案丙');
    expect(freeSchemeName('scheme B', [...schemes, named('scheme_3', 'Scheme B 2')])).toBe(
      'scheme B 3',
    );
  });

  test('a refusal says what to do, also of one that is out of sight', () => {
    expect(takenNameWords(schemes[0]!).zh).toContain('换一个名称');
    expect(takenNameWords({ ...schemes[0]!, archived: true }).zh).toContain('取消那个方案的归档');
  });
});

test('a scheme whose name is damaged is said to be so, and is never called by its id', () => {
  const since = '2026-03-05T06:02:00.000Z';
  const lost = { ...named('scheme_a', 'scheme_a'), since, versions: [{ author: '李工' }] };
  expect(schemeWords(lost, [lost])).toEqual({
    zh: '名称缺失的方案',
    en: 'Scheme without its name',
  });
  const other = { ...lost, id: 'scheme_b' as SchemeId, name: 'scheme_b', versions: [] };
  expect(schemeWords(lost, [lost, other]).zh).toMatch(/^名称缺失的方案（李工 .+）$/);
  expect(schemeWords(lost, [lost, other]).zh).not.toBe(schemeWords(other, [lost, other]).zh);
});

describe('two schemes that came with one name', () => {
  const since = '2026-03-05T06:02:00.000Z';
  const one = { ...schemes[0]!, since, versions: [{ author: '后来' }, { author: '李工' }] };
  const other = { ...one, id: 'scheme_9999' as SchemeId, name: '方案甲 ', versions: [] };

  test('are told apart by who began them and when', () => {
    expect(schemeWords(one, [one])).toEqual({ zh: '方案甲', en: '方案甲' });
    const called = schemeWords(one, [one, other]);
    expect(called.zh).toMatch(/^方案甲（李工 2026-03-05 \d\d:\d\d）$/);
    expect(called.en).toMatch(/^方案甲 \(李工 5 Mar 2026, \d\d:\d\d\)$/);
    expect(schemeWords(other, [one, other]).zh).toMatch(/^方案甲 （2026-03-05 \d\d:\d\d）$/);
  });

  test('and by their mark where that is the same', () => {
    const twin = { ...one, id: 'scheme_abcd' as SchemeId };
    expect(schemeWords(twin, [one, twin]).zh).toMatch(/#abcd）$/);
    expect(schemeWords(one, [one, twin]).zh).not.toBe(schemeWords(twin, [one, twin]).zh);
  });
});
