import type { FixtureKind, HouseholdId } from '../plan/model.ts';
import type { Room } from './room.ts';

/** `exclusive`: its own and equipped; `shared`: others hold the room too; `missing`: none, or not equipped. */
export type Facility = 'exclusive' | 'shared' | 'missing';

export interface FacilityState {
  readonly state: Facility;
  /**
   * The rooms that count, best first; also those that would count if they were equipped. None where
   * tags in one room disagree about what it is.
   */
  readonly rooms: readonly Room[];
  readonly sharedWith: readonly HouseholdId[];
  readonly fixtures: readonly FixtureKind[];
  /** What keeps a room from counting: a kitchen needs sink and cooker, a bathroom a WC. */
  readonly lacking: readonly FixtureKind[];
}

/** A room that its household cannot get to from the common stair, corridor or outside. */
export interface Unreached {
  readonly room: Room;
  /**
   * `crosses`: only through rooms of other households; `unknown`: only through rooms that nobody
   * holds yet, or that are not named; `no-way`: no doors lead there.
   */
  readonly why: 'no-way' | 'crosses' | 'unknown';
  /** Those rooms, from the common end of the way; of `no-way` the common rooms that lead nowhere. */
  readonly through: readonly Room[];
  /** Of `no-way`: it has a door, but no body gets through. */
  readonly tooSmall?: true;
}

/** What one household has at one moment. */
export interface HouseholdState {
  readonly id: HouseholdId;
  readonly door: string;
  readonly rooms: readonly Room[];
  /** mm2 of rooms held alone, each as it is shown (m2 with two decimals), added up. */
  readonly ownArea: number;
  /** mm2 of rooms shared with other households, whole, not divided, added up in the same way. */
  readonly sharedArea: number;
  readonly kitchen: FacilityState;
  readonly bathroom: FacilityState;
  /** In the order of the rooms' ids. */
  readonly unreached: readonly Unreached[];
  /**
   * True where every room of its own is reached, and its kitchen and bathroom, and there is at least
   * one room. What is unknown is not reached.
   */
  readonly reach: boolean;
  /** Own kitchen, own bathroom, all reached. */
  readonly complete: boolean;
}
