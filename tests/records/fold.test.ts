import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { type Entry, foldBuilding, type VersionFacts } from '../../shared/records/fold.ts';
import type { LogRecord } from '../../shared/records/record.ts';

const building = 'building_one' as BuildingId;
const common = { format: 1, building } as const;

type AnyEntry = Entry<LogRecord | VersionFacts>;

/** `second` is the time; the id ends with the hash, which only orders records of one time. */
function entry(second: number, hash: string, record: Record<string, unknown>): AnyEntry {
  const at = `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;
  const id = `${at.replace(/[:.]/g, '-')}-${hash.padStart(16, '0')}`;
  return { id, record: { ...common, at, ...record } as LogRecord | VersionFacts };
}
const described = (second: number, name: string, hash = '0') =>
  entry(second, hash, { kind: 'building-described', name, address: '', archived: false });
const scheme = (second: number, id: string, name: string, hash = '0') =>
  entry(second, hash, {
    kind: 'scheme-described',
    scheme: id,
    name,
    description: '',
    archived: false,
  });
const version = (second: number, id: string, parents: readonly AnyEntry[], hash = '0') =>
  entry(second, hash, {
    kind: 'version-saved',
    scheme: id,
    parents: parents.map((parent) => parent.id),
    author: '',
    note: '',
  });

const derogation = (second: number, finding: string, reason: string, more: object = {}) =>
  entry(second, '0', {
    kind: 'derogation-recorded',
    scheme: 'scheme_a',
    finding,
    by: '王工',
    reason,
    measured: { value: 3, unit: 'm2' },
    required: { value: 3.5, unit: 'm2' },
    until: null,
    withdrawn: false,
    ...more,
  });

describe('folding records', () => {
  test('the latest word about whom to call counts, whatever the order; empty words take it back', () => {
    const told = (second: number, household: string, name: string) =>
      entry(second, '0', { kind: 'contact-recorded', household, name, telephone: '' });
    const records = [
      scheme(1, 'scheme_a', 'a'),
      told(2, 'household_2', '甲'),
      told(3, 'household_1', '乙'),
      told(4, 'household_2', '丙'),
      told(5, 'household_3', '丁'),
      told(6, 'household_3', ''),
    ];
    const contacts = (order: readonly AnyEntry[]) =>
      foldBuilding(building, order)?.contacts.map(({ household, name }) => `${household} ${name}`);
    expect(contacts(records)).toEqual(['household_1 乙', 'household_2 丙']);
    expect(contacts(records.toReversed())).toEqual(contacts(records));
  });

  test('schemes stand in the order that was chosen last, new ones after them', () => {
    const ordered = (second: number, ...schemes: string[]) =>
      entry(second, '0', { kind: 'schemes-ordered', schemes });
    const records = [
      scheme(1, 'scheme_a', 'a'),
      scheme(2, 'scheme_b', 'b'),
      ordered(4, 'scheme_a', 'scheme_b'),
      ordered(5, 'scheme_b', 'scheme_gone', 'scheme_a'),
      scheme(3, 'scheme_c', 'c'),
      scheme(6, 'scheme_d', 'd'),
    ];
    const names = (order: readonly AnyEntry[]) =>
      foldBuilding(building, order)?.schemes.map(({ name }) => name);
    expect(names(records)).toEqual(['b', 'a', 'c', 'd']);
    expect(names(records.toReversed())).toEqual(['b', 'a', 'c', 'd']);
    expect(foldBuilding(building, [ordered(1, 'scheme_a')])?.schemes).toEqual([]);
  });

  test('a version stands for what it was marked with last, in the order of the work', () => {
    const saved = version(2, 'scheme_a', []);
    const mark = (second: number, stage: string, round: number | null, withdrawn = false) =>
      entry(second, '0', {
        kind: 'milestone-marked',
        scheme: 'scheme_a',
        version: saved.id,
        stage,
        round,
        by: '王工',
        withdrawn,
      });
    const records = [
      scheme(1, 'scheme_a', 'a'),
      saved,
      version(3, 'scheme_a', [saved]),
      mark(4, 'approved', null),
      mark(5, 'consulted', 2),
      mark(6, 'consulted', 1),
      mark(7, 'signed', null),
      mark(8, 'signed', null, true),
      mark(9, 'consulted', 3, true),
    ];
    const stands = (order: readonly AnyEntry[]) =>
      foldBuilding(building, order)?.schemes[0]?.versions.map(({ milestones }) =>
        milestones.map(({ stage, round }) => `${stage} ${round}`),
      );
    const expected = [[], ['consulted 1', 'consulted 2', 'approved null']];
    expect(stands(records)).toEqual(expected);
    expect(stands(records.toReversed())).toEqual(expected);
  });

  test('of what was accepted about a finding the latest word counts', () => {
    const records = [
      scheme(1, 'scheme_a', 'a'),
      derogation(5, 'K2/x', 'later'),
      derogation(2, 'K2/x', 'first'),
      derogation(3, 'B1/y', 'gone'),
      derogation(4, 'B1/y', 'gone', { withdrawn: true }),
    ];
    const found = (order: readonly AnyEntry[]) =>
      foldBuilding(building, order)?.schemes[0]?.derogations;
    expect(found(records)).toMatchObject([{ finding: 'K2/x', reason: 'later', by: '王工' }]);
    expect(found(records.toReversed())).toEqual(found(records));
  });

  test('what was accepted about a scheme that has not arrived yet is no scheme', () => {
    expect(foldBuilding(building, [derogation(1, 'K2/x', 'early')])?.schemes).toEqual([]);
  });

  test('nothing folds to null', () => {
    expect(foldBuilding(building, [])).toBeNull();
  });

  test('the latest description wins, by time and then by id', () => {
    const records = [described(3, 'b', '2'), described(1, 'a'), described(3, 'c', '1')];
    expect(foldBuilding(building, records)?.name).toBe('b');
  });

  test('schemes stand in the order of their first description, whatever they are called later', () => {
    const records = [
      scheme(9, 'scheme_a', 'renamed'),
      scheme(2, 'scheme_b', 'second'),
      scheme(1, 'scheme_a', 'first'),
    ];
    const names = foldBuilding(building, records)?.schemes.map(({ name }) => name);
    expect(names).toEqual(['renamed', 'second']);
  });

  test('a version whose scheme or building was never described is still there', () => {
    const state = foldBuilding(building, [version(1, 'scheme_a', [])]);
    expect(state).toMatchObject({
      name: building,
      schemes: [{ id: 'scheme_a', name: 'scheme_a' }],
    });
    expect(state?.schemes[0]?.versions).toHaveLength(1);
  });

  /*
   *  first -- second -- merged      two saves from `first` at once, then a merge, then one more
   *       \-- other --/      \-- (heads: merged, late)
   *       \-- late
   */
  test('heads are the versions that none was drawn from; newest first', () => {
    const first = version(1, 'scheme_a', []);
    const second = version(2, 'scheme_a', [first]);
    const other = version(3, 'scheme_a', [first]);
    const merged = version(4, 'scheme_a', [second, other]);
    const late = version(5, 'scheme_a', [first]);
    const found = foldBuilding(building, [late, merged, first, other, second])?.schemes[0];
    expect(found?.versions.map(({ id }) => id)).toEqual(
      [late, merged, other, second, first].map(({ id }) => id),
    );
    expect(found?.heads).toEqual([late.id, merged.id]);
  });

  test('records of another building are not its own', () => {
    const foreign = described(1, 'foreign');
    const record = { ...foreign.record, building: 'building_two' as BuildingId };
    expect(foldBuilding(building, [{ id: foreign.id, record }])).toBeNull();
  });

  test('law: neither the order of the records nor repeating them changes the state', () => {
    const schemes = ['scheme_a', 'scheme_b', 'scheme_c'] as SchemeId[];
    const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
    const second = fc.integer({ min: 0, max: 9 });
    const record = fc.oneof(
      fc.tuple(second, fc.string(), hash).map((values) => described(...values)),
      fc
        .tuple(second, fc.constantFrom(...schemes), fc.string(), hash)
        .map((values) => scheme(...values)),
      fc
        .tuple(second, fc.constantFrom(...schemes), hash)
        .map(([time, id, name]) => version(time, id, [], name)),
    );
    const records = fc
      .uniqueArray(record, { maxLength: 24, selector: ({ id }) => id })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(records, ([list, shuffled]) => {
        expect(foldBuilding(building, shuffled)).toEqual(foldBuilding(building, list));
      }),
      { numRuns: process.env.DUYONG_LONG ? 5000 : 300 },
    );
  });
});
