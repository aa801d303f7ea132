import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const program = join(resolve(import.meta.dirname, '..'), 'electron', 'cli.ts');

/** What a run of the command line came to. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line under options of Node itself, with this machine's data in `userData`. */
export function runCli(
  args: readonly string[],
  { options = [] as readonly string[], userData = '' } = {},
): CliRun {
  const env = userData === '' ? process.env : { ...process.env, DUYONG_USER_DATA: userData };
  const run = spawnSync(process.execPath, [...options, program, ...args], {
    encoding: 'utf8',
    env,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
