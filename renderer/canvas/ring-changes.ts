import type { Ring } from '../../shared/geometry/polygon.ts';
import type { Point } from '../../shared/plan/model.ts';

/**
 * Points between which two drawings by rings look different: for each place that changed a few of
 * them. Rings that are as they were count for nothing, whether they are the identical objects or not.
 * Of `dashed` ones all is different from where the first corner is: their dashes run on.
 */
export function ringChanges(
  was: readonly Ring[],
  is: readonly Ring[],
  dashed = false,
): readonly (readonly Point[])[] {
  const left = new Set(was);
  const come = is.filter((ring) => !left.delete(ring));
  if (left.size === 0 && come.length === 0) return [];
  const gone = new Map([...left].map((ring) => [keyOf(ring), ring]));
  const fresh = come.filter((ring) => !gone.delete(keyOf(ring)));
  const changes: (readonly Point[])[] = [];
  for (const ring of fresh) {
    // A long outline is mostly as it was: it is the same one where it begins or ends as that did.
    const same = dashed ? undefined : [...gone].find(([, other]) => commonEnds(ring, other) > 0);
    if (same) {
      gone.delete(same[0]);
      changes.push(...differing(ring, same[1]));
    } else changes.push(ring);
  }
  return [...changes, ...gone.values()];
}

const keyOf = (ring: Ring): string => ring.map(({ x, y }) => `${x},${y}`).join(' ');

const isSame = (one: Point | undefined, other: Point | undefined): boolean =>
  one !== undefined && other !== undefined && one.x === other.x && one.y === other.y;

const commonStart = (one: Ring, other: Ring): number => {
  let count = 0;
  while (isSame(one[count], other[count])) count += 1;
  return count;
};

const commonEnds = (one: Ring, other: Ring): number =>
  commonStart(one, other) + (isSame(one.at(-1), other.at(-1)) ? 1 : 0);

/** What lies between the stretches that both begin and end with, from corner to corner. */
function differing(one: Ring, other: Ring): Point[][] {
  const start = commonStart(one, other);
  const most = Math.min(one.length, other.length) - start;
  let end = 0;
  while (end < most && isSame(one.at(-1 - end), other.at(-1 - end))) end += 1;
  const part = (ring: Ring): Point[] => {
    const from = start - 1;
    const count = ring.length - start - end + 2;
    return Array.from(
      { length: count },
      (_, index) => ring[(from + index + ring.length) % ring.length]!,
    );
  };
  return [part(one), part(other)];
}
