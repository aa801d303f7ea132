import type { Settings } from '../shared/bridge.ts';

/**
 * What is changed of the settings: fields, or what follows from the settings as they are when it is
 * written, so that a list keeps what another window has put there.
 */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

export const partOf = (change: SettingsChange, now: Settings): Partial<Settings> =>
  typeof change === 'function' ? change(now) : change;

export interface SettingsKeeper {
  keep(change: SettingsChange): void;
  /** Reads what other windows kept, and writes what could not be written before. */
  refresh(): void;
  /** Resolves once nothing is being written. */
  settled(): Promise<void>;
}

/**
 * Writes changes of the settings in their order, each upon what the host has by then. What cannot be
 * written is kept and goes with the next attempt.
 */
export function keepSettings(options: {
  readonly read: () => Promise<Settings>;
  readonly write: (part: Partial<Settings>) => Promise<Settings>;
  /** With the settings as the host has them, and what of them was written; while nothing waits. */
  readonly onKept: (kept: Settings, written: Partial<Settings>) => void;
  readonly onFailed: (error: unknown) => void;
}): SettingsKeeper {
  let waiting: readonly SettingsChange[] = [];
  let last: Promise<void> = Promise.resolve();
  const attempt = async (): Promise<void> => {
    const taken = waiting;
    try {
      const now = await options.read();
      let part: Partial<Settings> = {};
      for (const change of taken) part = { ...part, ...partOf(change, { ...now, ...part }) };
      const kept = Object.keys(part).length > 0 ? await options.write(part) : now;
      waiting = waiting.slice(taken.length);
      if (waiting.length === 0) options.onKept(kept, part);
    } catch (error) {
      // A look at what others kept that fails loses nothing.
      if (taken.length > 0) options.onFailed(error);
    }
  };
  const run = (): void => {
    last = last.then(attempt);
  };
  return {
    keep(change) {
      waiting = [...waiting, change];
      run();
    },
    refresh: run,
    settled: () => last,
  };
}

/**
 * What a window takes over from other windows: the office's profiles, and its own as they have it. What is
 * the same stays the identical object, as what was checked with a profile is remembered by it.
 */
export function takenOver(now: Settings, kept: Settings, written: Partial<Settings>): Settings {
  const profiles = sameOr(now.profiles, kept.profiles);
  const own = kept.profiles?.find(({ name }) => name === now.profile?.name);
  const profile = sameOr(now.profile, 'profile' in written ? kept.profile : own);
  if (profiles === now.profiles && profile === now.profile) return now;
  return { ...now, ...(profiles ? { profiles } : {}), ...(profile ? { profile } : {}) };
}

/** The first where the second is the same or is not there. */
const sameOr = <V>(mine: V | undefined, theirs: V | undefined): V | undefined =>
  theirs === undefined || JSON.stringify(mine) === JSON.stringify(theirs) ? mine : theirs;
