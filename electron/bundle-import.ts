import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { RecordId } from '../shared/records/record.ts';
import { text } from '../shared/text.ts';
import { readAsset } from './asset-folder.ts';
import { type BundleRecord, readBundle } from './bundle-read.ts';
import { codeOf, explanationOf } from './explained.ts';
import type { LibraryFolder } from './library-folder.ts';
import { extensions, readLogFile, readVersionFile } from './record-file.ts';
import { assertFolderItself } from './regular-file.ts';
import { writeOnce } from './write-once.ts';

export interface TakenIn {
  readonly building: BuildingId | null;
  /** Records that the library did not have, and those that it had. */
  readonly added: number;
  readonly known: number;
  readonly problems: readonly Problem[];
}

/**
 * The union of the library and a `.duyong` file: what is missing is added, nothing is written over,
 * doing it twice changes nothing. Records of the library that are damaged stay as they are.
 */
export async function takeIn(library: LibraryFolder, bytes: Uint8Array): Promise<TakenIn> {
  const { building, records, assets, problems } = await readBundle(bytes);
  if (building === null) return { building, added: 0, known: 0, problems };
  await library.assertThere();
  const found: Problem[] = [...problems];
  const folder = join(library.path, building);
  await assertFolderItself(
    folder,
    ...['assets', ...Object.keys(extensions)].map((kind) => join(folder, kind)),
  );
  let added = 0;
  for (const { name, bytes: picture } of assets) {
    if (!(await exists(join(folder, 'assets', name)))) {
      await writeOnce(join(folder, 'assets'), name, picture);
      continue;
    }
    try {
      await readAsset(library.path, building, name);
    } catch (error) {
      const words = explanationOf(error);
      if (!words) throw error;
      found.push({ at: `assets/${name}`, problem: words });
    }
  }
  const { records: present } = await library.read(building, 'facts');
  const there = new Set([...present, ...records].map(({ id }) => id));
  for (const record of records) {
    if (isFilled(record, there)) continue;
    const name = `${record.id}${extensions[record.folder]}`;
    if (!(await exists(join(folder, record.folder, name)))) {
      await writeOnce(join(folder, record.folder), name, record.bytes);
      added += 1;
    } else if (!(await isSound(folder, name, record))) {
      found.push({
        at: `${record.folder}/${name}`,
        problem: text(
          '楼栋库中的这条记录已损坏，导入的文件里有完好的一份。请把损坏的文件移到别处，再导入一次。',
          'the library’s own copy of this record is damaged, and the file has a sound one: move the damaged file elsewhere and import again',
        ),
      });
    }
  }
  const known = records.filter((record) => !isFilled(record, there)).length - added;
  return { building, added, known, problems: found };
}

/** Says what is not in the file, and this library has all of it. */
const isFilled = ({ record }: BundleRecord, there: ReadonlySet<RecordId>): boolean =>
  record.kind === 'versions-left-out' && record.versions.every(({ id }) => there.has(id));

async function isSound(folder: string, name: string, record: BundleRecord): Promise<boolean> {
  const read = record.folder === 'log' ? readLogFile : readVersionFile;
  const at = `${record.folder}/${name}`;
  return !(await read(join(folder, record.folder, name), at, record.id)).problems;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
