import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestBundle } from '../../electron/bundle-read.ts';
import { bundlesIn, importFile } from '../../electron/opened-files.ts';
import type { Services } from '../../electron/services.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const frozen = join(import.meta.dirname, '../fixtures/format-1/library');

/** The building of the fixture as a file, and a library that has nothing of it. */
async function handed() {
  cpSync(frozen, join(folder(), 'one', 'library'), { recursive: true });
  const one = await startServices(join(folder(), 'one'));
  const { base64 } = await one('bundle.export', {
    building: 'building_frozen',
    versions: null,
    privateFacts: false,
  });
  const file = join(folder(), '一号楼.duyong');
  writeFileSync(file, Buffer.from(base64, 'base64'));
  const two = await startServices(join(folder(), 'two'));
  const serve: Services['serve'] = async (name, argument) => ({
    ok: true,
    answer: await two(name as 'bundle.import', argument as { base64: string }),
  });
  return { file, serve, two };
}

test('files are told from what else stands on a command line', () => {
  const argv = ['.', '--inspect', '/home/a/一号楼.duyong', 'B.DUYONG', '--x=c.duyong', 'd.json'];
  expect(bundlesIn(argv)).toEqual(['/home/a/一号楼.duyong', 'B.DUYONG']);
});

test('a file is taken in once, and the second time nothing is new', async () => {
  const { file, serve, two } = await handed();
  const first = await importFile(file, serve);
  expect(first).toMatchObject({ isGood: true, detail: { zh: '', en: '' } });
  expect(first.title.zh).toMatch(/^已导入 一号楼\.duyong：新增 \d+ 条记录，已有 0 条。$/);
  expect((await two('library.list', {})).buildings).toHaveLength(1);
  expect((await importFile(file, serve)).title.en).toMatch(/has every record/);
});

test('what is no such file, is not there or is too large is refused in words', async () => {
  const { file, serve, two } = await handed();
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  const broken = await importFile(file, serve);
  expect(broken.isGood).toBe(false);
  expect(broken.title.zh).toContain('没有导入 一号楼.duyong');
  expect(broken.detail.zh).not.toBe('');
  expect((await importFile(`${file}x`, serve)).detail.en).toContain('ENOENT');
  truncateSync(file, largestBundle + 1);
  expect((await importFile(file, serve)).detail.en).toContain('larger than 150 MB');
  expect((await two('library.list', {})).buildings).toEqual([]);
});
