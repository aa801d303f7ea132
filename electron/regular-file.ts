import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { type Text, text } from '../shared/text.ts';
import { codeOf, Explained } from './explained.ts';

/**
 * What of a library is read and written: files and folders that lie there themselves. A link leads out
 * of the library, and reading a pipe or a device waits for ever. The library's own folder may be a
 * link: its owner made it.
 */

export class NotRegular extends Error {
  readonly code = 'not-regular';
}

export const notRegularWords: Text = text(
  '不是普通文件（是链接、管道或设备），没有读取；把原文件本身放到这里才会读取',
  'not a plain file but a link, a pipe or a device, so it is not read; put the file itself here',
);

export const linkedFolderWords: Text = text(
  '不是文件夹本身（是链接或别的东西），没有读取；把文件夹本身放到这里才会读取',
  'a link or something else in place of a folder, so it is not read; put the folder itself here',
);

/** Windows has neither of them, nor pipes that lie in folders. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** The bytes of a plain file. Throws `NotRegular` for anything else, at once. */
export async function readRegular(file: string): Promise<Buffer> {
  if (O_NOFOLLOW === 0 && !(await lstat(file)).isFile()) throw new NotRegular(file);
  let handle: FileHandle;
  try {
    handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    // A link; a socket, which cannot be opened.
    if (codeOf(error) === 'ELOOP' || codeOf(error) === 'ENXIO') throw new NotRegular(file);
    throw error;
  }
  try {
    if (!(await handle.stat()).isFile()) throw new NotRegular(file);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Opens what somebody chose, through links as well; never waits for the other end of a pipe. */
export const openChosen = (file: string): Promise<FileHandle> => open(file, O_RDONLY | O_NONBLOCK);

/** Whether something else lies where a folder of the library should; what is not there yet is none. */
export async function isInPlaceOfFolder(folder: string): Promise<boolean> {
  try {
    return !(await lstat(folder)).isDirectory();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Throws `Explained` before anything is written through a link, out of the library. */
export async function assertFolderItself(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    if (!(await isInPlaceOfFolder(folder))) continue;
    throw new Explained({
      zh: `没有保存：${folder} 是链接或别的东西，不是文件夹本身。请把文件夹本身放到这里后再试；草稿仍在。`,
      en: `Nothing was saved: ${folder} is a link or something else in place of a folder. Put the folder itself there and try again; the draft is kept.`,
    });
  }
}
