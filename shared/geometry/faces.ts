import Flatbush from 'flatbush';
import type { Arrangement } from './arrangement.ts';
import type { Point } from './point.ts';
import type { Bounds, Ring } from './polygon.ts';

/**
 * Half-edges and faces of a planar graph. Half-edge 2e runs along edge e from its first vertex,
 * 2e + 1 runs back; a face lies left of its half-edges.
 */
export interface Faces {
  /** Start vertex of each half-edge. */
  readonly origin: Int32Array;
  /** The half-edge that follows around the same face. */
  readonly next: Int32Array;
  /** Half-edges by the vertex that they leave: those of v lie at `first[v]` to `first[v + 1]`. */
  readonly around: Int32Array;
  readonly first: Int32Array;
  /** The loop that each half-edge belongs to. */
  readonly loopOf: Int32Array;
  /** First half-edge of each loop. */
  readonly loopStart: readonly number[];
  /** Bounded faces: the index of their outer loop and of the loops of components inside. */
  readonly faces: readonly { readonly outer: number; readonly inner: readonly number[] }[];
  /** For each loop its face; -1 for loops that border the unbounded outside. */
  readonly faceOfLoop: Int32Array;
}

export const twin = (halfEdge: number): number => halfEdge ^ 1;

export function traceFaces(graph: Arrangement): Faces {
  const { origin, next, around, first } = connect(graph);
  const loopOf = new Int32Array(next.length).fill(-1);
  const loopStart: number[] = [];
  const twiceArea: number[] = [];
  for (let start = 0; start < next.length; start++) {
    if (loopOf[start] !== -1) continue;
    const loop = loopStart.length;
    loopStart.push(start);
    twiceArea.push(twiceLoopArea(graph, origin, next, start, loopOf, loop));
  }
  const faces: { outer: number; inner: number[] }[] = [];
  const faceOfLoop = new Int32Array(loopStart.length).fill(-1);
  twiceArea.forEach((area, loop) => {
    if (area > 0) {
      faceOfLoop[loop] = faces.length;
      faces.push({ outer: loop, inner: [] });
    }
  });
  const result = { origin, next, around, first, loopOf, loopStart, faces, faceOfLoop };
  attachHoles(graph, result, twiceArea);
  return result;
}

/** The vertices of a loop, as points. */
export function loopRing(graph: Arrangement, faces: Faces, loop: number): Ring {
  const ring: Point[] = [];
  const start = faces.loopStart[loop]!;
  let halfEdge = start;
  do {
    const vertex = faces.origin[halfEdge]!;
    ring.push({ x: graph.x[vertex]!, y: graph.y[vertex]! });
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== start);
  return ring;
}

/** mm2 that a loop encloses, along the noded pieces; positive for counter-clockwise. */
export const loopArea = (graph: Arrangement, faces: Faces, loop: number): number =>
  twiceLoopArea(graph, faces.origin, faces.next, faces.loopStart[loop]!, null, 0) / 2;

/** Sorts the half-edges around each vertex by exact angle and links each with its follower. */
function connect(graph: Arrangement): Pick<Faces, 'origin' | 'next' | 'around' | 'first'> {
  const { x, from, to } = graph;
  const count = from.length * 2;
  const origin = new Int32Array(count);
  const first = new Int32Array(x.length + 1);
  for (let edge = 0; edge < from.length; edge++) {
    origin[2 * edge] = from[edge]!;
    origin[2 * edge + 1] = to[edge]!;
    first[from[edge]! + 1]!++;
    first[to[edge]! + 1]!++;
  }
  for (let vertex = 0; vertex < x.length; vertex++) first[vertex + 1]! += first[vertex]!;
  const around = new Int32Array(count);
  const filled = first.slice(0, x.length);
  for (let halfEdge = 0; halfEdge < count; halfEdge++) {
    const vertex = origin[halfEdge]!;
    around[filled[vertex]!++] = halfEdge;
  }
  const next = new Int32Array(count);
  for (let vertex = 0; vertex < x.length; vertex++) {
    const begin = first[vertex]!;
    const end = first[vertex + 1]!;
    sortByAngle(graph, origin, around, begin, end);
    // Arriving along twin(out), the face on the left continues with the next one clockwise.
    for (let index = begin; index < end; index++) {
      const clockwise = index === begin ? end - 1 : index - 1;
      next[twin(around[index]!)] = around[clockwise]!;
    }
  }
  return { origin, next, around, first };
}

