import type { Fixture, FixtureKind } from '../plan/model.ts';
import { placeOn, turnOf } from './footprint.ts';

const ofCounter: readonly FixtureKind[] = ['sink', 'cooker', 'worktop'];

/** mm: what stands off by less is joined; beside a wall that is not along whole degrees it does. */
const flush = 20;

/**
 * The part of a worktop along whose front people can stand. Where a counter turns a corner, its other
 * arm stands flush against that front, back to the next wall: that much of the front is the counter's
 * own corner, and no floor is missing there. Null where nothing else is left.
 *
 *   +--------+-----------+
 *   | corner |  front    |
 *   +--------+-----------+
 *   | other  |
 *   | arm    |
 */
export function usedFront(worktop: Fixture, others: readonly Fixture[]): Fixture | null {
  if (worktop.kind !== 'worktop') return worktop;
  let [low, high] = [-worktop.width / 2, worktop.width / 2];
  const { sin, cos } = turnOf(worktop.rotation);
  for (const other of others) {
    if (!ofCounter.includes(other.kind)) continue;
    const turn = (((other.rotation - worktop.rotation) % 360) + 360) % 360;
    if (turn !== 90 && turn !== 270) continue;
    const [dx, dy] = [other.at.x - worktop.at.x, other.at.y - worktop.at.y];
    const beside = dx * cos + dy * sin;
    const before = -dx * sin + dy * cos;
    if (Math.abs(before - worktop.depth - other.width / 2) > flush) continue;
    // Turned to the left it stands at the right end of the front.
    if (turn === 90 && Math.abs(beside - worktop.width / 2) <= flush) {
      high = Math.min(high, beside - other.depth);
    }
    if (turn === 270 && Math.abs(beside + worktop.width / 2) <= flush) {
      low = Math.max(low, beside + other.depth);
    }
  }
  const width = high - low;
  if (width === worktop.width) return worktop;
  return width > 2 * flush
    ? { ...worktop, at: placeOn(worktop, (low + high) / 2, 0), width }
    : null;
}
