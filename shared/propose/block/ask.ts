import type { HouseholdId, Plan, StoreyId } from '../../plan/model.ts';
import type { Profile } from '../../rules/profile.ts';
import type { Text } from '../../text.ts';
import type { Offer } from '../offer.ts';
import type { Wanted } from '../programme.ts';

/** Many households and the rooms that they share: plain data, for a worker and the command line. */
export interface BlockAsk {
  readonly plan: Plan;
  readonly storey: StoreyId;
  /** Ids of rooms derived from the plan after the works: shared kitchens, bathrooms and stores. */
  readonly rooms: readonly string[];
  /** Who is to get a part each; `mostHolders` at most. */
  readonly holders: readonly HouseholdId[];
  /** `best`: of each part the fullest that fits. */
  readonly programme: Wanted | 'best';
  /** mm of new partitions. */
  readonly thickness?: number;
  /** New soil stacks may be set, which must run through the storeys. Usual: yes. */
  readonly newStacks?: boolean;
  /** Who finds no place in the shared rooms may get a part of the household's own room. Usual: yes. */
  readonly ownRooms?: boolean;
  /** Doors may be cut into bearing walls. Usual: no. */
  readonly throughBearing?: boolean;
  /** How many different ones at most. */
  readonly top?: number;
  /** Sizes, clearances and rules; the national one where none is given. */
  readonly profile?: Profile;
}

/** With more, who goes where is no longer tried out exactly. */
export const mostHolders = 12;

export interface BlockAnswer {
  readonly offers: readonly BlockOffer[];
  /** What was looked at; an answer is the best found, not a proof. */
  readonly family: Text;
  /** Who has no part in the best answer, or in none at all. */
  readonly left: readonly HouseholdId[];
  readonly refusal: { readonly text: Text } | null;
  /** What would serve more, of what was not allowed. */
  readonly wishes: readonly BlockWish[];
  /** Shapes looked at and parts furnished, for measuring. */
  readonly shapes: number;
  readonly parts: number;
}

export type BlockWish = 'newStacks' | 'ownRooms' | 'throughBearing';

export interface BlockOffer extends Offer {
  /** Who still shares, or has nothing. */
  readonly left: readonly HouseholdId[];
  /** Whose part is a corner of the household's own room, and the mm2 that all of them give. */
  readonly givers: readonly HouseholdId[];
  readonly taken: number;
  /** Of the rooms that were given, those that stay as they are. */
  readonly undivided: readonly string[];
  readonly newStacks: number;
}

export interface BlockStep {
  readonly stage: 'rooms' | 'own-rooms' | 'better' | 'finest';
  /** 0 to 1 of all. */
  readonly share: number;
  /** The best so far, where they changed. */
  readonly offers: readonly BlockOffer[] | null;
}
