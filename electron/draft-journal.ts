import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { recordIdSchema } from '../shared/records/schema.ts';
import { codeOf } from './explained.ts';
import { withoutFolderFlush } from './write-once.ts';

/**
 * What was written of a draft since its last snapshot: a file of lines, each with a hash of its own,
 * the hash of the snapshot that it follows and its place in the row. A line that a crash cut off is
 * left out; so is a whole file that follows another snapshot, left by a crash between the two.
 */
export interface JournalLine {
  readonly savedAt: string;
  readonly window: string;
  readonly base: string | null;
  readonly edits: number;
  readonly changes: readonly { readonly at: readonly string[]; readonly value?: unknown }[];
}

export interface Journal {
  readonly lines: readonly JournalLine[];
  readonly bytes: number;
  /**
   * `torn`: its last line was cut off, as by a crash; nothing may be added. `damaged`: a line in its
   * middle is not what was written, so that those after it are lost to us.
   */
  readonly state: 'sound' | 'torn' | 'damaged';
}

const lineSchema = z.strictObject({
  of: z.string(),
  place: z.int(),
  savedAt: z.iso.datetime(),
  window: z.string(),
  base: recordIdSchema.nullable(),
  edits: z.int(),
  changes: z.array(z.strictObject({ at: z.array(z.string()), value: z.unknown().optional() })),
});

export const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

const none: Journal = { lines: [], bytes: 0, state: 'sound' };

/** `snapshot`: the hash of the file that the lines follow. */
export function readJournal(file: string, snapshot: string): Journal {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return none;
    throw error;
  }
  const lines: JournalLine[] = [];
  const rows = content.split('\n');
  // What follows the last line break was cut off, or is nothing.
  const rest = rows.pop();
  const bytes = Buffer.byteLength(content);
  for (const [place, row] of rows.entries()) {
    const line = parseLine(row);
    if (place === 0 && line && line.of !== snapshot) return none;
    if (line?.of !== snapshot || line.place !== place) {
      const isCutOff = place === rows.length - 1 && rest === '' && !endsInLine(row);
      return { lines, bytes, state: isCutOff ? 'torn' : 'damaged' };
    }
    lines.push(line);
  }
  return { lines, bytes, state: rest === '' ? 'sound' : 'torn' };
}

function parseLine(row: string): z.output<typeof lineSchema> | null {
  const body = row.slice(17);
  if (row.slice(0, 17) !== `${hashOf(body)} `) return null;
  return lineSchema.safeParse(JSON.parse(body)).data ?? null;
}

/** Whether a whole line comes at the end of a row that is none: the break before it is damaged. */
const endsInLine = (row: string): boolean =>
  [...row.matchAll(/[0-9a-f]{16} \{/g)].some(
    ({ index }) => index > 0 && parseLine(row.slice(index)) !== null,
  );

/** Adds a line and waits until it is on the disk; `place` 0 begins the file anew. */
export function appendToJournal(
  file: string,
  snapshot: string,
  place: number,
  line: JournalLine,
): void {
  const body = JSON.stringify({ of: snapshot, place, ...line });
  const row = Buffer.from(`${hashOf(body)} ${body}\n`);
  const handle = openSync(file, place === 0 ? 'w' : 'a', 0o600);
  try {
    for (let from = 0; from < row.length; ) from += writeSync(handle, row, from);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export const removeJournal = (file: string): void => rmSync(file, { force: true });

/** Keeps a damaged journal as it is, beside the one that takes its place. */
export function keepAside(file: string, now: string): string {
  const aside = `${file}.damaged-${now.replace(/[:.]/g, '-')}`;
  copyFileSync(file, aside);
  return aside;
}

/** A name is kept only once the folder that holds it is flushed; Windows orders that itself. */
export function flushFolderSync(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch (error) {
    if (withoutFolderFlush.has(codeOf(error) ?? '')) return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!withoutFolderFlush.has(codeOf(error) ?? '')) throw error;
  } finally {
    closeSync(handle);
  }
}

/** Changes whenever the file is written; null where there is none. */
export function markOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : null;
}
