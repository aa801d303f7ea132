import { once } from '../../shared/derive/once.ts';
import { compareDoors } from '../../shared/plan/door-words.ts';
import { entries, type HouseholdId, type Plan } from '../../shared/plan/model.ts';

/** Households as one walks past their doors: the order of the list and of the legend. */
export const byDoor = once((households: Plan['households']): readonly HouseholdId[] =>
  entries(households)
    .toSorted(([, left], [, right]) => compareDoors(left.door, right.door))
    .map(([id]) => id),
);
