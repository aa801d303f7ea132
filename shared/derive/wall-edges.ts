import type { Arrangement } from '../geometry/arrangement.ts';
import { lengthOf, type Point } from '../geometry/point.ts';

export type EdgesOfWalls = readonly (readonly number[] | undefined)[];

/** By source of the graph, the edges that it became. */
export function edgesOfWalls(graph: Arrangement): EdgesOfWalls {
  const edges: number[][] = [];
  for (let edge = 0; edge < graph.sources.length; edge++) {
    for (const source of graph.sources[edge]!) {
      const list = edges[source];
      if (list) list.push(edge);
      else edges[source] = [edge];
    }
  }
  return edges;
}

/** The piece of a wall on which a point of its centre line lies. */
export function nearestEdge(
  { x, y, from, to }: Arrangement,
  edges: readonly number[],
  p: Point,
): number {
  const comesBefore = (one: number, other: number): boolean => {
    const across = x[from[one]!]! + x[to[one]!]! - x[from[other]!]! - x[to[other]!]!;
    return across !== 0
      ? across < 0
      : y[from[one]!]! + y[to[one]!]! < y[from[other]!]! + y[to[other]!]!;
  };
  let best = -1;
  let least = Infinity;
  for (const edge of edges) {
    const u = from[edge]!;
    const v = to[edge]!;
    const dx = x[v]! - x[u]!;
    const dy = y[v]! - y[u]!;
    const t = ((p.x - x[u]!) * dx + (p.y - y[u]!) * dy) / (dx * dx + dy * dy);
    const beyond = Math.max(0, -t, t - 1) * lengthOf(dx, dy);
    // At a vertex two pieces are as near: the one farther left or down, whatever their order.
    const isTied = best !== -1 && Math.abs(beyond - least) < 1e-6;
    if (isTied ? comesBefore(edge, best) : beyond < least) {
      least = beyond;
      best = edge;
    }
  }
  return best;
}

/** mm by which noding may move a vertex, and a little. */
const vertexReach = 3;

/** Whether a point of an edge lies at one of its ends. */
export function isAtEnd({ x, y, from, to }: Arrangement, edge: number, p: Point): boolean {
  return [from[edge]!, to[edge]!].some(
    (vertex) => lengthOf(p.x - x[vertex]!, p.y - y[vertex]!) <= vertexReach,
  );
}
