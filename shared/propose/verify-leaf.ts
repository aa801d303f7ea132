import { distance } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';
import type { Opening, Point, Storey } from '../plan/model.ts';

/** A leaf as the plan says that it hangs: the face of its wall, and the quarter that it sweeps. */
export interface HungLeaf {
  /** Where it stands wide open, as thick as the checker's cells, on the side that nobody comes by. */
  readonly open: Ring;
  /** mm from a place to what it sweeps. */
  away(place: Point): number;
}

/** mm: so thick is what a floor of cells takes notice of. */
const thick = 12;

export function hungLeaves(storey: Storey, opening: Opening): HungLeaf[] {
  const { kind, leaf, hinge = 'a', side, offset, width } = opening;
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (kind !== 'door' || leaf === 'sliding' || !side || !a || !b) return [];
  const long = distance(a, b);
  const along = { x: (b.x - a.x) / long, y: (b.y - a.y) / long };
  const out = side === 'left' ? { x: -along.y, y: along.x } : { x: along.y, y: -along.x };
  const half = wall.thickness / 2;
  const place = (beside: number, before: number): Point => ({
    x: a.x + along.x * beside + out.x * (half + before),
    y: a.y + along.y * beside + out.y * (half + before),
  });
  const hung = (jamb: number, towards: 1 | -1, reach: number): HungLeaf => ({
    open: [
      place(jamb, 0),
      place(jamb, reach),
      place(jamb - towards * thick, reach),
      place(jamb - towards * thick, 0),
    ],
    away({ x, y }) {
      const [dx, dy] = [x - a.x, y - a.y];
      const beside = towards * (dx * along.x + dy * along.y - jamb);
      const before = dx * out.x + dy * out.y - half;
      if (beside > 0 && before > 0) return Math.hypot(beside, before) - reach;
      const edge = (on: number, off: number): number =>
        Math.hypot(off, on - Math.min(Math.max(on, 0), reach));
      return Math.min(edge(beside, before), edge(before, beside));
    },
  });
  if (leaf === 'double') {
    return [hung(offset, 1, width / 2), hung(offset + width, -1, width / 2)];
  }
  return [hinge === 'b' ? hung(offset + width, -1, width) : hung(offset, 1, width)];
}
