import { distance } from '../geometry/point.ts';
import type { Opening, Phase, Storey, Wall } from './model.ts';
import { standsAt } from './phase.ts';

/** mm along a wall's centre line; null where one of its joints is missing. */
export function wallLength(storey: Pick<Storey, 'joints'>, wall: Wall): number | null {
  const a = storey.joints[wall.a];
  const b = storey.joints[wall.b];
  return a && b ? distance(a, b) : null;
}

/**
 * Whether the opening lies between the ends of a wall of this length. A slanting wall's length is
 * no whole number, so it counts to the nearest millimetre.
 */
export const fitsInLength = (opening: Opening, length: number): boolean =>
  opening.offset >= 0 && opening.offset + opening.width <= Math.round(length);

/** Whether elements of these phases ever stand at one time. */
export const standTogether = (first: Phase, second: Phase): boolean =>
  (standsAt(first, 'before') && standsAt(second, 'before')) ||
  (standsAt(first, 'after') && standsAt(second, 'after'));

/** Whether two openings take the same piece of the same wall at one time. Touching jambs do not. */
export const openingsOverlap = (first: Opening, second: Opening): boolean =>
  first.wall === second.wall &&
  standTogether(first.phase, second.phase) &&
  first.offset < second.offset + second.width &&
  second.offset < first.offset + first.width;
