import { constants, type Stats } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { buildingIdSchema } from '../shared/plan/schema.ts';
import { type Text, text } from '../shared/text.ts';
import { buildingsBefore } from './catalogue.ts';
import { codeOf } from './explained.ts';
import { extensions, isPassing } from './record-file.ts';

/** What lies where somebody wants to open a library. */
export interface LibraryPlace {
  /** Whole, without `~`. */
  readonly path: string;
  /** `new`: an empty folder. `absent`: there is none, and one can be made. */
  readonly state: 'library' | 'new' | 'absent' | 'refused';
  readonly buildings: number;
  readonly readOnly: boolean;
  /** Why it cannot be opened, and what to do; null where it can. */
  readonly refusal: Text | null;
}

/** Nothing is written. */
export async function lookAtPlace(given: string, userData: string): Promise<LibraryPlace> {
  const wanted = given.trim().replace(/^~(?=$|[\\/])/, homedir());
  const path = resolve(wanted);
  const place = (state: LibraryPlace['state'], rest: Partial<LibraryPlace> = {}) => ({
    ...{ path, state, buildings: 0, readOnly: false, refusal: null },
    ...rest,
  });
  const refused = (refusal: Text) => place('refused', { refusal });
  if (!isAbsolute(wanted)) return refused(notWhole);
  const found = await statOf(path);
  const before = await buildingsBefore({ userData, libraryPath: path });
  if (found === 'ENOENT') {
    if (before > 0) return refused(away(before));
    const isParentThere = typeof (await statOf(dirname(path))) !== 'string';
    return isParentThere ? place('absent') : refused(noFolder);
  }
  if (typeof found === 'string') return refused(unreadable(found));
  if (!found.isDirectory()) return refused(aFile);
  let names: string[];
  try {
    names = (await readdir(path)).filter((name) => !isPassing(name));
  } catch (error) {
    return refused(unreadable(codeOf(error) ?? String(error)));
  }
  const buildings = names.filter((name) => buildingIdSchema.safeParse(name).success).length;
  const readOnly = !(await isWritable(path));
  if (buildings > 0) return place('library', { buildings, readOnly });
  if (before > 0) return refused(emptied(before));
  if (names.some((name) => Object.hasOwn(extensions, name))) return refused(aBuilding(path));
  if (names.length > 0) return refused(await otherFiles(path, names));
  return readOnly ? refused(emptyReadOnly) : place('new');
}

/** What is there, or the system's word for why that cannot be told. */
const statOf = (path: string): Promise<Stats | string> =>
  stat(path).catch((error: unknown) => codeOf(error) ?? String(error));

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** A folder with other things; says where the library lies beneath it, if it does. */
async function otherFiles(path: string, names: readonly string[]): Promise<Text> {
  for (const name of names.slice(0, 200)) {
    const within = await readdir(join(path, name)).catch((): string[] => []);
    if (within.some((one) => buildingIdSchema.safeParse(one).success))
      return oneBelow(join(path, name));
  }
  return other;
}

const notWhole = text(
  '请填写完整路径，例如 D:\\楼栋库 或 /home/…/Duyong。',
  'Give the whole path, for example D:\\Library or /home/…/Duyong.',
);
const noFolder = text(
  '没有这个文件夹，上一级也没有。请检查路径；在共享盘或移动硬盘上的，请先连接。',
  'There is no such folder, nor the one that it would be in. Check the path; if it is on a share or a removable disk, connect it first.',
);
const aFile = text(
  '这是一个文件。请选楼栋库的文件夹；.duyong 文件请用“导入文件”。',
  'This is a file. Choose the folder of a library; a .duyong file is taken in with "Import file".',
);
const emptyReadOnly = text(
  '这是一个空文件夹，而且不可写，不能作为新的楼栋库。请检查权限，或换一个文件夹。',
  'This folder is empty and cannot be written, so it can hold no new library. Check its permissions or choose another.',
);
const other = text(
  '这个文件夹里没有楼栋，而有其他文件，没有打开。请选楼栋库的文件夹，或一个空文件夹。',
  'There is no building in this folder, and there are other files, so it was not opened. Choose the folder of a library, or an empty one.',
);
const oneBelow = (path: string): Text =>
  text(
    `楼栋库在它下面一级：${path}。请选那个文件夹。`,
    `The library lies one folder below: ${path}. Choose that one.`,
  );
const aBuilding = (path: string): Text =>
  text(
    `这是一栋楼的文件夹。请选上一级：${dirname(path)}。`,
    `This is the folder of one building. Choose the one above it: ${dirname(path)}.`,
  );
const unreadable = (code: string): Text =>
  text(
    `文件夹读不出来（${code}）。请检查权限和连接。`,
    `The folder cannot be read (${code}). Check its permissions and the connection.`,
  );
const away = (buildings: number): Text =>
  text(
    `找不到这个文件夹，上次这里有 ${buildings} 栋楼。共享盘可能未连接，或已被移走、改名；请连接后重试，或选它现在的位置。`,
    `This folder cannot be found, and there were ${buildings} buildings in it last time. A share may not be connected, or it was moved or renamed: connect it and try again, or choose where it is now.`,
  );
const emptied = (buildings: number): Text =>
  text(
    `这个文件夹里没有楼栋，上次有 ${buildings} 栋。共享盘可能未连接，或内容已被移走；请连接后重试，或选它现在的位置。`,
    `There is no building in this folder, and there were ${buildings} last time. A share may not be connected, or they were moved: connect it and try again, or choose where they are now.`,
  );
