import { describe, expect, it } from 'vitest';
import { timesOf } from './measure.ts';
import { scriptTimes, type TraceEvent } from './script-times.ts';

describe('times', () => {
  it('are the ranks of what was measured, in any order', () => {
    const measured = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
    expect(timesOf(measured)).toEqual({ runs: 100, p50_ms: 50, p95_ms: 95, p99_ms: 99 });
    expect(timesOf([4])).toEqual({ runs: 1, p50_ms: 4, p95_ms: 4, p99_ms: 4 });
    expect(() => timesOf([])).toThrow();
  });
});

describe('scripting times of a trace', () => {
  const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}) =>
    ({ name, ph: 'X', pid: 1, tid: 1, ts, dur, ...more }) satisfies TraceEvent;
  const move = (ts: number, dur: number) =>
    event('EventDispatch', ts, dur, { args: { data: { type: 'pointermove' } } });

  it('count a call within a call once, and what follows a move as its own', () => {
    const trace = [
      event('FunctionCall', 0, 900),
      move(1000, 400),
      event('FunctionCall', 1100, 200),
      event('FireAnimationFrame', 2000, 3000),
      event('FunctionCall', 2100, 500),
      event('Layout', 5000, 800),
      event('FunctionCall', 6000, 100, { tid: 2 }),
      move(10_000, 200),
      event('TimerFire', 11_000, 300),
      move(20_000, 700),
    ];
    expect(scriptTimes(trace, 'pointermove')).toEqual([3.4, 0.5]);
    expect(scriptTimes(trace.toReversed(), 'pointermove')).toEqual([3.4, 0.5]);
  });

  it('count what the thread had a processor for', () => {
    const trace = [
      { ...move(1000, 400), tdur: 300 },
      event('FunctionCall', 1100, 200, { tdur: 150 }),
      event('FunctionCall', 2000, 5000, { tdur: 1000 }),
      move(10_000, 200),
    ];
    expect(scriptTimes(trace, 'pointermove')).toEqual([1.3]);
  });

  it('are none where there was no such event', () => {
    expect(scriptTimes([move(0, 10)], 'wheel')).toEqual([]);
  });
});
