import Flatbush from 'flatbush';

/**
 * Noding: from walls' centre lines to a planar graph on the integer grid.
 *
 * Coordinates are whole mm, at most 2,000,000 in size, so that every cross product below is exact
 * in a double. No tolerance is applied here: ends that should meet have been brought together
 * before (see meet.ts). Each pass splits edges where they cross, overlap or touch, rounds the new
 * vertices to the grid, and repeats with what changed until nothing splits.
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
}

interface Edge {
  u: number;
  v: number;
  sources: number[];
}

/** A pass can only split finitely many grid points; this many means a bug of ours. */
const maximumPasses = 100;

export function arrange(sources: readonly Source[]): Arrangement {
  const vertices = new Vertices();
  let edges = mergeEqual(
    sources.flatMap((source, index) => {
      const chain = [vertices.at(source.ax, source.ay)];
      for (const via of alongSource(source)) chain.push(vertices.at(via.x, via.y));
      chain.push(vertices.at(source.bx, source.by));
      return chainEdges(chain, [index]);
    }),
  );
  let fresh = edges.map(() => true);
  for (let pass = 0; fresh.includes(true); pass++) {
    if (pass === maximumPasses) throw new Error('arrangement did not reach a fixpoint');
    const splits = findSplits(edges, fresh, vertices);
    const settled: Edge[] = [];
    const changed: Edge[] = [];
    edges.forEach((edge, index) => {
      const points = splits.get(index);
      if (!points) settled.push(edge);
      else changed.push(...chainEdges(orderAlong(edge, points, vertices), edge.sources));
    });
    if (changed.length === 0) break;
    const merged = mergeEqual([...settled, ...changed]);
    const unchanged = new Set(settled);
    edges = merged;
    fresh = merged.map((edge) => !unchanged.has(edge));
  }
  return {
    x: vertices.x,
    y: vertices.y,
    from: edges.map((edge) => edge.u),
    to: edges.map((edge) => edge.v),
    sources: edges.map((edge) => edge.sources),
  };
}

class Vertices {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly #known = new Map<number, number>();

  at(x: number, y: number): number {
    // Injective for |x|, |y| < 2^25, far beyond the largest coordinate.
    const key = (x + 33554432) * 67108864 + (y + 33554432);
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.x.length;
      this.x.push(x);
      this.y.push(y);
      this.#known.set(key, index);
    }
    return index;
  }
}

function alongSource(source: Source): { x: number; y: number }[] {
  const points: { x: number; y: number; t: number }[] = [];
  const dx = source.bx - source.ax;
  const dy = source.by - source.ay;
  for (let index = 0; index < source.via.length; index += 2) {
    const x = source.via[index]!;
    const y = source.via[index + 1]!;
    points.push({ x, y, t: (x - source.ax) * dx + (y - source.ay) * dy });
  }
  return points.sort((left, right) => left.t - right.t || left.x - right.x || left.y - right.y);
}

/** The edges of a chain of vertices, without those of no length. */
function chainEdges(chain: readonly number[], sources: number[]): Edge[] {
  const edges: Edge[] = [];
  for (let index = 0; index + 1 < chain.length; index++) {
    const u = chain[index]!;
    const v = chain[index + 1]!;
    if (u !== v) edges.push({ u: Math.min(u, v), v: Math.max(u, v), sources });
  }
  return edges;
}

/** Edges between the same vertices become one that keeps every source. Untouched edges stay identical. */
function mergeEqual(edges: readonly Edge[]): Edge[] {
  const merged = new Map<number, Edge>();
  for (const edge of edges) {
    const key = edge.u * 67108864 + edge.v;
    const known = merged.get(key);
    if (!known) merged.set(key, edge);
    else if (edge.sources.some((source) => !known.sources.includes(source))) {
      const sources = [...new Set([...known.sources, ...edge.sources])].sort((a, b) => a - b);
      merged.set(key, { u: edge.u, v: edge.v, sources });
    }
  }
  return [...merged.values()];
}

