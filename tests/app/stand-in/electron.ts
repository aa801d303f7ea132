import { appendFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  endpoint,
  fromBrowser,
  preparePage,
  routePage,
  startBrowser,
  stopBrowser,
  toBrowser,
} from './browser.ts';
import { StrictEmitter, strict } from './strict.ts';
import type { SystemDeed } from './system-deed.ts';

/**
 * A stand-in for the `electron` module of the main process, over Playwright and Chromium, for
 * machines without Electron's binary. It runs the same bundles. Not covered: accelerators, the
 * single-instance lock, fuses, updates, several processes, the operating system's sandbox,
 * structured cloning beyond JSON.
 */

type Bounds = { x: number; y: number; width: number; height: number };
const screenArea: Bounds = { x: 0, y: 0, width: 1920, height: 1080 };

class App extends StrictEmitter {
  readonly #paths = new Map<string, string>([['home', homedir()]]);
  readonly isPackaged = false;
  constructor() {
    super('app', [
      'open-file',
      'second-instance',
      'activate',
      'window-all-closed',
      'before-quit',
      'will-quit',
    ]);
  }
  whenReady = (): Promise<void> => new Promise((done) => setImmediate(done));
  getVersion = (): string => '0.0.0';
  getName = (): string => 'Duyong';
  requestSingleInstanceLock = (): boolean => true;
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path) return path;
    throw new Error(`The stand-in for Electron has no path '${name}'`);
  }
  quit(): void {
    this.emit('before-quit');
    this.emit('will-quit');
    this.exit(0);
  }
  exit(code: number): void {
    void stopBrowser().finally(() => process.exit(code));
  }
}

type Listener = (event: unknown, ...values: unknown[]) => unknown;

