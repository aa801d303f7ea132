import type { Arrangement } from './arrangement.ts';
import { type Faces, twin } from './faces.ts';
import type { Point } from './point.ts';
import type { Ring } from './polygon.ts';

/**
 * Net outlines: for each half-edge the line of the wall face on its left, and where neighbouring
 * lines meet. The lines come from the source walls, not from the noded pieces, so that rounding a
 * vertex to the grid moves no wall face.
 */

/** The straight line and half thickness of one source wall. */
export interface Body {
  readonly a: Point;
  readonly b: Point;
  readonly half: number;
}

/** A line as its unit direction and its signed distance from the vertex that asks. */
interface FaceLine {
  readonly dx: number;
  readonly dy: number;
  /** A point on the wall face. */
  readonly px: number;
  readonly py: number;
  readonly half: number;
}

export interface Corners {
  /** Left wall face of each half-edge: where it begins and ends, as x, y. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Cosine between each half-edge and the wall that it is a piece of: small where rounding bent it. */
  readonly bend: Float64Array;
}

/** A corner farther out than this many half thicknesses is cut off square. */
const mitreLimit = 4;
/** Sine below which two directions count as one line. */
const straight = 1e-6;
/** Cosine of about 8 degrees. */
const leastBend = 0.99;

export function wallCorners(
  graph: Arrangement,
  faces: Faces,
  bodies: readonly (Body | null)[],
): Corners {
  const count = faces.next.length;
  const lines: FaceLine[] = [];
  for (let halfEdge = 0; halfEdge < count; halfEdge++) {
    lines.push(faceLine(graph, faces, bodies, halfEdge));
  }
  const start = new Float64Array(count * 2);
  const end = new Float64Array(count * 2);
  const bend = new Float64Array(count);
  for (let halfEdge = 0; halfEdge < count; halfEdge++) {
    const after = faces.next[halfEdge]!;
    const vertex = faces.origin[after]!;
    const v = { x: graph.x[vertex]!, y: graph.y[vertex]! };
    const before = lines[halfEdge]!;
    const u = faces.origin[halfEdge]!;
    const ex = v.x - graph.x[u]!;
    const ey = v.y - graph.y[u]!;
    bend[halfEdge] = (ex * before.dx + ey * before.dy) / Math.hypot(ex, ey);
    const behind = lines[after]!;
    const met = after === twin(halfEdge) ? null : corner(before, behind, v);
    const ends = met ?? foot(before, v);
    const starts = met ?? foot(behind, v);
    end[2 * halfEdge] = ends.x;
    end[2 * halfEdge + 1] = ends.y;
    start[2 * after] = starts.x;
    start[2 * after + 1] = starts.y;
  }
  return { start, end, bend };
}

/**
 * The wall faces around a loop as one ring, or null where some stretch of wall face runs
 * backwards (the walls are thicker than the space) or is so short that rounding to the grid bent
 * it: there the ring means nothing.
 */
export function netRing(
  graph: Arrangement,
  faces: Faces,
  corners: Corners,
  loop: number,
): Ring | null {
  const ring: Point[] = [];
  const first = faces.loopStart[loop]!;
  let halfEdge = first;
  do {
    const u = faces.origin[halfEdge]!;
    const v = faces.origin[twin(halfEdge)]!;
    const from = { x: corners.start[2 * halfEdge]!, y: corners.start[2 * halfEdge + 1]! };
    const to = { x: corners.end[2 * halfEdge]!, y: corners.end[2 * halfEdge + 1]! };
    const forward =
      (to.x - from.x) * (graph.x[v]! - graph.x[u]!) + (to.y - from.y) * (graph.y[v]! - graph.y[u]!);
    if (forward < -1e-6 || corners.bend[halfEdge]! < leastBend) return null;
    push(ring, from);
    push(ring, to);
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== first);
  return withoutStraight(ring);
}

/** The piece of wall that belongs to one edge: its two faces and its two vertices. */
export function pieceOutline(
  graph: Arrangement,
  faces: Faces,
  corners: Corners,
  edge: number,
): Ring {
  const ring: Point[] = [];
  for (const halfEdge of [2 * edge, 2 * edge + 1]) {
    const vertex = faces.origin[twin(halfEdge)]!;
    const after = faces.next[halfEdge]!;
    push(ring, { x: corners.start[2 * halfEdge]!, y: corners.start[2 * halfEdge + 1]! });
    push(ring, { x: corners.end[2 * halfEdge]!, y: corners.end[2 * halfEdge + 1]! });
    // Where the corner was cut off square, the gap up to the next wall's face is filled as well.
    push(ring, { x: corners.start[2 * after]!, y: corners.start[2 * after + 1]! });
    push(ring, { x: graph.x[vertex]!, y: graph.y[vertex]! });
  }
  return ring;
}

