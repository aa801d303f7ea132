import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import type { RecordId } from '../../shared/records/record.ts';
import type { Painted, ThumbnailAsk } from '../workers/thumbnail-worker.ts';

/** Small pictures of versions, painted one at a time when nothing else is to be done. */

/** CSS px. */
export const thumbnailSize = { width: 116, height: 80 } as const;

/** A version's picture on a storey; versions never change, so that one is painted once. */
export interface Wanted {
  readonly version: RecordId;
  readonly storey: StoreyId;
  readonly level: number;
}

export interface Thumbnails {
  /** What was painted, if it was. */
  get(wanted: Wanted): ImageBitmap | null | undefined;
  /** Tells when it is painted; what nobody waits for any more is not begun. Answers how to stop. */
  ask(wanted: Wanted, read: () => Promise<Plan>, told: () => void): () => void;
}

/** ms after which a page that is never idle is waited for no longer. */
const patience = 2000;

/** Pictures that are kept; each takes some 170 kB on a fine screen. */
const kept = 120;

export function createThumbnails(options: {
  /** Paints one; the worker in the window. */
  readonly paint: (ask: ThumbnailAsk) => Promise<ImageBitmap | null>;
  /** Calls when there is nothing else to do. */
  readonly whenIdle: (work: () => void) => void;
  readonly density: number;
}): Thumbnails {
  const pictures = new Map<string, ImageBitmap | null>();
  interface Waiting {
    readonly wanted: Wanted;
    readonly read: () => Promise<Plan>;
    readonly told: Set<() => void>;
  }
  const queue = new Map<string, Waiting>();
  let isBusy = false;

  const keyOf = ({ version, storey }: Wanted): string => `${version} ${storey}`;
  const keep = (key: string, picture: ImageBitmap | null): void => {
    pictures.set(key, picture);
    const [oldest] = pictures.keys();
    if (pictures.size <= kept || oldest === undefined) return;
    pictures.get(oldest)?.close();
    pictures.delete(oldest);
  };

  const next = (): void => {
    const [first] = queue;
    if (isBusy || !first) return;
    isBusy = true;
    options.whenIdle(() => void work());
  };
  const work = async (): Promise<void> => {
    // The one asked for last is looked at now.
    const entry = [...queue].at(-1);
    if (entry) {
      const [key, { wanted, read, told }] = entry;
      queue.delete(key);
      const picture = await read()
        .then((plan) =>
          options.paint({
            key,
            plan,
            storey: wanted.storey,
            level: wanted.level,
            size: thumbnailSize,
            density: options.density,
          }),
        )
        // A version that cannot be read says so where it is opened.
        .catch(() => null);
      keep(key, picture);
      for (const tell of told) tell();
    }
    isBusy = false;
    next();
  };

  return {
    get: (wanted) => pictures.get(keyOf(wanted)),
    ask(wanted, read, told) {
      const key = keyOf(wanted);
      const waiting = queue.get(key) ?? { wanted, read, told: new Set() };
      waiting.told.add(told);
      queue.set(key, waiting);
      next();
      return () => {
        waiting.told.delete(told);
        if (waiting.told.size === 0 && queue.get(key) === waiting) queue.delete(key);
      };
    },
  };
}

/** The window's: painted by a worker that is started with the first of them. */
export const windowThumbnails: () => Thumbnails = (() => {
  let made: Thumbnails | null = null;
  return () => {
    made ??= createThumbnails({
      paint: workerPaint(),
      whenIdle: (work) => requestIdleCallback(work, { timeout: patience }),
      density: Math.min(2, Math.ceil(window.devicePixelRatio || 1)),
    });
    return made;
  };
})();

function workerPaint(): (ask: ThumbnailAsk) => Promise<ImageBitmap | null> {
  const worker = new Worker(new URL('../workers/thumbnail-worker.ts', import.meta.url), {
    type: 'module',
  });
  const waiting = new Map<string, (picture: ImageBitmap | null) => void>();
  const answer = (key: string, picture: ImageBitmap | null): void => {
    waiting.get(key)?.(picture);
    waiting.delete(key);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Painted>) =>
    answer(data.key, data.picture),
  );
  worker.addEventListener('error', () => {
    for (const key of [...waiting.keys()]) answer(key, null);
  });
  return (ask) =>
    new Promise((done) => {
      waiting.set(ask.key, done);
      worker.postMessage(ask);
    });
}
