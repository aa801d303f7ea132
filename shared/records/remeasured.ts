import { once } from '../derive/once.ts';
import type { Plan } from '../plan/model.ts';
import { placeOf } from './facts.ts';
import { onCorrectedSurvey, type SurveyChanges, surveyChanges } from './survey.ts';

/**
 * Two versions may differ in what was measured as well as in what is proposed, and only the proposal
 * takes anything from a household. Between the two stands the one's proposal on the other's survey.
 */
export interface Remeasured {
  /** From the first of these two to the second only what was measured differs. */
  readonly survey: readonly [Plan, Plan];
  /** From the first of these two to the second only what is proposed. */
  readonly works: readonly [Plan, Plan];
}

/**
 * `alike`: so are the surveys. `mixed`: neither proposal goes with the other's survey without asking, so
 * that the two cannot be told apart.
 */
export const remeasured: (before: Plan, after: Plan) => Remeasured | 'alike' | 'mixed' = once(
  (before: Plan, after: Plan) => {
    const corrected = surveyAs(before, measured(surveyChanges(before, after)));
    if (corrected === before) return 'alike';
    if (corrected) return { survey: [before, corrected], works: [corrected, after] };
    const earlier = surveyAs(after, measured(surveyChanges(after, before)));
    if (!earlier) return 'mixed';
    return { survey: [earlier, after], works: [before, earlier] };
  },
);

const surveyAs = (plan: Plan, changes: SurveyChanges): Plan | null =>
  changes.size === 0 ? plan : onCorrectedSurvey(plan, changes);

/** Who lives there is nothing that is measured. */
const measured = (changes: SurveyChanges): SurveyChanges =>
  new Map(
    [...changes].filter(([path]) => {
      const { storey, table } = placeOf(path);
      return storey !== null && table !== 'underlay';
    }),
  );
