// Finds an installed browser of the Chromium family. Plain Node >= 20, built-ins only.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** The path of the browser's program; null where there is none. `DUYONG_BROWSER` names another. */
export function findBrowser(environment = process.env, platform = process.platform) {
  if (environment.DUYONG_BROWSER) {
    return existsSync(environment.DUYONG_BROWSER) ? environment.DUYONG_BROWSER : null;
  }
  return places(environment, platform).find((place) => existsSync(place)) ?? null;
}

function places(environment, platform) {
  if (platform === 'darwin') return macPlaces;
  if (platform === 'win32') {
    return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => windowsPlaces.map((place) => join(folder, place)));
  }
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
