import { createContext, use } from 'react';
import type { Settings } from '../../shared/bridge.ts';
import type { SettingsChange } from '../kept-settings.ts';

/** This machine's settings, and the way to change them. */
export interface SettingsChoice {
  readonly settings: Settings;
  /** Of what several windows add to, a change is a function: it keeps what the others put there. */
  change(what: SettingsChange): void;
  /** Takes over what other windows kept. */
  refresh(): void;
}

export const SettingsContext = createContext<SettingsChoice | null>(null);

export function useSettings(): SettingsChoice {
  const choice = use(SettingsContext);
  if (!choice) throw new Error('settings are asked for before they are read');
  return choice;
}