/** The outermost wall face left of a half-edge, among the walls that run along it. */
function faceLine(
  graph: Arrangement,
  faces: Faces,
  bodies: readonly (Body | null)[],
  halfEdge: number,
): FaceLine {
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const ux = graph.x[u]!;
  const uy = graph.y[u]!;
  const ex = graph.x[v]! - ux;
  const ey = graph.y[v]! - uy;
  let best: FaceLine | null = null;
  let farthest = -Infinity;
  for (const source of graph.sources[halfEdge >> 1]!) {
    const body = bodies[source];
    if (!body) continue;
    let dx = body.b.x - body.a.x;
    let dy = body.b.y - body.a.y;
    const length = Math.hypot(dx, dy);
    const sign = dx * ex + dy * ey < 0 ? -1 : 1;
    dx = (sign * dx) / length;
    dy = (sign * dy) / length;
    const px = body.a.x - dy * body.half;
    const py = body.a.y + dx * body.half;
    // Distance of this face, to the left, from the middle of the piece.
    const out = dx * (py - uy - ey / 2) - dy * (px - ux - ex / 2);
    if (out > farthest) {
      farthest = out;
      best = { dx, dy, px, py, half: body.half };
    }
  }
  if (best) return best;
  const length = Math.hypot(ex, ey);
  return { dx: ex / length, dy: ey / length, px: ux, py: uy, half: 0 };
}

/** Where two wall faces meet at a vertex; null where they run on in line at another depth. */
function corner(before: FaceLine, after: FaceLine, v: Point): Point | null {
  const cross = before.dx * after.dy - before.dy * after.dx;
  const dot = before.dx * after.dx + before.dy * after.dy;
  if (Math.abs(cross) < straight) {
    const from = foot(before, v);
    const to = foot(after, v);
    return dot > 0 && Math.hypot(to.x - from.x, to.y - from.y) < 0.01 ? from : null;
  }
  const t = ((after.px - before.px) * after.dy - (after.py - before.py) * after.dx) / cross;
  const met = { x: before.px + t * before.dx, y: before.py + t * before.dy };
  const limit = mitreLimit * Math.max(before.half, after.half, 1);
  // An inside corner is where the faces really meet; an outside one is cut off when it grows too long,
  // and so is the corner of two walls that run on almost straight with different thicknesses.
  const outside = cross < 0 || Math.abs(cross) < 0.1;
  if (outside && Math.hypot(met.x - v.x, met.y - v.y) > limit) return null;
  return met;
}

/** The point of a wall face beside a vertex. */
function foot(line: FaceLine, v: Point): Point {
  const t = (v.x - line.px) * line.dx + (v.y - line.py) * line.dy;
  return { x: line.px + t * line.dx, y: line.py + t * line.dy };
}

function push(ring: Point[], p: Point): void {
  const last = ring.at(-1);
  if (!last || Math.abs(last.x - p.x) > 1e-6 || Math.abs(last.y - p.y) > 1e-6) ring.push(p);
}

/** Drops corners on a straight stretch and the repeated last corner. */
function withoutStraight(ring: readonly Point[]): Ring {
  let points = [...ring];
  const first = points[0];
  const last = points.at(-1);
  if (first && last && points.length > 1 && Math.hypot(first.x - last.x, first.y - last.y) < 1e-6) {
    points.pop();
  }
  for (let changed = true; changed && points.length > 3; ) {
    changed = false;
    const kept: Point[] = [];
    for (let index = 0; index < points.length; index++) {
      const before = kept.at(-1) ?? points.at(-1)!;
      const here = points[index]!;
      const after = points[(index + 1) % points.length]!;
      const ax = here.x - before.x;
      const ay = here.y - before.y;
      const bx = after.x - here.x;
      const by = after.y - here.y;
      const cross = ax * by - ay * bx;
      const sizes = Math.hypot(ax, ay) * Math.hypot(bx, by);
      const onward = ax * bx + ay * by >= 0;
      if (sizes < 1e-9 || (onward && Math.abs(cross) < 1e-7 * sizes)) changed = true;
      else kept.push(here);
    }
    points = kept;
  }
  return points;
}
