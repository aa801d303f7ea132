import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildingId } from '../shared/plan/model.ts';
import { buildingIdSchema } from '../shared/plan/schema.ts';
import type { RecordId } from '../shared/records/record.ts';
import { type Text, text } from '../shared/text.ts';
import {
  extensions,
  idOfFile,
  isPassing,
  type RecordFolder,
  readLogFile,
  readVersionFacts,
} from './record-file.ts';
import { isInPlaceOfFolder, linkedFolderWords } from './regular-file.ts';

/** Folders beside the buildings of a library, whose names are no building's. */
export interface ForeignFolder {
  readonly name: string;
  /**
   * Whether records lie in it: a building's folder that was renamed, or a sync service's copy; or a
   * link in place of one.
   */
  readonly isBuilding: boolean;
  /** Which one that is, as far as its records say. */
  readonly building: BuildingId | null;
  readonly problem: Text;
}

export async function foreignFolders(library: string): Promise<ForeignFolder[]> {
  const found: ForeignFolder[] = [];
  for (const entry of await readdir(library, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isSymbolicLink() && buildingIdSchema.safeParse(name).success) {
      found.push({
        name,
        isBuilding: true,
        building: name as BuildingId,
        problem: linkedFolderWords,
      });
    }
    if (!entry.isDirectory() || isPassing(name)) continue;
    if (buildingIdSchema.safeParse(name).success) continue;
    const records = await recordsIn(join(library, name));
    const isBuilding = records.length > 0;
    const building = isBuilding ? await buildingOf(join(library, name), records) : null;
    const problem = isBuilding ? renamed(building) : notABuilding;
    found.push({ name, isBuilding, building, problem });
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Files whose names are those of records, as `log/<name>` and `versions/<name>`. */
async function recordsIn(folder: string): Promise<RecordFile[]> {
  const found: RecordFile[] = [];
  for (const kind of Object.keys(extensions) as RecordFolder[]) {
    if (await isInPlaceOfFolder(join(folder, kind))) continue;
    const names = await readdir(join(folder, kind)).catch((): string[] => []);
    for (const name of names.sort()) {
      const id = idOfFile(kind, name);
      if (id !== null) found.push({ kind, name, id });
    }
  }
  return found;
}

interface RecordFile {
  readonly kind: RecordFolder;
  readonly name: string;
  readonly id: RecordId;
}

/** Records that are looked at for the building that they are of. */
const mostLooked = 20;

/** As the first sound one says; null where none of the first few is sound. */
async function buildingOf(
  folder: string,
  records: readonly RecordFile[],
): Promise<BuildingId | null> {
  for (const { kind, name, id } of records.slice(0, mostLooked)) {
    const reader = kind === 'log' ? readLogFile : readVersionFacts;
    const read = await reader(join(folder, kind, name), `${kind}/${name}`, id);
    if (!read.problems) return read.record.building;
  }
  return null;
}

/** The folder is called as its building is: that is how its records are found, and written. */
function renamed(building: BuildingId | null): Text {
  const [zh, en] = building
    ? [`请把文件夹名改回 ${building}`, `Call it ${building} again`]
    : ['请改回原来的名称', 'Give it its name back'];
  return text(
    `里面有楼栋的记录，但文件夹名不是楼栋编号，没有读取：可能被改名，或是同步软件留下的冲突副本。${zh}；若该楼栋已在库中，可把其中的文件并入它的文件夹`,
    `it holds a building's records, but its name is no building's, so it is not read: it was renamed, or a sync service made it for a conflict. ${en}; where the library has that building already, move its files into that folder`,
  );
}

const notABuilding = text('不是楼栋的文件夹', 'no folder of a building');
