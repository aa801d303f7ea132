import type { Arrangement } from './arrangement.ts';
import type { Body } from './body.ts';
import type { Drawn } from './drawn.ts';
import { type Faces, twin } from './faces.ts';
import type { Point } from './point.ts';
import type { Ring } from './polygon.ts';

/**
 * Net outlines: for each half-edge the line of the wall face on its left, and where neighbouring
 * lines meet. The lines come from the source walls, not from the noded pieces, so that rounding a
 * vertex to the grid moves no wall face.
 */

/** The wall face left of each half-edge: unit direction, a point on it, half thickness; five numbers each. */
export type FaceLines = Float64Array;
const size = 5;

export interface Corners {
  /** Left wall face of each half-edge: where it begins and ends, as x, y. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Cosine between each half-edge and the wall that it is a piece of: small where rounding bent it. */
  readonly bend: Float64Array;
  readonly lines: FaceLines;
}

function wallFaces(graph: Arrangement, faces: Faces, bodies: readonly (Body | null)[]): FaceLines {
  const lines = new Float64Array(faces.next.length * size);
  for (let halfEdge = 0; halfEdge < faces.next.length; halfEdge++) {
    faceLine(graph, faces, bodies, halfEdge, lines);
  }
  return lines;
}

/**
 * Outlines for gross area, one for each of the chosen faces: along the centre line of walls shared
 * with another face, along the outer wall face where outside lies behind a half-edge.
 */
export function grossRings(
  { graph, faces, bodies }: Pick<Drawn, 'graph' | 'faces' | 'bodies'>,
  chosen: readonly number[],
  isOutside: (halfEdge: number) => boolean,
): Ring[] {
  const lines = wallFaces(graph, faces, bodies);
  const gross = new Float64Array(lines.length);
  for (let halfEdge = 0; halfEdge < faces.next.length; halfEdge++) {
    const behind = twin(halfEdge);
    const at = halfEdge * size;
    const isOuter = isOutside(behind);
    gross[at] = -lines[behind * size]!;
    gross[at + 1] = -lines[behind * size + 1]!;
    const u = faces.origin[halfEdge]!;
    gross[at + 2] = isOuter ? lines[behind * size + 2]! : graph.x[u]!;
    gross[at + 3] = isOuter ? lines[behind * size + 3]! : graph.y[u]!;
    gross[at + 4] = isOuter ? lines[behind * size + 4]! : 0;
  }
  return chosen.map((face) => ringAlong(graph, faces, gross, faces.faces[face]!.outer));
}

/**
 * The lines around faces without any thickness, for `ringAlong`: of boundaries their own line as
 * drawn, of walls the noded piece, which lies inside the wall's body anyway.
 */
export function axisLines(graph: Arrangement, faces: Faces, corners: Corners): FaceLines {
  const lines = corners.lines.slice();
  for (let halfEdge = 0; halfEdge < faces.next.length; halfEdge++) {
    if (lines[halfEdge * size + 4] !== 0) pieceLine(graph, faces, halfEdge, lines);
  }
  return lines;
}

/** Where the lines of a loop's half-edges meet, one after the other. */
export function ringAlong(graph: Arrangement, faces: Faces, lines: FaceLines, loop: number): Ring {
  const out = new Float64Array(2);
  let count = 0;
  const first = faces.loopStart[loop]!;
  let halfEdge = first;
  do {
    const after = faces.next[halfEdge]!;
    const vertex = faces.origin[after]!;
    const vx = graph.x[vertex]!;
    const vy = graph.y[vertex]!;
    const turnsBack = after === twin(halfEdge);
    if (turnsBack || !corner(lines, halfEdge * size, after * size, vx, vy, out, 0)) {
      foot(lines, halfEdge * size, vx, vy, out, 0);
      count = append(count, out[0]!, out[1]!);
      foot(lines, after * size, vx, vy, out, 0);
    }
    count = append(count, out[0]!, out[1]!);
    halfEdge = after;
  } while (halfEdge !== first);
  return straightened(count);
}

