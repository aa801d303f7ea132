import { bodyRectangle } from '../geometry/body.ts';
import { distance } from '../geometry/point.ts';
import type { Ring } from '../geometry/polygon.ts';
import type { Opening, Point, Storey } from '../plan/model.ts';
import type { Room } from './room.ts';
import type { WayOut } from './room-contents.ts';

/** mm by which a leaf keeps clear of its wall and of what it passes. */
const clearance = 20;
/** mm from its hinge that a leaf stands off a wall beside it: whole millimetres put no slanting one right there. */
const hingeGap = 5;
/** Corners of the arc of a leaf. */
const steps = 6;

/** The wall of an opening as a line: from the nearer jamb on, with its thickness. */
interface Frame {
  readonly at: (along: number, beside: number) => Point;
  readonly half: number;
}

function frameOf(storey: Storey, opening: Opening): Frame | null {
  const wall = storey.walls[opening.wall];
  const a = wall && storey.joints[wall.a];
  const b = wall && storey.joints[wall.b];
  if (!wall || !a || !b) return null;
  const length = distance(a, b);
  if (length === 0) return null;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  return {
    at: (along, beside) => ({
      x: a.x + ux * along - uy * beside,
      y: a.y + uy * along + ux * beside,
    }),
    half: wall.thickness / 2,
  };
}

/** The floor that the leaves of a door sweep, one convex shape each; none where it slides. */
export function sweptBy(storey: Storey, opening: Opening): readonly Ring[] {
  const { kind, leaf, side, offset, width } = opening;
  if (kind !== 'door' || leaf === 'sliding' || !side) return [];
  const frame = frameOf(storey, opening);
  if (!frame) return [];
  const out = side === 'left' ? 1 : -1;
  const sector = (jamb: number, towards: 1 | -1, reach: number): Ring => [
    frame.at(jamb + towards * hingeGap, out * (frame.half + clearance)),
    ...Array.from({ length: steps + 1 }, (_, step) => {
      const angle = (step * Math.PI) / 2 / steps;
      return frame.at(
        jamb + towards * Math.max(hingeGap, (reach - clearance) * Math.cos(angle)),
        out * (frame.half + clearance + (reach - clearance) * Math.sin(angle)),
      );
    }),
  ];
  if (leaf === 'double') {
    return [sector(offset, 1, width / 2), sector(offset + width, -1, width / 2)];
  }
  return [opening.hinge === 'b' ? sector(offset + width, -1, width) : sector(offset, 1, width)];
}

/** Whether the leaf of a door swings into this room. `from` of a link lies right of its wall. */
export const swingsInto = (room: Room, { link, opening }: WayOut): boolean =>
  (opening?.side === 'left' ? link.to : link.from) === room.id;

/** The floor right before an opening on both sides of its wall, `depth` mm deep. */
export function thresholds(storey: Storey, opening: Opening, depth: number): readonly Ring[] {
  const frame = frameOf(storey, opening);
  if (!frame) return [];
  const { offset, width } = opening;
  const side = (out: 1 | -1): Ring => {
    const middle = out * (frame.half + depth / 2);
    return bodyRectangle({
      a: frame.at(offset + clearance, middle),
      b: frame.at(offset + width - clearance, middle),
      half: depth / 2,
    });
  };
  return [side(1), side(-1)];
}

/** The middle of an opening on its wall's centre line. */
export function middleOf(storey: Storey, opening: Opening): Point | null {
  return frameOf(storey, opening)?.at(opening.offset + opening.width / 2, 0) ?? null;
}

/** Both jambs on the centre line. */
export function jambsOf(storey: Storey, opening: Opening): readonly [Point, Point] | null {
  const frame = frameOf(storey, opening);
  return frame && [frame.at(opening.offset, 0), frame.at(opening.offset + opening.width, 0)];
}
