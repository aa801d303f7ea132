import { deflateRawSync, gzipSync } from 'node:zlib';
import { packVersion, recordIdOf } from '../../electron/record-file.ts';
import { writeZip } from '../../electron/zip-write.ts';
import type { LibraryRecord } from '../../shared/records/record.ts';
import type { Random } from '../generate/random.ts';

/**
 * `.duyong` files as nobody honest makes them, the same for the same seed: sound ones of one building
 * with something wrong in a record, a name, a header or the bytes. Every one holds something that has
 * to be answered.
 */

export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const building = 'building_hostile';
type Json = Record<string, unknown>;

/** A file under the name that its content asks for. */
export function fileOf(record: Json, { named = {} as Json, kind = '' } = {}): BundleFile {
  const json = Buffer.from(JSON.stringify(record));
  const id = recordIdOf(
    { at: '2026-01-01T00:00:00.000Z', ...record, ...named } as LibraryRecord,
    json,
  );
  const folder = kind || (record.kind === 'version-saved' ? 'versions' : 'log');
  return folder === 'versions'
    ? { name: `${building}/versions/${id}.json.gz`, bytes: packVersion(json) }
    : { name: `${building}/log/${id}.json`, bytes: json };
}

const described = {
  format: 1,
  kind: 'building-described',
  at: '2026-01-01T00:00:00.000Z',
  building,
  name: '楼',
  address: '',
  archived: false,
};

const saved = (plan: unknown): Json => ({
  format: 1,
  kind: 'version-saved',
  at: '2026-01-01T00:00:01.000Z',
  building,
  scheme: 'scheme_a',
  parents: [],
  author: '',
  note: '',
  plan,
});

