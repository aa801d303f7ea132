import { distance, type Point } from '../geometry/point.ts';
import { wholePoint } from './whole.ts';

/** A corner further out than this many times the offset is a spike; the pieces then end on their own. */
const sharpest = 6;

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/**
 * The pieces beside a line of points, each at its own distance (mm, positive to the left), meeting
 * at the corners. Pieces that run on or back at another distance do not meet. Whole millimetres.
 */
export function offsetLine(
  points: readonly Point[],
  offsets: readonly number[],
  closed: boolean,
): Segment[] {
  const count = closed ? points.length : points.length - 1;
  const moved: Segment[] = [];
  for (let index = 0; index < count; index++) {
    const from = points[index]!;
    const to = points[(index + 1) % points.length]!;
    const length = distance(from, to) || 1;
    const by = offsets[index] ?? 0;
    const shift = { x: (-(to.y - from.y) / length) * by, y: ((to.x - from.x) / length) * by };
    moved.push({
      from: { x: from.x + shift.x, y: from.y + shift.y },
      to: { x: to.x + shift.x, y: to.y + shift.y },
    });
  }
  /** Where the piece and the next one meet; null where they do not. */
  const corners = moved.map((piece, index) => {
    const isLast = index === count - 1;
    const next = moved[(index + 1) % count];
    if ((isLast && !closed) || !next || next === piece) return null;
    const widest = Math.max(Math.abs(offsets[index] ?? 0), Math.abs(offsets[(index + 1) % count]!));
    const vertex = points[(index + 1) % points.length]!;
    const at = lineCrossing(piece, next);
    return at && distance(at, vertex) <= sharpest * widest + 1 ? at : null;
  });
  return moved.map((piece, index) => ({
    from: wholePoint(corners[(index + count - 1) % count] ?? piece.from),
    to: wholePoint(corners[index] ?? piece.to),
  }));
}

/** Where two lines, carried on, cross; null where they are parallel. */
export function lineCrossing(first: Segment, second: Segment): Point | null {
  const rx = first.to.x - first.from.x;
  const ry = first.to.y - first.from.y;
  const sx = second.to.x - second.from.x;
  const sy = second.to.y - second.from.y;
  const denominator = rx * sy - ry * sx;
  const scale = Math.hypot(rx, ry) * Math.hypot(sx, sy);
  if (scale === 0 || Math.abs(denominator) < scale * 1e-3) return null;
  const qx = second.from.x - first.from.x;
  const qy = second.from.y - first.from.y;
  const t = (qx * sy - qy * sx) / denominator;
  return { x: first.from.x + t * rx, y: first.from.y + t * ry };
}