function findSplits(
  edges: readonly Edge[],
  fresh: readonly boolean[],
  vertices: Vertices,
): Map<number, Set<number>> {
  const { x, y } = vertices;
  const index = new Flatbush(Math.max(1, edges.length), 8);
  if (edges.length === 0) index.add(0, 0, 0, 0);
  for (const { u, v } of edges) {
    index.add(
      Math.min(x[u]!, x[v]!),
      Math.min(y[u]!, y[v]!),
      Math.max(x[u]!, x[v]!),
      Math.max(y[u]!, y[v]!),
    );
  }
  index.finish();
  const splits = new Map<number, Set<number>>();
  const split = (edge: number, vertex: number): void => {
    const { u, v } = edges[edge]!;
    if (vertex === u || vertex === v) return;
    const points = splits.get(edge);
    if (points) points.add(vertex);
    else splits.set(edge, new Set([vertex]));
  };
  for (let first = 0; first < edges.length; first++) {
    if (!fresh[first]) continue;
    const { u, v } = edges[first]!;
    const near = index.search(
      Math.min(x[u]!, x[v]!),
      Math.min(y[u]!, y[v]!),
      Math.max(x[u]!, x[v]!),
      Math.max(y[u]!, y[v]!),
    );
    for (const second of near) {
      // A pair of fresh edges is looked at once.
      if (second === first || (fresh[second] && second < first)) continue;
      meetPair(first, second, edges, vertices, split);
    }
  }
  return splits;
}

/** Finds where two edges touch, overlap or cross, and tells `split` of the vertices in between. */
function meetPair(
  first: number,
  second: number,
  edges: readonly Edge[],
  vertices: Vertices,
  split: (edge: number, vertex: number) => void,
): void {
  const { x, y } = vertices;
  const { u: p, v: q } = edges[first]!;
  const { u: r, v: s } = edges[second]!;
  const turn = (a: number, b: number, c: number): number =>
    (x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!);
  const between = (a: number, b: number, c: number): boolean =>
    (x[c]! - x[a]!) * (x[c]! - x[b]!) <= 0 && (y[c]! - y[a]!) * (y[c]! - y[b]!) <= 0;
  const pqr = turn(p, q, r);
  const pqs = turn(p, q, s);
  const rsp = turn(r, s, p);
  const rsq = turn(r, s, q);
  if (pqr === 0 && between(p, q, r)) split(first, r);
  if (pqs === 0 && between(p, q, s)) split(first, s);
  if (rsp === 0 && between(r, s, p)) split(second, p);
  if (rsq === 0 && between(r, s, q)) split(second, q);
  if (pqr * pqs < 0 && rsp * rsq < 0) {
    const vertex = crossing(first, second, edges, vertices);
    split(first, vertex);
    split(second, vertex);
  }
}

/**
 * The crossing of two edges, rounded to the grid. Computed from the lower-left end of the edge
 * that comes first by its coordinates, so that order and direction of the walls and a translation
 * of the plan give the same vertex.
 */
function crossing(
  first: number,
  second: number,
  edges: readonly Edge[],
  vertices: Vertices,
): number {
  const { x, y } = vertices;
  const before = (a: number, b: number): boolean =>
    x[a]! !== x[b]! ? x[a]! < x[b]! : y[a]! < y[b]!;
  const oriented = (edge: Edge): [number, number] =>
    before(edge.u, edge.v) ? [edge.u, edge.v] : [edge.v, edge.u];
  let [a, b] = oriented(edges[first]!);
  let [c, d] = oriented(edges[second]!);
  if (before(c, a) || (c === a && before(d, b))) [a, b, c, d] = [c, d, a, b];
  const dx = x[b]! - x[a]!;
  const dy = y[b]! - y[a]!;
  const ex = x[d]! - x[c]!;
  const ey = y[d]! - y[c]!;
  const t = ((x[c]! - x[a]!) * ey - (y[c]! - y[a]!) * ex) / (dx * ey - dy * ex);
  return vertices.at(x[a]! + Math.round(t * dx), y[a]! + Math.round(t * dy));
}

function orderAlong(edge: Edge, points: Set<number>, vertices: Vertices): number[] {
  const { x, y } = vertices;
  const { u, v } = edge;
  const dx = x[v]! - x[u]!;
  const dy = y[v]! - y[u]!;
  const along = (vertex: number): number => (x[vertex]! - x[u]!) * dx + (y[vertex]! - y[u]!) * dy;
  const inner = [...points].sort((left, right) => along(left) - along(right));
  return [u, ...inner, v];
}
