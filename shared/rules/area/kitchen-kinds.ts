import type { Room } from '../../derive/room.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, number, numberOf, type Situation } from '../rule.ts';

/** K1: what a kitchen must have by the kind of dwelling. */
export const kitchenKinds = {
  id: 'K1',
  source: codeClause('GB 50096-2011 5.3.1', 'B+'),
  numbers: {
    full: number(4, 'm2', '普通套型', 'full dwelling'),
    smallest: number(3.5, 'm2', '最小套型', 'smallest kind'),
  },
} as const;

/** The kind of dwelling of the household that holds a kitchen; null where its rooms do not tell. */
export function dwellingOf({ households }: Situation, room: Room): 'full' | 'smallest' | null {
  const [holder] = holdersOf(room);
  const uses = new Set((holder ? (households.get(holder)?.rooms ?? []) : []).map(({ use }) => use));
  if (uses.has('living') || uses.has('bedroom')) return 'full';
  return uses.has('bed-living') ? 'smallest' : null;
}

/** m2 that K1 asks of this kitchen; null of a shared one, or where the profile switches it off. */
export function leastOfDwelling(situation: Situation, room: Room): number | null {
  if (holdersOf(room).length !== 1) return null;
  const kind = dwellingOf(situation, room) ?? 'smallest';
  return numberOf(situation.profile, kitchenKinds, kind);
}
