import type { RoomUse } from '../plan/model.ts';
import { shownSum } from '../shown-area.ts';
import type { Room } from './room.ts';

interface Held {
  readonly rooms: readonly Room[];
}

/**
 * mm2: what a household holds alone, and its part of the rooms that it lives in with others, each as it
 * is shown and added up. Shared kitchens, bathrooms and halls are nobody's.
 */
export const householdArea = ({ rooms }: Held): number => shownSum(partsOf(rooms));

/** mm2, the same unrounded: what moves between two rooms of one household is nobody's loss. */
export const exactHouseholdArea = ({ rooms }: Held): number =>
  partsOf(rooms).reduce((sum, part) => sum + part, 0);

const partsOf = (rooms: readonly Room[]): number[] =>
  rooms.filter(isCounted).map((room) => room.area / Math.max(1, holderCount(room)));

/** Whether a household that holds the room is counted for its part of it. */
export const isCounted = (room: Room): boolean => holderCount(room) <= 1 || !isService(room);

const service: readonly RoomUse[] = ['kitchen', 'bathroom', 'kitchen-bath', 'hall', 'corridor'];
const isService = ({ use }: Room): boolean => use !== null && service.includes(use);

const holderCount = (room: Room): number =>
  room.holders.filter((holder) => holder !== 'building').length;
