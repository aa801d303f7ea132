import { createStore, type StoreApi } from 'zustand/vanilla';

/**
 * Keeps a draft on disk. The first edit starts a short timer; when it ends, the newest draft is
 * written, so that edits without a pause are saved too. A failed write is tried again, at growing
 * intervals, until it succeeds; the draft itself never leaves the window meanwhile.
 */

export interface DraftStatus {
  /**
   * `clean`: nothing that is not in a version. `refused`: another window's draft lies on disk, which
   * is not written over; this one stays in its window until somebody says what becomes of both.
   */
  readonly state: 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'refused';
  /** When the newest written draft was written, ISO 8601. */
  readonly savedAt: string | null;
  readonly failure: unknown;
  /** The other draft that lies on disk, where the last write was refused for it. */
  readonly other: OtherDraft | null;
}

export interface OtherDraft {
  readonly savedAt: string;
  readonly edits: number;
}

export interface Autosave {
  readonly status: StoreApi<DraftStatus>;
  /** Something changed. */
  edited(): void;
  /** Writes what is not yet written, now. Resolves when no write is under way. */
  flush(): Promise<void>;
  /** The draft was made a version: nothing waits any more. */
  settled(): void;
  /** Ends the timers; nothing is written any more. */
  stop(): void;
}

/** ms: well under a second with the write itself. */
const delay = 400;
const retries = [1000, 2000, 4000, 8000];

export function createAutosave<Draft>(options: {
  /** The draft as it is now; null where it equals the version that it started from. */
  readonly current: () => Draft | null;
  /** Answers what then lies on disk. */
  readonly write: (draft: Draft) => Promise<OtherDraft & { readonly written: boolean }>;
  readonly discard: () => Promise<unknown>;
  readonly restoredAt: string | null;
}): Autosave {
  const status = createStore<DraftStatus>(() => ({
    state: options.restoredAt === null ? 'clean' : 'saved',
    savedAt: options.restoredAt,
    failure: null,
    other: null,
  }));
  let timer: ReturnType<typeof setTimeout> | null = null;
  let underWay: Promise<void> | null = null;
  let pending = false;
  let failures = 0;
  let stopped = false;

  const schedule = (wait: number): void => {
    if (timer !== null || stopped) return;
    timer = setTimeout(() => {
      timer = null;
      void flush();
    }, wait);
  };

  const writeOnce = async (): Promise<void> => {
    pending = false;
    if (status.getState().state !== 'refused') status.setState({ state: 'saving' });
    const draft = options.current();
    try {
      const answer = draft === null ? null : await options.write(draft);
      if (draft === null) await options.discard();
      failures = 0;
      if (answer && !answer.written) {
        const { savedAt, edits } = answer;
        status.setState({ state: 'refused', failure: null, other: { savedAt, edits } });
        return;
      }
      const state = pending ? 'waiting' : draft === null ? 'clean' : 'saved';
      status.setState({ state, savedAt: answer?.savedAt ?? null, failure: null, other: null });
    } catch (failure) {
      pending = true;
      status.setState({ state: 'failed', failure });
      schedule(retries[Math.min(failures, retries.length - 1)]!);
      failures += 1;
    }
  };

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (underWay) await underWay;
    if (underWay || !pending || stopped) return;
    underWay = writeOnce();
    await underWay;
    underWay = null;
    if (pending) schedule(delay);
  };

  return {
    status,
    edited() {
      if (stopped) return;
      pending = true;
      const { state } = status.getState();
      if (state !== 'failed' && state !== 'refused') status.setState({ state: 'waiting' });
      if (!underWay) schedule(delay);
    },
    flush,
    settled() {
      pending = false;
      failures = 0;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      status.setState({ state: 'clean', savedAt: null, failure: null, other: null });
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