/** A corner farther out than this many half thicknesses, of both walls on average, is cut off square. */
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
  const { x, y } = graph;
  const count = faces.next.length;
  const lines = wallFaces(graph, faces, bodies);
  const start = new Float64Array(count * 2);
  const end = new Float64Array(count * 2);
  const bend = new Float64Array(count);
  for (let halfEdge = 0; halfEdge < count; halfEdge++) {
    const after = faces.next[halfEdge]!;
    const vertex = faces.origin[after]!;
    const vx = x[vertex]!;
    const vy = y[vertex]!;
    const u = faces.origin[halfEdge]!;
    const ex = vx - x[u]!;
    const ey = vy - y[u]!;
    const line = halfEdge * size;
    bend[halfEdge] = (ex * lines[line]! + ey * lines[line + 1]!) / Math.sqrt(ex * ex + ey * ey);
    const met =
      after !== twin(halfEdge) && corner(lines, line, after * size, vx, vy, end, 2 * halfEdge);
    if (met) {
      start[2 * after] = end[2 * halfEdge]!;
      start[2 * after + 1] = end[2 * halfEdge + 1]!;
    } else {
      foot(lines, line, vx, vy, end, 2 * halfEdge);
      foot(lines, after * size, vx, vy, start, 2 * after);
    }
  }
  return { start, end, bend, lines };
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
  const { start, end, bend } = corners;
  const first = faces.loopStart[loop]!;
  let halfEdge = first;
  let count = 0;
  do {
    const u = faces.origin[halfEdge]!;
    const v = faces.origin[twin(halfEdge)]!;
    const fromX = start[2 * halfEdge]!;
    const fromY = start[2 * halfEdge + 1]!;
    const toX = end[2 * halfEdge]!;
    const toY = end[2 * halfEdge + 1]!;
    const forward =
      (toX - fromX) * (graph.x[v]! - graph.x[u]!) + (toY - fromY) * (graph.y[v]! - graph.y[u]!);
    if (forward < -1e-6 || bend[halfEdge]! < leastBend) return null;
    count = append(count, fromX, fromY);
    count = append(count, toX, toY);
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== first);
  return straightened(count);
}

/** Corners of one ring at a time, as x and y; kept from one use to the next. */
let ringX = new Float64Array(256);
let ringY = new Float64Array(256);

/** Adds a corner that is not the last one again; answers how many there are. */
function append(count: number, x: number, y: number): number {
  if (count > 0 && isNear(x, ringX[count - 1]!) && isNear(y, ringY[count - 1]!)) return count;
  if (count === ringX.length) {
    const [wideX, wideY] = [new Float64Array(2 * count), new Float64Array(2 * count)];
    wideX.set(ringX);
    wideY.set(ringY);
    ringX = wideX;
    ringY = wideY;
  }
  ringX[count] = x;
  ringY[count] = y;
  return count + 1;
}

const isNear = (one: number, other: number): boolean => {
  const apart = one - other;
  return apart <= 1e-6 && apart >= -1e-6;
};

/** The ring in the buffers without corners on a straight stretch and without its last corner twice. */
function straightened(length: number): Ring {
  const [xs, ys] = [ringX, ringY];
  let count = length;
  const last = count - 1;
  if (count > 1 && isNear(xs[0]!, xs[last]!) && isNear(ys[0]!, ys[last]!)) count -= 1;
  for (let changed = true; changed && count > 3; ) {
    changed = false;
    let kept = 0;
    // Where a corner is dropped at the head, the one before it is the last of all.
    let beforeX = xs[count - 1]!;
    let beforeY = ys[count - 1]!;
    const [headX, headY] = [xs[0]!, ys[0]!];
    for (let index = 0; index < count; index++) {
      const hereX = xs[index]!;
      const hereY = ys[index]!;
      const isLast = index + 1 === count;
      const ax = hereX - beforeX;
      const ay = hereY - beforeY;
      const bx = (isLast ? headX : xs[index + 1]!) - hereX;
      const by = (isLast ? headY : ys[index + 1]!) - hereY;
      const cross = ax * by - ay * bx;
      const sizes = Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
      const onward = ax * bx + ay * by >= 0;
      if (sizes < 1e-9 || (onward && cross < 1e-7 * sizes && cross > -1e-7 * sizes)) {
        changed = true;
        continue;
      }
      xs[kept] = hereX;
      ys[kept] = hereY;
      kept += 1;
      beforeX = hereX;
      beforeY = hereY;
    }
    count = kept;
  }
  // From its lowest corner on the left, so that it is the same wherever its loop begins.
  let first = 0;
  for (let index = 1; index < count; index++) {
    const apart = xs[index]! - xs[first]!;
    if (apart < 0 || (apart === 0 && ys[index]! < ys[first]!)) first = index;
  }
  const ring: Point[] = new Array(count);
  for (let index = 0, corner = first; index < count; index++) {
    ring[index] = { x: xs[corner]!, y: ys[corner]! };
    corner = corner + 1 === count ? 0 : corner + 1;
  }
  return ring;
}

/**
 * What fills the corner behind the ends of two walls' rectangles where the wall faces turn outwards
 * from a half-edge to the one that follows it: mitred, or cut off square. Null where nothing does.
 */
export function cornerWedge(
  graph: Arrangement,
  faces: Faces,
  corners: Corners,
  halfEdge: number,
): Ring | null {
  const after = faces.next[halfEdge]!;
  if (after === twin(halfEdge)) return null;
  const { lines } = corners;
  const before = halfEdge * size;
  const behind = after * size;
  if (lines[before + 4] === 0 || lines[behind + 4] === 0) return null;
  const cross = lines[before]! * lines[behind + 1]! - lines[before + 1]! * lines[behind]!;
  if (cross > -straight) return null;
  const vertex = faces.origin[after]!;
  const v = { x: graph.x[vertex]!, y: graph.y[vertex]! };
  const out = new Float64Array(4);
  foot(lines, before, v.x, v.y, out, 0);
  foot(lines, behind, v.x, v.y, out, 2);
  const ring: Point[] = [v];
  push(ring, { x: out[0]!, y: out[1]! });
  push(ring, { x: corners.end[2 * halfEdge]!, y: corners.end[2 * halfEdge + 1]! });
  push(ring, { x: out[2]!, y: out[3]! });
  return ring.length > 2 ? ring : null;
}