/** The half-edge from one place to another; -1 where the graph has none. */
export function halfEdgeAt(
  graph: Arrangement,
  { origin, around, first }: Faces,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const u = graph.vertexAt(ax, ay);
  const v = graph.vertexAt(bx, by);
  if (u === -1 || v === -1) return -1;
  for (let index = first[u]!; index < first[u + 1]!; index++) {
    if (origin[twin(around[index]!)] === v) return around[index]!;
  }
  return -1;
}

/** The bounded face left of a half-edge; -1 for the outside. */
export const faceLeftOf = ({ faceOfLoop, loopOf }: Faces, halfEdge: number): number =>
  faceOfLoop[loopOf[halfEdge]!]!;

/** Insertion sort, counter-clockwise from the positive x axis: few half-edges leave one vertex. */
function sortByAngle(
  graph: Arrangement,
  origin: Int32Array,
  around: Int32Array,
  begin: number,
  end: number,
): void {
  if (end - begin < 3) return;
  const { x, y } = graph;
  for (let index = begin + 1; index < end; index++) {
    const halfEdge = around[index]!;
    const u = origin[halfEdge]!;
    const v = origin[twin(halfEdge)]!;
    const dx = x[v]! - x[u]!;
    const dy = y[v]! - y[u]!;
    const half = dy > 0 || (dy === 0 && dx > 0) ? 0 : 1;
    let place = index - 1;
    for (; place >= begin; place--) {
      const w = origin[twin(around[place]!)]!;
      const ex = x[w]! - x[u]!;
      const ey = y[w]! - y[u]!;
      const otherHalf = ey > 0 || (ey === 0 && ex > 0) ? 0 : 1;
      const comesFirst = half !== otherHalf ? half < otherHalf : dx * ey - dy * ex > 0;
      if (!comesFirst) break;
      around[place + 1] = around[place]!;
    }
    around[place + 1] = halfEdge;
  }
}

/** Walks a loop; marks its half-edges where it is given what to mark. */
function twiceLoopArea(
  graph: Arrangement,
  origin: Int32Array,
  next: Int32Array,
  start: number,
  loopOf: Int32Array | null,
  loop: number,
): number {
  const { x, y } = graph;
  const x0 = x[origin[start]!]!;
  const y0 = y[origin[start]!]!;
  let twice = 0;
  let halfEdge = start;
  do {
    if (loopOf) loopOf[halfEdge] = loop;
    const u = origin[halfEdge]!;
    const v = origin[twin(halfEdge)]!;
    twice += (x[u]! - x0) * (y[v]! - y0) - (y[u]! - y0) * (x[v]! - x0);
    halfEdge = next[halfEdge]!;
  } while (halfEdge !== start);
  return twice;
}

/** Each connected component has one loop that is not counter-clockwise; it lies in some face or outside. */
function attachHoles(
  graph: Arrangement,
  result: {
    readonly origin: Int32Array;
    readonly next: Int32Array;
    readonly loopOf: Int32Array;
    readonly loopStart: readonly number[];
    readonly faces: { outer: number; inner: number[] }[];
    readonly faceOfLoop: Int32Array;
  },
  twiceArea: readonly number[],
): void {
  const holes = twiceArea.flatMap((area, loop) => (area > 0 ? [] : [loop]));
  if (holes.length < 2 || result.faces.length === 0) return;
  const component = componentOf(graph);
  // Few loops are holes: they are indexed, by one vertex each, and every face looks for its own.
  const index = new Flatbush(holes.length, 8);
  for (const loop of holes) {
    const vertex = result.origin[result.loopStart[loop]!]!;
    index.add(graph.x[vertex]!, graph.y[vertex]!, graph.x[vertex]!, graph.y[vertex]!);
  }
  index.finish();
  const best = new Int32Array(holes.length).fill(-1);
  const box = new Float64Array(4);
  for (let face = 0; face < result.faces.length; face++) {
    const { outer } = result.faces[face]!;
    const start = result.origin[result.loopStart[outer]!]!;
    loopBox(graph, result, outer, box);
    index.search(box[0]!, box[1]!, box[2]!, box[3]!, (hole) => {
      const vertex = result.origin[result.loopStart[holes[hole]!]!]!;
      const known = best[hole]!;
      const isSmaller = known === -1 || twiceArea[outer]! < twiceArea[result.faces[known]!.outer]!;
      if (
        isSmaller &&
        component[start] !== component[vertex] &&
        loopContains(graph, result, outer, graph.x[vertex]!, graph.y[vertex]!)
      ) {
        best[hole] = face;
      }
      return false;
    });
  }
  holes.forEach((loop, hole) => {
    const face = best[hole]!;
    if (face === -1) return;
    result.faces[face]!.inner.push(loop);
    result.faceOfLoop[loop] = face;
  });
}

