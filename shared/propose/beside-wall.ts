import { ringContains } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';
import { runsAlongX, type Side } from './rect.ts';

/** A stretch along a wall. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const covers = (spans: readonly Span[], from: number, to: number): boolean =>
  spans.some((span) => span.from <= from && span.to >= to);

export interface Strip {
  /** The way the wall looks on our side: the strip lies beyond it, the other way. */
  readonly side: Side;
  /** The wall's far face. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** mm that a strip keeps off its own ends, so that what only touches does not block. */
const grace = 1;

/**
 * Where along a wall the floor beyond it is free to a depth: inside the room there, and without
 * what stands in it. All rings in the frame; those of things are convex.
 */
export function freeBeyond(
  strip: Strip,
  outline: readonly (readonly Point[])[],
  things: readonly (readonly Point[])[],
): Span[] {
  const flat = (p: Point): Point => {
    const out = strip.side === 0 || strip.side === 3 ? -1 : 1;
    return runsAlongX(strip.side)
      ? { x: p.x, y: (p.y - strip.line) * out }
      : { x: p.y, y: (p.x - strip.line) * out };
  };
  const rings = outline.map((ring) => ring.map(flat));
  const blocked: Span[] = [];
  for (const ring of rings) blocked.push(...edgesIn(ring, strip.depth));
  for (const thing of things) {
    const spans = edgesIn(thing.map(flat), strip.depth);
    if (spans.length === 0) continue;
    blocked.push({
      from: Math.min(...spans.map(({ from }) => from)),
      to: Math.max(...spans.map(({ to }) => to)),
    });
  }
  const free: Span[] = [];
  const keep = (from: number, to: number): void => {
    if (to - from < grace) return;
    const middle = { x: (from + to) / 2, y: strip.depth / 2 };
    const isInside = rings.reduce((inside, ring) => inside !== ringContains(ring, middle), false);
    if (isInside) free.push({ from, to });
  };
  let from = strip.from;
  for (const span of blocked.sort((left, right) => left.from - right.from)) {
    if (span.from > from) keep(from, Math.min(span.from, strip.to));
    from = Math.max(from, span.to);
    if (from >= strip.to) return free;
  }
  keep(from, strip.to);
  return free;
}

/** What each side of a ring covers along the wall, of what lies in the strip. */
function edgesIn(ring: readonly Point[], depth: number): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    const low = Math.max(Math.min(a.y, b.y), grace);
    const high = Math.min(Math.max(a.y, b.y), depth - grace);
    if (low > high) continue;
    const at = (y: number): number =>
      a.y === b.y ? a.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
    const ends = a.y === b.y ? [a.x, b.x] : [at(low), at(high)];
    spans.push({ from: Math.min(...ends), to: Math.max(...ends) });
  }
  return spans;
}
