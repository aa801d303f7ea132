import { SegmentGrid } from './segment-grid.ts';
import { Vertices } from './vertices.ts';

/**
 * Noding: from walls' centre lines to a planar graph on the integer grid.
 *
 * Coordinates are whole mm, at most 2,000,000 in size, so that every cross product below is exact
 * in a double. No tolerance is applied here: ends that should meet have been brought together
 * before (see meet.ts). Each pass splits edges where they cross and where they run through the unit
 * square around a vertex (snap rounding), rounds the new vertices to the grid, and repeats with what
 * changed until nothing splits. Without the squares, two nearly parallel walls that overlap would
 * split each other millimetre by millimetre. A pass costs
 * O(n log n) plus the pairs of edges whose boxes overlap.
 */

export interface Source {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  /** Vertices known to lie on it (wall ends that rest on its body), as x, y, x, y, ... */
  readonly via: readonly number[];
}

export interface Arrangement {
  /** Vertices, x and y. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Undirected edges by vertex index, each pair once. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** For each edge, the sources that run along it, ascending. */
  readonly sources: readonly (readonly number[])[];
  /** The vertex at whole mm x, y; -1 where there is none. */
  vertexAt(x: number, y: number): number;
}

/** Edges as parallel arrays; `fresh` ones have not been compared with all others yet. */
interface Edges {
  readonly from: number[];
  readonly to: number[];
  readonly sources: (readonly number[])[];
  readonly fresh: boolean[];
}

/** A pass can only split finitely many grid points; this many means a bug of ours. */
const maximumPasses = 100;

export function arrange(sources: readonly Source[]): Arrangement {
  const vertices = new Vertices(sources.length * 2);
  let edges = sourceEdges(sources, vertices);
  for (let pass = 0; edges.fresh.includes(true); pass++) {
    if (pass === maximumPasses) throw new Error('arrangement did not reach a fixpoint');
    const splits = findSplits(edges, vertices);
    if (splits.edge.length === 0) break;
    edges = applySplits(edges, splits, vertices);
  }
  return {
    x: vertices.x,
    y: vertices.y,
    from: edges.from,
    to: edges.to,
    sources: edges.sources,
    vertexAt: (x, y) => vertices.find(x, y),
  };
}

function sourceEdges(sources: readonly Source[], vertices: Vertices): Edges {
  const collector = new EdgeCollector(sources.length * 2);
  sources.forEach((source, index) => {
    const own = [index];
    let last = vertices.at(source.ax, source.ay);
    if (source.via.length === 2) {
      const vertex = vertices.at(source.via[0]!, source.via[1]!);
      collector.add(last, vertex, own, true);
      last = vertex;
    } else if (source.via.length > 0) {
      for (const [x, y] of alongSource(source)) {
        const vertex = vertices.at(x, y);
        collector.add(last, vertex, own, true);
        last = vertex;
      }
    }
    collector.add(last, vertices.at(source.bx, source.by), own, true);
  });
  return collector.edges;
}

/** Gathers edges; equal ones become one that keeps every source, those of no length vanish. */
class EdgeCollector {
  readonly edges: Edges = { from: [], to: [], sources: [], fresh: [] };
  /** Pairs of vertices, hashed as grid points are. */
  readonly #pairs: Vertices;

  constructor(expected: number) {
    this.#pairs = new Vertices(expected);
  }

  add(u: number, v: number, sources: readonly number[], fresh: boolean): void {
    if (u === v) return;
    const low = u < v ? u : v;
    const high = u < v ? v : u;
    const { edges } = this;
    const index = this.#pairs.at(low, high);
    if (index === edges.from.length) {
      edges.from.push(low);
      edges.to.push(high);
      edges.sources.push(sources);
      edges.fresh.push(fresh);
      return;
    }
    const known = edges.sources[index]!;
    if (sources.every((source) => known.includes(source))) return;
    edges.sources[index] = [...new Set([...known, ...sources])].sort((a, b) => a - b);
  }
}

