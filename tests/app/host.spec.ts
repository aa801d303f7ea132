import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Answer, Arguments, Bridge, Reply, RequestName } from '../../shared/bridge.ts';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { type Application, type HostKind, launch, startAgain } from './launch.ts';

/** Both hosts, as processes of their own: what they serve and what they refuse. */

const hosts: readonly { name: string; host?: HostKind }[] = [
  { name: 'desktop' },
  { name: 'browser', host: 'browser' },
];

let folder: string;
let app: Application | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-host-'));
});
test.afterEach(async () => {
  await app?.close();
  app = null;
  rmSync(folder, { recursive: true, force: true });
});

const library = () => join(folder, 'library');

async function open(host?: HostKind): Promise<Page> {
  app = await launch({
    library: library(),
    userData: join(folder, 'user'),
    ...(host ? { host } : {}),
  });
  // The window has asked its host something, so a session stands.
  await expect(app.page.getByText('双户两层').first()).toBeVisible();
  return app.page;
}

/** What the window's own client does, with arguments that may be wrong. */
function ask(page: Page, name: string, argument: unknown): Promise<Reply<RequestName>> {
  return page.evaluate(
    async ([requestName, value]) => {
      const bridge = (window as { duyong?: Bridge }).duyong;
      if (bridge) return bridge.request(requestName as RequestName, value as never);
      const answer = await fetch('/request', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: requestName, arguments: value }),
      });
      return (await answer.json()) as Reply<RequestName>;
    },
    [name, argument] as const,
  );
}

async function answerOf<N extends RequestName>(
  page: Page,
  name: N,
  argument: Arguments<N>,
): Promise<Answer<N>> {
  const reply = await ask(page, name, argument);
  if (!reply.ok) throw new Error(reply.error.en);
  return reply.answer as Answer<N>;
}

const brothers = 'building_brothers' as BuildingId;

for (const { name, host } of hosts) {
  test.describe(`${name} host`, () => {
    test('lists the samples', async () => {
      const page = await open(host);
      const { buildings, problems } = await answerOf(page, 'library.list', {});
      expect(problems).toEqual([]);
      const found = Object.fromEntries(buildings.map((building) => [building.id, building]));
      expect(found.building_brothers).toMatchObject({ schemes: 2, archived: false });
      expect(found.building_nineteen).toMatchObject({ storeys: 3, households: 19 });
      expect(found.building_duplex).toMatchObject({ storeys: 2, households: 2, complete: 2 });
    });

    test('refuses wrong arguments with their path, and unknown requests', async () => {
      const page = await open(host);
      const wrong = await ask(page, 'building.open', { building: 'wall_1' });
      expect(wrong).toMatchObject({
        ok: false,
        error: { en: expect.stringContaining('building') },
      });
      const deep = await ask(page, 'draft.write', {
        building: 'building_brothers',
        scheme: 'scheme_a',
        draft: {
          base: null,
          edits: 1,
          plan: { storeys: { storey_1: { name: '', level: 1, elevation: 0, height: 'high' } } },
        },
      });
      expect(deep).toMatchObject({
        ok: false,
        error: { en: expect.stringContaining('draft.plan.storeys.storey_1.height') },
      });
      for (const strange of ['toString', '__proto__', 'library.delete', '']) {
        expect(await ask(page, strange, {})).toMatchObject({ ok: false });
      }
      const gone = await ask(page, 'building.open', { building: 'building_gone' });
      expect(gone).toMatchObject({ ok: false, error: { zh: expect.stringContaining('楼') } });
    });

    test('has no Node in the window, no eval, no way out of it', async () => {
      const page = await open(host);
      const globals = await page.evaluate(() =>
        [
          'require',
          'process',
          'module',
          'Buffer',
          'ipcRenderer',
          'electron',
          'standInInvoke',
        ].filter((word) => word in window),
      );
      expect(globals).toEqual([]);
      // A test's own evaluation is exempt from the policy; a timer's is not.
      const evaluated = await page.evaluate(
        () =>
          new Promise<string>((done) => {
            setTimeout(() => {
              try {
                // Reached by name, so that no code here is an eval.
                done(String(Reflect.apply(window['eval' as 'eval'], window, ['1 + 1'])));
              } catch (error) {
                done((error as Error).name);
              }
            }, 0);
          }),
      );
      expect(evaluated).toBe('EvalError');
      const fetched = await page.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'fetched',
          () => 'refused',
        ),
      );
      expect(fetched).toBe('refused');
    });

    test('keeps the draft when its process is killed', async () => {
      let page = await open(host);
      const { schemes } = await answerOf(page, 'building.open', { building: brothers });
      const scheme = schemes[0]?.id as SchemeId;
      const version = schemes[0]?.versions[0]?.id ?? '';
      const { plan } = await answerOf(page, 'version.read', {
        building: brothers,
        scheme,
        version,
      });
      const [storey] = Object.keys(plan.storeys) as (keyof typeof plan.storeys)[];
      const changed = {
        ...plan,
        storeys: { ...plan.storeys, [storey!]: { ...plan.storeys[storey!]!, name: '改过的一层' } },
      };
      await answerOf(page, 'draft.write', {
        building: brothers,
        scheme,
        draft: { plan: changed, base: version, edits: 3 },
      });
      await app?.kill();
      page = await open(host);
      const draft = await answerOf(page, 'draft.read', { building: brothers, scheme });
      expect(draft).toMatchObject({ plan: changed, base: version, edits: 3 });
      const after = await answerOf(page, 'building.open', { building: brothers });
      expect(after.schemes[0]?.draft).toMatchObject({ edits: 3, base: version });
    });

    test('writes records once', async () => {
      const page = await open(host);
      const before = filesOf(library());
      const { schemes } = await answerOf(page, 'building.open', { building: brothers });
      const scheme = schemes[0]?.id as SchemeId;
      const version = schemes[0]?.versions[0]?.id ?? '';
      const { plan } = await answerOf(page, 'version.read', {
        building: brothers,
        scheme,
        version,
      });
      const saved = await answerOf(page, 'version.save', {
        building: brothers,
        scheme,
        plan,
        note: '第二版',
        parents: [version],
      });
      expect(saved.content.schemes[0]?.versions.map(({ id }) => id)).toEqual([
        saved.version,
        version,
      ]);
      await answerOf(page, 'building.describe', { building: brothers, name: '改名', address: '' });
      await answerOf(page, 'building.archive', { building: brothers, archived: true });
      const after = filesOf(library());
      expect(Object.keys(after).length).toBe(Object.keys(before).length + 3);
      for (const [file, content] of Object.entries(before)) expect(after[file]).toBe(content);
      // The samples are not added again, archived or not.
      await app?.close();
      const again = await open(host);
      expect(filesOf(library())).toEqual(after);
      const { buildings } = await answerOf(again, 'library.list', {});
      expect(buildings.find(({ id }) => id === brothers)).toMatchObject({
        name: '改名',
        archived: true,
      });
    });
  });
}

