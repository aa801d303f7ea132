import { type Plan, type StoreyId, storeysByLevel } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import { shownSum } from '../shown-area.ts';
import { householdArea } from './household-area.ts';
import type { HouseholdState } from './household-state.ts';
import { type HouseholdTotals, householdTable, householdTotals } from './household-table.ts';
import { householdStates } from './households.ts';
import { once } from './once.ts';

/**
 * What the homes on one storey come to: those that have rooms on it, whole; and of the areas what lies
 * on it, so that the storeys add up to the building.
 */
export interface StoreyTotals extends HouseholdTotals {
  readonly storey: StoreyId;
  /** How many of the households live on another storey as well. */
  readonly spanning: number;
}

/** From the lowest up. Remembered by plan. */
export const storeyTotals = once((plan: Plan): readonly StoreyTotals[] => {
  const lines = householdTable(plan);
  const [before, after] = [areasOn(plan, 'before'), areasOn(plan, 'after')];
  return storeysByLevel(plan).map(([storey]) => {
    const here = lines.filter(({ storeys }) => storeys.includes(storey));
    return {
      ...householdTotals(here),
      storey,
      spanning: here.filter(({ storeys }) => storeys.length > 1).length,
      before: before.get(storey) ?? 0,
      after: after.get(storey) ?? 0,
    };
  });
});

/** mm2 of every storey, of whichever household. */
function areasOn(plan: Plan, moment: Moment): ReadonlyMap<StoreyId, number> {
  const sums = new Map<StoreyId, number>();
  const order = storeysByLevel(plan).map(([id]) => id);
  for (const state of householdStates(plan, moment).values()) {
    for (const [storey, area] of sharesOf(state, order)) {
      sums.set(storey, (sums.get(storey) ?? 0) + area);
    }
  }
  return sums;
}

/** As they are shown: what rounding takes from one storey of a home is on its highest. */
function sharesOf(state: HouseholdState, order: readonly StoreyId[]): [StoreyId, number][] {
  const own = order.filter((storey) => state.rooms.some((room) => room.storey === storey));
  let left = shownSum([householdArea(state)]);
  return own.map((storey, index) => {
    const rooms = state.rooms.filter((room) => room.storey === storey);
    const share = index === own.length - 1 ? left : shownSum([householdArea({ rooms })]);
    left -= share;
    return [storey, share];
  });
}
