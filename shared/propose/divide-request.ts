import type { HouseholdId, Plan } from '../plan/model.ts';
import { allDoorKinds, type DoorKind } from './door-places.ts';
import type { Part } from './part.ts';
import type { Cell, Partition } from './partitions.ts';
import type { Programme } from './programme.ts';
import type { Score } from './score.ts';
import type { SpaceRequest } from './space.ts';

/** What a division is searched for. */
export interface DivideRequest extends SpaceRequest {
  /** One household to furnish the room for, or two to divide it between. */
  readonly holders: readonly HouseholdId[];
  readonly programme: Programme;
  /** What its costs are held against, where a wall or a stack of `plan` is itself part of the works. */
  readonly unchanged?: Plan;
  readonly preparations: readonly number[];
  /** mm of the new partitions. */
  readonly thickness: number;
  /** Also partitions with a corner. */
  readonly corners: boolean;
  readonly doorKinds: readonly DoorKind[];
  readonly throughBearing: boolean;
  readonly ignoresStacks: boolean;
  /** Electric cooking even where gas is there. */
  readonly electricOnly: boolean;
  /** The first household's share of the net area. */
  readonly share: number;
  /** No part is smaller than this share of the net area. */
  readonly leastShare: number;
  /** mm of the grid. */
  readonly step: number;
  /**
   * Of straight partitions, and of those with a corner, as many that have a division are enough, the
   * most even first; Infinity: all are tried.
   */
  readonly enoughCuts: number;
  /** Whether one is possible at all is enough of an answer. */
  readonly isFirstEnough: boolean;
}

export const usualRequest = {
  thickness: 100,
  corners: false,
  doorKinds: allDoorKinds,
  throughBearing: false,
  ignoresStacks: false,
  electricOnly: false,
  share: 0.5,
  leastShare: 0.4,
  step: 50,
  enoughCuts: Infinity,
  isFirstEnough: false,
} as const;

/** A division in the frame of its space. */
export interface Division {
  readonly signature: string;
  readonly score: Score;
  /** Null for one household. */
  readonly partition: Partition | null;
  readonly parts: readonly Part[];
  readonly cells: readonly Cell[];
  /** The asker of each part, by its place in the request. */
  readonly askers: readonly number[];
}
