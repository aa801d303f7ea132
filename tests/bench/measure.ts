import { performance } from 'node:perf_hooks';

/** One line of a benchmark: times in ms, as DESIGN.md's "Benchmarks" has them. */
export interface Row {
  readonly name: string;
  readonly input: string;
  readonly runs: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly p99_ms: number;
  readonly budget_ms?: number;
  /** Whose time this is, where it is not ours; `ratio` is its p50 over ours on the same input. */
  readonly peer?: string;
  readonly ratio?: number;
  /** What else the bench counts: walls, rooms. */
  readonly [count: string]: number | string | undefined;
}

export type Times = Pick<Row, 'runs' | 'p50_ms' | 'p95_ms' | 'p99_ms'>;

interface Measuring<T> {
  /** Fewer where they would take longer than `patience`. */
  readonly runs: number;
  /** ms of the same work beforehand; where not given, enough for most. 0 times a program just begun. */
  readonly warmUp?: number;
  /** Makes the input of one run; not timed. */
  readonly prepare: (run: number) => T;
  readonly work: (input: T) => unknown;
  /** Frees or checks what came out; not timed. */
  readonly after?: (result: unknown) => void;
}

/** ms that a measurement warms up at least, unless one run takes longer or it says otherwise. */
const usualWarmUp = 400;
/** ms after which a measurement stops, once it has five runs. */
const patience = 8000;

/** Times single runs after warming up; every run gets an input of its own. */
export function measure<T>({
  runs,
  warmUp = usualWarmUp,
  prepare,
  work,
  after,
}: Measuring<T>): Times {
  let made = 0;
  const once = (): number => {
    const input = prepare(made++);
    const start = performance.now();
    const result = work(input);
    const time = performance.now() - start;
    after?.(result);
    return time;
  };
  for (let warm = 0; warm < warmUp; ) warm += once();
  const times: number[] = [];
  for (let sum = 0; times.length < runs && (times.length < 5 || sum < patience); ) {
    const time = once();
    times.push(time);
    sum += time;
  }
  return timesOf(times);
}

/** What single runs took, in ranks; there must be one. */
export function timesOf(measured: readonly number[]): Times {
  if (measured.length === 0) throw new Error('nothing was measured');
  const times = measured.toSorted((left, right) => left - right);
  const rank = (share: number): number => rounded(times[Math.ceil(share * times.length) - 1]!, 3);
  return { runs: times.length, p50_ms: rank(0.5), p95_ms: rank(0.95), p99_ms: rank(0.99) };
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** How time grows: the slope of log time over log n, by least squares. 1 is in proportion to n. */
export function exponent(points: readonly { readonly n: number; readonly time: number }[]): number {
  const logs = points.map(({ n, time }) => [Math.log(n), Math.log(time)] as const);
  const mean = (index: 0 | 1): number =>
    logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [middleN, middleTime] = [mean(0), mean(1)];
  const over = (log: readonly [number, number]): number => log[0] - middleN;
  const rise = logs.reduce((sum, log) => sum + over(log) * (log[1] - middleTime), 0);
  return rise / logs.reduce((sum, log) => sum + over(log) ** 2, 0);
}
