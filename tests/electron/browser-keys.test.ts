import { statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../electron/browser-host.ts';
import { keepKeys, readKeys } from '../../electron/browser-keys.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A window that is left open while its host ends and starts again. */

const folder = temporaryFolder();
let host: BrowserHost | null = null;
afterEach(() => host?.close());

async function start(port: number, key: string): Promise<BrowserHost> {
  await host?.close();
  host = await startBrowserHost({
    services: {
      serve: async () => ({ ok: true, answer: {} }) as never,
      settings: () => ({}) as never,
      libraryPath: () => '/opened',
    },
    windowFolder: folder(),
    port,
    key,
  });
  return host;
}

/** Each on a connection of its own: the host that answered the last one may be gone. */
const post = (origin: string, path: string, body: unknown, cookie = '') =>
  new Promise<{ status: number; cookie: string }>((done, fail) => {
    const headers = { 'content-type': 'application/json', origin, cookie };
    request(`${origin}${path}`, { method: 'POST', headers, agent: false }, (response) => {
      response.resume();
      const [set = ''] = response.headers['set-cookie'] ?? [];
      done({ status: response.statusCode ?? 0, cookie: set.split(';', 1)[0] ?? '' });
    })
      .on('error', fail)
      .end(JSON.stringify(body));
  });
const ask = async (origin: string, cookie: string): Promise<number> =>
  (await post(origin, '/request', { name: 'library.list', arguments: {} }, cookie)).status;

test('is known to the next host of the same key and port, and to no other', async () => {
  const [key, other] = ['a'.repeat(32), 'b'.repeat(32)];
  const { origin, port, address } = await start(0, key);
  const code = new URL(address()).hash.slice(1);
  const { cookie } = await post(origin, '/session', { code });
  expect(await ask(origin, cookie)).toBe(200);
  expect(await ask((await start(port, key)).origin, cookie)).toBe(200);
  expect(await ask((await start(port, other)).origin, cookie)).toBe(401);
  const [name, value] = cookie.split('=') as [string, string];
  const forged = `${name}=${value.split('.')[0]}.${'A'.repeat(43)}`;
  expect(await ask((await start(port, key)).origin, forged)).toBe(401);
});

test('keys are kept for this user alone, and new ones taken where they cannot be read', () => {
  const keys = { port: 4711, key: 'c'.repeat(32) };
  keepKeys(folder(), keys);
  expect(readKeys(folder())).toEqual(keys);
  const file = join(folder(), 'browser-host.json');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  writeFileSync(file, '{"port": 4711, "key": ""}');
  expect(readKeys(folder())).toMatchObject({ port: 0, key: expect.stringMatching(/^.{32,}$/) });
});
