import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../electron/find-browser.mjs';
import type { SystemDeed } from './stand-in/system-deed.ts';

/** Opens the application as a person's `npm start` would, for a test. */

export type HostKind = 'electron' | 'stand-in' | 'browser';

export interface Application {
  readonly page: Page;
  readonly host: HostKind;
  /** The browser host's origin; null for the others. */
  readonly origin: string | null;
  /** Closes the window, as a person does, and waits until everything has ended. */
  close(): Promise<void>;
  /** What the system does to the program, or a person in its menu; the stand-in only. */
  outside?(deed: SystemDeed): void;
  /** Ends the host without any warning (SIGKILL). */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly library: string;
  /** The machine's folder for drafts and settings. */
  readonly userData: string;
  /** Without it: Electron where its binary is there, else the stand-in. */
  readonly host?: HostKind;
  /** Files that the system hands to the program, as by a double click; not in a browser. */
  readonly files?: readonly string[];
}

const root = dirname(dirname(import.meta.dirname));
const viewport = { width: 1440, height: 900 };

function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Chromium of this machine, for everything that a test opens. */
export function chromiumPath(): string {
  const found = findBrowser();
  if (found) return found;
  throw new Error('The app tests need Chrome, Edge or Chromium; on Debian: apt install chromium');
}

export async function launch(options: LaunchOptions): Promise<Application> {
  const host = options.host ?? (electronBinary() ? 'electron' : 'stand-in');
  console.log(`Host: ${host}`);
  const environment = environmentOf(options);
  const files = options.files ?? [];
  if (host === 'electron') return launchElectron(environment, files);
  return host === 'stand-in' ? launchStandIn(environment, files) : launchBrowser(environment);
}

const environmentOf = (options: LaunchOptions): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  DUYONG_LIBRARY: options.library,
  DUYONG_USER_DATA: options.userData,
});

/** The browser host started while one runs: what it says, and how it ends. */
export async function startAgain(
  options: LaunchOptions,
): Promise<{ address: string; origin: string; code: number | null }> {
  const child = start(browserHost, environmentOf(options));
  const said = await messageOf<{ address: string; origin: string }>(child);
  await ended(child);
  return { ...said, code: child.exitCode };
}

/** Another window of the browser host that runs, on a laptop's screen. */
export async function secondWindow(app: Application, options: LaunchOptions): Promise<Page> {
  const { address } = await startAgain(options);
  const browser = app.page.context().browser();
  if (!browser) throw new Error('only the browser host opens a second window');
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  return page;
}

const browserHost = [join(root, 'electron', 'serve-browser.ts'), '--no-open'];

async function launchElectron(
  env: Record<string, string>,
  files: readonly string[],
): Promise<Application> {
  const executablePath = electronBinary();
  if (!executablePath) throw new Error("Electron's binary is not installed");
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...files];
  const app = await _electron.launch({ executablePath, args, env });
  const page = await app.firstWindow();
  return {
    page,
    host: 'electron',
    origin: null,
    close: () => app.close(),
    async kill() {
      app.process().kill('SIGKILL');
      await app.waitForEvent('close');
    },
  };
}

async function launchStandIn(
  env: Record<string, string>,
  files: readonly string[],
): Promise<Application> {
  const register = join(import.meta.dirname, 'stand-in', 'register.ts');
  const child = start(['--import', register, join(root, 'dist', 'main.mjs'), ...files], env);
  const { endpoint } = await messageOf<{ endpoint: string }>(child);
  const browser = await chromium.connectOverCDP(endpoint);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('The stand-in has no window');
  await page.setViewportSize(viewport);
  return {
    page,
    host: 'stand-in',
    origin: null,
    outside(deed) {
      child.send(deed);
    },
    async close() {
      const gone = ended(child);
      await page.close();
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
  };
}

async function launchBrowser(env: Record<string, string>): Promise<Application> {
  const child = start(browserHost, env);
  const { address, origin } = await messageOf<{ address: string; origin: string }>(child);
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox'],
  });
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.goto(address);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await browser.close();
    child.kill(signal);
    await ended(child);
  };
  return {
    page,
    host: 'browser',
    origin,
    close: () => end('SIGTERM'),
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
      await browser.close();
    },
  };
}

/** Its errors are shown; what it prints for a person is not. */
function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function messageOf<M>(child: ChildProcess): Promise<M> {
  const message = once(child, 'message').then(([value]) => value as M);
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The host ended with ${code} before its window was open`);
  });
  return Promise.race([message, gone as Promise<never>]);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
