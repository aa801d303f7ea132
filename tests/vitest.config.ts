import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const any = '**/*.test.{ts,tsx}';
/** Of the core and of what is drawn from it: no clock, no disk, nothing that a file leaves behind. */
const pure = ['derive', 'edit', 'exchange', 'generate', 'geometry', 'plan', 'propose', 'records']
  .concat('renderer', 'rules')
  .map((folder) => `tests/${folder}/${any}`);
/** Files that put something else in the place of a module. */
const mocking = ['tests/renderer/bad-storey.test.ts'];
const isLong = process.env.DUYONG_LONG === '1';

/**
 * Unit and property tests; `*.spec.ts` are Playwright's. Files of the pure core share their modules, which
 * saves a third of the time; in the long run each has its own, for none of them is to hold the memory of all.
 */
export default defineConfig({
  root: dirname(dirname(fileURLToPath(import.meta.url))),
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'core', include: pure, exclude: mocking, isolate: isLong },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          include: [`tests/${any}`],
          exclude: ['tests/app/**', ...pure],
        },
      },
      { extends: true, test: { name: 'mocking', include: mocking } },
    ],
  },
});
