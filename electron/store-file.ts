import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../shared/plan/integrity.ts';
import { text } from '../shared/text.ts';

/** What electron-store (Electron) and conf (browser host) have in common that we use. */
export interface Store {
  store: object;
}

export interface StoreOptions {
  /** The folder of the file. */
  readonly cwd: string;
  /** The file's name without `.json`; electron-store and conf call it differently. */
  readonly name: string;
}

export type OpenStore = (options: StoreOptions) => Store;

/** The options that both are opened with: plain keys, no clearing of what cannot be read. */
export const commonStoreOptions = {
  accessPropertiesByDotNotation: false,
  clearInvalidConfig: false,
  serialize: (value: unknown) => JSON.stringify(value),
};

/**
 * One small JSON file of this machine. What cannot be read is put aside as
 * `<name>.json.damaged-<time>` and reported, never taken for empty.
 */
export interface StoreFile<V> {
  /** Null where there is none, or where it was damaged. */
  read(): V | null;
  write(value: V): void;
}

export function openStoreFile<V extends object>(options: {
  readonly folder: string;
  readonly name: string;
  readonly schema: z.ZodType<V>;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (problem: Problem) => void;
}): StoreFile<V> {
  const file = join(options.folder, `${options.name}.json`);
  return {
    read() {
      if (!existsSync(file)) return null;
      // The store would parse the file on every look, so it is only used to write.
      try {
        return options.schema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        options.report(putAside(file, options.now()));
        return null;
      }
    },
    write(value) {
      mkdirSync(options.folder, { recursive: true });
      if (existsSync(file) && !isJson(file)) options.report(putAside(file, options.now()));
      options.openStore({ cwd: options.folder, name: options.name }).store = { ...value };
    },
  };
}

function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

function putAside(file: string, now: string): Problem {
  const aside = `${file}.damaged-${now.replace(/[:.]/g, '-')}`;
  renameSync(file, aside);
  return {
    at: file,
    problem: text(
      `文件已损坏，原样保留为 ${aside}，未当作空文件处理`,
      `the file was damaged; it is kept as ${aside}`,
    ),
  };
}
