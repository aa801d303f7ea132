import { useEffect, useState } from 'react';

/** ms of nothing to do that a browser grants only while no frame is due. */
const rest = 20;
/** ms after which it is no longer waited for. */
const patience = 1000;

/**
 * The value of when the page was last at rest: for what takes longer than a frame and may lag behind
 * the hand. It follows as soon as the hand pauses, and holds what it had until then.
 */
export function useAtRest<V>(value: V): V {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (Object.is(value, rested)) return;
    return whenAtRest(() => setRested(() => value), {
      request: (look) => requestIdleCallback(look, { timeout: patience }),
      cancel: cancelIdleCallback,
      now: () => performance.now(),
    });
  }, [value, rested]);
  return rested;
}

/** What a browser offers for waiting. */
interface Idling {
  readonly request: (
    look: (idle: Pick<IdleDeadline, 'didTimeout' | 'timeRemaining'>) => void,
  ) => number;
  readonly cancel: (asked: number) => void;
  /** ms */
  readonly now: () => number;
}

/**
 * Calls once at rest, and after `patience` at the latest: while anything on the page moves, a browser is
 * idle for less than a frame again and again, and none of those waits ever runs out. Answers how to stop.
 */
export function whenAtRest(take: () => void, { request, cancel, now }: Idling): () => void {
  const since = now();
  let asked = request(function look(idle) {
    const isLong = idle.didTimeout || now() - since >= patience;
    if (isLong || idle.timeRemaining() > rest) take();
    else asked = request(look);
  });
  return () => cancel(asked);
}
