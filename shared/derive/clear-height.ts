import type { RoomId, Storey } from '../plan/model.ts';
import type { Room } from './room.ts';

/** mm from floor to ceiling: the room's own, else the storey's; null where nobody has measured. */
export function clearHeightOf(storey: Storey, room: Room): number | null {
  const own = room.tags.map((id: RoomId) => storey.rooms[id]?.clearHeight);
  const said = own.find((height) => height !== undefined) ?? storey.clearHeight;
  return said ?? null;
}