class IpcMain {
  readonly #handlers = new Map<string, Listener>();
  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) throw new Error(`A second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }
  /** One-way messages: the stand-in's ipcRenderer has no `send`, so none ever comes. */
  on(): this {
    return this;
  }
  async answer(page: Page, channel: string, values: unknown[]): Promise<unknown> {
    const listener = this.#handlers.get(channel);
    if (!listener) throw new Error(`No handler registered for '${channel}'`);
    const senderFrame = { url: fromBrowser(page.mainFrame().url()), parent: null };
    return listener({ senderFrame }, ...values);
  }
}

class Protocol {
  readonly handlers = new Map<string, (request: Request) => Promise<Response> | Response>();
  readonly #privileged = new Set<string>();
  registerSchemesAsPrivileged(list: readonly { scheme: string }[]): void {
    for (const { scheme } of list) this.#privileged.add(scheme);
  }
  handle(scheme: string, handler: (request: Request) => Promise<Response> | Response): void {
    if (!this.#privileged.has(scheme)) throw new Error(`${scheme}: was not registered`);
    this.handlers.set(scheme, handler);
  }
}

/** Chromium without a screen denies every permission by itself; the handlers are only taken. */
class Session {
  #asked: unknown;
  #checked: unknown;
  setPermissionRequestHandler(handler: unknown): void {
    this.#asked = handler;
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.#checked = handler;
  }
  get deniesPermissions(): boolean {
    return typeof this.#asked === 'function' && typeof this.#checked === 'function';
  }
}

class WebContents extends StrictEmitter {
  #openHandler: ((details: { url: string }) => { action: string }) | null = null;
  constructor() {
    super('webContents', ['will-navigate', 'will-attach-webview', 'did-finish-load']);
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler;
  }
  async onPopup(popup: Page): Promise<void> {
    const answer = this.#openHandler?.({ url: fromBrowser(popup.url()) });
    if (answer?.action !== 'deny') throw new Error('The stand-in opens no second window');
    await popup.close();
  }
  #page: Page | null = null;
  shows(page: Page): void {
    this.#page = page;
  }
  async printToPDF(options: {
    preferCSSPageSize?: boolean;
    printBackground?: boolean;
  }): Promise<Buffer> {
    if (!this.#page) throw new Error('There is no page to print');
    return this.#page.pdf(options);
  }
  mayNavigate(address: string): boolean {
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit('will-navigate', { preventDefault }, address);
    return !prevented;
  }
}

interface WindowOptions extends Partial<Bounds> {
  webPreferences: {
    preload: string;
    sandbox: boolean;
    contextIsolation: boolean;
    nodeIntegration: boolean;
    webviewTag: boolean;
    spellcheck: boolean;
  };
  minWidth?: number;
  minHeight?: number;
  show?: boolean;
  backgroundColor?: string;
}

let openWindows = 0;

class Window extends StrictEmitter {
  readonly webContents = strict('webContents', new WebContents());
  readonly #options: WindowOptions;
  #maximized = false;
  #page: Page | null = null;
  constructor(options: WindowOptions) {
    super('BrowserWindow', ['ready-to-show', 'close', 'closed']);
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration) {
      throw new Error('The stand-in only runs sandboxed, isolated windows without Node');
    }
    this.#options = options;
    openWindows += 1;
  }
  async loadURL(address: string): Promise<void> {
    const browser = await startBrowser(app.getPath('userData'));
    const page = browser.pages().find((one) => one.url() === 'about:blank') ?? browser.pages()[0];
    if (!page) throw new Error('Chromium opened no page');
    this.#page = page;
    const { webContents } = this;
    webContents.shows(page);
    let first = true;
    await routePage(page, protocol.handlers, (to) => {
      // Electron asks about what the page does, not about loadURL itself.
      if (!first) return webContents.mayNavigate(to);
      first = false;
      return true;
    });
    await preparePage(page, this.#options.webPreferences.preload, (from, channel, values) =>
      ipcMain.answer(from, channel, values),
    );
    page.on('popup', (popup) => void webContents.onPopup(popup));
    page.on('close', () => this.#closed());
    await page.goto(toBrowser(address), { waitUntil: 'domcontentloaded' });
    this.emit('ready-to-show');
    process.send?.({ endpoint: endpoint(app.getPath('userData')) });
  }
  #closed(): void {
    this.emit('close');
    this.emit('closed');
    openWindows -= 1;
    if (openWindows === 0) app.emit('window-all-closed');
  }
  show(): void {}
  focus(): void {
    void this.#page?.bringToFront();
  }
  restore(): void {}
  isMinimized = (): boolean => false;
  maximize(): void {
    this.#maximized = true;
  }
  isMaximized = (): boolean => this.#maximized;
  getNormalBounds(): Bounds {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  }
}

/** Roles that Electron knows and that our menu may use. */
const roles = new Set(
  (
    'appMenu cut copy paste selectAll reload resetZoom zoomIn zoomOut togglefullscreen ' +
    'toggleDevTools minimize close quit'
  ).split(' '),
);
interface MenuItem {
  role?: string;
  label?: string;
  type?: string;
  click?: () => void;
  submenu?: readonly MenuItem[];
}
class ApplicationMenu {
  readonly items: readonly MenuItem[];
  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }
}
let applicationMenu: ApplicationMenu | null = null;
const menu = {
  buildFromTemplate(template: readonly MenuItem[]): ApplicationMenu {
    const check = (item: MenuItem): void => {
      if (item.role && !roles.has(item.role)) throw new Error(`No menu role '${item.role}'`);
      if (!item.role && !item.label && item.type !== 'separator') {
        throw new Error('A menu item needs a role or a label');
      }
      item.submenu?.forEach(check);
    };
    template.forEach(check);
    return new ApplicationMenu(template);
  },
  setApplicationMenu(made: ApplicationMenu): void {
    applicationMenu = made;
  },
  getApplicationMenu: (): ApplicationMenu | null => applicationMenu,
};

const app = strict('app', new App());
const ipcMain = strict('ipcMain', new IpcMain());
const protocol = strict('protocol', new Protocol());
const session = strict('session', { defaultSession: strict('defaultSession', new Session()) });
const screen = strict('screen', {
  getDisplayMatching: () => ({ workArea: screenArea }),
});
/** What a person chooses in the next dialog for files; none: the dialog is cancelled. */
const chosenFiles: string[] = [];
/** What message boxes said, one a line; where a test asks to see it. */
const said = process.env.DUYONG_STAND_IN_SAID;
const dialog = strict('dialog', {
  async showMessageBox({ message, detail }: { message: string; detail: string }) {
    if (said) appendFileSync(said, `${message} ${detail}\n`);
    return { response: 0, checkboxChecked: false };
  },
  async showOpenDialog() {
    const filePaths = chosenFiles.splice(0);
    return { canceled: filePaths.length === 0, filePaths };
  },
  showErrorBox(title: string, words: string): void {
    process.stderr.write(`${title}: ${words}\n`);
  },
});
const shell = strict('shell', {
  async openPath(path: string): Promise<string> {
    return `The stand-in opens nothing: ${join(path)}`;
  },
});
const Menu = strict('Menu', menu);
const BrowserWindow = new Proxy(Window, {
  construct: (target, [options]) => strict('BrowserWindow', new target(options as WindowOptions)),
  get(target, property) {
    if (typeof property === 'symbol' || property in target) return Reflect.get(target, property);
    throw new Error(`The stand-in for Electron has no BrowserWindow.${property}`);
  },
});

/** What the system and a person do to the program from outside of its window, as a test tells it. */
function does(deed: SystemDeed): void {
  if (deed.kind === 'open-file') app.emit('open-file', { preventDefault() {} }, deed.file);
  else if (deed.kind === 'second-instance') {
    app.emit('second-instance', {}, ['electron', ...deed.argv], deed.folder);
  } else if (deed.kind === 'choose') chosenFiles.push(...deed.files);
  else {
    chosenFiles.push(...deed.files);
    const items = applicationMenu?.items.flatMap(({ submenu }) => submenu ?? []) ?? [];
    const item = items.find(({ label }) => label === deed.label);
    if (!item?.click) throw new Error(`The menu has no '${deed.label}'`);
    item.click();
  }
}
process.on('message', (deed: SystemDeed) => does(deed));

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
// The test that started this process is gone.
process.on('disconnect', () => app.quit());

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell };
export default strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
});
