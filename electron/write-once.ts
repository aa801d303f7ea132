import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, Explained } from './explained.ts';
import { NotRegular, readRegular } from './regular-file.ts';

/** Adding a file to a folder that others write as well: complete or not at all, never over another. */

/** What linking answers on exFAT and some network shares. EISDIR is Windows' "invalid function". */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EISDIR']);
/** What opening or flushing a folder answers there and on Windows. */
export const withoutFolderFlush = new Set(['EISDIR', 'EPERM', 'ENOTSUP', 'EINVAL']);

/** Complete or not at all, and never over another file: temp, flush, link, flush the folder. */
export async function writeOnce(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(folder);
  const target = join(folder, name);
  await writeAside(target, bytes, (temporary) =>
    place(temporary, target, () => assertSame(target, bytes)),
  );
}

/** The same for a file that somebody named, in a folder that is there. Throws EEXIST where it is. */
export const writeNew = (target: string, bytes: Uint8Array): Promise<void> =>
  writeAside(target, bytes, (temporary) =>
    place(temporary, target, (error) => Promise.reject(error)),
  );

/** Complete or not at all, in place of what was there. */
export const writeOver = (target: string, bytes: Uint8Array): Promise<void> =>
  writeAside(target, bytes, (temporary) => rename(temporary, target));

/** Writes and flushes a temporary file beside the target, which `put` gives its name. */
async function writeAside(
  target: string,
  bytes: Uint8Array,
  put: (temporary: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(target);
  const mark = randomBytes(6).toString('hex');
  const temporary = join(folder, `.${basename(target)}.${mark}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await put(temporary);
    await flushFolder(folder);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function place(
  temporary: string,
  target: string,
  whenTaken: (error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await link(temporary, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return whenTaken(error);
    // Taking the name first keeps the promise.
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error;
    await moveWithoutLinks(temporary, target, whenTaken);
  }
}

/** A new folder is kept only once the folder that names it is flushed, and so on upwards. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (!first) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await flushFolder(dirname(made));
  }
}

async function moveWithoutLinks(
  from: string,
  target: string,
  whenTaken: (error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return whenTaken(error);
  }
  await rename(from, target);
}

async function assertSame(target: string, bytes: Uint8Array): Promise<void> {
  if (await isSame(target, bytes)) return;
  throw new Explained({
    zh: `楼栋库中已有同名但内容不同的文件，没有覆盖它：${target}。该文件可能已损坏，请把它移到别处后再保存。`,
    en: `The library already has a file of this name with other content; it was not overwritten: ${target}. It may be damaged: move it elsewhere and save again.`,
  });
}

async function isSame(target: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return Buffer.compare(await readRegular(target), bytes) === 0;
  } catch (error) {
    if (error instanceof NotRegular) return false;
    throw error;
  }
}

/** Some file systems cannot flush a folder; they order the rename themselves. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!withoutFolderFlush.has(codeOf(error) ?? '')) throw error;
  }
}
