import type { Text } from '../shared/text.ts';

/** An expected failure of a request: what happened and what to do next, for the person. */
export class Explained extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = 'Explained';
    this.text = text;
  }
}

/** The error code of the system's file calls: `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const writing: Readonly<Record<string, Text>> = {
  ENOSPC: {
    zh: '磁盘已满，没有存上。请腾出空间后再试；草稿仍在本窗口中。',
    en: 'The disk is full and nothing was saved. Free some space and try again; your draft is still in this window.',
  },
  EDQUOT: {
    zh: '存储配额已用完，没有存上。请腾出空间后再试；草稿仍在本窗口中。',
    en: 'The storage quota is used up and nothing was saved. Free some space and try again; your draft is still in this window.',
  },
  EACCES: {
    zh: '没有权限使用楼栋库文件夹，操作没有完成。请检查文件夹的权限后再试。',
    en: 'You may not use the library folder, so nothing was done. Check its permissions and try again.',
  },
  ENOTDIR: {
    zh: '楼栋库的位置是一个文件，不是文件夹。请用 --library 另选一个文件夹。',
    en: 'The place of the library is a file, not a folder. Choose a folder with --library.',
  },
  EROFS: {
    zh: '楼栋库所在的磁盘是只读的，没有存上；草稿仍在本机。请恢复写入后再存，或换一个可写的文件夹。',
    en: 'The library is on a read-only disk, so nothing was saved; drafts stay on this computer. Save again once it can be written, or use another folder.',
  },
};

/** The message for any thrown thing; null where it is none that we expected. */
export function explanationOf(error: unknown): Text | null {
  if (error instanceof Explained) return error.text;
  const code = codeOf(error);
  if (code === 'EPERM') return writing.EACCES ?? null;
  return (code && writing[code]) || null;
}

/** The message for what we did not expect; its details are in the log. */
export const unexpected = (userData: string, error: unknown): Text => {
  const words = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return {
    zh: `出了意外（${words}），操作没有完成。请重试；如再次出现，请把日志发给维护人员：${userData}`,
    en: `Something unexpected happened (${words}) and nothing was done. Try again; if it comes back, pass on the log in ${userData}`,
  };
};

/** A file or an argument that the command line cannot use, in words for the person. */
export class Unusable extends Error {}
