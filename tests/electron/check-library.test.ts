import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../electron/check-library.ts';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import type { BuildingId, Plan, SchemeId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const sample = parseDocument(readFileSync(join(root, 'assets/samples/brothers.json'), 'utf8'));
const brothers = sample.document!.schemes[0]!.plan;
const scheme = 'scheme_a' as SchemeId;

async function save(
  path: string,
  building: string,
  plan: Plan,
  more: object = {},
  second = 1,
): Promise<void> {
  await openLibraryFolder(path).append({
    format: 1,
    kind: 'version-saved',
    at: `2026-11-24T10:00:${String(second).padStart(2, '0')}.000Z`,
    building: building as BuildingId,
    scheme,
    parents: [],
    author: '',
    note: '',
    plan,
    ...more,
  });
}

const checked = (path: string, ...options: string[]) =>
  spawnSync(process.execPath, [join(root, 'electron/cli.ts'), 'check', path, ...options], {
    encoding: 'utf8',
  });

const folder = temporaryFolder();
const clean = planOfFlats([drawFlats(1, [usualFlat, usualFlat])]);

describe('a library that is checked', () => {
  it('has a row for the newest version of every building, with the profile it was saved with', async () => {
    const path = folder();
    await save(path, 'building_a', clean, {}, 1);
    await save(path, 'building_a', brothers, {}, 2);
    await save(path, 'building_b', clean);
    const profile = {
      format: 1,
      kind: 'duyong-profile',
      name: '本局',
      base: 'national',
      rules: { R3: { numbers: { least: 20 } } },
      fixtures: {},
    } as const;
    await save(path, 'building_c', clean, { profile });
    const buildings = await checkLibrary(path, null, undefined, 2);
    expect(buildings.flatMap(({ problems }) => problems)).toEqual([]);
    expect(
      buildings
        .flatMap(({ schemes }) => schemes)
        .map(({ building, households, breaches, warnings }) => [
          building,
          households,
          breaches,
          warnings,
        ]),
    ).toEqual([
      ['building_a', 4, 1, check(brothers).filter(({ severity }) => severity === 'warning').length],
      ['building_b', 2, 0, 0],
      ['building_c', 2, 0, 2],
    ]);
    const strict = await checkLibrary(path, {
      ...profile,
      rules: { R3: { severity: 'breach', numbers: { least: 20 } } },
    });
    expect(strict.flatMap(({ schemes }) => schemes.map(({ breaches }) => breaches))).toEqual([
      1, 2, 2,
    ]);
  });

  it('counts what was accepted apart', async () => {
    const path = folder();
    await save(path, 'building_a', brothers);
    const warning = check(brothers).find(({ severity }) => severity === 'warning')!;
    await openLibraryFolder(path).append({
      format: 1,
      kind: 'derogation-recorded',
      at: '2026-11-24T11:00:00.000Z',
      building: 'building_a' as BuildingId,
      scheme,
      finding: warning.id,
      by: '王工',
      reason: '面积所限',
      measured: warning.measured,
      required: warning.required,
      until: null,
      withdrawn: false,
    });
    const [building] = await checkLibrary(path, null);
    const warnings = check(brothers).filter(({ severity }) => severity === 'warning').length;
    expect(building?.schemes).toMatchObject([{ accepted: 1, warnings: warnings - 1 }]);
    expect(building?.schemes[0]?.derogations).toMatchObject([
      {
        finding: warning.id,
        by: '王工',
        reason: '面积所限',
        state: 'accepted',
        about: warning.text,
      },
    ]);
    const { stdout } = checked(path);
    for (const words of [
      '接受过的提示 accepted warnings',
      warning.text.zh,
      warning.text.en,
      warning.id,
      '已接受（王工，2026-11-24）：面积所限',
      'Accepted (王工, 2026-11-24): 面积所限',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  it('is printed as a table on the command line', async () => {
    const path = folder();
    await save(path, 'building_a', clean);
    const run = checked(path);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/^楼栋 building +方案 scheme/);
    expect(run.stdout).toMatch(
      /building_a +scheme_a +GB 55038-2025 \/ GB 50096-2011 +2 +2 +0 +0 +0 +0\n/,
    );
    expect(run.stdout).toContain('合计 total（1 栋 buildings）');
    expect(run.stdout).not.toContain('accepted warnings');
    expect(run.stdout).not.toContain('switched off');
  });

  it('counts the homes of a building once, however many schemes there are for it', async () => {
    const path = folder();
    await save(path, 'building_a', brothers, {}, 1);
    await save(path, 'building_a', clean, { scheme: 'scheme_b' }, 2);
    await save(path, 'building_b', clean);
    const { stdout } = checked(path);
    expect(stdout.match(/^building_a /gm)).toHaveLength(2);
    expect(stdout).toMatch(
      /^合计 total（2 栋 buildings） +每栋计第一个方案 first scheme of each +6 /m,
    );
  });

  it('says which rules nobody looked at, and why', async () => {
    const path = folder();
    const profile = {
      format: 1,
      kind: 'duyong-profile',
      name: '本局',
      base: 'national',
      rules: { R3: { off: '旧房不适用' } },
      fixtures: {},
    } as const;
    await save(path, 'building_a', clean, { profile });
    await save(path, 'building_b', clean);
    const { stdout } = checked(path);
    expect(stdout).toContain('审查标准 profile: 本局（building_a scheme_a）');
    expect(stdout).toMatch(/^ {2}R3 .*: 旧房不适用$/m);
    expect(JSON.parse(checked(path, '--json').stdout).schemes).toMatchObject([
      { off: { R3: '旧房不适用' } },
      { off: {} },
    ]);
  });

  it('takes no storey: a storey of one building is none of another', async () => {
    const path = folder();
    await save(path, 'building_a', clean);
    const { status, stderr, stdout } = checked(path, '--storey', '1');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--storey');
  });
});
