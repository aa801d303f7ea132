import type { FixtureKind, HouseholdId } from '../plan/model.ts';
import type { Room } from './room.ts';

/** `exclusive`: its own and equipped; `shared`: others hold the room too; `missing`: none, or not equipped. */
export type Facility = 'exclusive' | 'shared' | 'missing';

export interface FacilityState {
  readonly state: Facility;
  /** The rooms that count, best first; also those that would count if they were equipped. */
  readonly rooms: readonly Room[];
  readonly sharedWith: readonly HouseholdId[];
  readonly fixtures: readonly FixtureKind[];
  /** What keeps a room from counting: a kitchen needs sink and cooker, a bathroom a WC. */
  readonly lacking: readonly FixtureKind[];
}

/** What one household has at one moment. */
export interface HouseholdState {
  readonly id: HouseholdId;
  readonly door: string;
  readonly rooms: readonly Room[];
  /** mm2 of rooms held alone. */
  readonly ownArea: number;
  /** mm2 of rooms shared with other households, whole, not divided. */
  readonly sharedArea: number;
  readonly kitchen: FacilityState;
  readonly bathroom: FacilityState;
  /** Own rooms (by id) that cannot be reached from the common stair, corridor or outside without crossing another household. */
  readonly unreached: readonly Room[];
  /** True where every room is reached, and there is at least one. */
  readonly reach: boolean;
  /** Own kitchen, own bathroom, all reached. */
  readonly complete: boolean;
}
