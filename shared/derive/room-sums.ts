import type { Room } from './room.ts';

export const isAlone = ({ holders }: Room): boolean => holders.length === 1;

/** mm2 of those that count. */
export const sumOf = (rooms: readonly Room[], counts: (room: Room) => boolean): number =>
  rooms.reduce((area, room) => (counts(room) ? area + room.area : area), 0);