function alongSource(source: Source): [number, number][] {
  const points: [number, number][] = [];
  for (let index = 0; index < source.via.length; index += 2) {
    points.push([source.via[index]!, source.via[index + 1]!]);
  }
  const dx = source.bx - source.ax;
  const dy = source.by - source.ay;
  const along = ([x, y]: [number, number]): number => (x - source.ax) * dx + (y - source.ay) * dy;
  return points.sort(
    (left, right) => along(left) - along(right) || left[0] - right[0] || left[1] - right[1],
  );
}

/** Vertices at which edges are to be split, as pairs; an edge may come several times. */
interface Splits {
  readonly edge: number[];
  readonly vertex: number[];
}

function findSplits(edges: Edges, vertices: Vertices): Splits {
  const { x, y } = vertices;
  const { from, to, fresh } = edges;
  const count = from.length;
  let lengths = 0;
  for (let edge = 0; edge < count; edge++) {
    const u = from[edge]!;
    const v = to[edge]!;
    lengths += Math.abs(x[v]! - x[u]!) + Math.abs(y[v]! - y[u]!);
  }
  grid.reset(count, lengths / count);
  for (let edge = 0; edge < count; edge++) {
    const u = from[edge]!;
    const v = to[edge]!;
    grid.add(x[u]!, y[u]!, x[v]!, y[v]!, squareReach);
  }
  const splits: Splits = { edge: [], vertex: [] };
  for (let first = 0; first < count; first++) {
    if (!fresh[first]) continue;
    const u = from[first]!;
    const v = to[first]!;
    const near = grid.alongSegment(x[u]!, y[u]!, x[v]!, y[v]!, 0);
    for (let index = 0; index < near; index++) {
      const second = grid.found[index]!;
      if (second === first || (fresh[second] && second < first)) continue;
      meetPair(first, second, edges, vertices, splits);
    }
  }
  return splits;
}

/** Used by one pass at a time; keeps its buffers. */
const grid = new SegmentGrid();
/** mm: edges that pass within the unit square of another's end meet it. */
const squareReach = 1;

/** Finds where two edges touch, overlap or cross, and notes the vertices in between. */
function meetPair(
  first: number,
  second: number,
  edges: Edges,
  vertices: Vertices,
  splits: Splits,
): void {
  const { x, y } = vertices;
  const p = edges.from[first]!;
  const q = edges.to[first]!;
  const r = edges.from[second]!;
  const s = edges.to[second]!;
  const px = x[p]!;
  const py = y[p]!;
  const dx = x[q]! - px;
  const dy = y[q]! - py;
  const pqr = dx * (y[r]! - py) - dy * (x[r]! - px);
  const pqs = dx * (y[s]! - py) - dy * (x[s]! - px);
  // A line runs through the unit square around a point where twice the cross product is within this.
  // The square has no corners: the diagonals of four vertices would route through each other forever.
  const firstReach = (dx < 0 ? -dx : dx) + (dy < 0 ? -dy : dy);
  const farR = 2 * pqr >= firstReach || 2 * pqr <= -firstReach;
  const farS = 2 * pqs >= firstReach || 2 * pqs <= -firstReach;
  if (farR && farS && pqr > 0 === pqs > 0) return;
  const rx = x[r]!;
  const ry = y[r]!;
  const ex = x[s]! - rx;
  const ey = y[s]! - ry;
  const rsp = ex * (py - ry) - ey * (px - rx);
  const rsq = ex * (y[q]! - ry) - ey * (x[q]! - rx);
  const secondReach = (ex < 0 ? -ex : ex) + (ey < 0 ? -ey : ey);
  const farP = 2 * rsp >= secondReach || 2 * rsp <= -secondReach;
  const farQ = 2 * rsq >= secondReach || 2 * rsq <= -secondReach;
  if (farP && farQ && rsp > 0 === rsq > 0) return;
  const shareEnd = p === r || p === s || q === r || q === s;
  let met = false;
  if (!farR && r !== p && r !== q && between(vertices, p, q, r)) met = note(splits, first, r);
  if (!farS && s !== p && s !== q && between(vertices, p, q, s)) met = note(splits, first, s);
  if (!farP && p !== r && p !== s && between(vertices, r, s, p)) met = note(splits, second, p);
  if (!farQ && q !== r && q !== s && between(vertices, r, s, q)) met = note(splits, second, q);
  // Once routed through the other's vertex, the pieces are looked at again.
  if (met || shareEnd) return;
  if (pqr * pqs < 0 && rsp * rsq < 0) {
    const vertex = crossing(first, second, edges, vertices);
    if (vertex !== p && vertex !== q) note(splits, first, vertex);
    if (vertex !== r && vertex !== s) note(splits, second, vertex);
  }
}

