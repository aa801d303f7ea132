import type { Bounds } from '../../shared/geometry/polygon.ts';
import { emsOf, overlap } from './stacks-labels.ts';

/** Where the names of rooms stand on the picture of the stacks: each in its room, clear of all else. */

/** A label of several lines about a point, y downwards. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** A name about the place where it would stand best, and the box of its room within which it may move. */
export interface RoomName {
  readonly x: number;
  readonly y: number;
  readonly within: Bounds;
  /** Whether its walls leave a box free, where the room is no box itself. */
  readonly holds?: (box: Bounds) => boolean;
  /** How it may be said, the best first. */
  readonly ways: readonly (readonly string[])[];
}

interface Taken {
  /** Nothing may lie over it. */
  readonly hard: readonly Bounds[];
  /** Better left free as well. */
  readonly soft: readonly Bounds[];
}

/**
 * Each name where it lies clear of what is taken and of those before it; null where its room has no such
 * place for any way of saying it.
 */
export function placedNames(
  names: readonly RoomName[],
  { hard, soft }: Taken,
  letter: number,
  spacing: number,
): (Block | null)[] {
  const taken = [...hard];
  return names.map((name) => {
    for (const others of [[...taken, ...soft], taken]) {
      for (const lines of name.ways) {
        const block = placesFor(name, lines, letter, spacing)
          .map((place) => ({ ...place, lines }))
          .find((one) => {
            const box = boxOfBlock(one, letter, spacing);
            return isFree(box, others) && (name.holds?.(box) ?? true);
          });
        if (!block) continue;
        taken.push(boxOfBlock(block, letter, spacing));
        return block;
      }
    }
    return null;
  });
}

const isFree = (box: Bounds, others: readonly Bounds[]): boolean =>
  !others.some((other) => overlap(box, other));

/** Inside the room, the nearest first; nowhere where the words are larger than the room. */
function placesFor(
  { x, y, within }: RoomName,
  lines: readonly string[],
  letter: number,
  spacing: number,
): { readonly x: number; readonly y: number }[] {
  const { minX, maxX, minY, maxY } = boxOfBlock({ x: 0, y: 0, lines }, letter, spacing);
  const [left, right] = [within.minX - minX, within.maxX - maxX];
  const [top, bottom] = [within.minY - minY, within.maxY - maxY];
  if (left > right || top > bottom) return [];
  const across = [clamped(x, left, right), ...stepped(left, right, letter)];
  const down = [clamped(y, top, bottom), ...stepped(top, bottom, spacing / 3)];
  return across
    .flatMap((one) => down.map((other) => ({ x: one, y: other })))
    .sort((one, other) => away(one, x, y) - away(other, x, y));
}

const clamped = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

const stepped = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

const away = (place: { readonly x: number; readonly y: number }, x: number, y: number): number =>
  Math.abs(place.x - x) + Math.abs(place.y - y);

/** What a label covers. */
export function boxOfBlock({ x, y, lines }: Block, letter: number, spacing: number): Bounds {
  const across = (Math.max(0, ...lines.map(emsOf)) * letter) / 2;
  const down = (lines.length * spacing) / 2;
  return { minX: x - across, maxX: x + across, minY: y - down, maxY: y + down };
}
