import { expect, test } from 'vitest';
import { bundleSuffix } from '../../electron/bundle-name.ts';
import type { MilestoneState, SchemeState, VersionState } from '../../shared/records/fold.ts';

/** What tells one exported file of a building from another. */

const version = (id: string, isMarked = false) =>
  ({
    id,
    milestones: isMarked ? [{} as MilestoneState] : [],
  }) as Partial<VersionState> as VersionState;
const scheme = (archived: boolean, ...versions: VersionState[]) =>
  ({ archived, versions }) as Partial<SchemeState> as SchemeState;
const schemes = [
  scheme(false, version('a3'), version('a2', true), version('a1')),
  scheme(true, version('b1')),
];

const suffix = (versions: string[] | null, privateFacts = false, withDraft = false) =>
  bundleSuffix({ schemes }, { versions, privateFacts, withDraft }, 'zh');

test('each choice of versions, and names and telephones, are said in the name', () => {
  expect(suffix(null)).toBe('');
  expect(suffix(null, true)).toBe('（含姓名电话）');
  expect(suffix(null, false, true)).toBe('（含草稿）');
  expect(suffix(['b1', 'a3'])).toBe('（各方案最新版）');
  expect(suffix(['a3'])).toBe('（各方案最新版）');
  expect(suffix(['a2'], true)).toBe('（有标记的版本，含姓名电话）');
  expect(suffix(['a1', 'a3'])).toBe('（选定 2 版）');
  expect(suffix(['a1', 'a2', 'a3', 'b1'])).toBe('（全部版本）');
  const said = { versions: ['a2'], privateFacts: true, withDraft: false };
  expect(bundleSuffix({ schemes }, said, 'en')).toBe(
    ' (marked versions, with names and telephones)',
  );
});
