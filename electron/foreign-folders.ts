import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildingIdSchema } from '../shared/plan/schema.ts';
import { type Text, text } from '../shared/text.ts';
import { extensions, idOfFile, isPassing, type RecordFolder } from './record-file.ts';

/** Folders beside the buildings of a library, whose names are no building's. */
export interface ForeignFolder {
  readonly name: string;
  /** Whether records lie in it: a building's folder that was renamed, or a sync service's copy. */
  readonly isBuilding: boolean;
  readonly problem: Text;
}

export async function foreignFolders(library: string): Promise<ForeignFolder[]> {
  const found: ForeignFolder[] = [];
  for (const entry of await readdir(library, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isDirectory() || isPassing(name)) continue;
    if (buildingIdSchema.safeParse(name).success) continue;
    const isBuilding = await hasRecords(join(library, name));
    found.push({ name, isBuilding, problem: isBuilding ? renamed : notABuilding });
  }
  return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

async function hasRecords(folder: string): Promise<boolean> {
  for (const kind of Object.keys(extensions) as RecordFolder[]) {
    const names = await readdir(join(folder, kind)).catch((): string[] => []);
    if (names.some((name) => idOfFile(kind, name) !== null)) return true;
  }
  return false;
}

const renamed = text(
  '里面有楼栋的记录，但文件夹名不是楼栋编号，没有读取：可能被改名，或是同步软件留下的冲突副本。请改回原来的名称；若该楼栋已在库中，可把其中的文件并入它的文件夹',
  "it holds a building's records, but its name is no building's, so it is not read: it was renamed, or a sync service made it for a conflict. Give it its name back; where the library has that building already, move its files into that folder",
);
const notABuilding = text('不是楼栋的文件夹', 'no folder of a building');
