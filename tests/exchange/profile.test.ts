import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile, writeProfile } from '../../shared/exchange/profile.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { check } from '../../shared/rules/check.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { microProfile, nationalProfile } from '../../shared/rules/profile.ts';
import { profileOfFile, sizesOf } from '../../shared/rules/profile-of-file.ts';
import { rules } from '../../shared/rules/rules.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';

const file = (more: Partial<ProfileFile> = {}): ProfileFile => ({
  format: 1,
  kind: 'duyong-profile',
  name: '天山路街道',
  base: 'national',
  rules: {},
  fixtures: {},
  ...more,
});
const problemsOf = (value: object | string): string[] =>
  parseProfile(typeof value === 'string' ? value : JSON.stringify(value)).problems.map(
    ({ at }) => at,
  );

const arbitraryFile: fc.Arbitrary<ProfileFile> = fc
  .record({
    name: fc.constantFrom('本局', 'Office 1'),
    base: fc.constantFrom('national' as const, 'retrofit-micro' as const),
    rules: fc.dictionary(
      fc.constantFrom(...rules.map(({ id }) => id).filter((id) => id !== 'F1')),
      fc.record(
        {
          severity: fc.constantFrom('breach' as const, 'warning' as const),
          off: fc.constantFrom('本街道不适用', 'not here'),
        },
        { requiredKeys: [] },
      ),
    ),
    fixtures: fc.dictionary(fc.constantFrom(...Object.keys(sizesOf(usualDemands))), fc.nat(2000)),
  })
  .map((made) => file({ ...made, rules: { ...made.rules }, fixtures: { ...made.fixtures } }));

describe('a profile of rules', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryFile, (made) => {
        const { file: read, problems } = parseProfile(writeProfile(made));
        expect(problems).toEqual([]);
        expect(read).toEqual(made);
      }),
      { seed: 20261124 },
    );
  });

  it('names what is wrong by its path', () => {
    expect(problemsOf('[]')).toEqual(['']);
    expect(problemsOf({ kind: 'duyong-building' })).toEqual(['']);
    expect(problemsOf({ ...file(), name: ' ' })).toEqual(['name']);
    expect(problemsOf({ ...file(), base: 'local' })).toEqual(['base']);
    expect(problemsOf(file({ rules: { K9: {} } }))).toEqual(['rules.K9']);
    expect(problemsOf(file({ rules: { K2: { numbers: { most: 3 } } } }))).toEqual([
      'rules.K2.numbers.most',
    ]);
    expect(problemsOf(file({ rules: { L1: { numbers: { part: 0 } } } }))).toEqual([
      'rules.L1.numbers.part',
    ]);
    expect(problemsOf(file({ rules: { K2: { off: ' ' } } }))).toEqual(['rules.K2.off']);
    expect(problemsOf(file({ fixtures: { 'wc.front': 400 } }))).toEqual(['fixtures.wc.front']);
    expect(problemsOf('{"kind": "duyong-profile", "format": 1,,}')).toHaveLength(1);
  });

  it('can neither switch off F1 nor soften it', () => {
    expect(problemsOf(file({ rules: { F1: { off: '不检查' } } }))).toEqual(['rules.F1']);
    expect(problemsOf(file({ rules: { F1: { severity: 'warning' } } }))).toEqual(['rules.F1']);
  });

  it('changes numbers and severities, and switches rules off', () => {
    const plan = planOfFlats([drawFlats(1, [usualFlat, usualFlat])]);
    const found = (more: Partial<ProfileFile>) =>
      check(plan, profileOfFile(file(more))).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(found({})).toEqual([]);
    const larger = { R3: { numbers: { least: 20 }, severity: 'breach' as const } };
    expect(found({ rules: larger })).toEqual(['R3 breach', 'R3 breach']);
    expect(found({ rules: { R3: { ...larger.R3, off: '本街道不适用' } } })).toEqual([]);
    expect(found({ fixtures: { 'wc.front.least': 900 } })).toEqual([
      'drawing/clearance warning',
      'drawing/clearance warning',
    ]);
    expect(profileOfFile(file({ base: 'retrofit-micro' })).rules).toEqual(microProfile.rules);
    expect(profileOfFile(file()).fixtures).toBe(nationalProfile.fixtures);
  });
});
