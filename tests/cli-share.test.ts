import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readBundle } from '../electron/bundle-read.ts';
import { openLibraryFolder } from '../electron/library-folder.ts';
import { writeZip } from '../electron/zip-write.ts';
import type { BuildingId, HouseholdId } from '../shared/plan/model.ts';
import { runCli } from './run-cli.ts';

/** `export` and `import`: one building of a library as a file, and a file into a library. */

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'duyong-cli-share-'));
afterAll(() => rmSync(folder, { recursive: true }));

const frozen = join(root, 'tests/fixtures/format-1/library');
const brothers = join(root, 'assets/samples/brothers.json');
const building = 'building_frozen' as BuildingId;
const cli = (...args: string[]) => runCli(args, { userData: join(folder, 'user') });

let place = '';
let library = '';
beforeEach(async () => {
  place = mkdtempSync(join(folder, 'place-'));
  library = join(place, 'library');
  cpSync(frozen, library, { recursive: true });
  await openLibraryFolder(library).append({
    format: 1,
    kind: 'contact-recorded',
    at: '2026-11-25T08:00:00.000Z',
    building,
    household: 'household_301' as HouseholdId,
    name: '张三',
    telephone: '021-1234',
  });
});

const emptyLibrary = (name = 'other'): string => {
  mkdirSync(join(place, name));
  return join(place, name);
};

/** Every file beneath a folder with its content. */
const contentOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((name) => [name.slice(path.length), readFileSync(name).toString('base64')]),
  );

describe('cli export', () => {
  it('writes one building without private facts; with them where asked', async () => {
    const to = join(place, 'one.duyong');
    const { code, out, err } = cli('export', library, '--building', '天山一村 1 号楼', '--to', to);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/版本 versions: 2 \/ 2/);
    expect(out).toContain('without names and telephone numbers');
    const kinds = async (file: string) =>
      (await readBundle(readFileSync(file))).records.map(({ record }) => record.kind).sort();
    const plain = ['building-described', 'scheme-described', 'version-saved', 'version-saved'];
    expect(await kinds(to)).toEqual(plain);
    const whole = join(place, 'whole.duyong');
    const json = cli('export', library, '--to', whole, '--private', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ versions: 2, of: 2, privateFacts: true });
    expect(await kinds(whole)).toEqual([
      'building-described',
      'contact-recorded',
      ...plain.slice(1),
    ]);
    expect(readdirSync(place).sort()).toEqual(['library', 'one.duyong', 'whole.duyong']);
  });

  it('takes chosen versions', async () => {
    const versionsIn = async (wanted: string) => {
      const to = join(place, 'some.duyong');
      expect(cli('export', library, '--to', to, '--force', '--versions', wanted).code).toBe(0);
      return (await readBundle(readFileSync(to))).records.flatMap(({ record }) =>
        record.kind === 'version-saved' ? [record.note] : [],
      );
    };
    expect(await versionsIn('newest')).toEqual(['二稿']);
    expect(await versionsIn('初稿')).toEqual(['初稿']);
    expect(await versionsIn('1,v2')).toEqual(['初稿', '二稿']);
    expect(await versionsIn('方案甲')).toEqual(['初稿', '二稿']);
  });

  it('never writes over a file unless it is told to, and then over a plain file only', () => {
    const to = join(place, 'there.duyong');
    writeFileSync(to, 'mine');
    const refused = cli('export', library, '--to', to);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/nothing was written; --force/);
    expect(readFileSync(to, 'utf8')).toBe('mine');
    expect(cli('export', library, '--to', to, '--force').code).toBe(0);
    expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK');
    mkdirSync(join(place, 'folder.duyong'));
    const other = cli('export', library, '--to', join(place, 'folder.duyong'), '--force');
    expect([other.code, other.err]).toEqual([2, expect.stringMatching(/no plain file/)]);
    expect(readdirSync(place).sort()).toEqual(['folder.duyong', 'library', 'there.duyong']);
  });

  it('exits 1 where a record is damaged, and exports the rest', () => {
    const versions = join(library, building, 'versions');
    const [first] = readdirSync(versions).sort();
    writeFileSync(join(versions, first!), 'nothing');
    const to = join(place, 'rest.duyong');
    const { code, out, err } = cli('export', library, '--to', to);
    expect(code).toBe(1);
    expect(out).toMatch(/版本 versions: 1 \/ 1/);
    expect(err).toContain(`versions/${first}`);
    expect(existsSync(to)).toBe(true);
  });

  it.each([
    ['no file to write', () => [library], /--to: .*give the file/],
    ['another ending', () => [library, '--to', join(place, 'x.json')], /end with \.duyong/],
    [
      'a folder that is not there',
      () => [library, '--to', join(place, 'no', 'x.duyong')],
      /ENOENT/,
    ],
    [
      'no library',
      () => [brothers, '--to', join(place, 'x.duyong')],
      /give the folder of a library/,
    ],
    [
      'a building that is not there',
      () => [library, '--building', '二号楼', '--to', join(place, 'x.duyong')],
      /no such building: 二号楼\n.*building_frozen/,
    ],
    [
      'a version that is not there',
      () => [library, '--versions', '9', '--to', join(place, 'x.duyong')],
      /no such version: 9\n.*第 2 版/,
    ],
    [
      'marks that nobody made',
      () => [library, '--versions', 'marked', '--to', join(place, 'x.duyong')],
      /no such version: marked/,
    ],
    [
      'an option of another command',
      () => [library, '--copy', '--to', join(place, 'x.duyong')],
      /--copy: .*not an option of export/,
    ],
  ])('exits 2 for %s and writes nothing', (_, args, message) => {
    const { code, out, err } = cli('export', ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(readdirSync(place)).toEqual(['library']);
  });
});

