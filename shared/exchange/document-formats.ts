import type { Formats } from '../plan/migrations.ts';

/** Of building documents. */
export const documentFormats = {
  current: 2,
  migrations: [
    // Format 2 lets a scheme carry what was accepted of its findings; what format 1 says, it says as well.
    { from: 1, change: (file) => ({ ...file }) },
  ],
} as const satisfies Formats;

/** The oldest format that says all of a document, so that every program that can read it does. */
export const formatFor = (
  schemes: readonly { readonly derogations?: readonly unknown[] | undefined }[],
): number => (schemes.some(({ derogations = [] }) => derogations.length > 0) ? 2 : 1);
