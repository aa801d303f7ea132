/** Scripting time from a trace of Chromium: what the main thread spent in our own code. */

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of these what the thread had a processor for: others may be at work on the machine. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Each holds whole calls into scripts; they lie within one another. Layout and paint are not among them. */
const scripting = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
]);

/**
 * ms of the processor for scripting from each event of `type` until the next one, all that follows from it included;
 * the last, whose end is not known, is left out.
 */
export function scriptTimes(events: readonly TraceEvent[], type: string): number[] {
  const moves = events.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === type,
  );
  const first = moves[0];
  if (!first) return [];
  const ours = events
    .filter(
      ({ name, ph, pid, tid }) =>
        scripting.has(name) && ph === 'X' && pid === first.pid && tid === first.tid,
    )
    .sort((left, right) => left.ts - right.ts);
  const starts = moves.map(({ ts }) => ts).sort((left, right) => left - right);
  const times = starts.map(() => 0);
  let until = 0;
  let move = -1;
  for (const { ts, dur = 0, tdur = dur } of ours) {
    while (move + 1 < starts.length && starts[move + 1]! <= ts) move++;
    // What lies within a call that is counted already adds nothing.
    if (ts < until) continue;
    until = ts + dur;
    if (move >= 0) times[move]! += tdur / 1000;
  }
  return times.slice(0, -1);
}