/** Writes the outermost wall face left of a half-edge, among the walls that run along it. */
function faceLine(
  graph: Arrangement,
  faces: Faces,
  bodies: readonly (Body | null)[],
  halfEdge: number,
  lines: FaceLines,
): void {
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const ux = graph.x[u]!;
  const uy = graph.y[u]!;
  const ex = graph.x[v]! - ux;
  const ey = graph.y[v]! - uy;
  const at = halfEdge * size;
  let farthest = -Infinity;
  for (const source of graph.sources[halfEdge >> 1]!) {
    const body = bodies[source];
    if (!body) continue;
    let dx = body.b.x - body.a.x;
    let dy = body.b.y - body.a.y;
    const length = Math.sqrt(dx * dx + dy * dy) * (dx * ex + dy * ey < 0 ? -1 : 1);
    dx /= length;
    dy /= length;
    const px = body.a.x - dy * body.half;
    const py = body.a.y + dx * body.half;
    // Distance of this face, to the left, from the middle of the piece.
    const out = dx * (py - uy - ey / 2) - dy * (px - ux - ex / 2);
    if (out <= farthest) continue;
    farthest = out;
    lines[at] = dx;
    lines[at + 1] = dy;
    lines[at + 2] = px;
    lines[at + 3] = py;
    lines[at + 4] = body.half;
  }
  if (farthest === -Infinity) pieceLine(graph, faces, halfEdge, lines);
}

/** Writes the line of the noded piece itself. */
function pieceLine(graph: Arrangement, faces: Faces, halfEdge: number, lines: FaceLines): void {
  const u = faces.origin[halfEdge]!;
  const v = faces.origin[twin(halfEdge)]!;
  const ex = graph.x[v]! - graph.x[u]!;
  const ey = graph.y[v]! - graph.y[u]!;
  const length = Math.sqrt(ex * ex + ey * ey);
  const at = halfEdge * size;
  lines[at] = ex / length;
  lines[at + 1] = ey / length;
  lines[at + 2] = graph.x[u]!;
  lines[at + 3] = graph.y[u]!;
  lines[at + 4] = 0;
}

/**
 * Writes where two wall faces meet at a vertex; answers false where they run on in line at another
 * depth, or where the corner is cut off square.
 */
function corner(
  lines: FaceLines,
  before: number,
  after: number,
  vx: number,
  vy: number,
  out: Float64Array,
  at: number,
): boolean {
  const bx = lines[before]!;
  const by = lines[before + 1]!;
  const ax = lines[after]!;
  const ay = lines[after + 1]!;
  const cross = bx * ay - by * ax;
  if (Math.abs(cross) < straight) {
    foot(lines, before, vx, vy, out, at);
    const depth = bx * (lines[after + 3]! - out[at + 1]!) - by * (lines[after + 2]! - out[at]!);
    return bx * ax + by * ay > 0 && Math.abs(depth) < 0.01;
  }
  const px = lines[before + 2]!;
  const py = lines[before + 3]!;
  const t = ((lines[after + 2]! - px) * ay - (lines[after + 3]! - py) * ax) / cross;
  const mx = px + t * bx;
  const my = py + t * by;
  // An inside corner is where the faces really meet; an outside one is cut off when it grows too long,
  // and so is the corner of two walls that run on almost straight with different thicknesses.
  if (cross < 0.1) {
    const limit = mitreLimit * Math.max((lines[before + 4]! + lines[after + 4]!) / 2, 1);
    if ((mx - vx) * (mx - vx) + (my - vy) * (my - vy) > limit * limit) return false;
  }
  out[at] = mx;
  out[at + 1] = my;
  return true;
}

/** Writes the point of a wall face beside a vertex. */
function foot(
  lines: FaceLines,
  line: number,
  vx: number,
  vy: number,
  out: Float64Array,
  at: number,
): void {
  const dx = lines[line]!;
  const dy = lines[line + 1]!;
  const t = (vx - lines[line + 2]!) * dx + (vy - lines[line + 3]!) * dy;
  out[at] = lines[line + 2]! + t * dx;
  out[at + 1] = lines[line + 3]! + t * dy;
}

function push(ring: Point[], p: Point): void {
  const last = ring.at(-1);
  if (!last || Math.abs(last.x - p.x) > 1e-6 || Math.abs(last.y - p.y) > 1e-6) ring.push(p);
}
