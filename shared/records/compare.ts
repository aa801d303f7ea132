import type { HouseholdState } from '../derive/household-state.ts';
import { householdStates } from '../derive/households.ts';
import { once } from '../derive/once.ts';
import type { HouseholdId, Plan } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import { type ElementChange, elementChanges } from './element-changes.ts';
import { takingOver } from './facts.ts';
import {
  type HouseholdChange,
  type HouseholdTotals,
  householdChanges,
  householdTotals,
} from './household-changes.ts';
import { concerning } from './household-scope.ts';
import { remeasured } from './remeasured.ts';
import { withReplacedRooms } from './replaced-rooms.ts';

/** Two versions or schemes of one building beside each other: meaning first, then elements. */
export interface Comparison {
  readonly totals: { readonly before: HouseholdTotals; readonly after: HouseholdTotals };
  readonly households: readonly HouseholdChange[];
  readonly elements: readonly ElementChange[];
  /** The surveys differ as well, and what that makes cannot be told from the works. */
  readonly isMixed: boolean;
}

/** Both plans after their works. Remembered by the two plans. */
export const comparePlans: (before: Plan, after: Plan) => Comparison = once(
  (before: Plan, given: Plan) => {
    const after = takingOver(given, before);
    return {
      totals: { before: householdTotals(before), after: householdTotals(after) },
      households: householdChanges(before, after),
      elements: withReplacedRooms(elementChanges(before, after), before, after),
      isMixed: remeasured(before, after) === 'mixed',
    };
  },
);

/** A comparison as it concerns one household; `household` says how it stands before and after. */
export interface HouseholdComparison extends Pick<Comparison, 'households' | 'elements'> {
  readonly household: {
    readonly door: string;
    readonly before: HouseholdState | null;
    readonly after: HouseholdState | null;
  };
}

export function ofHousehold(
  before: Plan,
  after: Plan,
  household: HouseholdId,
): HouseholdComparison {
  const { households, elements } = comparePlans(before, after);
  const [was, is] = [before, after].map(
    (plan) => householdStates(plan, 'after').get(household) ?? null,
  );
  return {
    households: households.filter((change) => change.household === household),
    elements: elements.filter(concerning(before, after, household)),
    household: {
      door: (is ?? was)?.door ?? household,
      before: was ?? null,
      after: is ?? null,
    },
  };
}

/** What rules say of one plan and not of the other, by the findings' ids, which outlive edits. */
export function findingChanges<F extends { readonly id: string }>(
  before: readonly F[],
  after: readonly F[],
): { readonly gained: readonly F[]; readonly lost: readonly F[] } {
  const [was, is] = [before, after].map((findings) => new Set(findings.map(({ id }) => id)));
  return {
    gained: after.filter(({ id }) => !was!.has(id)),
    lost: before.filter(({ id }) => !is!.has(id)),
  };
}

/** Over changes of which it is not known what is re-measured and what is works. */
export const mixedWords: Text = text(
  '两份图的现状测绘也不同，与改造无法分开计算：以下增减含测绘更正。',
  'The two surveys differ as well and cannot be told from the works: what follows includes what was measured anew.',
);
