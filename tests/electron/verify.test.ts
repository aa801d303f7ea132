import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCatalogues, goneFrom, keepCatalogue, lastCatalogue } from '../../electron/catalogue.ts';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { packVersion, recordIdOf } from '../../electron/record-file.ts';
import { isSound, verifyBundle, verifyLibrary } from '../../electron/verify.ts';
import { writeZip } from '../../electron/zip-write.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { VersionSaved } from '../../shared/records/record.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Reading everything, and saying what is damaged, gone or unknown. */

const folder = temporaryFolder();
const root = resolve(import.meta.dirname, '..', '..');
const frozen = join(root, 'tests', 'fixtures', 'format-1', 'library');
const picture = readFileSync(join(root, 'tests', 'fixtures', 'scans', 'rmf-home.png'));
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');
const put = () => cpSync(frozen, library(), { recursive: true });
const nameIn = (kind: string, place: number) =>
  readdirSync(join(library(), building, kind))
    .sort()
    .at(place)!;

/** The newest version once more, changed, as a file of its own. */
async function addVersion(change: (version: VersionSaved) => object): Promise<string> {
  const opened = openLibraryFolder(library());
  const { records } = await opened.read(building);
  const { id, record } = records.at(-1)!;
  const plan = await opened.readPlan(building, id);
  const made = { ...record, at: '2026-11-25T00:00:00.000Z', plan } as VersionSaved;
  const json = Buffer.from(JSON.stringify(change(made)));
  const name = `${recordIdOf(made, json)}.json.gz`;
  writeFileSync(join(library(), building, 'versions', name), packVersion(json));
  return `${building}/versions/${name}`;
}

const stateOf = async () =>
  (await verifyLibrary(library())).findings.map(({ at, state }) => [at, state]);

describe('verify', () => {
  test('a sound library is sound, with everything counted', async () => {
    put();
    const ask = await startServices(folder());
    await ask('asset.add', { building, base64: picture.toString('base64') });
    const steps: number[] = [];
    const onProgress = (done: number, of: number) => steps.push(done / of);
    const verified = await verifyLibrary(library(), { onProgress });
    expect(verified).toMatchObject({ buildings: 1, records: 4, assets: 1, findings: [] });
    expect([steps[0], steps.at(-1), isSound(verified)]).toEqual([0, 1, true]);
    expect(verified.bytes).toBeGreaterThan(picture.length);
  });

  test('what is damaged is named', async () => {
    put();
    const name = nameIn('log', 0);
    writeFileSync(join(library(), building, 'log', name), '{}');
    const ask = await startServices(folder());
    const { asset } = await ask('asset.add', { building, base64: picture.toString('base64') });
    truncateSync(join(library(), building, 'assets', asset), 100);
    expect(await stateOf()).toEqual([
      [`${building}/log/${name}`, 'damaged'],
      [`${building}/assets/${asset}`, 'damaged'],
    ]);
  });

  test('a version without its parent, and an underlay that is not there', async () => {
    put();
    rmSync(join(library(), building, 'versions', nameIn('versions', 0)));
    const newest = `${building}/versions/${nameIn('versions', 0)}`;
    expect(await stateOf()).toEqual([[newest, 'missing']]);
    const asset = `${'0'.repeat(32)}.png`;
    const at = await addVersion((version) => {
      const [storey] = Object.keys(version.plan.storeys);
      const underlay = { asset, width: 10, height: 10, origin: { x: 0, y: 0 }, scale: 1 };
      const storeys = { [storey!]: { ...Object.values(version.plan.storeys)[0], underlay } };
      return { ...version, parents: [], plan: { ...version.plan, storeys } };
    });
    expect(await stateOf()).toEqual([
      [newest, 'missing'],
      [at, 'missing'],
    ]);
  });

  test('what is of a newer program or of none is unknown, which is no damage', async () => {
    put();
    const at = await addVersion((version) => ({ ...version, format: 2 }));
    writeFileSync(join(library(), building, 'readme.txt'), '');
    writeFileSync(join(library(), building, 'log', 'copy of.json'), '');
    writeFileSync(join(library(), building, 'log', '.unfinished.tmp'), '');
    const verified = await verifyLibrary(library());
    expect(verified.findings.map(({ at: place, state }) => [place, state])).toEqual([
      [`${building}/log/copy of.json`, 'unknown'],
      [`${at}: format`, 'unknown'],
      [`${building}/readme.txt`, 'unknown'],
    ]);
    expect(isSound(verified)).toBe(true);
  });

  test('what was in the catalogue and is gone is lost', async () => {
    put();
    const ask = await startServices(folder());
    await ask('library.list', {});
    const name = nameIn('versions', 1);
    rmSync(join(library(), building, 'versions', name));
    const catalogues = await allCatalogues(join(folder(), 'user'), library());
    const { findings } = await verifyLibrary(library(), { catalogues });
    expect(findings).toMatchObject([{ at: `${building}/versions/${name}`, state: 'lost' }]);
  });

  test('a .duyong file is read the same way', async () => {
    put();
    const files = (kind: string) =>
      readdirSync(join(library(), building, kind)).map((name) => ({
        name: `${building}/${kind}/${name}`,
        bytes: readFileSync(join(library(), building, kind, name)),
      }));
    const whole = await verifyBundle(writeZip([...files('log'), ...files('versions')]));
    expect(whole).toMatchObject({ buildings: 1, records: 4, findings: [] });
    const part = await verifyBundle(
      writeZip([
        ...files('versions').slice(1),
        { name: `${building}/log/notes.txt`, bytes: Buffer.from('') },
      ]),
    );
    expect(part.findings.map(({ state }) => state)).toEqual(['unknown', 'missing']);
    expect(isSound(await verifyBundle(Buffer.from('hello')))).toBe(false);
  });
});

