import { crc32 } from 'node:zlib';

/** Files as one zip, as they are: records and pictures are packed already. Same files, same bytes. */
export function writeZip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const parts: Uint8Array[] = [];
  const central: Buffer[] = [];
  let place = 0;
  for (const { name, bytes } of files) {
    const encoded = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Names are UTF-8.
    common.writeUInt16LE(0x0800, 2);
    // Midnight of 1 January 1980, the first day that a zip knows.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    parts.push(signature(0x04034b50), common, encoded, bytes);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    const version = Buffer.from([20, 0]);
    central.push(signature(0x02014b50), version, common, rest, encoded);
    place += 30 + encoded.length + bytes.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...parts, ...central, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
