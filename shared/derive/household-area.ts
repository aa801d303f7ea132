import type { RoomUse } from '../plan/model.ts';
import type { Room } from './room.ts';

/**
 * mm2: what a household holds alone, and its part of the rooms that it lives in with others. Shared
 * kitchens, bathrooms and halls are nobody's.
 */
export const householdArea = ({ rooms }: { readonly rooms: readonly Room[] }): number =>
  rooms.reduce((sum, room) => {
    return isCounted(room) ? sum + room.area / Math.max(1, holderCount(room)) : sum;
  }, 0);

/** Whether a household that holds the room is counted for its part of it. */
export const isCounted = (room: Room): boolean => holderCount(room) <= 1 || !isService(room);

const service: readonly RoomUse[] = ['kitchen', 'bathroom', 'kitchen-bath', 'hall', 'corridor'];
const isService = ({ use }: Room): boolean => use !== null && service.includes(use);

const holderCount = (room: Room): number =>
  room.holders.filter((holder) => holder !== 'building').length;
