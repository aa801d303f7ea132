import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RecordId } from '../shared/records/record.ts';
import { bundleOf } from './bundle-export.ts';
import type { CliOptions } from './cli-arguments.ts';
import { buildingIn, isFolder, openShelf, problemLines, type Shelf } from './cli-shelf.ts';
import { allPlans, listOf, plansCalled } from './cli-versions.ts';
import { codeOf, Unusable } from './explained.ts';
import { openLibraryFolder } from './library-folder.ts';
import { writeNew, writeOver } from './write-once.ts';

/**
 * One building of a library as a `.duyong` file, without private facts unless they are asked for, and
 * never over another file unless that is. Exit 1 where something of it is damaged and left out.
 */
export async function exportBundle(path: string, options: CliOptions): Promise<number> {
  const { building: wanted, to, versions = 'all', private: privateFacts = false } = options;
  if (to === undefined) throw new Unusable('--to: 请给出要写的文件 / give the file to write');
  if (!to.toLowerCase().endsWith('.duyong')) {
    throw new Unusable(`--to: 文件名应以 .duyong 结尾 / its name has to end with .duyong: ${to}`);
  }
  if (!isFolder(path)) {
    throw new Unusable(`${path}: 请给出楼栋库的文件夹 / give the folder of a library`);
  }
  refuseThere(to, options.force ?? false);
  const library = openLibraryFolder(path);
  const building = await buildingIn(library, wanted);
  const shelf = await openShelf(path, building);
  const chosen = versionsOf(shelf, versions);
  const { bytes, notes } = await bundleOf(library, building, { versions: chosen, privateFacts });
  await write(to, bytes, options.force ?? false);
  const saved = allPlans(shelf).length;
  const told = {
    path: resolve(to),
    building: { id: building, name: shelf.building.name },
    versions: chosen?.length ?? saved,
    of: saved,
    privateFacts,
    bytes: bytes.length,
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...told, problems: notes.map(({ at, problem }) => ({ at, text: problem })) }, null, 2)}\n`
      : [
          `已导出 exported: ${told.building.name} (${building}) → ${told.path}`,
          `版本 versions: ${told.versions} / ${saved}, ${Math.ceil(bytes.length / 1000)} kB`,
          privateFacts
            ? '含住户姓名和电话 with names and telephone numbers'
            : '不含住户姓名和电话 without names and telephone numbers',
          '',
        ].join('\n'),
  );
  for (const line of problemLines(path, notes)) process.stderr.write(`${line}\n`);
  return notes.length > 0 ? 1 : 0;
}

/** Null for all of them. Throws `Unusable`. */
function versionsOf(shelf: Shelf, wanted: string): RecordId[] | null {
  if (wanted === 'all') return null;
  const all = allPlans(shelf);
  const found =
    wanted === 'newest'
      ? shelf.schemes.flatMap(({ plans }) => plans.slice(0, 1))
      : wanted === 'marked'
        ? all.filter(({ version }) => (version?.milestones.length ?? 0) > 0)
        : wanted
            .split(/[,，]/)
            .filter((word) => word.trim() !== '')
            .flatMap((word) => {
              const called = plansCalled(shelf, word, (plans) => plans);
              if (called.length > 0) return called;
              throw new Unusable(
                `--versions: 没有这个版本 / no such version: ${word}\n${listOf(all)}`,
              );
            });
  const ids = new Set(found.flatMap(({ version }) => version?.id ?? []));
  if (ids.size > 0) return [...ids];
  throw new Unusable(`--versions: 没有这样的版本 / there is no such version: ${wanted}`);
}

const takenWords = (to: string): string =>
  `${to}: 已有这个文件，没有写入；要替换它，加 --force / there is such a file, and nothing was written; --force replaces it`;

/** What is no plain file is never replaced. */
function refuseThere(to: string, force: boolean): void {
  const there = lstatSync(to, { throwIfNoEntry: false });
  if (!there) return;
  if (!there.isFile()) {
    throw new Unusable(`${to}: 那里不是普通文件，没有写入 / no plain file; nothing was written`);
  }
  if (!force) throw new Unusable(takenWords(to));
}

async function write(to: string, bytes: Uint8Array, force: boolean): Promise<void> {
  try {
    await (force ? writeOver(to, bytes) : writeNew(to, bytes));
  } catch (error) {
    const code = codeOf(error);
    if (!code) throw error;
    if (code === 'EEXIST') throw new Unusable(takenWords(to));
    throw new Unusable(`${to}: 写不进去（${code}） / it cannot be written (${code})`);
  }
}
