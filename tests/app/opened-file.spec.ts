import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeZip } from '../../electron/zip-write.ts';
import { launch } from './launch.ts';

/** A `.duyong` file is opened by double click: the system hands its place to the program. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library');

const filesUnder = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }));

test('the building of a file that the system hands over is in the library, and that is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'duyong-opened-'));
  const said = join(folder, 'said');
  const file = join(folder, '一号楼.duyong');
  writeFileSync(said, '');
  writeFileSync(file, writeZip(filesUnder(frozen)));
  process.env.DUYONG_STAND_IN_SAID = said;
  const places = { library: join(folder, 'library'), userData: join(folder, 'user') };
  const app = await launch({ ...places, files: [file] });
  try {
    await expect(app.page.getByRole('row').filter({ hasText: '天山一村 1 号楼' })).toBeVisible();
    if (app.host === 'stand-in') {
      await expect.poll(() => readFileSync(said, 'utf8')).toContain('已导入 一号楼.duyong');
    }
  } finally {
    delete process.env.DUYONG_STAND_IN_SAID;
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
