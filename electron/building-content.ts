import { setImmediate } from 'node:timers/promises';
import type { BuildingContent, BuildingSummary } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import { type BuildingState, foldBuilding, type SchemeState } from '../shared/records/fold.ts';
import { forkOf } from '../shared/records/fork.ts';
import type { RecordId } from '../shared/records/record.ts';
import type { Draft } from './drafts.ts';
import { Explained, explanationOf } from './explained.ts';
import type { Depth } from './known-records.ts';
import type { BuildingRecords, OnRead } from './library-folder.ts';
import type { Searchable } from './library-search.ts';
import { figuresOf, type PlanFigures, withoutRooms } from './plan-figures.ts';
import { extensions } from './record-file.ts';
import type { Workshop } from './workshop.ts';

const versionFigures = (
  { library, options }: Workshop,
  building: BuildingId,
  version: RecordId,
): Promise<PlanFigures> =>
  library.figures(building, version, (plan) => figuresOf(plan, options.userData));

/** The building's state. Throws `Explained` where the library has no such building. */
export async function stateOf(
  workshop: Workshop,
  building: BuildingId,
  onRead?: OnRead,
): Promise<BuildingState> {
  const state = foldBuilding(
    building,
    (await workshop.library.read(building, 'whole', onRead)).records,
  );
  if (state) return state;
  throw new Explained({
    zh: '资料库里没有这栋楼，可能已被移走。请返回楼栋列表刷新。',
    en: 'The library has no such building; it may have been moved. Go back to the list.',
  });
}

export function schemeOf(state: Pick<BuildingState, 'schemes'>, scheme: SchemeId): SchemeState {
  const found = state.schemes.find((one) => one.id === scheme);
  if (found) return found;
  throw new Explained({
    zh: '这栋楼没有这个方案，可能记录已损坏或尚未同步。请返回楼栋列表刷新。',
    en: 'The building has no such scheme; its record may be damaged or not have arrived yet. Go back to the list.',
  });
}

export function knownVersion(scheme: SchemeState, version: RecordId): void {
  if (!scheme.versions.some(({ id }) => id === version)) throw noSuchVersion;
}

export const noSuchVersion = new Explained({
  zh: '这个方案没有这个版本，可能文件已损坏或尚未同步。请重新打开楼栋查看。',
  en: 'The scheme has no such version; its file may be damaged or not have arrived yet. Open the building again.',
});

/** The draft, with a base that this library knows: one from another copy of it counts as none. */
export function draftOf(
  workshop: Workshop,
  building: BuildingId,
  scheme: SchemeState,
): Draft | null {
  const draft = workshop.drafts.read(building, scheme.id);
  if (!draft || draft.base === null) return draft;
  return scheme.versions.some((version) => version.id === draft.base)
    ? draft
    : { ...draft, base: null };
}

type SchemeSummary = BuildingContent['schemes'][number];

/**
 * The scheme's draft and its figures. A draft that cannot be read now is named among the problems,
 * and still counts as one: opening the scheme asks for it and says why, rather than starting another
 * over it.
 */
function draftAndFigures(
  workshop: Workshop,
  building: BuildingId,
  scheme: SchemeState,
  problems: Problem[],
): Pick<SchemeSummary, 'draft' | 'figures'> {
  const at = scheme.name || scheme.id;
  try {
    const draft = draftOf(workshop, building, scheme);
    if (!draft) return { draft: null, figures: null };
    const { userData } = workshop.options;
    const { households, complete } = figuresOf(draft.plan, userData);
    if (complete === null) problems.push({ at, problem: withoutRooms(userData) });
    return {
      draft: { savedAt: draft.savedAt, edits: draft.edits, base: draft.base },
      figures: { households, complete, draft: true, version: null },
    };
  } catch (error) {
    const words = explanationOf(error);
    if (!words) throw error;
    problems.push({ at, problem: words });
    const savedAt = workshop.drafts.writtenAt(building, scheme.id);
    return { draft: savedAt === null ? null : { savedAt, edits: 0, base: null }, figures: null };
  }
}

export async function contentOf(workshop: Workshop, id: BuildingId): Promise<BuildingContent> {
  workshop.opening = { done: 0, of: 0 };
  // Each version is read, then counted.
  const state = await stateOf(workshop, id, (done, of) => {
    workshop.opening = { done, of: 2 * of };
  });
  let counted = 0;
  const all = state.schemes.reduce((sum, { versions }) => sum + versions.length, 0);
  const schemes: BuildingContent['schemes'] = [];
  const problems: Problem[] = [];
  const { problems: damaged, faults } = await workshop.library.read(id);
  for (const scheme of state.schemes) {
    const versions: SchemeSummary['versions'] = [];
    for (const version of scheme.versions) {
      const { households, complete } = await versionFigures(workshop, id, version.id);
      counted += 1;
      if (workshop.opening.of > 0) {
        workshop.opening = { done: all + counted, of: 2 * all };
        // Counting takes its time, and somebody asks meanwhile how far it is.
        await setImmediate();
      }
      if (complete === null) problems.push(roomsProblem(workshop, version.id));
      const { earlier: _, ...facts } = version;
      versions.push({
        ...facts,
        parents: [...version.parents],
        milestones: [...version.milestones],
        households,
        complete,
      });
    }
    const { draft, figures } = draftAndFigures(workshop, id, scheme, problems);
    schemes.push({
      id: scheme.id,
      name: scheme.name,
      description: scheme.description,
      archived: scheme.archived,
      versions,
      ...divergenceOf(scheme, faults),
      derogations: [...scheme.derogations],
      surveys: [...scheme.surveys],
      draft,
      figures: figures ?? newestFigures(versions),
    });
  }
  workshop.opening = { done: 0, of: 0 };
  await workshop.library.keepIndex();
  return {
    id,
    name: state.name,
    address: state.address,
    archived: state.archived,
    schemes,
    readOnly: !(await workshop.library.isWritable(id)),
    problems: [...damaged, ...problems, ...(workshop.draftProblems.get(id) ?? [])],
  };
}