describe('cli verify', () => {
  const cli = (...args: string[]) => {
    const environment = { ...process.env, DUYONG_USER_DATA: join(folder(), 'user') };
    const program = join(root, 'electron', 'cli.ts');
    const run = spawnSync(process.execPath, [program, 'verify', ...args], {
      encoding: 'utf8',
      env: environment,
    });
    return { code: run.status, out: run.stdout, err: run.stderr };
  };

  test('answers 0 for sound, 1 for damaged, 2 for what is not there; readable and as JSON', () => {
    put();
    const sound = cli(library());
    expect([sound.code, sound.err]).toEqual([0, '']);
    expect(sound.out).toMatch(/records: 4.*\n.*nothing is damaged/);
    const name = nameIn('log', 1);
    truncateSync(join(library(), building, 'log', name), 20);
    const damaged = cli(library());
    expect(damaged.code).toBe(1);
    expect(damaged.out).toContain(`${building}/log/${name}\t损坏 damaged\t`);
    const json = cli(library(), '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      sound: false,
      records: 3,
      findings: [{ at: `${building}/log/${name}`, state: 'damaged' }],
    });
    const other = join(folder(), 'other.txt');
    writeFileSync(other, 'hello');
    const noBundle = cli(other);
    expect(noBundle.code).toBe(1);
    expect(noBundle.out).toContain(`${other}\t损坏 damaged\t不是 .duyong 文件`);
    const absent = cli(join(folder(), 'absent'));
    expect([absent.code, absent.out]).toEqual([2, '']);
    expect(absent.err).toContain('ENOENT');
    expect(cli(library(), '--phase', 'before').code).toBe(2);
  });

  test('answers 1 for what is gone and was there before, though no other record names it', async () => {
    put();
    const ask = await startServices(folder());
    await ask('library.list', {});
    const name = nameIn('versions', 1);
    rmSync(join(library(), building, 'versions', name));
    const lost = cli(library());
    expect(lost.code).toBe(1);
    expect(lost.out).toContain(`${building}/versions/${name}\t丢失 lost\t`);
  });

  test('answers 2 for a folder of pictures, and 1 where the only building was renamed', () => {
    mkdirSync(library());
    writeFileSync(join(library(), 'scan.png'), picture);
    const pictures = cli(library());
    expect([pictures.code, pictures.out]).toEqual([2, '']);
    expect(pictures.err).toContain('there is no building in this folder');
    put();
    renameSync(join(library(), building), join(library(), '天山一村'));
    const renamed = cli(library());
    expect(renamed.code).toBe(1);
    expect(renamed.out).toMatch(/^天山一村\t错放 misplaced\t.*it was renamed/m);
  });
});

