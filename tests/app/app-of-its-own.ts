import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { type Application, launch } from './launch.ts';

/**
 * For each test of a file: the application at the browser host, in a new folder that goes with the test.
 * The library lies in its `library`, what belongs to the machine in its `user`.
 */
export function appOfItsOwn(name: string, prepare?: (page: Page) => Promise<void>) {
  let folder = '';
  let app: Application;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), `duyong-${name}-`));
    app = await launch({
      library: join(folder, 'library'),
      userData: join(folder, 'user'),
      host: 'browser',
    });
    await prepare?.(app.page);
  });
  test.afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get app() {
      return app;
    },
    get folder() {
      return folder;
    },
  };
}
