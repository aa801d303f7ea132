import { createContext, use } from 'react';
import type { Settings } from '../../shared/bridge.ts';

/** This machine's settings, and the way to change them. */
export interface SettingsChoice {
  readonly settings: Settings;
  change(part: Partial<Settings>): void;
}

export const SettingsContext = createContext<SettingsChoice | null>(null);

export function useSettings(): SettingsChoice {
  const choice = use(SettingsContext);
  if (!choice) throw new Error('settings are asked for before they are read');
  return choice;
}
