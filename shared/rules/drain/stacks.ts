import { type Drain, drainsOf, stacksOf } from '../../derive/drains.ts';
import type { Room } from '../../derive/room.ts';
import { text } from '../../text.ts';
import type { Situation } from '../rule.ts';

/** Every drain of the building, with its storey's. */
export const allDrains = (situation: Situation): Drain[] =>
  situation.after.flatMap((rooms) => drainsOf(rooms, situation.storeyOf(rooms), 'after'));

export const hasStacks = (situation: Situation, { storey }: Pick<Room, 'storey'>): boolean =>
  stacksOf(situation.storeyOf({ storey }).risers, 'after').length > 0;

/** How drains find their stacks, for those who read how a rule measures. */
export const choiceOfStack = text(
  '接哪根立管：先取不穿过别户房间的，再取不穿过卧室的，再取宜接的一类，最后取最近的。',
  'Which stack: first one that is reached without crossing rooms of others, then without crossing a bedroom, then of the proper sort, then the nearest.',
);

export const stackMissing = text('排水立管', 'a stack');

export const roomsOf = (drains: readonly Drain[]): Room[] => [
  ...new Set(drains.map(({ room }) => room)),
];

/**
 * mm of a drain that is more than `most`: in whole centimetres, as a straight line on the plan is no
 * exact length of a pipe; to the millimetre where centimetres would not tell it from the limit.
 */
export function drainLength(length: number, most: number): number {
  const centimetres = Math.floor(length / 10) * 10;
  return centimetres > most ? centimetres : Math.round(length);
}
