import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

/** Two versions or schemes beside each other, of a document, a `.duyong` file or a library. */

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'duyong-cli-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const brothers = join(root, 'assets/samples/brothers.json');
const frozen = join(root, 'tests/fixtures/format-1/library');
const compare = (...args: string[]) =>
  runCli(['compare', ...args], { userData: join(folder, 'user') });
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('cli compare', () => {
  it('tells households first, then rules, then elements, in both languages', () => {
    const { code, out, err } = compare(brothers);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const places = [
      '前 From: 方案甲 合用',
      '后 To:   方案乙 分隔',
      '煤卫独用 complete: 2 / 4 → 4 / 4   独用使用面积合计 usable area held alone: 57.88 → 61.68 m²',
      '302甲  +1.90 m²\n  煤卫合一间 4.00 → 1.90 m²，改为独用 / kitchen-bathroom 4.00 → 1.90 m², now its own',
      '302乙  +1.90 m²',
      '新出现的问题 New findings（4）',
      '已消除的问题 Findings that are gone（3）\n  [不符合 breach] F1  302甲、302乙室合用',
      '图元 elements（4）: 墙 1、房间 3 / 1 wall, 3 rooms',
      '房间 room “合用厨卫” 302甲 302乙 (room_kitchen-bath): 删除 / removed',
      '墙 wall 2,120 mm (wall_kitchen-bath-middle): 新增 / added',
    ].map((words) => [words, out.indexOf(words)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).sort((a, b) => a - b));
  });

  it('has two schemes in their order in a library too, of a building called by its first word', () => {
    const library = mkdtempSync(join(folder, 'schemes-'));
    const taken = runCli(['import', library, brothers], { userData: join(folder, 'user') });
    expect(taken.code).toBe(0);
    const { code, out } = compare(library, '--building', '兄弟两户', '--json');
    expect(code).toBe(0);
    const { before, after } = JSON.parse(out);
    expect([before.scheme, after.scheme]).toEqual(['scheme_a', 'scheme_b']);
  });

  it('exits 1 where the later one has a breach that the earlier has not', () => {
    const { code, out } = compare(brothers, '--before', 'scheme_b', '--after', '方案甲', '--json');
    const { findings, households, totals } = JSON.parse(out);
    expect(code).toBe(1);
    expect(findings.gained.map(({ rule }: { rule: string }) => rule)).toContain('F1');
    expect(findings.lost).toHaveLength(4);
    expect(totals.before).toEqual({ households: 4, complete: 4, ownAreaM2: 61.68 });
    expect(households[0]).toMatchObject({
      door: '302甲',
      before: { kitchen: { state: 'exclusive', areaM2: 1.9 }, ownAreaM2: 9.24 },
      after: { kitchen: { state: 'shared', areaM2: 4 }, complete: false },
      gainM2: -1.9,
    });
  });

  it('looks at one household, by door or id', () => {
    const of = (household: string) =>
      JSON.parse(compare(brothers, '--household', household, '--json').out);
    const one = of('302甲');
    expect(one).toEqual(of('household_302-jia'));
    expect(one.household).toMatchObject({ door: '302甲', after: { complete: true } });
    expect(one.households.map(({ door }: { door: string }) => door)).toEqual(['302甲']);
    expect(one.findings.gained).toHaveLength(2);
    const other = of('301');
    expect([other.households, other.findings.gained, other.elements]).toEqual([[], [], []]);
  });

  it('finds versions by number, note, id and its end, with and without the scheme', () => {
    const [first, second] = readdirSync(join(frozen, 'building_frozen', 'versions'))
      .sort()
      .map((name) => name.replace('.json.gz', ''));
    const ways: [string, string][] = [
      ['1', '2'],
      ['第 1 版', 'Version 2'],
      ['初稿', '二稿'],
      [first!, second!],
      [`#${first!.slice(-4)}`, `#${second!.slice(-6)}`],
      ['方案甲 第1版', '方案甲'],
      ['方案甲：初稿', 'scheme_a/v2'],
    ];
    for (const [before, after] of ways) {
      const { out, err } = compare(frozen, '--json', '--before', before, '--after', after);
      expect(err, before).toBe('');
      const answer = JSON.parse(out);
      expect([answer.before.version, answer.after.version], before).toEqual([first, second]);
      expect(answer.after).toMatchObject({ number: 2, note: '二稿', author: '设计一室' });
      expect(answer.elements).toEqual([
        expect.objectContaining({ kind: 'plan', id: 'north', change: 'added' }),
      ]);
    }
    expect(JSON.parse(compare(frozen, '--json').out).before.version).toBe(first);
  });

  it('takes two files of one building, and no two buildings', () => {
    const document = JSON.parse(readFileSync(brothers, 'utf8'));
    const [one, other] = document.schemes;
    const was = file('was.json', JSON.stringify({ ...document, schemes: [one] }));
    const is = file('is.json', JSON.stringify({ ...document, schemes: [other] }));
    expect(compare(was, is).out).toBe(compare(brothers).out);
    const { code, err } = compare(was, frozen, '--after', '2');
    expect(code).toBe(2);
    expect(err).toMatch(/two buildings.*building_brothers.*building_frozen/);
  });

  it('says which there are, and leaves out what is damaged', () => {
    const library = join(folder, 'library');
    cpSync(frozen, library, { recursive: true });
    const versions = join(library, 'building_frozen', 'versions');
    const [first] = readdirSync(versions).sort();
    const bytes = readFileSync(join(versions, first!));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(versions, first!), bytes);
    const damaged = compare(library, '--before', '1', '--after', '2');
    expect(damaged.code).toBe(2);
    expect(damaged.err).toMatch(/no such version or scheme: 1\n.*第 2 版 Version 2/);
    mkdirSync(join(library, 'building_other', 'log'), { recursive: true });
    const several = compare(library, '--before', '1', '--after', '2');
    expect(several.err).toMatch(/--building: .*say which\D*building\n.*building_frozen\t天山一村/);
  });

  it.each([
    [
      'a household that is not there',
      [brothers, '--household', '999'],
      /--household: .*302甲 \(household_302-jia\)/,
    ],
    [
      'a scheme that is not there',
      [brothers, '--before', '方案丙', '--after', '方案甲'],
      /--before: .*方案丙\n.*scheme_a\t方案甲 合用/,
    ],
    ['one of the two', [brothers, '--after', 'scheme_b'], /--before: .*say which two/],
    [
      'an option of another command',
      [brothers, '--storey', '3'],
      /--storey: .*not an option of compare/,
    ],
    [
      'another building',
      [brothers, '--building', 'building_frozen'],
      /another building: building_brothers/,
    ],
    ['no file', [join(folder, 'none.duyong')], /none\.duyong: .*ENOENT/],
    ['three files', [brothers, brothers, brothers], /one or two files/],
    ['an empty folder', [mkdtempSync(join(folder, 'empty-'))], /no building in this folder/],
    ['a zip that is none', [file('cut.duyong', 'PK\u0003\u0004 and no more')], /cut\.duyong: /],
    ['a document that is none', [file('no.json', '{ walls!')], /no\.json: 1:3: /],
  ])('exits 2 for %s', (_, args, message) => {
    const { code, out, err } = compare(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