/** Whether c, which lies on or beside the line a-b, lies between a and b along it. */
function between({ x, y }: Vertices, a: number, b: number, c: number): boolean {
  const dx = x[b]! - x[a]!;
  const dy = y[b]! - y[a]!;
  const along = (x[c]! - x[a]!) * dx + (y[c]! - y[a]!) * dy;
  return along > 0 && along < dx * dx + dy * dy;
}

function note(splits: Splits, edge: number, vertex: number): true {
  splits.edge.push(edge);
  splits.vertex.push(vertex);
  return true;
}

/**
 * The crossing of two edges, rounded to the grid. Computed from the lower-left end of the edge
 * that comes first by its coordinates, so that order and direction of the walls and a translation
 * of the plan give the same vertex.
 */
function crossing(first: number, second: number, edges: Edges, vertices: Vertices): number {
  const { x, y } = vertices;
  const before = (a: number, b: number): boolean =>
    x[a]! !== x[b]! ? x[a]! < x[b]! : y[a]! < y[b]!;
  const oriented = (edge: number): [number, number] => {
    const u = edges.from[edge]!;
    const v = edges.to[edge]!;
    return before(u, v) ? [u, v] : [v, u];
  };
  let [a, b] = oriented(first);
  let [c, d] = oriented(second);
  if (before(c, a) || (c === a && before(d, b))) [a, b, c, d] = [c, d, a, b];
  const dx = x[b]! - x[a]!;
  const dy = y[b]! - y[a]!;
  const ex = x[d]! - x[c]!;
  const ey = y[d]! - y[c]!;
  const t = ((x[c]! - x[a]!) * ey - (y[c]! - y[a]!) * ex) / (dx * ey - dy * ex);
  return vertices.at(x[a]! + Math.round(t * dx), y[a]! + Math.round(t * dy));
}

function applySplits(edges: Edges, splits: Splits, vertices: Vertices): Edges {
  const { x, y } = vertices;
  const points = new Map<number, number[]>();
  splits.edge.forEach((edge, index) => {
    const vertex = splits.vertex[index]!;
    const list = points.get(edge);
    if (!list) points.set(edge, [vertex]);
    else if (!list.includes(vertex)) list.push(vertex);
  });
  const collector = new EdgeCollector(edges.from.length + splits.edge.length);
  // Untouched edges first: an edge that comes again in a piece then stays compared.
  for (let edge = 0; edge < edges.from.length; edge++) {
    if (points.has(edge)) continue;
    collector.add(edges.from[edge]!, edges.to[edge]!, edges.sources[edge]!, false);
  }
  for (const [edge, inner] of points) {
    const u = edges.from[edge]!;
    const v = edges.to[edge]!;
    const dx = x[v]! - x[u]!;
    const dy = y[v]! - y[u]!;
    const along = (vertex: number): number => (x[vertex]! - x[u]!) * dx + (y[vertex]! - y[u]!) * dy;
    inner.sort((left, right) => along(left) - along(right));
    let last = u;
    for (const vertex of inner) {
      collector.add(last, vertex, edges.sources[edge]!, true);
      last = vertex;
    }
    collector.add(last, v, edges.sources[edge]!, true);
  }
  return collector.edges;
}
