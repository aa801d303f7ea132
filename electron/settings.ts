import { requests, type Settings } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { Explained } from './explained.ts';
import { type OpenStore, openStoreFile } from './store-file.ts';

const defaults: Settings = { language: 'zh', author: '' };

export interface SettingsStore {
  /** The defaults where the file cannot be read, which is reported. */
  read(): Settings;
  write(change: Partial<Settings>): Settings;
}

/** This machine's settings: `<user data>/settings.json`. */
export function openSettings(options: {
  readonly userData: string;
  readonly openStore: OpenStore;
  readonly now: () => string;
  readonly report: (problem: Problem) => void;
}): SettingsStore {
  const file = openStoreFile({
    ...options,
    folder: options.userData,
    name: 'settings',
    schema: requests['settings.read'].answer.partial(),
  });
  let current: Settings | null = null;
  const load = (): Settings => {
    current ??= { ...defaults, ...file.read() };
    return current;
  };
  return {
    read() {
      try {
        return load();
      } catch (error) {
        if (!(error instanceof Explained)) throw error;
        options.report({ at: 'settings.json', problem: error.text });
        return defaults;
      }
    },
    write(change) {
      const next = { ...load(), ...change };
      file.write(next);
      current = next;
      return next;
    },
  };
}
