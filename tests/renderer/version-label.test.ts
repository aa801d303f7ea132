import { describe, expect, test } from 'vitest';
import { arrivalWords } from '../../renderer/language/arrival-words.ts';
import { versionLabel } from '../../renderer/language/version-label.ts';
import type { VersionSummary } from '../../shared/bridge.ts';

const savedAt = new Date(2026, 10, 20, 23, 17).toISOString();
const version = (change: Partial<VersionSummary> = {}): VersionSummary =>
  ({
    id: 'v4',
    number: 4,
    savedAt,
    author: '',
    note: '',
    milestones: [],
    ...change,
  }) as VersionSummary;

describe('a version that is picked', () => {
  test('has its note before its time, and its scheme first', () => {
    const noted = version({ note: '厨房加宽' });
    const among = { versions: [noted], scheme: '方案乙' };
    expect(versionLabel(noted, among, 'zh')).toBe('方案乙 · 第 4 版 · 厨房加宽 · 2026-11-20 23:17');
    expect(versionLabel(noted, { versions: [noted] }, 'en')).toBe(
      'Version 4 · 厨房加宽 · 20 Nov 2026, 23:17',
    );
  });

  test('has a short end of a long note, and no time twice', () => {
    const [one, other] = [version({ note: '长'.repeat(60) }), version({ id: 'v4b' as never })];
    const label = versionLabel(one, { versions: [one, other] }, 'zh');
    expect(label).toContain(`${'长'.repeat(39)}…`);
    expect(label.match(/23:17/g)).toHaveLength(1);
  });

  test('says whose it is where two were saved side by side', () => {
    const [one, other] = [
      version({ author: '王工' }),
      version({ id: 'v4b' as never, author: '林工' }),
    ];
    const both = { versions: [one, other] };
    expect(versionLabel(one, both, 'zh')).toBe('第 4 版（王工，2026-11-20 23:17）');
    expect(versionLabel(other, both, 'en')).toBe('Version 4 (林工, 20 Nov 2026, 23:17)');
    // Of one author and minute, only their marks tell them apart.
    const twin = version({ id: 'v4c' as never, author: '王工' });
    expect(versionLabel(one, { versions: [one, twin] }, 'zh')).toMatch(/^第 4 版（王工，.+ #v4）$/);
  });
});

describe('a version that arrives', () => {
  const now = new Date(2026, 10, 20, 23, 30);
  const said = (author: string, at = now) =>
    arrivalWords(version({ author }), [version()], 'behind', at);

  test('is said to be of whoever saved it, and of no window', () => {
    expect(said('林工').zh).toBe('林工于 23:17 保存了第 4 版，本窗口仍停在此前的版本');
    expect(said('林工').en).toBe(
      'Version 4 was saved by 林工 (23:17). This window still shows an earlier one',
    );
    expect(said('').zh).toBe('第 4 版已于 23:17 在别处保存，本窗口仍停在此前的版本');
    for (const author of ['林工', '']) expect(said(author).zh).not.toContain('另一窗口');
  });

  test('has its day where that is not today', () => {
    expect(said('林工', new Date(2026, 10, 21, 8)).zh).toMatch(/^林工于 2026-11-20 23:17 保存了/);
  });
});