/** One value somewhere in a plan that its schema does not take. */
function spoil(plan: Json, random: Random): Json {
  const copy = structuredClone(plan) as Json;
  let table = copy;
  for (;;) {
    const inner = Object.values(table).filter(
      (value): value is Json =>
        typeof value === 'object' && value !== null && Object.keys(value).length > 0,
    );
    if (inner.length === 0 || random.chance(0.25)) break;
    table = random.pick(inner);
  }
  const wrong = random.pick<unknown>([{ evil: { evil: [] } }, [[[[]]]], 1e308, '\u202e', -0.5]);
  if (Array.isArray(table)) table.push(wrong);
  else table[random.pick(['constructor', 'toString', 'evil', '../evil', '\0'])] = wrong;
  return copy;
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** A record that is none, with a name that fits its content where that is possible. */
function hostileFile(plan: Json, random: Random): BundleFile {
  const time = '2026-01-01T00:00:01.000Z';
  const kinds: (() => BundleFile)[] = [
    () => fileOf(saved(spoil(plan, random))),
    () => fileOf({ ...saved(plan), parents: ['../../evil'] }),
    () => fileOf({ ...saved(plan), note: { toString: 1 } }),
    () => fileOf({ ...saved(plan), building: 'building_other' }),
    () => fileOf({ ...saved(plan), format: random.pick([0, 2, 1e9, -1, '1', null]) }),
    () =>
      fileOf(
        { ...saved(plan), kind: random.pick(['evil', '__proto__', '', 7]) },
        { kind: 'versions' },
      ),
    () => fileOf({ ...described, archived: 'no' }),
    () => fileOf({ ...described, evil: true }),
    () => fileOf({ ...described, at: 'yesterday' }, { named: { at: time } }),
    () => fileOf(described, { named: { at: time } }),
    () => fileOf(saved(null)),
    () => rawVersion(Buffer.from(nested(random.between(10, 200_000)))),
    () => rawVersion(Buffer.from(JSON.stringify(saved(plan)).slice(0, random.between(1, 200)))),
    () => rawVersion(Buffer.alloc(random.between(0, 3), random.between(0, 255))),
    () => ({ ...rawVersion(Buffer.alloc(random.between(2_000_000, 8_000_000))) }),
    () => ({ ...fileOf(saved(plan)), bytes: gzipSync(Buffer.alloc(random.between(1, 9_000_000))) }),
    () => ({ ...fileOf(saved(plan)), bytes: cut(fileOf(saved(plan)).bytes, random) }),
    () => ({ ...fileOf(saved(plan)), bytes: flip(fileOf(saved(plan)).bytes, random) }),
    () => ({ name: `${building}/assets/${'0'.repeat(32)}.png`, bytes: Buffer.from('<svg/>') }),
    () => ({ ...fileOf(described), name: hostileName(random) }),
  ];
  return random.pick(kinds)();
}

/** A version's file of any content, named by its hash. */
function rawVersion(json: Buffer): BundleFile {
  const id = recordIdOf({ at: '2026-01-01T00:00:01.000Z' } as LibraryRecord, json);
  return { name: `${building}/versions/${id}.json.gz`, bytes: packVersion(json) };
}

const hostileName = (random: Random): string =>
  random.pick([
    '../evil.json',
    '/evil.json',
    '//evil/share/x.json',
    'C:\\evil.json',
    '..\\evil.json',
    `${building}/../evil.json`,
    `${building}/log/../../evil.json`,
    `${building}/log/./evil.json`,
    `${building}//evil.json`,
    `${building}/log/evil\n.json`,
    `${building}/log/evil.js`,
    `${building}/log/sub/evil.json`,
    `${building}/versions/con.json.gz`,
    `${building}/evil.json`,
    `${building}/log/${'x'.repeat(random.between(300, 3000))}.json`,
    'building_other/log/x.json',
    'evil',
    '',
  ]);

const cut = (bytes: Uint8Array, random: Random) =>
  bytes.subarray(0, random.between(0, bytes.length - 1));

function flip(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[random.between(0, bytes.length - 1)]! ^= 0xff;
  return changed;
}

/** Puts something wrong into the zip's own headers. */
function spoilZip(zip: Buffer, random: Random): Buffer {
  if (random.chance(0.2)) return zip.subarray(0, random.between(0, zip.length - 1));
  if (random.chance(0.1)) return Buffer.concat([zip, Buffer.alloc(random.between(1, 100))]);
  const end = zip.length - 22;
  const central = zip.readUInt32LE(end + 16);
  const further = random.pick([1, 2, 0x7fff_ffff, 100_000]);
  const put = (at: number, value: number) => zip.writeUInt32LE(value >>> 0, at);
  const putShort = (at: number, value: number) => zip.writeUInt16LE(value, at);
  random.pick([
    () => put(end + 16, central + further),
    () => put(end + 8, 0xffff_ffff),
    () => put(central + 20, 0xffff_fff0),
    () => put(central + 24, 0xffff_fff0),
    () => put(central + 42, zip.readUInt32LE(central + 42) + further),
    () => putShort(central + 8, 1),
    () => putShort(central + 10, random.pick([1, 9, 12, 14, 99])),
    () => putShort(central + 28, 0xffff),
    () => put(central + 16, zip.readUInt32LE(central + 16) ^ 1),
  ])();
  return zip;
}

/** A deflated entry of zeros, which may claim to be smaller than it is. */
function bombZip(random: Random): Buffer {
  const size = random.between(1_000_000, 20_000_000);
  const file = fileOf(described);
  const zip = writeZip([{ ...file, bytes: deflateRawSync(Buffer.alloc(size)) }]);
  const central = zip.readUInt32LE(zip.length - 6);
  zip.writeUInt16LE(8, central + 10);
  zip.writeUInt32LE(random.pick([size, 90_000, 0, 0xffff_ffff]), central + 24);
  return zip;
}

export function hostileBundle(plan: object, random: Random): Uint8Array {
  const sound = [fileOf(described), fileOf(saved(plan))];
  const wrong = hostileFile(plan as Json, random);
  const choice = random.share();
  if (choice < 0.6) return writeZip(random.chance(0.5) ? [...sound, wrong] : [wrong, ...sound]);
  if (choice < 0.9) return spoilZip(writeZip(sound), random);
  if (choice < 0.97) return bombZip(random);
  return writeZip([...sound, sound[0]!]);
}

/** The same plan in a building document with one value that no schema takes. */
export function hostileDocument(document: string, random: Random): string {
  const kinds: (() => string)[] = [
    () => JSON.stringify(spoil(JSON.parse(document), random)),
    () => document.slice(0, random.between(0, document.length - 2)),
    () => nested(random.between(1, 100_000)),
    () => `${document}${random.pick(['}', ',', 'x'])}`,
    () => document.replace(/\d+/, '1e400'),
    () => document.replace('"format": 1', '"format": 7'),
    () => `\0${document}`,
  ];
  return random.pick(kinds)();
}
