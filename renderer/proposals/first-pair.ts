import type { HouseholdId } from '../../shared/plan/model.ts';
import type { Division } from '../tools/division.ts';

/**
 * The two whom a room is divided between to begin with: the first that its parts, however many, have by
 * hand. A room that is one household's is not divided between it and itself.
 */
export function firstPair({
  parts,
}: {
  readonly parts: readonly Pick<Division['parts'][number], 'holders'>[];
}): readonly (HouseholdId | null)[] {
  const households = new Set(
    parts.flatMap(({ holders: [one] }) => (one && one !== 'building' ? [one as HouseholdId] : [])),
  );
  const [first = null, second = null] = households;
  return [first, second];
}
