import type { Point } from '../plan/model.ts';
import { ahead, before, type Rect, runsAlongX, type Side } from './rect.ts';
import { clipRegion, holds, isConnected, type Region, without } from './region.ts';

/** A piece of a room: its floor, and the same with the shafts that stand in it. */
export interface Cell {
  readonly region: Region;
  /** What walls bound: a partition runs on through a shaft. */
  readonly enclosed: Region;
}

/** A new wall: straight, or with one corner. */
export interface Partition {
  /** Its centre line, from wall face to wall face; in the frame. */
  readonly points: readonly Point[];
  readonly bodies: readonly Rect[];
  readonly thickness: number;
}

export interface Cut {
  readonly partition: Partition;
  readonly parts: readonly [Cell, Cell];
}

export type Axis = 'x' | 'y';

/** A partition square to an axis, its lower face at `at`; null where it does not leave two whole parts. */
export function straightCut(cell: Cell, axis: Axis, at: number, thickness: number): Cut | null {
  const { box } = cell.enclosed;
  const strip: Rect =
    axis === 'x' ? { ...box, x0: at, x1: at + thickness } : { ...box, y0: at, y1: at + thickness };
  const chord = chordOf(cell.enclosed, strip, axis);
  if (!chord) return null;
  const first = pieceOf(cell, axis === 'x' ? { ...box, x1: at } : { ...box, y1: at });
  const second = pieceOf(
    cell,
    axis === 'x' ? { ...box, x0: at + thickness } : { ...box, y0: at + thickness },
  );
  if (!first || !second) return null;
  const middle = at + thickness / 2;
  const [from, to] = chord;
  const points =
    axis === 'x'
      ? [
          { x: middle, y: from },
          { x: middle, y: to },
        ]
      : [
          { x: from, y: middle },
          { x: to, y: middle },
        ];
  const body = axis === 'x' ? { ...strip, y0: from, y1: to } : { ...strip, x0: from, x1: to };
  return { partition: { points, bodies: [body], thickness }, parts: [first, second] };
}

/** Where the strip is floor, over all of its thickness; null unless that is one stretch. */
function chordOf({ voids }: Region, strip: Rect, axis: Axis): [number, number] | null {
  let [from, to] = axis === 'x' ? [strip.y0, strip.y1] : [strip.x0, strip.x1];
  for (const one of voids) {
    const [low, high, near, far] =
      axis === 'x' ? [one.y0, one.y1, one.x0, one.x1] : [one.x0, one.x1, one.y0, one.y1];
    const isBeside =
      axis === 'x' ? near >= strip.x1 || far <= strip.x0 : near >= strip.y1 || far <= strip.y0;
    if (isBeside || low >= to || high <= from) continue;
    if (low <= from) from = high;
    else if (high >= to) to = low;
    else return null;
  }
  return from < to ? [from, to] : null;
}

function pieceOf({ region, enclosed }: Cell, box: Rect): Cell | null {
  const floor = clipRegion(region, box);
  const within = clipRegion(enclosed, box);
  return floor && within && isConnected(floor) && isConnected(within)
    ? { region: floor, enclosed: within }
    : null;
}

/**
 * A rectangle against one side of a cell, from one of its ends: `along` mm of that side, `depth` mm
 * into the cell. With `along` the whole side, the partition is straight; else it has a corner. The
 * rectangle is the first part. Null where it is not whole floor, or the rest falls apart.
 */
export function cornerCut(
  cell: Cell,
  edge: { readonly side: Side; readonly line: number; readonly from: number; readonly to: number },
  at: 'from' | 'to',
  along: number,
  depth: number,
  thickness: number,
): Cut | null {
  const { side, line } = edge;
  const isWhole = along >= edge.to - edge.from;
  const [from, to] = at === 'from' ? [edge.from, edge.from + along] : [edge.to - along, edge.to];
  const first = before(side, line, from, to, depth);
  const [low, high] = isWhole
    ? [from, to]
    : at === 'from'
      ? [from, to + thickness]
      : [from - thickness, to];
  const taken = before(side, line, low, high, depth + thickness);
  if (!holds(cell.enclosed, taken) || low < edge.from || high > edge.to) return null;
  const kept = pieceOf(cell, first);
  const floor = without(cell.region, taken);
  const enclosed = without(cell.enclosed, taken);
  if (!kept || !floor || !enclosed || !isConnected(floor) || !isConnected(enclosed)) return null;
  const head = before(side, ahead(side, line, depth), low, high, thickness);
  const place = (along: number, out: number): Point =>
    runsAlongX(side)
      ? { x: along, y: ahead(side, line, out) }
      : { x: ahead(side, line, out), y: along };
  const middle = depth + thickness / 2;
  if (isWhole) {
    return {
      partition: { points: [place(from, middle), place(to, middle)], bodies: [head], thickness },
      parts: [kept, { region: floor, enclosed }],
    };
  }
  const inner = at === 'from' ? to + thickness / 2 : from - thickness / 2;
  const cheek =
    at === 'from'
      ? before(side, line, to, to + thickness, depth)
      : before(side, line, from - thickness, from, depth);
  const points = [place(at === 'from' ? from : to, middle), place(inner, middle), place(inner, 0)];
  return {
    partition: { points, bodies: [head, cheek], thickness },
    parts: [kept, { region: floor, enclosed }],
  };
}
