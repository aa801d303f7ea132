import {
  entries,
  type Opening,
  type OpeningId,
  type Storey,
  type WallId,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import type { Scene } from '../editor/hit.ts';
import { cross, footOnSegment, minus, unit, wallLine } from './plane.ts';

/**
 * How far the bodies of other walls reach along this wall's centre line from its ends, mm: the
 * clear run of the wall is its length less both. Walls that merely carry it on take nothing.
 */
export function coveredEnds(
  storey: Storey,
  id: WallId,
  view: View,
): { readonly a: number; readonly b: number } {
  const wall = storey.walls[id];
  const line = wall && wallLine(storey, wall);
  if (!wall || !line) return { a: 0, b: 0 };
  const along = unit(minus(line.b, line.a));
  const covered = { a: 0, b: 0 };
  for (const [otherId, other] of entries(storey.walls)) {
    const otherLine = wallLine(storey, other);
    if (otherId === id || !otherLine || !shownIn(other.phase, view)) continue;
    const sine = Math.abs(cross(along, unit(minus(otherLine.b, otherLine.a))));
    if (sine < 0.05) continue;
    for (const end of ['a', 'b'] as const) {
      const gap = footOnSegment(line[end], otherLine.a, otherLine.b).distance;
      if (gap <= Math.max(1, other.thickness / 2)) {
        const reach = Math.round(other.thickness / 2 / sine - gap);
        covered[end] = Math.max(covered[end], reach);
      }
    }
  }
  return covered;
}

/**
 * From where to where along its wall, in mm from the end `a`, an opening at this place has nothing
 * in its way: to the walls that stand across its ends, or to the next openings.
 */
export function clearRun(
  { storey, view }: Scene,
  id: WallId,
  place: Pick<Opening, 'offset' | 'width'>,
  self: OpeningId | null,
): { readonly from: number; readonly to: number } {
  const wall = storey.walls[id];
  const length = (wall && wallLine(storey, wall)?.length) ?? 0;
  const covered = coveredEnds(storey, id, view);
  let from = covered.a;
  let to = length - covered.b;
  const middle = place.offset + place.width / 2;
  for (const [other, { wall: host, phase, offset, width }] of entries(storey.openings)) {
    if (host !== id || other === self || !shownIn(phase, view)) continue;
    if (offset + width / 2 < middle) from = Math.max(from, offset + width);
    else to = Math.min(to, offset);
  }
  return { from, to };
}
