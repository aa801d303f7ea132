import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { IdKind, IdOfKind, NewId } from '../shared/plan/model.ts';

/** Where things lie on this machine; the same in both hosts, so that they share their data. */

/** The program's own folder: this file is run from `electron/` or bundled into `dist/`. */
export const programFolder = dirname(import.meta.dirname);
export const windowFolder = join(programFolder, 'dist', 'window');
export const samplesFolder = join(programFolder, 'assets', 'samples');

export function programVersion(): string {
  const file = readFileSync(join(programFolder, 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** Settings, drafts and the log: where Electron keeps an application's data. */
export function userDataFolder(environment = process.env, home = homedir()): string {
  if (environment.DUYONG_USER_DATA) return resolve(environment.DUYONG_USER_DATA);
  if (process.platform === 'win32') {
    return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Duyong');
  }
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Duyong');
  return join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'Duyong');
}

/** Whether somebody says at the start which library it is, which goes before one that is remembered. */
export const isLibraryGiven = (environment = process.env): boolean =>
  Boolean(environment.DUYONG_LIBRARY);

/** The library: DUYONG_LIBRARY, else `Duyong` in the person's documents, else in their home. */
export function libraryFolder(environment = process.env, home = homedir()): string {
  if (environment.DUYONG_LIBRARY) return resolve(environment.DUYONG_LIBRARY);
  const documents = documentsFolder(environment, home);
  return join(existsSync(documents) ? documents : home, 'Duyong');
}

/** On a Linux desktop the folder has the name of its language: 文档. */
function documentsFolder(environment: NodeJS.ProcessEnv, home: string): string {
  const usual = join(home, 'Documents');
  if (process.platform !== 'linux') return usual;
  const list = join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
  if (!existsSync(list)) return usual;
  const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(list, 'utf8'))?.[1];
  return named ? named.replace('$HOME', home) : usual;
}

/** 60 random bits as lower-case letters and digits. */
export const newId: NewId = <K extends IdKind>(kind: K) => {
  const random = randomBytes(8).readBigUInt64BE().toString(36).slice(-12).padStart(12, '0');
  return `${kind}_${random}` as string as IdOfKind[K];
};

export const now = (): string => new Date().toISOString();