describe('cli import', () => {
  it('is a union with the file: byte for byte, and twice is once', () => {
    const to = join(place, 'one.duyong');
    cli('export', library, '--to', to, '--private');
    const other = emptyLibrary();
    const first = cli('import', other, to);
    expect({ ...first, out: '' }).toEqual({ code: 0, out: '', err: '' });
    expect(first.out).toBe(
      '天山一村 1 号楼 (building_frozen)\n新增记录 records taken in: 5, 库中已有 already there: 0, 未导入 refused: 0\n',
    );
    expect(contentOf(other)).toEqual(contentOf(library));
    const again = JSON.parse(cli('import', other, to, '--json').out);
    expect(again).toMatchObject({ added: 0, known: 5, refused: [] });
    expect(contentOf(other)).toEqual(contentOf(library));
  });

  it('takes what is sound of a damaged file, says what it refused, and exits 1', () => {
    const log = readdirSync(join(library, building, 'log')).sort();
    const file = join(place, 'part.duyong');
    const entries = log.map((name) => ({
      name: `${building}/log/${name}`,
      bytes: readFileSync(join(library, building, 'log', name)),
    }));
    entries[0]!.bytes = Buffer.from('{}');
    writeFileSync(
      file,
      writeZip([...entries, { name: `${building}/notes.txt`, bytes: Buffer.from('?') }]),
    );
    const other = emptyLibrary();
    const { code, out, err } = cli('import', other, file, '--json');
    const { added, refused } = JSON.parse(out);
    expect([code, added]).toEqual([1, log.length - 1]);
    const at = refused.map((one: { at: string }) => one.at);
    expect(at).toEqual(expect.arrayContaining([entries[0]!.name, `${building}/notes.txt`]));
    expect(err).toContain(`${building}/notes.txt: `);
  });

  it('takes nothing of a file that would write elsewhere', () => {
    const file = join(place, 'evil.duyong');
    const name = readdirSync(join(library, building, 'log'))[0]!;
    const bytes = readFileSync(join(library, building, 'log', name));
    writeFileSync(
      file,
      writeZip([
        { name: `${building}/log/${name}`, bytes },
        { name: `${building}/log/../../../evil`, bytes },
      ]),
    );
    const other = emptyLibrary();
    const { code, out, err } = cli('import', other, file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/leads out of the building/);
    expect(readdirSync(other)).toEqual([]);
    expect(readdirSync(place).sort()).toEqual(['evil.duyong', 'library', 'other']);
  });

  it('takes a document as a building; once, unless a copy is asked for', () => {
    const other = emptyLibrary();
    expect(JSON.parse(cli('import', other, brothers, '--json').out)).toMatchObject({
      building: { id: 'building_brothers' },
      added: 2,
      known: 0,
    });
    const before = contentOf(other);
    const again = cli('import', other, brothers);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('already there: 2')]);
    const document = JSON.parse(readFileSync(brothers, 'utf8'));
    Object.values<{ name: string }>(document.schemes[0].storeys)[0]!.name = '顶层';
    const changed = join(place, 'changed.json');
    writeFileSync(changed, JSON.stringify(document));
    const refused = cli('import', other, changed);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toMatch(/with other content.*--copy/);
    expect(contentOf(other)).toEqual(before);
    const copied = cli('import', other, changed, '--copy');
    expect([copied.code, copied.out]).toEqual([0, expect.stringContaining('（导入 imported）')]);
    expect(readdirSync(other)).toHaveLength(2);
    expect(contentOf(other)).toMatchObject(before);
  });

  it.each([
    [
      'a folder that is not there',
      () => [join(place, 'none'), brothers],
      /there is no such folder/,
    ],
    ['a folder of other things', () => [place, brothers], /library lies one folder below/],
    ['a file in place of the library', () => [brothers, brothers], /This is a file/],
    ['one path only', () => [library], /a library and the file to take in/],
    ['no file', () => [library, join(place, 'none.duyong')], /none\.duyong: .*ENOENT/],
    ['a folder in place of the file', () => [library, library], /not a plain file/],
    [
      'a document that is none',
      () => [library, join(frozen, '..', 'building.json')],
      /building\.json/,
    ],
    [
      'an option of another command',
      () => [library, brothers, '--force'],
      /--force: .*not an option of import/,
    ],
  ])('exits 2 for %s and changes nothing', (_, args, message) => {
    const before = contentOf(place);
    const { code, out, err } = cli('import', ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(contentOf(place)).toEqual(before);
  });
});
