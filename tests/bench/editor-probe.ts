/** What runs in the page of the editor's benchmark, and is asked from outside. */

export interface Watched {
  /** ms from each event's timestamp until the callbacks of the next frame have run. */
  readonly latencies: readonly number[];
  /** The same until after that frame is laid out, painted and handed over. */
  readonly shown: readonly number[];
  /** ms between the timestamps of successive frames. */
  readonly intervals: readonly number[];
}

export interface Probe {
  /** Watches events of a type; answers once `goal` of them are shown, or when it is stopped. */
  watch(type: string, goal: number): Promise<void>;
  /** Answers once so many events of a type came, or when it is stopped: costs next to nothing. */
  count(type: string, goal: number): Promise<void>;
  /** What was seen since. */
  stop(): Watched;
  /** From the next click to the plan's first paint; answers ms. */
  firstPaint(): void;
  readonly painted: { ms: number | null };
  /** Once the page has nothing left to do, or half a second after the next frame. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** Sent to the page as text before anything of its own runs: uses nothing outside of itself. */
export function installProbe(): void {
  // One for all: to make one takes as long as a move of the pointer may.
  const { port1, port2 } = new MessageChannel();
  const waiting: ((now: number) => void)[] = [];
  port1.onmessage = () => waiting.shift()?.(performance.now());
  const afterFrame = (done: (now: number) => void): void => {
    requestAnimationFrame(() => {
      waiting.push(done);
      port2.postMessage(null);
    });
  };

  let watched: Watched | null = null;
  let end = (): void => undefined;
  const painted: { ms: number | null } = { ms: null };

  window.bench = {
    painted,
    watch(type, goal) {
      const seen = { latencies: [] as number[], shown: [] as number[], intervals: [] as number[] };
      watched = seen;
      let frame = 0;
      let last: number | null = null;
      // Asked for after all of the page's own, so that it comes after them.
      const listener = ({ timeStamp }: Event): void => {
        requestAnimationFrame(() => {
          if (seen.latencies.length < goal) seen.latencies.push(performance.now() - timeStamp);
        });
        afterFrame((now) => {
          if (seen.shown.length >= goal) return;
          seen.shown.push(now - timeStamp);
          if (seen.shown.length === goal) end();
        });
      };
      const count = (now: number): void => {
        if (last !== null) seen.intervals.push(now - last);
        last = now;
        frame = requestAnimationFrame(count);
      };
      // Frames are counted from the first event on.
      const begin = (): void => {
        frame = requestAnimationFrame(count);
      };
      window.addEventListener(type, begin, { capture: true, once: true });
      window.addEventListener(type, listener, { passive: true });
      return new Promise((reached) => {
        end = () => {
          cancelAnimationFrame(frame);
          window.removeEventListener(type, begin, { capture: true });
          window.removeEventListener(type, listener);
          reached();
        };
      });
    },
    count(type, goal) {
      watched = null;
      return new Promise((reached) => {
        let left = goal;
        const listener = (): void => {
          left -= 1;
          if (left === 0) end();
        };
        window.addEventListener(type, listener, { passive: true });
        end = () => {
          window.removeEventListener(type, listener);
          reached();
        };
      });
    },
    stop() {
      end();
      return watched ?? { latencies: [], shown: [], intervals: [] };
    },
    firstPaint() {
      painted.ms = null;
      const { prototype } = CanvasRenderingContext2D;
      const { fill } = prototype;
      let start: number | null = null;
      window.addEventListener(
        'click',
        (event) => {
          start = event.timeStamp;
          prototype.fill = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
            Reflect.apply(fill, this, given);
            // It may be painted before it is put in its place; tiles of patterns are small.
            if (this.canvas.width < 500) return;
            prototype.fill = fill;
            afterFrame((now) => {
              painted.ms = now - (start ?? now);
            });
          };
        },
        { capture: true, once: true },
      );
    },
    settled: () =>
      new Promise((done) => {
        afterFrame(() => requestIdleCallback(() => done(), { timeout: 500 }));
      }),
  };
}
