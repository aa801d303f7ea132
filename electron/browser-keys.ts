import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What lets a window outlive its host: `<user data>/browser-host.json` holds the port that was used
 * last and the key that signs sessions. A host that starts again on the same port knows the window
 * that was left open, and takes the work that it could not write. Only this user may read the file.
 */
const keysSchema = z.object({
  port: z.number().int().min(0).max(65_535),
  key: z.string().min(32),
});
export type BrowserKeys = z.output<typeof keysSchema>;

const fileOf = (userData: string): string => join(userData, 'browser-host.json');

/** Those of the last start; new ones, for any port, where there are none that can be read. */
export function readKeys(userData: string): BrowserKeys {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(fileOf(userData), 'utf8')));
  } catch {
    return { port: 0, key: randomBytes(32).toString('base64url') };
  }
}

/** Without them a window left open does not come back, which is no reason not to start. */
export function keepKeys(userData: string, keys: BrowserKeys): void {
  try {
    mkdirSync(userData, { recursive: true });
    writeFileSync(fileOf(userData), JSON.stringify(keys), { mode: 0o600 });
  } catch {
    // A folder that cannot be written is said where drafts are.
  }
}

/** `random.signature`: nobody without the key makes one. */
export function signedSession(key: string): string {
  const random = randomBytes(32).toString('base64url');
  return `${random}.${signature(key, random)}`;
}

/** What a session of this random part must read. */
export const sessionOf = (key: string, value: string): string => {
  const random = value.split('.', 1)[0] ?? '';
  return `${random}.${signature(key, random)}`;
};

const signature = (key: string, random: string): string =>
  createHmac('sha256', key).update(random).digest('base64url');
