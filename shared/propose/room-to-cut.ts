import { storeyRooms } from '../derive/storey-rooms.ts';
import { wallNetwork } from '../derive/wall-network.ts';
import { type Polygon, polygonContains } from '../geometry/polygon.ts';
import type { Plan, StoreyId } from '../plan/model.ts';
import { type CutDirection, normalOf } from './cut-direction.ts';

/** A room derived from the plan after the works, by its id. */
export interface RoomOfPlan {
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly room: string;
}

/** The room inside the wall faces, and what its walls enclose: boundaries within do not bound it. */
export function roomToCut({ plan, storey: id, room: roomId }: RoomOfPlan) {
  const storey = plan.storeys[id];
  const room = storey && storeyRooms(id, storey, 'after').byId.get(roomId);
  if (!storey || !room) return null;
  const usable: Polygon = { outer: room.polygon, holes: room.holes };
  const enclosed = wallNetwork(storey, 'after')
    .nets.flat()
    .find((net) => polygonContains(net, room.label));
  return enclosed ? { storey, usable, enclosed } : null;
}

/** Where a part lies, as people point to it on the plan. */
export type PartSide = 'left' | 'right' | 'lower' | 'upper';

/** On which sides the two parts of a cut in this direction lie, the first part first; null without the room. */
export function partSides(
  request: RoomOfPlan & { readonly direction: CutDirection },
): readonly [PartSide, PartSide] | null {
  const found = roomToCut(request);
  if (!found) return null;
  const normal = normalOf(request.direction, found.enclosed.outer);
  if (Math.abs(normal.x) >= Math.abs(normal.y)) return ['left', 'right'];
  return normal.y > 0 ? ['lower', 'upper'] : ['upper', 'lower'];
}
