import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { importFile } from '../../electron/opened-files.ts';
import { isSound, verifyLibrary } from '../../electron/verify.ts';
import { writeOnce } from '../../electron/write-once.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * A pipe with a record's name would be read for ever, a link reads what is outside of the library: both
 * are named and set aside, and the rest opens. Linux and macOS; Windows has no such pipes.
 */

const folder = temporaryFolder();
const root = resolve(import.meta.dirname, '..', '..');
const frozen = join(root, 'tests', 'fixtures', 'format-1', 'library');
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');
const within = (...parts: string[]) => join(library(), building, ...parts);
const put = () => cpSync(frozen, library(), { recursive: true });
const record = '2026-11-25T00-00-00-000Z-0123456789abcdef';
const makePipe = (file: string) => expect(spawnSync('mkfifo', [file]).status).toBe(0);
const readAll = (depth: 'facts' | 'whole' = 'whole') =>
  openLibraryFolder(library()).read(building, depth);

const onUnix = test.skipIf(process.platform === 'win32');

onUnix('a pipe with the name of a record keeps nobody waiting', async () => {
  put();
  const sound = await readAll();
  makePipe(within('log', `${record}.json`));
  makePipe(within('versions', `${record}.json.gz`));
  for (const depth of ['facts', 'whole'] as const) {
    const { records, faults } = await readAll(depth);
    expect(records).toHaveLength(sound.records.length);
    expect(faults).toEqual([
      { at: `log/${record}.json`, fault: 'unknown' },
      { at: `versions/${record}.json.gz`, fault: 'unknown' },
    ]);
  }
  const verified = await verifyLibrary(library());
  expect(verified.findings.map(({ at, state }) => [at, state])).toEqual([
    [`${building}/log/${record}.json`, 'unknown'],
    [`${building}/versions/${record}.json.gz`, 'unknown'],
  ]);
  const run = spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), 'verify', library()], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('管道');
});

onUnix('a building with a pipe opens, is listed, exported and saved in', async () => {
  put();
  makePipe(within('log', `${record}.json`));
  const ask = await startServices(folder());
  const { buildings } = await ask('library.list', {});
  expect(buildings.map(({ id }) => id)).toContain(building);
  const { schemes, problems } = await ask('building.open', { building });
  expect(problems.map(({ at }) => at)).toEqual([`log/${record}.json`]);
  const ref = { building, scheme: schemes[0]!.id };
  const parents = [schemes[0]!.versions[0]!.id];
  const { plan } = await ask('version.read', { ...ref, version: parents[0]! });
  await ask('version.save', { ...ref, plan, note: '', parents });
  await ask('bundle.export', { building, versions: null, privateFacts: false });
});

onUnix('a linked record is not read, wherever it leads', async () => {
  put();
  const [name] = readdirSync(within('log')).sort();
  // Even one that leads to the sound record itself.
  renameSync(within('log', name!), join(folder(), 'outside.json'));
  symlinkSync(join(folder(), 'outside.json'), within('log', name!));
  symlinkSync('/etc/passwd', within('log', `${record}.json`));
  const { faults } = await readAll();
  expect(faults).toEqual(
    [name!, `${record}.json`].map((file) => ({ at: `log/${file}`, fault: 'unknown' })).sort(),
  );
});

onUnix('a linked folder of records or building is neither read nor written through', async () => {
  put();
  const outside = join(folder(), 'outside');
  renameSync(within('log'), outside);
  symlinkSync(outside, within('log'));
  const { faults, records } = await readAll();
  expect(faults).toEqual([{ at: 'log', fault: 'unknown' }]);
  expect(records.every(({ record: { kind } }) => kind === 'version-saved')).toBe(true);
  const ask = await startServices(folder());
  const before = readdirSync(outside);
  await expect(ask('building.describe', { building, name: '新名', address: '' })).rejects.toThrow(
    'Nothing was saved',
  );
  expect(readdirSync(outside)).toEqual(before);

  rmSync(within('log'));
  renameSync(outside, within('log'));
  renameSync(within(), join(folder(), building));
  symlinkSync(join(folder(), building), within());
  const verified = await verifyLibrary(library());
  expect(verified.findings.map(({ at }) => at)).toEqual([building]);
  expect(isSound(verified)).toBe(false);
  const { buildings, problems } = await (await startServices(folder()))('library.list', {});
  expect(buildings).toEqual([]);
  expect(problems.map(({ at }) => at)).toContain(building);
});

onUnix('the folder of the library may be a link', async () => {
  put();
  renameSync(library(), join(folder(), 'elsewhere'));
  symlinkSync(join(folder(), 'elsewhere'), library());
  const { records, problems } = await readAll();
  expect(problems).toEqual([]);
  expect(records.length).toBeGreaterThan(0);
  expect(isSound(await verifyLibrary(library()))).toBe(true);
});

onUnix(
  'neither a pipe that is opened as a file nor one in the way of a record is waited for',
  async () => {
    const pipe = join(folder(), 'pipe.duyong');
    makePipe(pipe);
    const { isGood, detail } = await importFile(pipe, () =>
      Promise.reject(new Error('never asked')),
    );
    expect(isGood).toBe(false);
    expect(detail.en).toBe('This is no plain file.');

    mkdirSync(join(folder(), 'log'));
    makePipe(join(folder(), 'log', 'taken.json'));
    const secret = join(folder(), 'secret');
    writeFileSync(secret, 'as it was');
    symlinkSync(secret, join(folder(), 'log', 'linked.json'));
    for (const name of ['taken.json', 'linked.json']) {
      await expect(writeOnce(join(folder(), 'log'), name, Buffer.from('new'))).rejects.toThrow(
        'not overwritten',
      );
    }
    expect(readFileSync(secret, 'utf8')).toBe('as it was');
  },
);
