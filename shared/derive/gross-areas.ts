import { loopRing } from '../geometry/faces.ts';
import { grossRings } from '../geometry/offset.ts';
import { signedArea } from '../geometry/polygon.ts';
import type { Plan, Storey, StoreyId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import type { HouseholdState } from './household-state.ts';
import { once } from './once.ts';
import type { StoreyRooms } from './room.ts';
import { storeyRooms } from './storey-rooms.ts';
import { type WallNetwork, wallNetwork } from './wall-network.ts';

/**
 * Gross areas (建筑面积) in mm2: to the outer faces of outer walls, party walls halved. Beside the
 * usable area, never in its place; rules use the usable area (DOMAIN.md).
 */
export interface GrossAreas {
  /** The whole storey, with everything that its outer walls enclose. */
  readonly storey: number;
  /** By room id. */
  readonly rooms: ReadonlyMap<string, number>;
}

export const grossAreas = (id: StoreyId, storey: Storey, moment: Moment): GrossAreas =>
  derived(wallNetwork(storey, moment), storeyRooms(id, storey, moment));

/** Remembered by what it is derived from: every household asks for its own. */
const derived = once((network: WallNetwork, { roomsOfFace, byId }: StoreyRooms): GrossAreas => {
  const areas = faceAreas(network);
  const rooms = new Map<string, number>();
  roomsOfFace.forEach((inFace, face) => {
    // Where walls pinch a face into several rooms, its gross area goes by their usable areas.
    const usable = inFace.reduce((sum, room) => sum + (byId.get(room)?.area ?? 0), 0);
    for (const room of inFace) {
      rooms.set(room, (areas[face]! * (byId.get(room)?.area ?? 0)) / usable);
    }
  });
  return { storey: areas.reduce((sum, area) => sum + area, 0), rooms };
});

/** mm2, gross, of the rooms that a household holds alone. */
export function householdGross(plan: Plan, household: HouseholdState, moment: Moment): number {
  let sum = 0;
  for (const room of household.rooms) {
    const storey = plan.storeys[room.storey];
    if (!storey || room.holders.length > 1) continue;
    sum += grossAreas(room.storey, storey, moment).rooms.get(room.id) ?? 0;
  }
  return sum;
}

const faceAreas = once(({ graph, faces, bodies }: WallNetwork): readonly number[] =>
  grossRings(graph, faces, bodies).map((ring, face) =>
    // What stands enclosed inside belongs to its own faces; a free-standing wall takes nothing.
    faces.faces[face]!.inner.reduce(
      (area, loop) => area - Math.abs(signedArea(loopRing(graph, faces, loop))),
      Math.abs(signedArea(ring)),
    ),
  ),
);
