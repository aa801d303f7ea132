import { largestPictureSide } from '../plan/schema.ts';
import { type Text, text } from '../text.ts';

/** What the head of a PNG or JPEG file says of it. */
export interface PictureFacts {
  readonly type: 'png' | 'jpg';
  /** px */
  readonly width: number;
  readonly height: number;
  /** px an inch of the sheet; null where the file does not say. */
  readonly resolution: number | null;
}

/** Bytes: an A1 sheet scanned in grey at 300 px an inch stays below. */
export const largestPictureFile = 24_000_000;
/** px in all; a window holds four bytes of each. */
const largestPicture = 80_000_000;

/** The picture's facts, or why it cannot lie under a plan. Never throws. */
export function readPicture(
  bytes: Uint8Array,
):
  | { readonly facts: PictureFacts; readonly refused?: undefined }
  | { readonly facts?: undefined; readonly refused: Text } {
  if (bytes.length > largestPictureFile) {
    const size = Math.ceil(bytes.length / 1_000_000);
    return {
      refused: text(
        `图片文件过大：${size} MB，最大 ${largestPictureFile / 1_000_000} MB。请降低分辨率，或另存为灰度 JPEG 后再导入。`,
        `The picture is too large: ${size} MB, and ${largestPictureFile / 1_000_000} MB is the most. Lower its resolution, or save it as a grey JPEG, and bring it in again.`,
      ),
    };
  }
  const facts = pngFacts(bytes) ?? jpegFacts(bytes);
  if (!facts) {
    return {
      refused: text(
        '这不是可用的 PNG 或 JPEG 图片，或文件已损坏。请用看图软件打开并另存为 PNG 后再导入。',
        'This is no PNG or JPEG picture that can be used, or it is damaged. Open it in a picture viewer, save it as PNG and bring it in again.',
      ),
    };
  }
  const { width, height } = facts;
  if (
    width > largestPictureSide ||
    height > largestPictureSide ||
    width * height > largestPicture
  ) {
    return {
      refused: text(
        `图片像素过多：${width} × ${height}。最大约 ${largestPicture / 1_000_000} 百万像素（A1 图纸 300 dpi）。请缩小后再导入。`,
        `The picture has too many pixels: ${width} × ${height}. About ${largestPicture / 1_000_000} million are the most (an A1 sheet at 300 dpi). Make it smaller and bring it in again.`,
      ),
    };
  }
  return { facts };
}

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 45 || pngHead.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (tagAt(bytes, 12) !== 'IHDR') return null;
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width === 0 || height === 0 || tagAt(bytes, bytes.length - 8) !== 'IEND') return null;
  let resolution: number | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const tag = tagAt(bytes, at + 4);
    if (tag === 'IDAT') break;
    // Unit 1 is the metre.
    if (tag === 'pHYs' && length === 9 && at + 17 <= bytes.length && bytes[at + 16] === 1) {
      resolution = view.getUint32(at + 8) * 0.0254;
    }
    at += 12 + length;
  }
  return { type: 'png', width, height, resolution: usable(resolution) };
}

const tagAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** Walks the segments up to the frame header, which holds the size. */
function jpegFacts(bytes: Uint8Array): PictureFacts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let resolution: number | null = null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Filling bytes and markers without a length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe0 && tagAt(bytes, at + 4) === 'JFIF' && at + 13 < bytes.length) {
      const unit = bytes[at + 11];
      const density = view.getUint16(at + 12);
      resolution = unit === 1 ? density : unit === 2 ? density * 2.54 : null;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return width > 0 && height > 0
        ? { type: 'jpg', width, height, resolution: usable(resolution) }
        : null;
    }
    // The picture's data before its size: no file that anybody can open.
    if (marker === 0xda || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

const usable = (resolution: number | null): number | null =>
  resolution !== null && resolution >= 1 && resolution <= 10_000
    ? Math.round(resolution * 100) / 100
    : null;