test('the desktop window opens no other window and goes nowhere else', async () => {
  const page = await open();
  const address = page.url();
  await page.evaluate(() => {
    window.open('https://example.com/');
  });
  await page.evaluate(() => {
    window.location.href = 'https://example.com/';
  });
  await expect.poll(() => page.context().pages().length).toBe(1);
  expect(await ask(page, 'settings.read', {})).toMatchObject({ ok: true });
  expect(page.url()).toBe(address);
  await page.reload();
  expect(await ask(page, 'settings.read', {})).toMatchObject({ ok: true });
});

test('a second start on one profile gets a window of the first, and ends', async () => {
  const page = await open('browser');
  const second = await startAgain({ library: library(), userData: join(folder, 'user') });
  expect(second).toMatchObject({ origin: app?.origin, code: 0 });
  const other = await page.context().browser()!.newPage();
  await other.goto(second.address);
  await expect(other.getByText('双户两层').first()).toBeVisible();
});

test('the browser host serves this window and nobody else', async () => {
  const page = await open('browser');
  const origin = app?.origin ?? '';
  const post = (path: string, headers: Record<string, string>, body: unknown) =>
    send(origin, path, 'POST', { 'content-type': 'application/json', ...headers }, body);
  const listing = { name: 'library.list', arguments: {} };
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const session = `${cookie?.name}=${cookie?.value}`;

  expect((await post('/request', { origin, cookie: session }, listing)).status).toBe(200);
  expect((await post('/request', { origin }, listing)).status).toBe(401);
  const forged = `${cookie?.name}=${'A'.repeat(cookie?.value.length ?? 0)}`;
  expect((await post('/request', { origin, cookie: forged }, listing)).status).toBe(401);
  expect((await post('/request', { cookie: session }, listing)).status).toBe(403);
  const elsewhere = { origin: 'https://example.com', cookie: session };
  expect((await post('/request', elsewhere, listing)).status).toBe(403);
  const rebound = { origin, cookie: session, host: 'example.com' };
  expect((await post('/request', rebound, listing)).status).toBe(403);
  expect((await post('/session', { origin }, { code: 'guessed' })).status).toBe(401);
  expect((await post('/request', { origin, cookie: session }, 'not an object')).status).toBe(400);
  const plain = { origin, cookie: session, 'content-type': 'text/plain' };
  expect((await post('/request', plain, listing)).status).toBe(415);

  for (const path of [
    '/../main.mjs',
    '/..%2fmain.mjs',
    '/%2e%2e/main.mjs',
    '/..%5cmain.mjs',
    '/x',
  ]) {
    const answer = await send(origin, path, 'GET', {});
    expect(answer.status, path).toBe(404);
  }
  const index = await send(origin, '/', 'GET', {});
  expect(index.status).toBe(200);
  expect(index.headers['content-security-policy']).toContain("script-src 'self'");

  // A reload keeps working through the cookie.
  await page.reload();
  await expect(page.getByText('双户两层').first()).toBeVisible();
});

/** Over a bare socket, because a browser and fetch set Host and Origin themselves. */
function send(
  origin: string,
  path: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, fail) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers }),
      );
    });
    request.on('error', fail);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Every file of the library with its content. */
function filesOf(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [name, readFileSync(join(root, name), 'base64')]),
  );
}