/** Where the scheme has two ends, and where versions are missing from it, as far as is known why. */
function divergenceOf(
  scheme: SchemeState,
  faults: BuildingRecords['faults'],
): Pick<SchemeSummary, 'fork' | 'gaps' | 'uncertain'> {
  const faulty = new Set(faults.map(({ at }) => at));
  const fork = forkOf(scheme);
  return {
    fork: fork && { ...fork, heads: [...fork.heads] },
    gaps: scheme.gaps.map(({ id, number, leftOut }) => ({
      id,
      number,
      why: leftOut
        ? 'left-out'
        : faulty.has(`versions/${id}${extensions.versions}`)
          ? 'damaged'
          : 'missing',
    })),
    uncertain: [...scheme.uncertain],
  };
}

function newestFigures([newest]: SchemeSummary['versions']): SchemeSummary['figures'] {
  if (!newest) return null;
  const { id, households, complete } = newest;
  return { households, complete, draft: false, version: id };
}

const roomsProblem = (workshop: Workshop, version: RecordId): Problem => ({
  at: `versions/${version}`,
  problem: withoutRooms(workshop.options.userData),
});

interface BuildingLine {
  readonly summary: BuildingSummary | null;
  /** What the line was made of; null with it. */
  readonly searchable: Searchable | null;
  readonly problems: readonly Problem[];
}

/**
 * One line of the library screen, and what is wrong in the building's folder. The line is null for
 * a folder without one readable record.
 */
export async function buildingSummaryOf(workshop: Workshop, id: BuildingId): Promise<BuildingLine> {
  try {
    return await summaryAt(workshop, id, 'facts');
  } catch (error) {
    if (!explanationOf(error)) throw error;
    // A plan is not what its version promised: all of them are looked at, and that one is named.
    return summaryAt(workshop, id, 'whole');
  }
}

async function summaryAt(workshop: Workshop, id: BuildingId, depth: Depth): Promise<BuildingLine> {
  const { records, problems } = await workshop.library.read(id, depth);
  const state = foldBuilding(id, records);
  if (!state) return { summary: null, searchable: null, problems };
  const current = state.schemes.filter((scheme) => !scheme.archived);
  const newest = newestVersion(current) ?? newestVersion(state.schemes);
  const draftSchemes = new Set(workshop.drafts.schemesOf(id));
  const withDraft = state.schemes.filter((scheme) => draftSchemes.has(scheme.id));
  const { doors, facilities, ...figures } = newest
    ? await versionFigures(workshop, id, newest.id)
    : draftFigures(workshop, id, withDraft);
  const summary = {
    id,
    name: state.name,
    address: state.address,
    archived: state.archived,
    ...figures,
    schemes: current.length,
    diverged: current.filter(({ heads }) => heads.length > 1).length,
    lastSavedAt: newest?.savedAt ?? null,
    hasDraft: withDraft.length > 0,
  };
  const searchable = { summary, state, doors, facilities };
  if (figures.complete !== null) return { summary, searchable, problems };
  const unknown = newest
    ? roomsProblem(workshop, newest.id)
    : { at: 'draft', problem: withoutRooms(workshop.options.userData) };
  return { summary, searchable, problems: [...problems, unknown] };
}

/** Ids begin with their time. */
function newestVersion(schemes: readonly SchemeState[]) {
  return schemes
    .flatMap((scheme) => scheme.versions.slice(0, 1))
    .sort((left, right) => (left.id < right.id ? 1 : -1))[0];
}

/** Of the first scheme that has a draft which can be read; one that cannot is named on opening. */
function draftFigures(
  workshop: Workshop,
  building: BuildingId,
  schemes: readonly SchemeState[],
): PlanFigures {
  for (const scheme of schemes) {
    try {
      const draft = workshop.drafts.read(building, scheme.id);
      if (draft) return figuresOf(draft.plan, workshop.options.userData);
    } catch (error) {
      if (!explanationOf(error)) throw error;
    }
  }
  const facilities = { shared: 0, missing: 0 };
  return { storeys: 0, households: 0, complete: 0, doors: [], facilities };
}
