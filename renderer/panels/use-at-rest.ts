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
    const options = { timeout: patience };
    const look = (idle: IdleDeadline): void => {
      if (idle.didTimeout || idle.timeRemaining() > rest) setRested(() => value);
      else asked = requestIdleCallback(look, options);
    };
    let asked = requestIdleCallback(look, options);
    return () => cancelIdleCallback(asked);
  }, [value, rested]);
  return rested;
}
