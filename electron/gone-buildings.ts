import type { RecordProblem } from '../shared/bridge.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { foldBuilding } from '../shared/records/fold.ts';
import { type Text, text } from '../shared/text.ts';
import type { Workshop } from './workshop.ts';

/**
 * Buildings that this machine saw in the library and whose folders are gone, each by the name that it
 * had. A library that is gone as a whole is another matter: its folder is empty, or not there.
 *
 * @param there the buildings of the library, wherever they lie in it.
 */
export async function goneBuildings(
  { seen, library, drafts }: Workshop,
  there: ReadonlySet<BuildingId>,
): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = [];
  for (const [building, day] of await seen.buildings()) {
    if (there.has(building)) continue;
    const name = foldBuilding(building, await library.remembered(building))?.name || building;
    const hasDraft = drafts.schemesOf(building).length > 0;
    const problem = goneWords(building, day, hasDraft);
    problems.push({ at: name, problem, fault: 'gone', gone: { building, day } });
  }
  return problems;
}

const goneWords = (building: BuildingId, day: string, hasDraft: boolean): Text => {
  const [zh, en] = hasDraft
    ? [
        '本机存有它的草稿，文件夹放回后即可打开。',
        ' Its draft is kept on this computer, and opens once the folder is back.',
      ]
    : ['', ''];
  return text(
    `本机 ${day} 在楼栋库中见过这栋楼，它的文件夹 ${building} 现已不在。${zh}若不是有意移走的，请从备份或同事处找回，放回原处`,
    `this computer saw the building in the library on ${day}, and its folder ${building} is gone.${en} Unless it was moved on purpose, bring it back from a backup or a colleague`,
  );
};
