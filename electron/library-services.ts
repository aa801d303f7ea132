import type { RecordProblem } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import { buildingSummaryOf } from './building-line.ts';
import { buildingsBefore } from './catalogue.ts';
import { Explained, explanationOf, unexpected } from './explained.ts';
import { foreignFolders } from './foreign-folders.ts';
import { goneBuildings } from './gone-buildings.ts';
import { foundIn, type Searchable } from './library-search.ts';
import { watchLibrary } from './library-watch.ts';
import { appendLog } from './log-file.ts';
import type { ServiceTable } from './service-table.ts';
import type { Workshop } from './workshop.ts';

/** The requests about the library as a whole. */
export function libraryServices(
  workshop: Workshop,
  startProblems: readonly Problem[],
): Pick<ServiceTable, 'library.list' | 'library.progress' | 'library.search' | 'library.changes'> {
  const { options, library } = workshop;
  const watching = watchLibrary(library);
  let progress = { done: 0, of: 0 };

  /** Every building, one after the other; `problem` where one cannot be read at all. */
  const eachBuilding = async (
    visit: (line: Awaited<ReturnType<typeof buildingSummaryOf>>, id: string) => void,
    fail: (problem: Problem) => void,
  ): Promise<void> => {
    const ids = await library.buildings();
    for (const [index, id] of ids.entries()) {
      progress = { done: index, of: ids.length };
      try {
        visit(await buildingSummaryOf(workshop, id), id);
      } catch (error) {
        const expected = explanationOf(error);
        if (!expected) appendLog(options.userData, error);
        fail({ at: id, problem: expected ?? unexpected(options.userData, error) });
      }
    }
    progress = { done: 0, of: 0 };
    await library.keepIndex();
  };

  return {
    async 'library.list'() {
      if ((await library.buildings()).length === 0) {
        const before = await buildingsBefore(options);
        if (before > 0) throw emptied(library.path, before);
      }
      const buildings: Searchable['summary'][] = [];
      const problems: RecordProblem[] = [...startProblems, ...workshop.settingsProblems];
      await eachBuilding(
        ({ summary, problems: found }, id) => {
          if (summary) buildings.push(summary);
          for (const one of found) problems.push({ ...one, at: `${id}/${one.at}` });
        },
        (problem) => problems.push(problem),
      );
      const there = new Set(await library.buildings());
      const files = [...(await library.soundFiles())].filter(([id]) => there.has(id));
      for (const { name, isBuilding, building, problem } of await foreignFolders(library.path)) {
        if (isBuilding) problems.push({ at: name, problem });
        if (building) there.add(building);
      }
      problems.push(...(await goneBuildings(workshop, there)));
      await workshop.seen
        .note(new Map(files), true)
        .catch((error: unknown) => appendLog(options.userData, error));
      return { buildings, problems };
    },
    'library.progress': () => progress,
    async 'library.search'({ words }) {
      const lines: Searchable[] = [];
      await eachBuilding(
        ({ searchable }) => searchable && lines.push(searchable),
        () => {},
      );
      const found = lines.flatMap((line) => foundIn(line, words) ?? []);
      return { found: found.map((one) => ({ ...one, where: [...one.where] })) };
    },
    'library.changes': ({ since }) => watching.changes(since),
  };
}

const emptied = (path: string, before: number): Explained =>
  new Explained({
    zh: `楼栋库的文件夹是空的，上次这里有 ${before} 栋楼：${path}。共享盘可能未连接，或内容已被移走；库中未作任何改动，草稿仍在本机。请连接后重试；楼栋库已移到别处的，请打开它现在的位置。`,
    en: `The folder of the library is empty, and there were ${before} buildings last time: ${path}. A share may not be connected, or they were moved. Nothing was changed, and drafts stay on this computer. Connect it and try again; if the library is elsewhere now, open it there.`,
  });
