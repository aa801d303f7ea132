import { type RefObject, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { HouseholdState } from '../../shared/derive/household-state.ts';
import { householdStates } from '../../shared/derive/households.ts';
import type { HouseholdId, Plan } from '../../shared/plan/model.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';

type States = ReadonlyMap<HouseholdId, HouseholdState>;

interface Listed {
  readonly plan: Plan;
  /** Before and after; null where they could not be worked out, which whoever lists them will say. */
  readonly states: readonly [States, States] | null;
}

/**
 * The plan on the screen for the list of households: during a drag another one only where the rows
 * shown, or how many households are done, differ with it. Answers also how to look again.
 */
export function useListedPlan(
  store: EditorStore,
  rows: RefObject<readonly string[]>,
): readonly [Plan, () => void] {
  const [plan, setPlan] = useState(() => shownPlan(store.getState()));
  const listed = useRef<Listed>({ plan, states: null });
  const follow = useCallback(() => {
    const { scratch, reading } = store.getState();
    const next = listedOf(shownPlan(store.getState()));
    const isPreview = scratch !== null && reading === null;
    if (isPreview && looksAlike(listed.current, next, rows.current)) return;
    listed.current = next;
    startTransition(() => setPlan(next.plan));
  }, [store, rows]);
  useEffect(() => {
    follow();
    return store.subscribe(follow);
  }, [store, follow]);
  return [plan, follow];
}

function listedOf(plan: Plan): Listed {
  try {
    return { plan, states: [householdStates(plan, 'before'), householdStates(plan, 'after')] };
  } catch {
    return { plan, states: null };
  }
}

function looksAlike(one: Listed, other: Listed, rows: readonly string[]): boolean {
  if (one.plan.households !== other.plan.households || !one.states || !other.states) return false;
  return one.states.every((was, moment) => {
    const is = other.states![moment]!;
    if (was === is) return true;
    const isSame = (id: string): boolean =>
      was.get(id as HouseholdId) === is.get(id as HouseholdId);
    return rows.every(isSame) && doneIn(was) === doneIn(is);
  });
}

/** How many have everything to themselves. */
export function doneIn(states: States): number {
  let count = 0;
  for (const { complete } of states.values()) if (complete) count += 1;
  return count;
}
