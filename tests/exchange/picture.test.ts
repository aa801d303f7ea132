import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestPictureFile, readPicture } from '../../shared/exchange/picture.ts';

const scan = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'scans', 'rmf-home.png'));

/** The head of a JPEG, by hand: JFIF with a density, a comment, a frame header. */
function jpeg(unit: number, density: number, width: number, height: number): Uint8Array {
  const word = (value: number): number[] => [value >> 8, value & 255];
  const jfif = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, unit, ...word(density), ...word(density), 0, 0];
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, ...word(16), ...jfif],
    ...[0xff, 0xfe, ...word(4), 0x68, 0x69],
    ...[0xff, 0xc2, ...word(17), 8, ...word(height), ...word(width), 3],
    ...Array.from({ length: 12 }, () => 0),
  ]);
}

test('a PNG and a JPEG say their size, and their resolution where they know it', () => {
  expect(readPicture(scan).facts).toMatchObject({ type: 'png', width: 728, height: 921 });
  expect(readPicture(jpeg(1, 300, 800, 600)).facts).toEqual({
    type: 'jpg',
    width: 800,
    height: 600,
    resolution: 300,
  });
  expect(readPicture(jpeg(2, 100, 8, 6)).facts?.resolution).toBe(254);
  expect(readPicture(jpeg(0, 1, 8, 6)).facts?.resolution).toBeNull();
});

test('what is broken, no picture or too large is refused with what to do', () => {
  for (const bytes of [
    scan.subarray(0, 5000),
    Buffer.from('%PDF-1.4'),
    new Uint8Array(),
    jpeg(1, 300, 0, 600),
    jpeg(1, 300, 8, 6).subarray(0, 24),
  ]) {
    expect(readPicture(bytes).refused?.zh).toMatch(/损坏/);
  }
  expect(readPicture(jpeg(1, 300, 30_000, 600)).refused?.en).toMatch(/too many pixels/);
  expect(readPicture(jpeg(1, 300, 15_000, 15_000)).refused?.zh).toMatch(/像素过多/);
  expect(readPicture(new Uint8Array(largestPictureFile + 1)).refused?.zh).toMatch(/过大/);
});

test('no bytes make it throw', () => {
  let seed = 7;
  for (let round = 0; round < 2000; round += 1) {
    const bytes = new Uint8Array(scan.subarray(0, 80));
    const broken = jpeg(1, 300, 8, 6);
    seed = (seed * 1103515245 + 12345) % 2147483648;
    for (const one of [bytes, broken]) {
      one[seed % one.length] = seed % 256;
      readPicture(one);
    }
  }
});
