/**
 * A search beside the window's thread waits while a hand drags or zooms the plan: on a machine of two
 * cores both would be slower, and only the hand notices. Nothing that is found depends on it.
 */

/** What a search is told while the hand moves, over and over. */
export const handMoves = 'hand-moves';

/** ms without such a word after which a search goes on. */
const waits = 120;
/** ms between two words. */
export const tellsEvery = 50;
/** ms after which a search looks whether it was told something. */
const looksEvery = 8;

export interface HandFirst {
  /** The hand moved just now. */
  moved(): void;
  /** To be awaited between two steps; null where there is nothing to wait for. */
  turn(): Promise<void> | null;
}

/** `now` in ms; `pause` ends after so many ms, and lets what was told meanwhile be heard. */
export function handFirst(clock: {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}): HandFirst {
  const { now, pause } = clock;
  let looked = now();
  let goesOn = Number.NEGATIVE_INFINITY;
  const wait = async (): Promise<void> => {
    do await pause(Math.max(0, goesOn - now()));
    while (now() < goesOn);
    looked = now();
  };
  return {
    moved() {
      goesOn = now() + waits;
    },
    turn: () => (now() < goesOn || now() - looked >= looksEvery ? wait() : null),
  };
}

/** Hears what was told at once where nothing is to be waited for: a timer would take 4 ms. */
export function pauseInWorker(): (ms: number) => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return (ms) =>
    new Promise((done) => {
      if (ms > 0) {
        setTimeout(done, ms);
        return;
      }
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
}

/** Tells a worker whenever the hand drags or zooms; answers how to leave off. */
export function tellOfHand(worker: Pick<Worker, 'postMessage'>, hand: EventTarget): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const tell = (event: Event): void => {
    if ('buttons' in event && event.type !== 'wheel' && event.buttons === 0) return;
    if (event.timeStamp - told < tellsEvery) return;
    told = event.timeStamp;
    worker.postMessage(handMoves);
  };
  const kinds = ['pointerdown', 'pointermove', 'wheel'];
  const how = { capture: true, passive: true };
  for (const kind of kinds) hand.addEventListener(kind, tell, how);
  return () => {
    for (const kind of kinds) hand.removeEventListener(kind, tell, how);
  };
}
