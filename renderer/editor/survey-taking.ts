import type { StoreApi } from 'zustand/vanilla';
import type { BuildingContent } from '../../shared/bridge.ts';
import type { Plan } from '../../shared/plan/model.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { missingIn, type SurveyChanges } from '../../shared/records/survey.ts';
import type { SessionState } from './session.ts';

/**
 * Corrections of the survey that were taken into the draft, by the version that they come from. Until a
 * version is saved they can be undone, and are offered again then; with the version they are on record.
 */
export type TakenSurveys = ReadonlyMap<RecordId, Took>;

interface Took {
  readonly changes: SurveyChanges;
  /** Whether that is all of the correction; else the rest is offered again when it is asked for. */
  readonly isWhole: boolean;
}

/** Whether a correction is in the draft as far as it was taken. */
export function isTaken(taken: TakenSurveys, version: RecordId, plan: Plan): boolean {
  const took = taken.get(version);
  return took !== undefined && missingIn(plan, took.changes).size === 0;
}

export function surveyTaking(options: {
  readonly state: StoreApi<SessionState>;
  readonly answer: (version: RecordId, isTaken: boolean) => Promise<BuildingContent>;
}) {
  const { state, answer } = options;
  return {
    /** What of a correction the plan made of it has; the rest was decided against. */
    took(version: RecordId, changes: SurveyChanges, plan: Plan): void {
      const against = missingIn(plan, changes);
      const took = new Map([...changes].filter(([path]) => !against.has(path)));
      state.setState(({ taken }) => ({
        taken: new Map(taken).set(version, { changes: took, isWhole: against.size === 0 }),
      }));
    },
    /** A version with this plan was saved. What cannot be recorded now is offered again. */
    async saved(plan: Plan): Promise<void> {
      const { taken } = state.getState();
      for (const [version, { isWhole }] of taken) {
        if (!isTaken(taken, version, plan)) continue;
        const content = await answer(version, isWhole).catch(() => null);
        if (content) state.setState({ content });
      }
      state.setState({ taken: new Map() });
    },
  };
}
