import type { Normal } from '../geometry/cut.ts';
import { distance } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';

/** `along` runs parallel to the room's longest wall face, `across` at right angles to it. */
export type CutDirection = 'along' | 'across' | { readonly degrees: number };

/** At right angles to the cut, to the side of its second part. */
export function normalOf(direction: CutDirection, ring: Ring): Normal {
  const main = longestSide(ring);
  const cut =
    direction === 'along'
      ? main
      : direction === 'across'
        ? { x: -main.y, y: main.x }
        : unit((direction.degrees * Math.PI) / 180);
  const normal = { x: -cut.y, y: cut.x };
  // The first part is the left one; for a level cut, the lower one.
  const flip = normal.x < -1e-9 || (Math.abs(normal.x) <= 1e-9 && normal.y < 0);
  return flip ? { x: -normal.x || 0, y: -normal.y || 0 } : normal;
}

/** Exact for whole quarter turns, so that level cuts stay level. */
function unit(angle: number): Normal {
  const clean = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);
  return { x: clean(Math.cos(angle)), y: clean(Math.sin(angle)) };
}

/** Direction of the longest wall face; of equally long ones the one nearest to level. */
function longestSide(ring: Ring): Normal {
  let best = { x: 1, y: 0 };
  let longest = 0;
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const length = distance(from, to);
    const x = Math.abs((to.x - from.x) / length);
    const flatter = Math.abs(length - longest) < 1 && x > Math.abs(best.x) + 1e-9;
    if (length >= longest + 1 || flatter) {
      longest = Math.max(length, longest);
      best = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    }
  }
  return best;
}
