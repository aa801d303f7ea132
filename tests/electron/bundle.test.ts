import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../electron/bundle-read.ts';
import { readZip } from '../../electron/zip-read.ts';
import { writeZip } from '../../electron/zip-write.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One building as a `.duyong` file: the union of what two libraries have. */

const folder = temporaryFolder();
const frozen = join(import.meta.dirname, '..', 'fixtures', 'format-1', 'library');
const picture = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'scans', 'rmf-home.png'));
const building = 'building_frozen' as BuildingId;
const scheme = 'scheme_a';

/** Services over a library with the frozen building, or an empty one. */
async function side(name: string, filled = true) {
  const root = join(folder(), name);
  mkdirSync(root, { recursive: true });
  if (filled) cpSync(frozen, join(root, 'library'), { recursive: true });
  const ask = await startServices(root);
  const exported = async (choice: { versions?: string[] | null; privateFacts?: boolean } = {}) =>
    ask('bundle.export', { building, versions: null, privateFacts: true, ...choice });
  return { ask, root, library: join(root, 'library'), exported };
}

/** Every file of a library with its content. */
const contentOf = (library: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(library, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(library.length), readFileSync(file).toString('base64')]),
  );

type Side = Awaited<ReturnType<typeof side>>;

/** Draws on from the newest version, as an edit of `north`. */
async function save({ ask }: Side, north: number) {
  const [found] = (await ask('building.open', { building })).schemes;
  const version = found!.versions[0]!.id;
  const { plan } = await ask('version.read', { building, scheme: found!.id, version });
  const saved = { building, scheme: found!.id, plan: { ...plan, north }, note: `${north}` };
  return (await ask('version.save', { ...saved, parents: [version] })).version;
}

