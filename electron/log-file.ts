import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const logFile = (userData: string): string => join(userData, 'duyong.log');

/** Details of unexpected failures, for whoever looks after the program. Never throws. */
export function appendLog(userData: string, error: unknown): void {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    mkdirSync(userData, { recursive: true });
    appendFileSync(logFile(userData), `${new Date().toISOString()} ${details}\n`);
  } catch {
    // A full or read-only disk: the person still gets the message itself.
  }
}
