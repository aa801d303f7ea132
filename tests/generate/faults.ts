import { faultsOfFlats } from './flat-faults.ts';
import { type FlatWidths, usualFlat } from './flats.ts';
import type { FaultKind } from './plant.ts';
import type { Random } from './random.ts';
import { faultsOfRooms } from './room-faults.ts';

export type { FaultKind } from './plant.ts';

/** What can be planted in one flat among others; what takes a building is in `building-faults.ts`. */
export const faultKinds: readonly FaultKind[] = [...faultsOfRooms, ...faultsOfFlats];

/** The widths of a clean flat, somewhat different each time. */
export const someWidths = (random: Random): FlatWidths => ({
  bedroom: usualFlat.bedroom + random.between(0, 600, 50),
  living: usualFlat.living + random.between(0, 600, 50),
  kitchen: usualFlat.kitchen + random.between(0, 400, 50),
  bathroom: usualFlat.bathroom,
});
