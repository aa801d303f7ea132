import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../electron/find-browser.mjs';
import { libraryFolder, newId, userDataFolder } from '../../electron/places.ts';
import { explainFailure, installed } from '../../electron/setup.mjs';
import { buildingIdSchema } from '../../shared/plan/schema.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const lock = {
  packages: {
    '': {},
    'node_modules/one': { version: '1.0.0' },
    'node_modules/other-system': { version: '2.0.0', optional: true },
  },
};

describe('set-up', () => {
  test('installs where nothing is there or something differs, optional packages aside', () => {
    const note = (packages: object) => {
      mkdirSync(join(folder(), 'node_modules'), { recursive: true });
      const file = join(folder(), 'node_modules', '.package-lock.json');
      writeFileSync(file, JSON.stringify({ packages }));
    };
    expect(installed(lock, folder())).toBe(false);
    note({ 'node_modules/one': { version: '1.0.0' } });
    expect(installed(lock, folder())).toBe(true);
    note({ 'node_modules/one': { version: '1.0.1' } });
    expect(installed(lock, folder())).toBe(false);
    note({});
    expect(installed(lock, folder())).toBe(false);
    writeFileSync(join(folder(), 'node_modules', '.package-lock.json'), '{');
    expect(installed(lock, folder())).toBe(false);
  });

  test.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', /network could not be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES', /cannot be written/],
    ['npm error code EUSAGE', /could not be installed/],
  ])('says what to do about %j, without a stack trace', (output, words) => {
    const said = explainFailure(`${output}\n    at Object.<anonymous> (/x.js:1:1)`);
    expect(said).toMatch(words);
    expect(said).toMatch(/[一-龥]/);
    expect(said).not.toMatch(/^\s*(npm: )?at /m);
  });
});

describe('npm start', () => {
  const start = (...args: string[]) => {
    const program = join(import.meta.dirname, '..', '..', 'electron', 'start.mjs');
    return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  };

  test('explains each option in both languages, and starts nothing', () => {
    const { status, stdout } = start('--help');
    expect(status).toBe(0);
    for (const option of ['--library', '--browser', '--port', '--no-open', '--help']) {
      const [, rest = ''] = stdout.split(option);
      expect(rest.slice(0, 120), option).toMatch(/[一-龥]/);
      expect(rest.slice(0, 120), option).toMatch(/[a-z]+ [a-z]+/);
    }
  });

  test('says what options there are where one is wrong', () => {
    const { status, stderr } = start('--nonsense');
    expect(status).toBe(1);
    expect(stderr).toContain('--library DIR');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('places', () => {
  test('the library: as told, else in the documents, else at home', () => {
    expect(libraryFolder({ DUYONG_LIBRARY: folder() }, '/nowhere')).toBe(folder());
    expect(libraryFolder({}, folder())).toBe(join(folder(), 'Duyong'));
    mkdirSync(join(folder(), 'Documents'));
    expect(libraryFolder({}, folder())).toBe(join(folder(), 'Documents', 'Duyong'));
  });

  test('user data can be moved', () => {
    expect(userDataFolder({ DUYONG_USER_DATA: folder() })).toBe(folder());
  });

  test('new ids are of their kind and differ', () => {
    const ids = Array.from({ length: 200 }, () => newId('building'));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(buildingIdSchema.parse(id)).toBe(id);
  });

  test('a browser that was named but is not there is none', () => {
    expect(findBrowser({ DUYONG_BROWSER: join(folder(), 'none') })).toBeNull();
    const file = join(folder(), 'chromium');
    writeFileSync(file, '');
    expect(findBrowser({ DUYONG_BROWSER: file })).toBe(file);
    expect(findBrowser({ PATH: folder() }, 'linux')).toMatch(/chrom|edge/);
  });
});
