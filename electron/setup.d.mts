export const root: string;

/** A failure that a person can act on; its message is all they see. */
export class Explained extends Error {}

interface Packages {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optional?: boolean }>
  >;
}

/** Installs where this folder's packages do not match the lock file. Throws `Explained`. */
export function ensureSetup(options?: { quiet?: boolean; folder?: string }): void;
/** Whether npm's own note of what it installed says the same as the lock file. */
export function installed(lock: Packages, folder: string): boolean;
/** npm's output as a message: what happened and what to do. */
export function explainFailure(output: string): string;
/** The Node that runs our TypeScript. Throws `Explained` where there is none. */
export function pinnedNode(folder?: string): string;
/** Runs a script's main function; a person sees a message, never a stack trace. */
export function runForPerson(main: () => unknown, options?: { logFile?: string }): Promise<void>;