describe('a .duyong file', () => {
  test('brings a building to an empty library, byte for byte; twice is once', async () => {
    const one = await side('one');
    const { asset } = await one.ask('asset.add', { building, base64: picture.toString('base64') });
    const other = await side('other', false);
    const { base64, fileName, notes } = await one.exported();
    expect([fileName, notes]).toEqual(['天山一村 1 号楼（含姓名电话）.duyong', []]);
    const taken = await other.ask('bundle.import', { base64 });
    expect(taken).toEqual({ building, added: 4, known: 0, problems: [] });
    expect(contentOf(other.library)).toEqual(contentOf(one.library));
    expect((await other.ask('asset.read', { building, asset })).base64).toBe(
      picture.toString('base64'),
    );
    const again = await other.ask('bundle.import', { base64 });
    expect(again).toEqual({ building, added: 0, known: 4, problems: [] });
    expect(contentOf(other.library)).toEqual(contentOf(one.library));
    expect((await other.exported()).base64).toBe(base64);
  });

  test('sent both ways makes two libraries the same, with two heads where both had drawn', async () => {
    const one = await side('one');
    const other = await side('other');
    const heads = [await save(one, 10), await save(other, 20)];
    const [here, there] = [await one.exported(), await other.exported()];
    await one.ask('bundle.import', { base64: there.base64 });
    await other.ask('bundle.import', { base64: here.base64 });
    expect(contentOf(one.library)).toEqual(contentOf(other.library));
    const states = await Promise.all(
      [one, other].map(({ ask }) => ask('building.count', { building })),
    );
    expect(states[0]).toEqual(states[1]);
    const ids = states[0]!.schemes[0]!.versions.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(heads));
  });

  test('of chosen versions holds those and the descriptions', async () => {
    const one = await side('one');
    const version = await save(one, 10);
    const { base64, notes } = await one.exported({ versions: [version] });
    expect(notes).toEqual([]);
    const other = await side('other', false);
    await other.ask('bundle.import', { base64 });
    const [found] = (await other.ask('building.open', { building })).schemes;
    expect(found).toMatchObject({ id: scheme, name: '方案甲', versions: [{ id: version }] });
    const missing = `2026-01-01T00-00-00-000Z-${'0'.repeat(16)}`;
    const { notes: named } = await one.exported({ versions: [missing] });
    expect(named.map(({ at }) => at)).toEqual([`versions/${missing}`]);
  });

  test('has no draft in it, and says of which schemes', async () => {
    const one = await side('one');
    const [found] = (await one.ask('building.open', { building })).schemes;
    const [newest, older] = found!.versions.map(({ id }) => id);
    const ref = { building, scheme: found!.id };
    const { plan } = await one.ask('version.read', { ...ref, version: newest! });
    const draft = { plan: { ...plan, north: 45 }, base: newest!, edits: 1 };
    await one.ask('draft.write', { ...ref, draft });
    for (const versions of [null, [older!]]) {
      const { notes } = await one.exported({ versions });
      expect(notes.map(({ at, problem }) => [at, problem.en])).toEqual([
        [found!.name, expect.stringContaining('draft are not in the file')],
      ]);
    }
    const also = { scheme: ref.scheme, plan: draft.plan, note: '', parents: [newest!] };
    const whole = { building, versions: null, privateFacts: true, also };
    expect((await one.ask('bundle.export', whole)).notes).toEqual([]);
    await one.ask('draft.discard', ref);
    expect((await one.exported()).notes).toEqual([]);
  });

  test('leaves out what is damaged, and says so', async () => {
    const one = await side('one');
    const [name] = readdirSync(join(one.library, building, 'versions'));
    const damaged = join(one.library, building, 'versions', name!);
    truncateSync(damaged, 100);
    const { base64, notes } = await one.exported();
    expect(notes.map(({ at }) => at)).toEqual([`versions/${name}`]);
    const other = await side('other');
    const taken = await other.ask('bundle.import', { base64 });
    expect(taken).toMatchObject({ added: 0, known: 3, problems: [] });
  });

  test('never mends a damaged library by itself: it names the record and leaves it', async () => {
    const one = await side('one');
    const { base64 } = await one.exported();
    const [name] = readdirSync(join(one.library, building, 'versions'));
    truncateSync(join(one.library, building, 'versions', name!), 100);
    const before = contentOf(one.library);
    const { problems } = await one.ask('bundle.import', { base64 });
    expect(problems.map(({ at }) => at)).toEqual([`versions/${name}`]);
    expect(contentOf(one.library)).toEqual(before);
  });

  test('may be a zip that another program made of the folder', async () => {
    const one = await side('one');
    const whole = readZip(Buffer.from((await one.exported()).base64, 'base64'), noLimits);
    const files = [
      { name: '__MACOSX/._x', bytes: Buffer.from('x') },
      { name: `${building}/log/`, bytes: Buffer.alloc(0) },
      { name: `${building}/.DS_Store`, bytes: Buffer.from('x') },
      { name: `${building}/damaged/x.json`, bytes: Buffer.from('x') },
      ...whole.map(({ name, bytes }) => ({ name, bytes: bytes() })),
    ];
    const { records, problems } = await readBundle(deflated(files));
    expect([records.length, problems]).toEqual([4, []]);
  });
});

const noLimits = { entries: 100, entry: 1e9, total: 1e9, ratio: 1e9 };

