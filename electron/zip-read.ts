import { crc32, inflateRawSync } from 'node:zlib';
import { type Text, text } from '../shared/text.ts';

/**
 * Reads a zip from anybody: sizes are held against what was promised before anything is unpacked,
 * no two entries share bytes, and nothing unpacks to more than its entry says. Split and encrypted
 * files and those past 4 GB are refused. Layout: PKWARE's APPNOTE.TXT, 4.3.
 */
export interface ZipEntry {
  readonly name: string;
  /** Throws `BadZip` where the content is not what the entry promises. */
  readonly bytes: () => Uint8Array;
}

export interface ZipLimits {
  readonly entries: number;
  /** Bytes unpacked, of one entry and of all. */
  readonly entry: number;
  readonly total: number;
  /** Times that an entry over `smallEntry` may be larger unpacked. */
  readonly ratio: number;
}

/** What is wrong with the file; `at` is the entry, empty for the file as a whole. */
export class BadZip extends Error {
  readonly at: string;
  readonly text: Text;
  constructor(at: string, words: Text) {
    super(words.en);
    this.name = 'BadZip';
    this.at = at;
    this.text = words;
  }
}

const smallEntry = 100_000;
const endSize = 22;
const centralSize = 46;
const localSize = 30;

export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isWhole = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (!isWhole || start + view.getUint32(end + 12, true) > end) throw broken('');
  if (count > limits.entries) {
    throw new BadZip('', text(`文件过多（${count} 个）`, `it holds too many files (${count})`));
  }
  const entries: (ZipEntry & { readonly from: number; readonly to: number })[] = [];
  const names = new Set<string>();
  let total = 0;
  for (let at = start, index = 0; index < count; index += 1) {
    if (at + centralSize > end || view.getUint32(at, true) !== 0x02014b50) throw broken('');
    const nameEnd = at + centralSize + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw broken('');
    const name = nameOf(bytes.subarray(at + centralSize, nameEnd));
    if (names.has(name.toLowerCase())) {
      throw new BadZip(name, text('同名文件出现两次', 'two files have this name'));
    }
    names.add(name.toLowerCase());
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    total += size;
    const isBomb = size > smallEntry && size > packed * limits.ratio;
    if (isBomb || size > limits.entry || total > limits.total) {
      throw new BadZip(
        name,
        text('解压后过大，未解压', 'it would be too large when unpacked, and was not unpacked'),
      );
    }
    entries.push(entryAt(bytes, view, { at, name, packed, size, end: start }));
    at = next;
  }
  const sorted = entries.toSorted((left, right) => left.from - right.from);
  for (const [index, entry] of sorted.entries()) {
    if (index > 0 && sorted[index - 1]!.to > entry.from) throw broken(entry.name);
  }
  return entries;
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  central: { at: number; name: string; packed: number; size: number; end: number },
) {
  const { at, name, packed, size, end } = central;
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const check = view.getUint32(at + 16, true);
  const local = view.getUint32(at + 42, true);
  if ((flags & 0x2041) !== 0) throw new BadZip(name, text('已加密，无法读取', 'it is encrypted'));
  if (method !== 0 && method !== 8) throw broken(name);
  if (local + localSize > end || view.getUint32(local, true) !== 0x04034b50) throw broken(name);
  const nameEnd = local + localSize + view.getUint16(local + 26, true);
  const from = nameEnd + view.getUint16(local + 28, true);
  const to = from + packed;
  if (to > end || nameOf(bytes.subarray(local + localSize, nameEnd)) !== name) throw broken(name);
  return {
    name,
    from: local,
    to,
    bytes(): Uint8Array {
      const content = unpack(bytes.subarray(from, to), method, size);
      if (!content || content.length !== size || crc32(content) !== check) throw broken(name);
      return content;
    },
  };
}

function unpack(packed: Uint8Array, method: number, size: number): Uint8Array | null {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return null;
  }
}

/** Where the record at the end begins; a comment may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - endSize; at >= 0 && at > view.byteLength - 65_558; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw broken('');
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken('');
  }
}

const broken = (at: string): BadZip =>
  new BadZip(at, text('文件已损坏或不完整', 'the file is damaged or incomplete'));
