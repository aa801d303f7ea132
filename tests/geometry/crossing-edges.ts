import type { Arrangement } from '../../shared/geometry/arrangement.ts';

/**
 * Two edges of a graph that cross, overlap or touch other than at a shared end; null where none do.
 * Whole mm, exact. O(n log n) and the pairs whose extents in x overlap.
 */
export function crossingEdges({ x, y, from, to }: Arrangement): readonly [string, string] | null {
  const turn = (a: number, b: number, c: number): number =>
    Math.sign((x[b]! - x[a]!) * (y[c]! - y[a]!) - (y[b]! - y[a]!) * (x[c]! - x[a]!));
  const inside = (a: number, b: number, c: number): boolean =>
    c !== a &&
    c !== b &&
    turn(a, b, c) === 0 &&
    (x[c]! - x[a]!) * (x[c]! - x[b]!) <= 0 &&
    (y[c]! - y[a]!) * (y[c]! - y[b]!) <= 0;
  const low = (edge: number): number => Math.min(x[from[edge]!]!, x[to[edge]!]!);
  const high = (edge: number): number => Math.max(x[from[edge]!]!, x[to[edge]!]!);
  const order = from.map((_, edge) => edge).sort((one, other) => low(one) - low(other));
  for (let index = 0; index < order.length; index++) {
    const first = order[index]!;
    const [a, b] = [from[first]!, to[first]!];
    for (let next = index + 1; next < order.length; next++) {
      const second = order[next]!;
      if (low(second) > high(first)) break;
      const [c, d] = [from[second]!, to[second]!];
      const cross = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
      const touch = inside(a, b, c) || inside(a, b, d) || inside(c, d, a) || inside(c, d, b);
      const twice = (a === c && b === d) || (a === d && b === c);
      if (cross || touch || twice) {
        const words = (u: number, v: number): string => `${x[u]},${y[u]} - ${x[v]},${y[v]}`;
        return [words(a, b), words(c, d)];
      }
    }
  }
  return null;
}