/** A zip with its files packed, as most programs make one. */
function deflated(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Buffer {
  const packed = files.map(({ name, bytes }) => ({ name, bytes: deflateRawSync(bytes) }));
  const zip = writeZip(packed);
  let central = zip.readUInt32LE(zip.length - 6);
  for (const { name, bytes } of files) {
    zip.writeUInt16LE(8, central + 10);
    zip.writeUInt32LE(crc32(bytes), central + 16);
    zip.writeUInt32LE(bytes.length, central + 24);
    central += 46 + Buffer.byteLength(name);
  }
  return zip;
}

/** A zip in which the local and the central header of one file are as given. */
function patched(name: string, change: (zip: Buffer, local: number, central: number) => void) {
  const zip = writeZip([
    { name: `${building}/log/x.json`, bytes: Buffer.alloc(64, 0x20) },
    { name, bytes: Buffer.alloc(8) },
  ]);
  const at = (sign: number): number => {
    const found: number[] = [];
    for (let place = 0; place < zip.length - 4; place += 1) {
      if (zip.readUInt32LE(place) === sign) found.push(place);
    }
    return found.at(-1)!;
  };
  change(zip, at(0x04034b50), at(0x02014b50));
  return zip;
}

const named = (name: string) => writeZip([{ name, bytes: Buffer.from('{}') }]);
const record = `${building}/log/2026-01-01T00-00-00-000Z-${'0'.repeat(16)}.json`;

/** 50 MB of zeros as one entry that says how large it is, and one that does not. */
function bomb(claimed: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
  const zip = writeZip([{ name: record, bytes: packed }]);
  const central = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt16LE(8, central + 10);
  zip.writeUInt32LE(claimed, central + 24);
  return zip;
}

describe('a hostile .duyong file is answered with a problem and its path', () => {
  test.each<[string, Buffer, string, RegExp]>([
    ['empty', Buffer.alloc(0), '', /no \.duyong file/],
    ['text', Buffer.from('hello'), '', /no \.duyong file/],
    ['a zip that ends early', named(record).subarray(0, 60), '', /damaged or incomplete/],
    ['nothing in it', writeZip([]), '', /one building/],
    [
      'up and out',
      named(`${building}/log/../../../evil.json`),
      `${building}/log/../../../evil.json`,
      /leads out/,
    ],
    ['absolute', named('/etc/evil.json'), '/etc/evil.json', /leads out/],
    ['a drive', named('C:/evil.json'), 'C:/evil.json', /leads out/],
    ['backslashes', named(`${building}\\..\\evil.json`), `${building}\\..\\evil.json`, /leads out/],
    ['a zero byte', named(`${building}/log/a\0.json`), `${building}/log/a\0.json`, /leads out/],
    [
      'two buildings',
      writeZip([
        { name: 'building_a/log/x', bytes: Buffer.alloc(0) },
        { name: 'building_b/log/x', bytes: Buffer.alloc(0) },
      ]),
      'building_b',
      /one building/,
    ],
    ['no building', named('other/log/x.json'), 'other', /one building/],
    [
      'two of a name',
      writeZip([
        { name: record, bytes: Buffer.alloc(1) },
        { name: record, bytes: Buffer.alloc(2) },
      ]),
      record,
      /have this name/,
    ],
    ['a program', named(`${building}/log/run.exe`), `${building}/log/run.exe`, /no record/],
    [
      'a page as a picture',
      named(`${building}/assets/${'0'.repeat(32)}.png`),
      `${building}/assets/${'0'.repeat(32)}.png`,
      /does not match the hash/,
    ],
    ['a record with another hash', named(record), record, /does not match the hash/],
    [
      'a folder within',
      named(`${building}/log/deep/x.json`),
      `${building}/log/deep/x.json`,
      /no record/,
    ],
    ['a bomb that says so', bomb(50_000_000), record, /too large/],
    ['a bomb that does not', bomb(90_000), record, /damaged or incomplete/],
    [
      'encrypted',
      patched(record, (zip, _local, central) => zip.writeUInt16LE(1, central + 8)),
      record,
      /encrypted/,
    ],
    [
      'an unknown packing',
      patched(record, (zip, _local, central) => zip.writeUInt16LE(99, central + 10)),
      record,
      /damaged/,
    ],
    [
      'files that share bytes',
      patched(record, (zip, _local, central) => zip.writeUInt32LE(0, central + 42)),
      record,
      /damaged/,
    ],
    [
      'another name inside',
      patched(record, (zip, local) => zip.write('evil', local + 30)),
      record,
      /damaged/,
    ],
    [
      'more files than there are',
      patched(record, (zip) => zip.writeUInt32LE(0xffff_ffff, zip.length - 14)),
      '',
      /too many files/,
    ],
  ])('%s', async (_what, bytes, at, words) => {
    const { building: none, problems } = await readBundle(bytes);
    expect(none).toBeNull();
    expect(problems[0]?.at).toBe(at);
    expect(problems[0]?.problem.en).toMatch(words);
    const { ask, library } = await side('one', false);
    const taken = await ask('bundle.import', { base64: bytes.toString('base64') });
    expect(taken).toMatchObject({ building: null, added: 0 });
    expect(existsSync(join(library, building))).toBe(false);
  });
});
