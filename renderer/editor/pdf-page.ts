import { text } from '../../shared/text.ts';
import { RequestFailure } from '../bridge-client.ts';

/** px an inch that a page is drawn at; large sheets coarser, so that a window can hold them. */
const resolution = 200;
const mostPixels = 36_000_000;
const mostAtSide = 12_000;
const pointsPerInch = 72;

export interface PdfFile {
  readonly pages: number;
  /** One page, from 1, as a picture with its px an inch. */
  draw(page: number): Promise<{ readonly canvas: HTMLCanvasElement; readonly resolution: number }>;
  /** A small picture of the page to choose by, `width` px wide. */
  preview(page: number, width: number): Promise<HTMLCanvasElement>;
  close(): void;
}

const unreadable = () =>
  new RequestFailure(
    text(
      '这个 PDF 打不开：文件已损坏，或设有密码。请另存为不带密码的 PDF，或导出为 PNG 后再导入。',
      'This PDF cannot be opened: it is damaged or has a password. Save it without one, or export it as PNG, and bring it in again.',
    ),
    false,
  );

/** Opens a PDF with pdf.js, which is loaded only now. Throws `RequestFailure`. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { default: workerSrc } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url');
  pdfjs.GlobalWorkerOptions.workerSrc = workerSrc;
  const data = new URL('pdf/', document.baseURI).href;
  const task = pdfjs.getDocument({
    data: bytes,
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    wasmUrl: `${data}wasm/`,
    // The window's policy lets nothing be compiled: pictures are unpacked by plain scripts.
    useWasm: false,
    enableXfa: false,
  });
  const file = await task.promise.catch(() => {
    throw unreadable();
  });
  const paint = async (number: number, scaleOf: (width: number, height: number) => number) => {
    const page = await file.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const scale = scaleOf(plain.width, plain.height);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport, background: '#ffffff' }).promise;
    page.cleanup();
    return { canvas, scale };
  };
  return {
    pages: file.numPages,
    async draw(number) {
      const { canvas, scale } = await paint(number, (width, height) =>
        Math.min(
          resolution / pointsPerInch,
          mostAtSide / Math.max(width, height),
          Math.sqrt(mostPixels / (width * height)),
        ),
      );
      return { canvas, resolution: scale * pointsPerInch };
    },
    async preview(number, width) {
      return (await paint(number, (whole) => width / whole)).canvas;
    },
    close: () => void task.destroy(),
  };
}
