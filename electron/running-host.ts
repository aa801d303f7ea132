import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from './explained.ts';

/**
 * Which host works on this machine's settings and drafts: `<user data>/running.json`. Two at a time
 * would write each other's drafts over. A note whose process is gone, or whose browser host does not
 * answer at its address any more, was left by a crash and counts for nothing.
 */

const runningSchema = z.object({
  pid: z.number().int().positive(),
  host: z.enum(['electron', 'browser']),
  library: z.string(),
  /** Of a browser host: where it serves, and what it answers another start with a window for. */
  origin: z.string().nullable(),
  secret: z.string().nullable(),
});
export type RunningHost = z.output<typeof runningSchema>;

/** Another host that runs; `address` opens a window of it, once. Null for one without, or too busy. */
export interface OtherHost extends RunningHost {
  readonly address: string | null;
}

/** ms; a host that is alive answers at once, but may be working out a large plan. */
const patience = 3000;

const noteOf = (userData: string): string => join(userData, 'running.json');

/** The host that runs already, asked for a window if it is a browser host; null where there is none. */
export async function otherHost(userData: string): Promise<OtherHost | null> {
  const content = contentOf(noteOf(userData));
  if (content === null) return null;
  const running = parse(content);
  if (!running || !isAlive(running.pid)) {
    removeStale(userData, content);
    return null;
  }
  if (running.host === 'electron') return { ...running, address: null };
  const answer = await askForWindow(running);
  // Another library may have been opened since it was noted.
  if (answer !== 'gone') return { ...running, ...answer };
  removeStale(userData, content);
  return null;
}

/**
 * Notes this process as the one that runs. False where another is noted; with `replace`, that one is
 * known to be gone.
 */
export function noteRunning(
  userData: string,
  running: RunningHost,
  { replace = false } = {},
): boolean {
  const note = noteOf(userData);
  const content = JSON.stringify(running);
  mkdirSync(userData, { recursive: true });
  if (replace) rmSync(note, { force: true });
  // Whole or not at all, so that nobody takes a note that is just being written for a broken one.
  const temporary = `${note}.${running.pid}.tmp`;
  writeFileSync(temporary, content, { mode: 0o600 });
  try {
    linkSync(temporary, note);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    try {
      writeFileSync(note, content, { flag: 'wx', mode: 0o600 });
    } catch (second) {
      if (codeOf(second) === 'EEXIST') return false;
      throw second;
    }
  } finally {
    rmSync(temporary, { force: true });
  }
  process.once('exit', () => {
    if (contentOf(note) === content) rmSync(note, { force: true });
  });
  return true;
}

function parse(content: string): RunningHost | null {
  try {
    return runningSchema.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and of another user.
    return codeOf(error) === 'EPERM';
  }
}

const windowSchema = z.object({ address: z.string(), library: z.string() });

/** An address for one window, and the library that it opens; no address where the host does not answer in time. */
async function askForWindow({
  origin,
  secret,
}: RunningHost): Promise<{ address: string | null; library?: string } | 'gone'> {
  try {
    const answer = await fetch(`${origin}/window`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: origin ?? '' },
      body: JSON.stringify({ secret }),
      signal: AbortSignal.timeout(patience),
    });
    // Another program has its port now.
    if (!answer.ok) return 'gone';
    return windowSchema.parse(await answer.json());
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? { address: null } : 'gone';
  }
}

/** Takes the note away unless a host that has just started wrote another in its place. */
function removeStale(userData: string, content: string): void {
  const note = noteOf(userData);
  const aside = `${note}.${process.pid}.stale`;
  try {
    renameSync(note, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (contentOf(aside) === content) rmSync(aside, { force: true });
  else renameSync(aside, note);
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
