import { expect, test } from 'vitest';
import { check } from '../../shared/rules/check.ts';
import {
  boundOfNumber,
  isOfMeasuring,
  ownWords,
  sourceWords,
} from '../../shared/rules/own-numbers.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { profileOfFile } from '../../shared/rules/profile-of-file.ts';
import { checkReport, readableReport } from '../../shared/rules/report.ts';
import { rules } from '../../shared/rules/rules.ts';
import { one, room } from './small-plans.ts';

/** A number that the office made must never read as the clause's. */

const kitchen = room({ use: 'kitchen', holders: one }, [1500, 2000]);
const office = (
  numbers: Readonly<Record<string, Record<string, number>>>,
  fixtures = {},
): Profile =>
  profileOfFile({
    format: 1,
    kind: 'duyong-profile',
    name: '本局',
    base: 'national',
    rules: Object.fromEntries(Object.entries(numbers).map(([id, of]) => [id, { numbers: of }])),
    fixtures,
  });
const sourceOf = (rule: string, profile: Profile, plan = kitchen) =>
  check(plan, profile).find((finding) => finding.rule === rule)!.source;

test('a changed number is said to be the office’s, with that of the clause beside it', () => {
  const own = office({ K2: { least: 100 } });
  expect(sourceWords(sourceOf('K2', own))).toEqual({
    zh: '本单位数值：最小使用面积 100.00 m²（条文为 3.50 m²）；GB 55038-2025 4.1.4（待核对原文）',
    en: "This office's number: least usable area 100.00 m² (the clause has 3.50 m²); GB 55038-2025 4.1.4 (original text to be checked)",
  });
  expect(ownWords(sourceOf('K2', nationalProfile))).toBeNull();
  // The same number written into a profile is the clause's still.
  expect(ownWords(sourceOf('K2', office({ K2: { least: 3.5 } })))).toBeNull();
});

test('it stands in every report: as data, for a reader, and at the head', () => {
  const own = office({ K2: { least: 100 } });
  const findings = check(kitchen, own);
  const reported = checkReport(kitchen, findings, own).findings.find(({ rule }) => rule === 'K2');
  expect(reported?.source.own).toEqual([
    {
      words: { zh: '最小使用面积', en: 'least usable area' },
      value: 100,
      usual: 3.5,
      unit: 'm2',
      isClause: true,
    },
  ]);
  const lines = readableReport(kitchen, findings, own).split('\n');
  expect(lines.filter((line) => line.includes('（条文为 3.50 m²）'))).toHaveLength(2);
  expect(readableReport(kitchen, check(kitchen))).not.toContain('本单位数值');
});

test('of a rule with several numbers only the one that is required is told of', () => {
  const bedroom = room({ use: 'bedroom', holders: one }, [2000, 2000]);
  const [full, smallest] = ['full', 'smallest'].map((name) =>
    ownWords(sourceOf('R4', office({ R4: { [name]: 99 } }), bedroom)),
  );
  expect(full!.zh).toBe('本单位数值：普通套型 99.00 m²（条文为 30.00 m²）');
  expect(smallest).toBeNull();
});

test('a length is said in metres where the rule says it so', () => {
  const narrow = room({ use: 'bedroom', holders: one }, [1700, 4000]);
  expect(ownWords(sourceOf('R2', office({ R2: { side: 1750 } }), narrow))?.zh).toBe(
    '本单位数值：短边净宽 1.75 m（条文为 1.80 m）',
  );
});

test('what no clause gives is our default: sizes of fixtures, and how we measure', () => {
  const wc = {
    kind: 'wc',
    at: { x: 500, y: 60 },
    rotation: 0,
    width: 400,
    depth: 600,
    phase: 'new',
  } as never;
  const bathroom = room({ use: 'bathroom', holders: one }, [1000, 1000], {
    fixtures: { fixture_1: wc },
  });
  const said = check(bathroom, office({}, { 'wc.front.least': 640 }))
    .filter(({ rule }) => rule === 'drawing/clearance')
    .map(({ source }) => ownWords(source)?.zh ?? '');
  expect(said).toContain('本单位数值：便器·前方·至少 640 mm（本软件默认 500 mm）');
  for (const { numbers } of rules) {
    for (const name of Object.keys(numbers).filter(isOfMeasuring)) {
      expect(numbers[name]!.words.zh).toMatch(/误差|允许|起点/);
    }
  }
});

test('what a rule asks for binds one way, and what says of what it speaks binds nothing', () => {
  const bounds = Object.fromEntries(
    rules.flatMap((rule) =>
      Object.keys(rule.numbers).map((name) => [`${rule.id}.${name}`, boundOfNumber(rule, name)]),
    ),
  );
  expect(bounds).toMatchObject({
    'K2.least': 'least',
    'R2.side': 'least',
    'wc-branch.most': 'most',
    'F2.loss': null,
    'B4.slack': null,
    'C3.storeys': null,
    'L1.above': null,
    'drawing/untagged.least': null,
    'drawing/opening-height.least': 'least',
  });
});