type Loops = Pick<Faces, 'origin' | 'next' | 'loopStart'>;

/** Writes the box around a loop: least x and y, greatest x and y. */
function loopBox(graph: Arrangement, faces: Loops, loop: number, box: Float64Array): void {
  const start = faces.loopStart[loop]!;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  let halfEdge = start;
  do {
    const vertex = faces.origin[halfEdge]!;
    const x = graph.x[vertex]!;
    const y = graph.y[vertex]!;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
    halfEdge = faces.next[halfEdge]!;
  } while (halfEdge !== start);
  box[0] = minX;
  box[1] = minY;
  box[2] = maxX;
  box[3] = maxY;
}

/** Even-odd, straight off the half-edges. */
function loopContains(
  { x, y }: Arrangement,
  { origin, next, loopStart }: Loops,
  loop: number,
  px: number,
  py: number,
): boolean {
  const start = loopStart[loop]!;
  let inside = false;
  let halfEdge = start;
  do {
    const u = origin[halfEdge]!;
    halfEdge = next[halfEdge]!;
    const v = origin[halfEdge]!;
    const uy = y[u]!;
    const vy = y[v]!;
    if (uy > py !== vy > py && px < ((x[v]! - x[u]!) * (py - uy)) / (vy - uy) + x[u]!) {
      inside = !inside;
    }
  } while (halfEdge !== start);
  return inside;
}

function componentOf(graph: Arrangement): Int32Array {
  const parent = new Int32Array(graph.x.length);
  for (let vertex = 0; vertex < parent.length; vertex++) parent[vertex] = vertex;
  const find = (vertex: number): number => {
    let root = vertex;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[vertex] !== root) {
      const above = parent[vertex]!;
      parent[vertex] = root;
      vertex = above;
    }
    return root;
  };
  for (let edge = 0; edge < graph.from.length; edge++) {
    parent[find(graph.from[edge]!)] = find(graph.to[edge]!);
  }
  for (let vertex = 0; vertex < parent.length; vertex++) parent[vertex] = find(vertex);
  return parent;
}

/** The half-edges of a loop, one after the other. */
export function halfEdgesOf({ next, loopStart }: Faces, loop: number): number[] {
  const way: number[] = [];
  const start = loopStart[loop]!;
  let halfEdge = start;
  do {
    way.push(halfEdge);
    halfEdge = next[halfEdge]!;
  } while (halfEdge !== start);
  return way;
}

/** The half-edges of all loops of a face. */
export function aroundFace(faces: Faces, face: number): number[] {
  const { outer, inner } = faces.faces[face]!;
  const around = halfEdgesOf(faces, outer);
  for (const loop of inner) around.push(...halfEdgesOf(faces, loop));
  return around;
}

/** The box around a face. */
export function faceBounds(graph: Arrangement, faces: Faces, face: number): Bounds {
  loopBox(graph, faces, faces.faces[face]!.outer, faceBox);
  return { minX: faceBox[0]!, minY: faceBox[1]!, maxX: faceBox[2]!, maxY: faceBox[3]! };
}

const faceBox = new Float64Array(4);

/** Whether a point lies in a face; one on an edge may count either way. */
export function faceContains(graph: Arrangement, faces: Faces, face: number, p: Point): boolean {
  const { outer, inner } = faces.faces[face]!;
  if (!loopContains(graph, faces, outer, p.x, p.y)) return false;
  return !inner.some((loop) => loopContains(graph, faces, loop, p.x, p.y));
}

/** Euler's formula must hold for every planar graph: V - E + F = 1 + C. For the tests. */
export function eulerTerms(
  graph: Arrangement,
  faces: Faces,
): { vertices: number; edges: number; faces: number; components: number } {
  const used = new Set([...graph.from, ...graph.to]);
  const component = componentOf(graph);
  return {
    vertices: used.size,
    edges: graph.from.length,
    faces: faces.faces.length + 1,
    components: new Set([...used].map((vertex) => component[vertex])).size,
  };
}
