import type { BuildingDocument } from '../shared/exchange/document.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { text } from '../shared/text.ts';
import { addAsset, assetsOf, readAsset } from './asset-folder.ts';
import { explanationOf } from './explained.ts';

/** Pictures travel inside a building document, as base64. */

/** Characters of all pictures together: a document stays below what an import takes. */
const mostCharacters = 40_000_000;

/** The document with its pictures; `notes` names those that could not be put in. */
export async function withAssets(
  library: string,
  building: BuildingId,
  document: BuildingDocument,
): Promise<{ readonly document: BuildingDocument; readonly notes: readonly Problem[] }> {
  const assets: Record<string, string> = {};
  const notes: Problem[] = [];
  let characters = 0;
  for (const asset of assetsOf(document.schemes.map(({ plan }) => plan))) {
    try {
      const base64 = (await readAsset(library, building, asset)).toString('base64');
      characters += base64.length;
      if (characters <= mostCharacters) assets[asset] = base64;
      else {
        notes.push({
          at: `assets/${asset}`,
          problem: text(
            '底图未导出：底图合计过大，导出文件放不下；平面照常导出',
            'this underlay was left out: the pictures together are too large for one file; the plan is in it',
          ),
        });
      }
    } catch (error) {
      const words = explanationOf(error);
      if (!words) throw error;
      notes.push({ at: `assets/${asset}`, problem: words });
    }
  }
  return { document: Object.keys(assets).length > 0 ? { ...document, assets } : document, notes };
}

/** Stores the document's pictures with its building. Answers what is wrong with any; the rest stays. */
export async function keepAssets(
  library: string,
  building: BuildingId,
  { assets = {}, schemes }: BuildingDocument,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const asset of assetsOf(schemes.map(({ plan }) => plan))) {
    const at = `assets.${asset}`;
    const base64 = Object.hasOwn(assets, asset) ? assets[asset] : undefined;
    if (base64 === undefined) {
      problems.push({
        at,
        problem: text(
          '文件中没有这张底图；平面已导入，底图请重新导入',
          'the file does not hold this underlay; the plan was taken in, bring the picture in again',
        ),
      });
      continue;
    }
    try {
      const kept = await addAsset(library, building, Buffer.from(base64, 'base64'));
      if (kept.asset !== asset) {
        problems.push({
          at,
          problem: text(
            '底图内容与名称中的校验值不符，已损坏或被改动；平面已导入，底图请重新导入',
            'the picture does not match the hash in its name: it is damaged or was changed; the plan was taken in, bring the picture in again',
          ),
        });
      }
    } catch (error) {
      const words = explanationOf(error);
      if (!words) throw error;
      problems.push({ at, problem: words });
    }
  }
  return problems;
}