describe('the catalogue', () => {
  const keep = (now: string, names = ['log/x']) =>
    keepCatalogue({
      userData: join(folder(), 'user'),
      libraryPath: library(),
      now,
      buildings: new Map(names.length > 0 ? [[building, names]] : []),
      isWhole: true,
    });
  const last = () => lastCatalogue(join(folder(), 'user'), library());
  const names = () =>
    readdirSync(join(folder(), 'user', 'catalogues'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .sort();

  test('is one of all that was there in a day, the last fourteen, and never of an empty library', async () => {
    for (let day = 1; day <= 20; day += 1) {
      const date = `2026-11-${String(day).padStart(2, '0')}`;
      await keep(`${date}T08:00:00.000Z`, [`log/${day}`]);
      await keep(`${date}T09:00:00.000Z`, ['log/later']);
    }
    await keep('2026-11-21T08:00:00.000Z', []);
    expect(names()).toHaveLength(14);
    expect(await last()).toMatchObject({ buildings: { [building]: ['log/20', 'log/later'] } });
  });

  test('tells of what an earlier one has, and of a building that is gone only by the last', async () => {
    await keep('2026-11-01T08:00:00.000Z', ['log/1', 'log/2', 'log/3']);
    await keep('2026-11-02T08:00:00.000Z', ['log/2', 'log/3']);
    const catalogues = await allCatalogues(join(folder(), 'user'), library());
    expect(goneFrom(catalogues, building, new Set(['log/3']))).toEqual([
      { at: 'log/1', day: '2026-11-01' },
      { at: 'log/2', day: '2026-11-02' },
    ]);
    mkdirSync(library(), { recursive: true });
    const { findings } = await verifyLibrary(library(), { catalogues });
    expect(findings.map(({ at, state }) => [at, state])).toEqual([
      [`${building}/log/2`, 'lost'],
      [`${building}/log/3`, 'lost'],
    ]);
  });

  test('a damaged one gives way to that of the day before', async () => {
    await keep('2026-11-01T08:00:00.000Z', ['log/1']);
    await keep('2026-11-02T08:00:00.000Z', ['log/2']);
    const newest = join(folder(), 'user', 'catalogues', names().at(-1)!);
    writeFileSync(newest, readFileSync(newest, 'utf8').slice(0, 40));
    expect(await last()).toMatchObject({ buildings: { [building]: ['log/1'] } });
  });
});

describe("folders whose names are no building's", () => {
  const run = (command: string) =>
    spawnSync(process.execPath, [join(root, 'electron', 'cli.ts'), command, library()], {
      encoding: 'utf8',
      env: { ...process.env, DUYONG_USER_DATA: join(folder(), 'user') },
    });

  test("are unknown; those with a building's records are misplaced, in the list as well", async () => {
    put();
    const copy = `${building} (conflicted copy)`;
    cpSync(join(library(), building), join(library(), copy), { recursive: true });
    mkdirSync(join(library(), 'photos'));
    writeFileSync(join(library(), 'photos', 'scan.png'), picture);
    mkdirSync(join(library(), '.sync'));
    const { buildings, findings } = await verifyLibrary(library());
    expect(buildings).toBe(1);
    expect(findings.map(({ at, state, text }) => [at, state, text.en.slice(0, 27)])).toEqual([
      [copy, 'misplaced', "it holds a building's recor"],
      ['photos', 'unknown', 'no folder of a building'],
    ]);
    const ask = await startServices(folder());
    const { buildings: listed, problems } = await ask('library.list', {});
    expect(listed.map(({ id }) => id)).toEqual([building]);
    expect(problems.map(({ at }) => at)).toEqual([copy]);
  });

  test.each(['天山一村 12 号', 'building_renamed'])(
    'a building whose folder is called "%s" now is told by list, open, verify and check alike',
    async (name) => {
      put();
      const sound = 'building_sound' as BuildingId;
      await openLibraryFolder(library()).append({
        format: 1,
        kind: 'building-described',
        at: '2026-11-25T00:00:00.000Z',
        building: sound,
        name: '二号楼',
        address: '',
        archived: false,
      });
      expect(run('verify').status).toBe(0);
      renameSync(join(library(), building), join(library(), name));
      const verified = run('verify');
      expect(verified.status).toBe(1);
      expect(verified.stdout).toContain(`${name}`);
      expect(verified.stdout).toContain(building);
      const { findings } = await verifyLibrary(library());
      expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['misplaced']));
      const checked = run('check');
      expect(checked.status).toBe(2);
      expect(checked.stderr).toContain(building);

      const ask = await startServices(folder());
      const { buildings, problems } = await ask('library.list', {});
      expect(buildings.map(({ id }) => id)).toEqual([sound]);
      expect(problems.length).toBeGreaterThan(0);
      for (const { at, problem } of problems) {
        expect(at.split('/')[0]).toBe(name);
        expect(problem.zh).toContain(building);
      }
      await expect(ask('building.open', { building })).rejects.toThrow(/no such building/);
      renameSync(join(library(), name), join(library(), building));
      expect(run('verify').status).toBe(0);
    },
  );
});
