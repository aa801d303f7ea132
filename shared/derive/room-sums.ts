import { shownSum } from '../shown-area.ts';
import type { Room } from './room.ts';

export const isAlone = ({ holders }: Room): boolean => holders.length === 1;

/** mm2 of those that count, each as it is shown: whoever adds up what stands on the plan gets the same. */
export const sumOf = (rooms: readonly Room[], counts: (room: Room) => boolean): number =>
  shownSum(rooms.filter(counts).map(({ area }) => area));
