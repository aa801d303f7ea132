import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Conf from 'conf';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';
import { keepKeys, readKeys } from './browser-keys.ts';
import { codeOf, explanationOf } from './explained.ts';
import { findBrowser } from './find-browser.mjs';
import { appendLog, logFile } from './log-file.ts';
import {
  isLibraryGiven,
  libraryFolder,
  newId,
  now,
  programVersion,
  samplesFolder,
  userDataFolder,
  windowFolder,
} from './places.ts';
import { noteRunning, type OtherHost, otherHost } from './running-host.ts';
import { createServices, type Services } from './services.ts';
import { commonStoreOptions } from './store-file.ts';

/**
 * The browser host as a program: serves the window and opens it where there is a display. Where one
 * serves this profile already, its window is opened instead.
 */

const userData = userDataFolder();

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean' } },
  });
  const mayOpen = !values['no-open'];
  const library = libraryFolder();
  const other = await otherHost(userData);
  if (other) return joinOther(other, mayOpen);
  const services = await createServices({
    host: 'browser',
    version: programVersion(),
    libraryPath: library,
    remembersLibrary: !isLibraryGiven(),
    userData,
    samples: samplesFolder,
    openStore: ({ name, ...options }) =>
      new Conf({ ...commonStoreOptions, ...options, configName: name }),
    now,
    newId,
  });
  const host = await startWhereItWas(services, Number(values.port));
  const { origin, secret } = host;
  if (!noteRunning(userData, { pid: process.pid, host: 'browser', library, origin, secret })) {
    // Two starts at once, and the other was quicker.
    await host.close();
    const quicker = await otherHost(userData);
    if (!quicker) throw new Error('running.json');
    return joinOther(quicker, mayOpen);
  }
  const browser = usableBrowser(mayOpen);
  const child = browser ? openInBrowser(browser, host.address()) : null;
  const printAddress = (): void => {
    tellAddress(host.address());
    console.log('按 Ctrl+C 结束 / Press Ctrl+C to stop');
  };
  if (!child) printAddress();
  process.send?.({ address: host.address(), origin: host.origin });

  const stop = async (): Promise<void> => {
    child?.kill();
    await host.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  // A browser that ends before its window came to us handed over to one that is already open, or
  // could not start; either way a window may still come.
  child?.on('exit', () => (host.wasOpened() ? stop() : printAddress()));
  child?.on('error', printAddress);
}

/** On the port that was asked for; else on the last one, so that a window left open finds it again. */
async function startWhereItWas(services: Services, asked: number): Promise<BrowserHost> {
  const { key, port: last } = readKeys(userData);
  const start = (port: number) => startBrowserHost({ services, windowFolder, port, key });
  const host =
    asked !== 0 || last === 0 ? await start(asked) : await start(last).catch(() => start(0));
  keepKeys(userData, { key, port: host.port });
  return host;
}

function tellAddress(address: string): void {
  console.log('请在本机浏览器中打开（只能用一次）/ Open in a browser on this machine (once):');
  console.log(address);
}

/** Opens a window of the host that runs already, or says why that cannot be; ends this one. */
function joinOther({ host, library, address, origin, pid }: OtherHost, mayOpen: boolean): void {
  if (address === null) {
    console.error(
      host === 'electron'
        ? `独用已在运行（进程 ${pid}），请使用已打开的窗口。如果没有窗口，请结束该进程后重试。\nDuyong is running already (process ${pid}): use its window. If there is none, end that process and try again.`
        : `独用已在运行（进程 ${pid}），但没有回应。请稍候再试，或结束该进程。\nDuyong is running already (process ${pid}) but does not answer. Try again in a while, or end that process.`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(
    `独用已在运行，楼栋库 ${library} / Duyong is running already, with the library ${library}`,
  );
  const browser = usableBrowser(mayOpen);
  if (browser) openInBrowser(browser, address, { detached: true }).unref();
  else tellAddress(address);
  process.send?.({ address, origin });
  // The channel to whoever started us would keep this process.
  process.disconnect?.();
}

const usableBrowser = (mayOpen: boolean): string | null =>
  mayOpen && hasDisplay() ? findBrowser() : null;

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A profile of its own makes the browser a child of ours, which ends when its window closes. */
function openInBrowser(
  browser: string,
  address: string,
  options: { detached?: boolean } = {},
): ChildProcess {
  const root = process.getuid?.() === 0;
  return spawn(
    browser,
    [
      `--user-data-dir=${join(userData, 'browser-profile')}`,
      `--app=${address}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-mode',
      '--disable-features=Translate',
      '--window-size=1440,900',
      ...(root ? ['--no-sandbox'] : []),
    ],
    { ...options, stdio: 'ignore' },
  );
}

function fail(error: unknown): void {
  appendLog(userData, error);
  const words = explanationOf(error);
  if (codeOf(error) === 'EADDRINUSE') {
    console.error('端口已被占用，请换一个 --port。\nThe port is taken; choose another --port.');
  } else if (words) console.error(`${words.zh}\n${words.en}`);
  else {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`出错了：${message}\nSomething went wrong: ${message}`);
  }
  console.error(`详情见日志 / Details are in the log: ${logFile(userData)}`);
  process.exit(1);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
run().catch(fail);
