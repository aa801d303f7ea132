import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeOnce } from '../../electron/write-once.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Writing on file systems that lack something, as exFAT, network shares and Windows do. */

/** What fails, and with which code: the calls are the system's otherwise. */
const failing = vi.hoisted(() => ({}) as Record<string, string>);

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failWhere = (call: string) => {
    const code = failing[call];
    if (code) throw Object.assign(new Error(`${code}: ${call}`), { code });
  };
  const open: typeof real.open = async (path, flags, mode) => {
    const isFolder = flags === 'r';
    if (isFolder) failWhere('open folder');
    const handle = await real.open(path, flags, mode);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      failWhere(isFolder ? 'sync folder' : 'sync file');
    };
    return handle;
  };
  const link: typeof real.link = async (from, to) => {
    failWhere('link');
    return real.link(from, to);
  };
  return { ...real, open, link };
});

const folder = temporaryFolder();
const bytes = Buffer.from('record');
const write = (call: string, code: string) => {
  failing[call] = code;
  return writeOnce(folder(), 'name', bytes);
};
beforeEach(() => {
  for (const call of Object.keys(failing)) delete failing[call];
});

describe('a file system that cannot flush a folder', () => {
  test.each(['EISDIR', 'EPERM', 'ENOTSUP', 'EINVAL'])('%s is no failure', async (code) => {
    await write('open folder', code);
    expect(readFileSync(join(folder(), 'name'), 'utf8')).toBe('record');
    await write('sync folder', code);
    expect(readdirSync(folder())).toEqual(['name']);
  });

  test.each(['EIO', 'ENOSPC', 'EACCES'])('%s is one', async (code) => {
    await expect(write('sync folder', code)).rejects.toThrow(code);
  });
});

test.each(['EISDIR', 'EPERM', 'ENOTSUP', 'EINVAL', 'EIO'])(
  'a file that cannot be flushed (%s) is a failure, and nothing is left',
  async (code) => {
    await expect(write('sync file', code)).rejects.toThrow(code);
    expect(readdirSync(folder())).toEqual([]);
  },
);

test.each(['EISDIR', 'EPERM', 'ENOTSUP', 'EINVAL'])(
  'a file system without links (%s) keeps a record, and never over another',
  async (code) => {
    await write('link', code);
    expect(readFileSync(join(folder(), 'name'), 'utf8')).toBe('record');
    await expect(writeOnce(folder(), 'name', Buffer.from('other'))).rejects.toThrow(
      /not overwritten/,
    );
    expect(readFileSync(join(folder(), 'name'), 'utf8')).toBe('record');
    expect(readdirSync(folder())).toEqual(['name']);
  },
);
