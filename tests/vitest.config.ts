import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit and property tests; `*.spec.ts` are Playwright's. */
export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/app/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
