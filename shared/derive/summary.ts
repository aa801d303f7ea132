import type { Plan } from '../plan/model.ts';
import type { Facility } from './household-state.ts';
import { householdStates } from './households.ts';

/** The counts of the library screen; `complete` households have everything to themselves after the works. */
export interface PlanSummary {
  readonly storeys: number;
  readonly households: number;
  readonly complete: number;
  /** Households with a kitchen or bathroom that others share, and with one that is missing. */
  readonly facilities: { readonly shared: number; readonly missing: number };
}

export function planSummary(plan: Plan): PlanSummary {
  const states = [...householdStates(plan, 'after').values()];
  const having = (facility: Facility): number =>
    states.filter(({ kitchen, bathroom }) =>
      [kitchen, bathroom].some(({ state }) => state === facility),
    ).length;
  return {
    storeys: Object.keys(plan.storeys).length,
    households: states.length,
    complete: states.filter((state) => state.complete).length,
    facilities: { shared: having('shared'), missing: having('missing') },
  };
}
