import { request } from '../bridge-client.ts';
import { bytesOf, offerFile } from './library-files.ts';

/**
 * Puts the page's `.paper` on paper: as a PDF file where the host makes one, else by the browser's own
 * print dialog, which saves a PDF as well. Everything else of the page is left out by the style sheet.
 */
export async function printPaper(fileName: string): Promise<void> {
  await document.fonts.ready;
  const { base64 } = await request('window.print', {});
  if (base64 === null) window.print();
  else offerFile(fileName, bytesOf(base64));
}
