import type { Plan } from '../plan/model.ts';
import { householdStates } from './households.ts';

/** The counts of the library screen; `complete` households have everything to themselves after the works. */
export interface PlanSummary {
  readonly storeys: number;
  readonly households: number;
  readonly complete: number;
}

export function planSummary(plan: Plan): PlanSummary {
  const states = [...householdStates(plan, 'after').values()];
  return {
    storeys: Object.keys(plan.storeys).length,
    households: states.length,
    complete: states.filter((state) => state.complete).length,
  };
}
