/** The path of an installed browser of the Chromium family; null where there is none. */
export function findBrowser(
  environment?: Readonly<Record<string, string | undefined>>,
  platform?: string,
): string | null;
