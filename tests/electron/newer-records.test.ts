import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openLibraryFolder } from '../../electron/library-folder.ts';
import { packVersion, recordIdOf } from '../../electron/record-file.ts';
import { isSound, verifyLibrary } from '../../electron/verify.ts';
import { newerRecords, troubles } from '../../renderer/screens/library-damaged.tsx';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { VersionSaved } from '../../shared/records/record.ts';
import { startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a newer program wrote is no damage, and somebody's notes are no record. */

const folder = temporaryFolder();
const frozen = join(resolve(import.meta.dirname, '..', '..'), 'tests/fixtures/format-1/library');
const building = 'building_frozen' as BuildingId;
const library = () => join(folder(), 'library');
const versions = () => join(library(), building, 'versions');

/** A version after the newest, of this format. */
async function addVersion(format: number, parents?: readonly string[]): Promise<string> {
  const opened = openLibraryFolder(library());
  const { records } = await opened.read(building);
  const { id, record } = records.at(-1)!;
  const made = {
    ...record,
    format,
    at: format === 1 ? '2026-11-26T00:00:00.000Z' : '2026-11-25T00:00:00.000Z',
    parents: parents ?? [id],
    plan: await opened.readPlan(building, id),
  } as unknown as VersionSaved;
  const json = Buffer.from(JSON.stringify(made));
  const name = recordIdOf(made, json);
  writeFileSync(join(versions(), `${name}.json.gz`), packVersion(json));
  return name;
}

test('a version of a newer format and a stray file are told apart from damage', async () => {
  cpSync(frozen, library(), { recursive: true });
  const newer = await addVersion(9);
  writeFileSync(join(library(), building, 'log', 'notes.txt'), '记得打电话');
  const ask = await startServices(folder());
  const { problems, schemes } = await ask('building.open', { building });
  expect(problems.map(({ at, fault }) => [at.split(':')[0], fault])).toEqual([
    ['log/notes.txt', 'stray'],
    [`versions/${newer}.json.gz`, 'newer'],
  ]);
  expect(troubles(problems)).toEqual([]);
  expect(newerRecords(problems)).toEqual([`versions/${newer}.json.gz`]);
  expect(schemes.flatMap(({ gaps }) => gaps)).toEqual([]);
  const list = await ask('library.list', {});
  expect(list.problems.map(({ fault }) => fault)).toEqual(['stray', 'newer']);
  expect(isSound(await verifyLibrary(library()))).toBe(true);

  // Where somebody went on from it, it is a gap of the timeline, and says why.
  await addVersion(1, [newer]);
  const again = await ask('building.open', { building });
  expect(again.schemes.flatMap(({ gaps }) => gaps)).toMatchObject([{ id: newer, why: 'newer' }]);
  expect((await ask('building.copy-damaged', { building })).copies).toEqual([]);
  expect(readdirSync(join(library(), building))).not.toContain('damaged');
});
