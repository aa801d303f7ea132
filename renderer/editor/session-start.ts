import type { SchemeSummary } from '../../shared/bridge.ts';
import type { BuildingId, NewId, Plan } from '../../shared/plan/model.ts';
import { storeyWords } from '../../shared/plan/words.ts';
import type { RecordId } from '../../shared/records/record.ts';
import type { Request } from './session.ts';

/** What work on a scheme begins with. */
export interface SessionStart {
  readonly plan: Plan;
  readonly base: RecordId | null;
  readonly basePlan: Plan | null;
  readonly edits: number;
  /** The draft that was found, where it has edits. */
  readonly restored: { readonly edits: number; readonly savedAt: string } | null;
  /** When the draft that was found was written. */
  readonly follows: string | null;
}

export const emptyPlan = (newId: NewId): Plan => ({
  tenancies: {},
  households: {},
  storeys: {
    [newId('storey')]: {
      name: storeyWords(1).zh,
      level: 1,
      elevation: 0,
      height: 2800,
      joints: {},
      walls: {},
      openings: {},
      rooms: {},
      fixtures: {},
      risers: {},
    },
  },
});

/** The draft where there is one, else the newest version, else an empty storey. */
export async function startOf(
  request: Request,
  summary: SchemeSummary,
  building: BuildingId,
  newId: NewId,
): Promise<SessionStart> {
  const ref = { building, scheme: summary.id };
  const draft = summary.draft ? await request('draft.read', ref) : null;
  const newest = summary.versions[0];
  if (draft && summary.draft) {
    const restored =
      draft.edits > 0 ? { edits: draft.edits, savedAt: summary.draft.savedAt } : null;
    return {
      plan: draft.plan,
      base: draft.base,
      basePlan: draft.edits > 0 ? null : draft.plan,
      edits: draft.edits,
      restored,
      follows: draft.savedAt,
    };
  }
  const plan = newest
    ? (await request('version.read', { ...ref, version: newest.id })).plan
    : emptyPlan(newId);
  return {
    plan,
    base: newest?.id ?? null,
    basePlan: plan,
    edits: 0,
    restored: null,
    follows: null,
  };
}
