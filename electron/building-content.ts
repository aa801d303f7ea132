import { setImmediate } from 'node:timers/promises';
import type { BuildingContent } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import {
  type BuildingState,
  foldBuilding,
  type SchemeState,
  type VersionState,
} from '../shared/records/fold.ts';
import { forkOf } from '../shared/records/fork.ts';
import type { RecordId } from '../shared/records/record.ts';
import type { Gone } from './catalogue.ts';
import type { Draft } from './drafts.ts';
import { Explained, explanationOf } from './explained.ts';
import { goneOf, goneProblems, noteSeen } from './gone-records.ts';
import type { Depth } from './known-records.ts';
import type { BuildingRecords, OnRead } from './library-folder.ts';
import { figuresOf, type PlanFigures, withoutRooms } from './plan-figures.ts';
import { extensions } from './record-file.ts';
import { latestBelieved } from './stamp.ts';
import type { Workshop } from './workshop.ts';

export const versionFigures = (
  { library, options }: Workshop,
  building: BuildingId,
  version: RecordId,
): Promise<PlanFigures> =>
  library.figures(building, version, (plan) => figuresOf(plan, options.userData));

/** The building's state. Throws `Explained` where the library has no such building. */
export async function stateOf(
  workshop: Workshop,
  building: BuildingId,
  depth: Depth = 'facts',
): Promise<BuildingState> {
  const { records } = await workshop.library.read(building, depth);
  const latest = latestBelieved(workshop.options.now());
  return foldBuilding(building, records, latest) ?? noBuilding();
}

function noBuilding(): never {
  throw new Explained({
    zh: '楼栋库里没有这栋楼，可能已被移走。请返回楼栋列表刷新。',
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

/** The building with what is shown first counted: each scheme's newest version. */
export async function contentOf(workshop: Workshop, id: BuildingId): Promise<BuildingContent> {
  try {
    return await contentAt(workshop, id, 'facts');
  } catch (error) {
    if (!explanationOf(error)) throw error;
    // A plan is not what its version promised: all of them are looked at, and that one is named.
    return contentAt(workshop, id, 'whole');
  } finally {
    workshop.opening = { done: 0, of: 0 };
  }
}

/** With every version looked at and counted. */
export const countedContentOf = (workshop: Workshop, id: BuildingId): Promise<BuildingContent> =>
  contentAt(workshop, id, 'whole');

async function contentAt(
  workshop: Workshop,
  id: BuildingId,
  depth: Depth,
): Promise<BuildingContent> {
  const { library } = workshop;
  const onRead: OnRead = (done, of) => {
    if (depth === 'facts') workshop.opening = { done, of };
  };
  const found = await library.read(id, depth, onRead);
  const { records, problems: damaged, faults } = found;
  await noteSeen(workshop, id, found);
  const gone = await goneOf(workshop, id, found);
  const latest = latestBelieved(workshop.options.now());
  const state = foldBuilding(id, records, latest) ?? noBuilding();
  const schemes: BuildingContent['schemes'] = [];
  const problems: Problem[] = [];
  for (const scheme of state.schemes) {
    const versions: SchemeSummary['versions'] = [];
    for (const [place, version] of scheme.versions.entries()) {
      const known = await library.knownFigures(id, version.id);
      const isWanted = depth === 'whole' || place === 0;
      const counted = known ?? (isWanted ? await versionFigures(workshop, id, version.id) : null);
      // Counting takes its time, and somebody draws meanwhile.
      if (!known && counted) await setImmediate();
      if (counted?.complete === null) problems.push(roomsProblem(workshop, version.id));
      versions.push(summaryOf(version, counted));
    }
    const { draft, figures } = draftAndFigures(workshop, id, scheme, problems);
    const { name, description, archived, since, derogations, surveys, surveysKept } = scheme;
    schemes.push({
      ...{ id: scheme.id, name, description, archived, since, versions },
      ...divergenceOf(scheme, faults, gone),
      derogations: [...derogations],
      surveys: [...surveys],
      surveysKept: [...surveysKept],
      draft,
      figures: figures ?? newestFigures(versions),
    });
  }
  await library.keepIndex();
  return {
    id,
    name: state.name,
    address: state.address,
    archived: state.archived,
    schemes,
    contacts: [...state.contacts],
    readOnly: !(await library.isWritable(id)),
    problems: [
      ...damaged,
      ...goneProblems(gone),
      ...problems,
      ...(workshop.draftProblems.get(id) ?? []),
    ],
  };
}

function summaryOf(
  { earlier: _, at: __, ...version }: VersionState,
  figures: PlanFigures | null,
): SchemeSummary['versions'][number] {
  return {
    ...version,
    parents: [...version.parents],
    milestones: [...version.milestones],
    households: figures?.households ?? 0,
    complete: figures?.complete ?? null,
    counted: figures !== null,
  };
}

/** Where the scheme has two ends, and where versions are missing from it, as far as is known why. */
function divergenceOf(
  scheme: SchemeState,
  faults: BuildingRecords['faults'],
  gone: readonly Gone[],
): Pick<SchemeSummary, 'fork' | 'gaps' | 'uncertain'> {
  const faulty = new Map(faults.map(({ at, fault }) => [at, fault]));
  const lost = new Set(gone.map(({ at }) => at));
  const fork = forkOf(scheme);
  return {
    fork: fork && { ...fork, heads: [...fork.heads], past: [...fork.past] },
    gaps: scheme.gaps.map(({ id, number, leftOut }) => {
      const at = `versions/${id}${extensions.versions}`;
      return { id, number, why: whyOf(faulty.get(at), leftOut && !lost.has(at)) };
    }),
    uncertain: [...scheme.uncertain],
  };
}

/** What came and was damaged or lost then is not left out, whatever was said of it once. */
const whyOf = (
  fault: BuildingRecords['faults'][number]['fault'] | undefined,
  leftOut: boolean,
): SchemeSummary['gaps'][number]['why'] => {
  if (fault !== undefined) return fault === 'newer' ? 'newer' : 'damaged';
  return leftOut ? 'left-out' : 'missing';
};

function newestFigures([newest]: SchemeSummary['versions']): SchemeSummary['figures'] {
  if (!newest) return null;
  const { id, households, complete } = newest;
  return { households, complete, draft: false, version: id };
}

export const roomsProblem = (workshop: Workshop, version: RecordId): Problem => ({
  at: `versions/${version}`,
  problem: withoutRooms(workshop.options.userData),
});
