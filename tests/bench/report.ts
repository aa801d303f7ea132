import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { type Row, rounded } from './measure.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory_gb: number;
  /** Processes that were waiting for a core in the minute before: above 0 others were at work. */
  readonly load: number;
  readonly system: string;
  readonly node: string;
  /** Null where a bench needs none. */
  readonly browser: string | null;
}

export const thisMachine = (browser: string | null): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory_gb: rounded(totalmem() / 2 ** 30, 1),
  load: rounded(loadavg()[0] ?? 0, 2),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  browser,
});

export const machineLine = (machine: Machine): string =>
  `${machine.processor}, ${machine.cores} cores, ${machine.memory_gb} GB, ${machine.system}, ` +
  `Node ${machine.node}, ${machine.browser ?? 'no browser'}, load ${machine.load}`;

/** Rows as a table: what was counted beside the times, and whether the budget was kept. */
export function table(rows: readonly Row[]): string {
  const known = [
    'name',
    'input',
    'runs',
    'p50_ms',
    'p95_ms',
    'p99_ms',
    'budget_ms',
    'peer',
    'ratio',
  ];
  const counts = [...new Set(rows.flatMap(Object.keys))].filter((key) => !known.includes(key));
  const columns = [
    'name',
    'input',
    ...counts,
    'runs',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'budget',
    'ratio',
  ];
  const cells = rows.map((row) => [
    row.name,
    row.input,
    ...counts.map((count) => String(row[count] ?? '')),
    String(row.runs),
    row.p50_ms.toFixed(2),
    row.p95_ms.toFixed(2),
    row.p99_ms.toFixed(2),
    budgetWord(row),
    row.ratio === undefined ? '' : `${row.ratio.toFixed(1)} x`,
  ]);
  const lines = [columns, ...cells];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Budgets hold for p95. */
function budgetWord({ budget_ms, p95_ms }: Row): string {
  if (budget_ms === undefined) return '';
  return `${budget_ms} ${p95_ms <= budget_ms ? 'kept' : 'MISSED'}`;
}
