import { join } from 'node:path';
import { BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { isOwnAddress, windowUrl } from './handlers.ts';
import type { StoreFile } from './store-file.ts';

export const windowStateSchema = z.object({
  bounds: z.object({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  maximized: z.boolean(),
});
export type WindowState = z.output<typeof windowStateSchema>;

const smallest = { width: 1024, height: 680 };
const usual = { width: 1440, height: 900 };

/** Opens the one window where it stood last, if that place is still on a screen. */
export function openWindow(state: StoreFile<WindowState>): BrowserWindow {
  const last = lastState(state);
  const window = new BrowserWindow({
    ...(last && isOnScreen(last.bounds) ? last.bounds : usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (last?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // Nothing to ask: the window saves its drafts as it goes.
  window.on('close', () => {
    try {
      state.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
    } catch {
      // Only the window's place is forgotten, which is no reason to keep it from closing.
    }
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, address) => {
    if (!isOwnAddress(address)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  void window.loadURL(windowUrl);
  return window;
}

function lastState(state: StoreFile<WindowState>): WindowState | null {
  try {
    return state.read();
  } catch {
    return null;
  }
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y < workArea.y + workArea.height - 100 &&
    bounds.y >= workArea.y - 20
  );
}
