import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../electron/browser-host.ts';
import { noteRunning, otherHost, type RunningHost } from '../../electron/running-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One host for one profile. */

const folder = temporaryFolder();
const note = () => join(folder(), 'running.json');
/** A process that certainly runs. */
const alive = process.ppid;
const dead = spawnSync(process.execPath, ['--version']).pid;
const running = (change: Partial<RunningHost> = {}): RunningHost => ({
  pid: alive,
  host: 'electron',
  library: '/library',
  origin: null,
  secret: null,
  ...change,
});

let host: BrowserHost | null = null;
afterEach(async () => {
  await host?.close();
  host = null;
});
async function browserHost(): Promise<RunningHost> {
  host = await startBrowserHost({
    services: {
      serve: () => Promise.reject(new Error()),
      settings: () => ({}) as never,
      libraryPath: () => '/opened',
    },
    windowFolder: folder(),
    port: 0,
    key: 'k'.repeat(32),
  });
  return running({ host: 'browser', origin: host.origin, secret: host.secret });
}

test('nothing runs in a fresh profile', async () => {
  expect(await otherHost(join(folder(), 'none'))).toBeNull();
});

test('a second start finds the one that runs, and cannot note itself over it', async () => {
  expect(noteRunning(folder(), running())).toBe(true);
  expect(await otherHost(folder())).toMatchObject({ pid: alive, host: 'electron', address: null });
  expect(noteRunning(folder(), running({ pid: dead }))).toBe(false);
  expect(JSON.parse(readFileSync(note(), 'utf8')).pid).toBe(alive);
  expect(readdirSync(folder())).toEqual(['running.json']);
});

test('a browser host gives another start a window of its own, and nobody without its secret', async () => {
  const noted = await browserHost();
  noteRunning(folder(), noted);
  const other = await otherHost(folder());
  expect(other?.address?.startsWith(`${noted.origin}/#`)).toBe(true);
  expect((await otherHost(folder()))?.address).not.toBe(other?.address);
  noteRunning(folder(), { ...noted, secret: 'guessed' }, { replace: true });
  expect(await otherHost(folder())).toBeNull();
});

test.each<[string, () => Promise<string>]>([
  ['of a process that ended', async () => JSON.stringify(running({ pid: dead }))],
  [
    'of a host whose process id another program has now',
    async () => {
      const noted = await browserHost();
      await host?.close();
      return JSON.stringify(noted);
    },
  ],
  ['cut short', async () => JSON.stringify(running()).slice(0, 20)],
  ['empty', async () => ''],
])('a note %s is taken away', async (_, content) => {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(note(), await content());
  expect(await otherHost(folder())).toBeNull();
  expect(existsSync(note())).toBe(false);
  expect(noteRunning(folder(), running())).toBe(true);
});
