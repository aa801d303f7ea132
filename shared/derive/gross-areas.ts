import { aroundFace, faceLeftOf, loopRing, twin } from '../geometry/faces.ts';
import { grossRings } from '../geometry/offset.ts';
import { signedArea } from '../geometry/polygon.ts';
import type { Plan, Storey, StoreyId } from '../plan/model.ts';
import type { Moment } from '../plan/phase.ts';
import type { HouseholdState } from './household-state.ts';
import { type LiveNetwork, liveNetwork } from './live-network.ts';
import { leftOf, outside, type Patch, sameHalfEdge, unknown } from './network-sides.ts';
import { once } from './once.ts';
import type { PatchedRooms } from './patched-rooms.ts';
import type { Room, StoreyRooms } from './room.ts';
import { liveRooms } from './storey-rooms.ts';
import { type WallNetwork, wallNetwork } from './wall-network.ts';

/**
 * Gross areas (建筑面积) in mm2: to the outer faces of outer walls, party walls halved. Beside the
 * usable area, never in its place; rules use the usable area (DOMAIN.md).
 */
export interface GrossAreas {
  /** The whole storey, with everything that its outer walls enclose; worked out when it is asked for. */
  readonly storey: number;
  /** By room id. */
  readonly rooms: { get(id: string): number | undefined };
}

/** Remembered by what they are derived from: every household asks for its own. */
export const grossAreas = (id: StoreyId, storey: Storey, moment: Moment): GrossAreas =>
  derived(liveNetwork(storey, moment), liveRooms(id, storey, moment), moment);

const derived = once(
  (
    { base, patch, joints, walls }: LiveNetwork,
    { rooms, patched }: ReturnType<typeof liveRooms>,
    moment: Moment,
  ): GrossAreas => {
    if (!patch) return wholeGross(base, rooms);
    const whole = (): GrossAreas => wholeGross(wallNetwork({ joints, walls }, moment), rooms);
    const areas = patched && patchedGross(patch, patched);
    if (!areas) return whole();
    return {
      rooms: areas,
      get storey() {
        return whole().storey;
      },
    };
  },
);

const wholeGross = once((network: WallNetwork, { roomsOfFace, byId }: StoreyRooms): GrossAreas => {
  const { faces } = network.faces;
  const areas = faceAreas(
    network,
    faces.map((_, face) => face),
    (halfEdge) => faceLeftOf(network.faces, halfEdge) === -1,
  );
  const rooms = new Map<string, number>();
  roomsOfFace.forEach((ids, face) => {
    shareOut(
      areas[face]!,
      ids.flatMap((id) => byId.get(id) ?? []),
      rooms,
    );
  });
  return { storey: areas.reduce((sum, area) => sum + area, 0), rooms };
});

/** Where walls pinch a face into several rooms, its gross area goes by their usable areas. */
function shareOut(area: number, rooms: readonly Room[], shares: Map<string, number>): void {
  const usable = rooms.reduce((sum, room) => sum + room.area, 0);
  for (const room of rooms) shares.set(room.id, (area * room.area) / usable);
}

/**
 * Only the faces that come are measured anew. Null where a face that went left the outside beside
 * one that stays: to that the wall between them belongs whole now. One that stays may be noded a
 * millimetre elsewhere, far along a wall that is met otherwise: gross areas go by that, and so are
 * those of the whole to 0.001 m2, not to the last digit as the rooms.
 */
function patchedGross(
  patch: Patch,
  { base: rooms, places, departed }: PatchedRooms,
): GrossAreas['rooms'] | null {
  const { base, part, come } = patch;
  if (opensToOutside(patch)) return null;
  const known = wholeGross(base, rooms).rooms;
  const areas = faceAreas(part, come, (halfEdge) => leftOf(patch, halfEdge) === outside);
  const fresh = new Map<string, number>();
  come.forEach((face, index) => {
    shareOut(areas[index]!, places[face]!, fresh);
  });
  return {
    get: (id) => fresh.get(id) ?? (departed.has(id) ? undefined : known.get(id)),
  };
}

function opensToOutside(patch: Patch): boolean {
  const { base, part, gone, goneFaces } = patch;
  return goneFaces.some((face) =>
    aroundFace(base.faces, face).some((halfEdge) => {
      const beside = faceLeftOf(base.faces, twin(halfEdge));
      if (beside === -1 || gone[beside] === 1) return false;
      const own = sameHalfEdge(part, base, halfEdge);
      const now = own === -1 ? unknown : leftOf(patch, own);
      return now === outside || now === unknown;
    }),
  );
}

/** mm2 of the chosen faces. */
function faceAreas(
  network: WallNetwork,
  chosen: readonly number[],
  isOutside: (halfEdge: number) => boolean,
): readonly number[] {
  const { graph, faces } = network;
  return grossRings(network, chosen, isOutside).map((ring, index) =>
    // What stands enclosed inside belongs to its own faces; a free-standing wall takes nothing.
    faces.faces[chosen[index]!]!.inner.reduce(
      (area, loop) => area - Math.abs(signedArea(loopRing(graph, faces, loop))),
      Math.abs(signedArea(ring)),
    ),
  );
}

/** mm2, gross, of the rooms that a household holds alone. */
export function householdGross(plan: Plan, household: HouseholdState, moment: Moment): number {
  const areas = planGross(plan, moment);
  let sum = 0;
  for (const room of household.rooms) {
    if (room.holders.length === 1) sum += areas(room.storey)?.rooms.get(room.id) ?? 0;
  }
  return sum;
}

/** Of the storeys that are asked about, each once. */
const planGross = once((plan: Plan, moment: Moment) => {
  const known = new Map<StoreyId, GrossAreas | null>();
  return (id: StoreyId): GrossAreas | null => {
    let areas = known.get(id);
    if (areas === undefined) {
      const storey = plan.storeys[id];
      areas = storey ? grossAreas(id, storey, moment) : null;
      known.set(id, areas);
    }
    return areas;
  };
});
