import type { BuildingSummary, RecordProblem } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { byBelievedTime } from '../shared/records/believed.ts';
import { foldBuilding, type SchemeState } from '../shared/records/fold.ts';
import { roomsProblem, versionFigures } from './building-content.ts';
import { explanationOf } from './explained.ts';
import { goneOf, goneProblems } from './gone-records.ts';
import type { Depth } from './known-records.ts';
import type { Searchable } from './library-search.ts';
import { figuresOf, type PlanFigures, withoutRooms } from './plan-figures.ts';
import { latestBelieved } from './stamp.ts';
import type { Workshop } from './workshop.ts';

interface BuildingLine {
  readonly summary: BuildingSummary | null;
  /** What the line was made of; null with it. */
  readonly searchable: Searchable | null;
  readonly problems: readonly (Problem | RecordProblem)[];
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
  const found = await workshop.library.read(id, depth);
  const { records } = found;
  const problems = [...found.problems, ...goneProblems(await goneOf(workshop, id, found))];
  const latest = latestBelieved(workshop.options.now());
  const state = foldBuilding(id, records, latest);
  if (!state) return { summary: null, searchable: null, problems };
  const current = state.schemes.filter((scheme) => !scheme.archived);
  const newest = newestVersion(current, latest) ?? newestVersion(state.schemes, latest);
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

/** Of the newest versions of all schemes the last, dates of wrong clocks left aside. */
function newestVersion(schemes: readonly SchemeState[], latest: string) {
  return schemes.flatMap((scheme) => scheme.versions.slice(0, 1)).sort(byBelievedTime(latest))[0];
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
