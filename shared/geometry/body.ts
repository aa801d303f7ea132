import type { Point } from './point.ts';
import type { Ring } from './polygon.ts';

/** The straight line and half thickness of one source wall. */
export interface Body {
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

/** Its four corners, counter-clockwise, cut off square at the ends. */
export function bodyRectangle({ a, b, half }: Body): Ring {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const nx = (-(b.y - a.y) / length) * half;
  const ny = ((b.x - a.x) / length) * half;
  return [
    { x: a.x - nx, y: a.y - ny },
    { x: b.x - nx, y: b.y - ny },
    { x: b.x + nx, y: b.y + ny },
    { x: a.x + nx, y: a.y + ny },
  ];
}

/** Whether two rectangles, at any angle, have some area in common: no line along a side parts them. */
export function rectanglesOverlap(left: Ring, right: Ring): boolean {
  return !partedAlong(left, left, right) && !partedAlong(right, left, right);
}

function partedAlong(sides: Ring, left: Ring, right: Ring): boolean {
  for (let index = 0; index < 2; index++) {
    const dx = sides[index + 1]!.x - sides[index]!.x;
    const dy = sides[index + 1]!.y - sides[index]!.y;
    const leftEnd = farthest(left, dx, dy);
    const rightEnd = farthest(right, dx, dy);
    if (leftEnd <= -farthest(right, -dx, -dy) || rightEnd <= -farthest(left, -dx, -dy)) return true;
  }
  return false;
}

/** How far a ring reaches in a direction, times the length of that. */
function farthest(ring: Ring, dx: number, dy: number): number {
  let most = -Infinity;
  for (const { x, y } of ring) most = Math.max(most, x * dx + y * dy);
  return most;
}
