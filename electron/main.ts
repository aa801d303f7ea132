import { resolve } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import ElectronStore from 'electron-store';
import { handleRequests, isOwnAddress, windowScheme } from './handlers.ts';
import { appendLog, logFile } from './log-file.ts';
import { setMenu } from './menu.ts';
import { bundlesIn, importFile } from './opened-files.ts';
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
import { noteRunning, otherHost } from './running-host.ts';
import { createServices } from './services.ts';
import { commonStoreOptions, type OpenStore, openStoreFile } from './store-file.ts';
import { openWindow, windowStateSchema } from './window.ts';
import { readWindowFile } from './window-files.ts';

const userData = userDataFolder();
app.setPath('userData', userData);

const openStore: OpenStore = (options) => new ElectronStore({ ...commonStoreOptions, ...options });

protocol.registerSchemesAsPrivileged([
  { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** A person sees a message and where the details are, never a stack trace. */
function fail(error: unknown): void {
  appendLog(userData, error);
  const words = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox(
    '独用 Duyong',
    `出错了，程序需要关闭：${words}\nSomething went wrong: ${words}\n\n${logFile(userData)}`,
  );
  app.exit(1);
}
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

/** Files that the system handed over before the library was open. */
const handed = bundlesIn(process.argv.slice(1)).map((file) => resolve(file));
let takeIn = (file: string): void => {
  handed.push(file);
};
app.on('open-file', (event, file) => {
  event.preventDefault();
  takeIn(file);
});

async function start(): Promise<void> {
  await app.whenReady();
  const library = libraryFolder();
  // Electron's own lock is ours, so a note of Electron was left by a crash.
  const other = await otherHost(userData);
  if (other?.host === 'browser') {
    dialog.showErrorBox(
      '独用 Duyong',
      `独用已在浏览器窗口中运行（进程 ${other.pid}）。请先关闭它，再重新启动。\nDuyong is running already in a browser window (process ${other.pid}). Close it, then start again.`,
    );
    app.exit(1);
    return;
  }
  const self = { pid: process.pid, host: 'electron', library, origin: null, secret: null } as const;
  noteRunning(userData, self, { replace: true });
  let window: BrowserWindow | null = null;
  const chooseFiles = (): void => {
    void dialog
      .showOpenDialog({
        filters: [{ name: '独用 Duyong', extensions: ['duyong'] }],
        properties: ['openFile', 'multiSelections'],
      })
      .then(({ filePaths }) => {
        for (const file of filePaths) takeIn(file);
      });
  };
  const services = await createServices({
    host: 'electron',
    version: programVersion(),
    libraryPath: library,
    remembersLibrary: !isLibraryGiven(),
    userData,
    samples: samplesFolder,
    openStore,
    now,
    newId,
    async chooseFolder(from) {
      const properties = ['openDirectory', 'createDirectory'] as const;
      const { filePaths } = await dialog.showOpenDialog({
        defaultPath: from,
        properties: [...properties],
      });
      return filePaths[0] ?? null;
    },
    onSettings: ({ language }) => setMenu(language, chooseFiles),
    printPage() {
      if (!window) throw new Error('no window asked for its page');
      return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    },
  });
  protocol.handle(windowScheme, async (request) => {
    if (request.method !== 'GET' || !isOwnAddress(request.url)) {
      return new Response('Not found', { status: 404 });
    }
    const file = await readWindowFile(windowFolder, new URL(request.url).pathname);
    return new Response(file.body, { status: file.status, headers: file.headers });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
    answer(false),
  );
  session.defaultSession.setPermissionCheckHandler(() => false);
  handleRequests(ipcMain, services.serve);
  setMenu(services.settings().language, chooseFiles);

  const state = openStoreFile({
    folder: userData,
    name: 'window',
    schema: windowStateSchema,
    openStore,
    now,
    report: ({ at, problem }) => appendLog(userData, `${at}: ${problem.en}`),
  });
  const open = (): void => {
    window = openWindow(state);
    window.on('closed', () => {
      window = null;
    });
  };
  open();
  // One after the other: each says what became of it.
  let importing = Promise.resolve();
  takeIn = (file) => {
    importing = importing.then(async () => {
      const { isGood, title, detail } = await importFile(file, services.serve);
      const { language } = services.settings();
      await dialog.showMessageBox({
        type: isGood ? 'info' : 'warning',
        message: title[language],
        detail: detail[language],
      });
    });
    importing.catch(fail);
  };
  for (const file of handed.splice(0)) takeIn(file);
  app.on('second-instance', (_event, argv, folder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    for (const file of bundlesIn(argv)) takeIn(resolve(folder, file));
  });
  app.on('activate', () => {
    if (!window) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

if (app.requestSingleInstanceLock()) start().catch(fail);
else app.quit();
