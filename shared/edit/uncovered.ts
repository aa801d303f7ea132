import { distance } from '../geometry/point.ts';
import type { Phase, Point, Storey, WallId, WallKind } from '../plan/model.ts';
import { standTogether } from '../plan/opening-fit.ts';
import { shortestWall } from './misfit.ts';
import type { Segment } from './offset-line.ts';
import { reach } from './relocate.ts';

/** A stretch of a line on which a wall stands: mm from the line's start, and the wall's ends there. */
interface Covered {
  readonly wall: WallId;
  readonly low: number;
  readonly high: number;
  readonly atLow: Point;
  readonly atHigh: Point;
}

/**
 * What is left to draw of a wall where others stand on its very centre line, and those others. A
 * wall beside it, or in the body of a thick one, covers nothing: linings are drawn so.
 *
 *     A - - C=====D - - B      of A to B the pieces A to C and D to B are left
 */
export function uncovered(
  storey: Storey,
  line: Segment,
  kind: WallKind,
  phase: Phase,
): { readonly pieces: readonly Segment[]; readonly walls: readonly WallId[] } {
  const covers = coversOf(storey, line, kind, phase);
  const length = distance(line.from, line.to);
  const pieces: Segment[] = [];
  let last = { at: 0, point: line.from };
  for (const { low, high, atLow, atHigh } of covers) {
    if (low - last.at >= shortestWall) pieces.push({ from: last.point, to: atLow });
    if (high > last.at) last = { at: high, point: atHigh };
  }
  if (covers.length === 0 || length - last.at >= shortestWall) {
    pieces.push({ from: last.point, to: line.to });
  }
  return { pieces, walls: covers.map(({ wall }) => wall) };
}

function coversOf(storey: Storey, { from, to }: Segment, kind: WallKind, phase: Phase): Covered[] {
  const length = distance(from, to);
  if (length === 0) return [];
  const x = (to.x - from.x) / length;
  const y = (to.y - from.y) / length;
  const found: Covered[] = [];
  for (const id in storey.walls) {
    const wall = storey.walls[id as WallId];
    const a = wall && storey.joints[wall.a];
    const b = wall && storey.joints[wall.b];
    if (!a || !b) continue;
    const isOff = (p: Point): boolean => Math.abs((p.y - from.y) * x - (p.x - from.x) * y) > reach;
    if (isOff(a) || isOff(b) || !standTogether(wall.phase, phase)) continue;
    // A wall may take the place of a boundary that it is drawn over.
    if (wall.kind === 'boundary' && kind !== 'boundary') continue;
    const along = (p: Point): number => (p.x - from.x) * x + (p.y - from.y) * y;
    const [atLow, atHigh] = along(a) <= along(b) ? [a, b] : [b, a];
    const [low, high] = [along(atLow), along(atHigh)];
    // Across the line, or only touching its ends.
    if (high - low < shortestWall || high <= reach || low >= length - reach) continue;
    found.push({ wall: id as WallId, low, high, atLow, atHigh });
  }
  return found.sort(
    (one, other) =>
      one.low - other.low || other.high - one.high || (one.wall < other.wall ? -1 : 1),
  );
}
