import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../electron/find-browser.mjs';
import { bindingName, pageWorld, preloadWorld, worldName } from './worlds.ts';

/** The Chromium behind the stand-in's windows. */

type SchemeHandler = (request: Request) => Promise<Response> | Response;
type InvokeHandler = (page: Page, channel: string, values: unknown[]) => Promise<unknown>;

/**
 * Chromium cannot be taught a scheme from outside, so `app://duyong/x` is loaded as
 * `https://duyong.app.invalid/x`, and this process sees the address that Electron would show.
 */
export function toBrowser(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (protocol === 'https:' || protocol === 'http:') return address;
  return `https://${host}.${protocol.slice(0, -1)}.invalid${pathname}${search}${hash}`;
}
export function fromBrowser(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  const parts = /^(.+)\.([a-z]+)\.invalid$/.exec(host);
  return parts ? `${parts[2]}://${parts[1]}${pathname}${search}${hash}` : address;
}

let context: Promise<BrowserContext> | null = null;

/** The address at which the tests join the same Chromium. */
export function endpoint(userData: string): string {
  const file = readFileSync(join(profileOf(userData), 'DevToolsActivePort'), 'utf8');
  return `http://127.0.0.1:${file.split('\n')[0]}`;
}
const profileOf = (userData: string): string => join(userData, 'stand-in-profile');

export function startBrowser(userData: string): Promise<BrowserContext> {
  context ??= launch(userData);
  return context;
}

async function launch(userData: string): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('The stand-in needs Chrome, Edge or Chromium');
  mkdirSync(profileOf(userData), { recursive: true });
  return chromium.launchPersistentContext(profileOf(userData), {
    executablePath,
    args: ['--no-sandbox', '--remote-debugging-port=0'],
    viewport: null,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

export async function stopBrowser(): Promise<void> {
  await (await context)?.close();
}

/** Runs the preload in an isolated world of every document of the page. */
export async function preparePage(
  page: Page,
  preloadFile: string,
  invoke: InvokeHandler,
): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
    if (name !== bindingName) return;
    const call = JSON.parse(payload) as { id: number; channel: string; values: unknown[] };
    let settled: { ok: boolean; value: unknown };
    try {
      settled = { ok: true, value: await invoke(page, call.channel, call.values) };
    } catch (error) {
      settled = { ok: false, value: String(error) };
    }
    const json = settled.value === undefined ? null : JSON.stringify(settled.value);
    const expression = `standInSettle(${call.id}, ${settled.ok}, ${JSON.stringify(json)})`;
    // The document may be gone by now, and with it whoever waited.
    await cdp
      .send('Runtime.evaluate', { expression, contextId: executionContextId })
      .catch(() => undefined);
  });
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: worldName });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorld });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadWorld(readFileSync(preloadFile, 'utf8')),
    worldName,
  });
}

/** Answers every request of the page from the handlers of the schemes; nothing reaches a network. */
export async function routePage(
  page: Page,
  handlers: ReadonlyMap<string, SchemeHandler>,
  mayNavigate: (address: string) => boolean,
): Promise<void> {
  await page.route('**', async (route) => {
    const request = route.request();
    const address = fromBrowser(request.url());
    const navigates = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (navigates && !mayNavigate(address)) return route.abort('aborted');
    const handler = handlers.get(new URL(address).protocol.slice(0, -1));
    if (!handler) return route.abort('internetdisconnected');
    const method = request.method();
    const headers = await request.allHeaders();
    const named = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    const response = await handler(
      new Request(address, { method, headers: Object.fromEntries(named) }),
    );
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
}
