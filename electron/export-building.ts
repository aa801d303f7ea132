import type { BuildingDocument, SchemeOfDocument } from '../shared/exchange/document.ts';
import { integrityProblems, type Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import type { BuildingState, SchemeState } from '../shared/records/fold.ts';
import type { RecordId } from '../shared/records/record.ts';
import { acceptanceProblem } from '../shared/rules/acceptance-problem.ts';
import { text } from '../shared/text.ts';
import { draftOf, stateOf } from './building-content.ts';
import { explanationOf } from './explained.ts';
import type { Workshop } from './workshop.ts';

/**
 * The schemes that have a version as a document, each as it opens on this machine: its draft, or its
 * newest version where it has none that can stand as a version.
 */
export async function versionsDocument(
  workshop: Workshop,
  building: BuildingId,
): Promise<BuildingDocument> {
  const state = await stateOf(workshop, building, 'whole');
  const schemes: SchemeOfDocument[] = [];
  for (const scheme of state.schemes) {
    const found = await newestVersion(workshop, building, scheme);
    if (found) schemes.push(soundDraft(workshop, building, scheme) ?? found);
  }
  return documentOf(state, schemes);
}

/** Null where there is no draft, or none that can be read and holds together. */
function soundDraft(
  workshop: Workshop,
  building: BuildingId,
  scheme: SchemeState,
): SchemeOfDocument | null {
  try {
    const draft = draftOf(workshop, building, scheme);
    const isSound = draft && integrityProblems(draft.plan, 'plan').length === 0;
    return isSound ? schemeOf(scheme, draft.plan) : null;
  } catch (error) {
    if (!explanationOf(error)) throw error;
    return null;
  }
}

/**
 * The whole building as a document: the newest version of every scheme, and this machine's draft of
 * one that was never saved, each with what was accepted of it. `notes` names each scheme that is missing
 * or whose draft has more, and acceptances that cannot go along.
 */
export async function exportBuilding(
  workshop: Workshop,
  building: BuildingId,
): Promise<{ readonly document: BuildingDocument; readonly notes: readonly Problem[] }> {
  const state = await stateOf(workshop, building, 'whole');
  const schemes: SchemeOfDocument[] = [];
  const notes: Problem[] = [];
  for (const scheme of state.schemes) {
    const note = (zh: string, en: string) => notes.push({ at: scheme.name, problem: text(zh, en) });
    notes.push(...unusableAcceptances(scheme));
    const saved = await newestVersion(workshop, building, scheme);
    if (saved) {
      schemes.push(saved);
      if (hasUnsavedEdits(workshop, building, scheme)) {
        note(
          '导出的是最近保存的版本，草稿中未保存的修改不在其中',
          'its last saved version was exported, without the unsaved edits of the draft',
        );
      }
      continue;
    }
    try {
      const draft = draftOf(workshop, building, scheme);
      const wrong = draft ? integrityProblems(draft.plan, 'plan')[0] : undefined;
      if (wrong) {
        note(
          `未导出：草稿内容有矛盾。${wrong.at}：${wrong.problem.zh}`,
          `not exported: its draft contradicts itself. ${wrong.at}: ${wrong.problem.en}`,
        );
      } else if (draft) schemes.push(schemeOf(scheme, draft.plan));
      else note('未导出：没有版本，也没有草稿', 'not exported: it has no version and no draft');
    } catch (error) {
      const words = explanationOf(error);
      if (!words) throw error;
      note(`未导出：${words.zh}`, `not exported: ${words.en}`);
    }
  }
  return { document: documentOf(state, schemes), notes };
}

async function newestVersion(
  { library }: Workshop,
  building: BuildingId,
  scheme: SchemeState,
): Promise<SchemeOfDocument | null> {
  const newest = scheme.versions[0];
  return newest ? schemeOf(scheme, await library.readPlan(building, newest.id)) : null;
}

/** The schemes with edits in no version, which a file of versions leaves here. */
export const draftsLeftHere = (
  workshop: Workshop,
  { id, schemes }: BuildingState,
  versions: readonly RecordId[] | null,
): Problem[] =>
  schemes
    .filter((scheme) => !versions || scheme.versions.some((one) => versions.includes(one.id)))
    .filter((scheme) => hasUnsavedEdits(workshop, id, scheme))
    .map((scheme) => ({
      at: scheme.name,
      problem: text(
        '草稿中未保存的修改不在文件中；需要一并导出的，请先存为版本',
        'the unsaved edits of its draft are not in the file; to have them in it, save a version first',
      ),
    }));

/** A draft that cannot be read is not known to have none. */
function hasUnsavedEdits(workshop: Workshop, building: BuildingId, scheme: SchemeState): boolean {
  try {
    return (draftOf(workshop, building, scheme)?.edits ?? 0) > 0;
  } catch (error) {
    if (!explanationOf(error)) throw error;
    return true;
  }
}

function schemeOf(scheme: SchemeState, plan: SchemeOfDocument['plan']): SchemeOfDocument {
  const { id, name, description } = scheme;
  const derogations = scheme.derogations.filter((one) => acceptanceProblem(one) === null);
  return { id, name, description, plan, ...(derogations.length > 0 ? { derogations } : {}) };
}

/** Acceptances that no file takes, as somebody wrote them into the library by hand. */
const unusableAcceptances = ({ name, derogations }: SchemeState): Problem[] =>
  derogations.flatMap((one): Problem[] => {
    const problem = acceptanceProblem(one);
    if (!problem) return [];
    return [
      {
        at: `${name}: ${one.finding}`,
        problem: text(
          `这条接受记录没有导出：${problem.zh}`,
          `this acceptance was left out: ${problem.en}`,
        ),
      },
    ];
  });

const documentOf = (
  { id, name, address }: BuildingState,
  schemes: readonly SchemeOfDocument[],
): BuildingDocument => ({ building: { id, name, address }, schemes });
