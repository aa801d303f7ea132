import { requests, type Settings } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { type OpenStore, openStoreFile } from './store-file.ts';

const defaults: Settings = { language: 'zh', author: '' };

export interface SettingsStore {
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
  const read = (): Settings => {
    current ??= { ...defaults, ...file.read() };
    return current;
  };
  return {
    read,
    write(change) {
      const next = { ...read(), ...change };
      file.write(next);
      current = next;
      return next;
    },
  };
}
