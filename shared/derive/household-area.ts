import type { RoomUse } from '../plan/model.ts';
import type { Room } from './room.ts';

/**
 * mm2: what a household holds alone, and its part of the rooms that it lives in with others. Shared
 * kitchens, bathrooms and halls are nobody's.
 */
export const householdArea = ({ rooms }: { readonly rooms: readonly Room[] }): number =>
  rooms.reduce((sum, room) => {
    const holders = holderCount(room);
    return holders > 1 && isService(room) ? sum : sum + room.area / Math.max(1, holders);
  }, 0);

const service: readonly RoomUse[] = ['kitchen', 'bathroom', 'kitchen-bath', 'hall', 'corridor'];
const isService = ({ use }: Room): boolean => use !== null && service.includes(use);

const holderCount = (room: Room): number =>
  room.holders.filter((holder) => holder !== 'building').length;
