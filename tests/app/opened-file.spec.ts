import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeZip } from '../../electron/zip-write.ts';
import { type Application, type LaunchOptions, launch } from './launch.ts';
import type { SystemDeed } from './stand-in/system-deed.ts';

/** A `.duyong` file is opened by double click: the system hands its place to the program. */

const frozen = join(import.meta.dirname, '../fixtures/format-1/library');

const filesUnder = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(root, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }));

const name = '天山一村 1 号楼';

let folder: string;
let file: string;
let said: string;
let app: Application;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duyong-opened-'));
  said = join(folder, 'said');
  file = join(folder, '一号楼.duyong');
  writeFileSync(said, '');
  writeFileSync(file, writeZip(filesUnder(frozen)));
  process.env.DUYONG_STAND_IN_SAID = said;
});
test.afterEach(async () => {
  delete process.env.DUYONG_STAND_IN_SAID;
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (options: Partial<LaunchOptions> = {}) => {
  const places = { library: join(folder, 'library'), userData: join(folder, 'user') };
  app = await launch({ ...places, ...options });
};
const row = () => app.page.getByRole('row').filter({ hasText: name });
const words = () => readFileSync(said, 'utf8');

test('the building of a file that the system hands over is in the library, and that is said', async () => {
  await start({ files: [file] });
  await expect(row()).toBeVisible();
  if (app.host === 'stand-in') await expect.poll(words).toContain('已导入 一号楼.duyong');
});

test.describe('while the program runs', () => {
  test.beforeEach(async () => {
    await start({ host: 'stand-in' });
    await expect(app.page.getByText(/兄弟两户/).first()).toBeVisible();
    await expect(row()).toHaveCount(0);
  });

  const happens = (deed: SystemDeed): void => {
    if (!app.outside) throw new Error('only the stand-in has an outside');
    app.outside(deed);
  };

  test('a double click on macOS is an event of the system', async () => {
    happens({ kind: 'open-file', file });
    await expect(row()).toBeVisible();
    await expect.poll(words).toMatch(/^已导入 一号楼\.duyong：新增 \d+ 条记录，已有 0 条。/);
    happens({ kind: 'open-file', file });
    await expect.poll(words).toContain('已有 一号楼.duyong 中的全部记录');
  });

  test('elsewhere it is a second start, whose files are sought from its own folder', async () => {
    happens({ kind: 'second-instance', argv: ['.', '--flag', '一号楼.duyong'], folder });
    await expect(row()).toBeVisible();
    await expect.poll(words).toContain('已导入 一号楼.duyong');
    // Started again without a file it only comes to the front.
    const before = words();
    happens({ kind: 'second-instance', argv: ['.'], folder });
    happens({ kind: 'open-file', file: join(folder, '没有.duyong') });
    await expect.poll(words).toContain('没有导入 没有.duyong');
    expect(words().slice(before.length)).toMatch(/^没有导入 没有\.duyong.*ENOENT.*\n$/);
  });

  test('the menu asks for files; a cancelled choice changes nothing', async () => {
    const label = '导入 .duyong 文件…';
    happens({ kind: 'menu', label, files: [] });
    happens({ kind: 'menu', label, files: [file] });
    await expect(row()).toBeVisible();
    await expect.poll(words).toContain('已导入 一号楼.duyong');
    expect(words().trim().split('\n')).toHaveLength(1);
  });

  test('a damaged file is refused in words, and the library stays as it is', async () => {
    writeFileSync(file, readFileSync(file).subarray(0, 200));
    happens({ kind: 'open-file', file });
    await expect.poll(words).toContain('没有导入 一号楼.duyong，楼栋库未作任何改动');
    await expect(row()).toHaveCount(0);
  });
});
