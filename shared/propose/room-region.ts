import { polygonContains } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';
import type { Rect } from './rect.ts';
import { type Region, region } from './region.ts';

/** mm: sides that leave the frame's axes by less are taken as along them. */
const straight = 3;

/**
 * The floor of a room as a region: exact where its sides run along the axes, else the cells of the
 * grid that lie inside it whole.
 */
export function regionOfRoom(
  outer: readonly Point[],
  holes: readonly (readonly Point[])[],
  step: number,
): { readonly region: Region; readonly isExact: boolean } | null {
  const rings = [outer, ...holes];
  const sides = rings.flatMap((ring) =>
    ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length]! })),
  );
  const isUpright = ({ a, b }: Sided): boolean => Math.abs(a.x - b.x) <= straight;
  const isLevel = ({ a, b }: Sided): boolean => Math.abs(a.y - b.y) <= straight;
  const slanted = sides.filter((one) => !isUpright(one) && !isLevel(one));
  const xs = sides.filter(isUpright).map(({ a, b }) => (a.x + b.x) / 2);
  const ys = sides.filter(isLevel).map(({ a, b }) => (a.y + b.y) / 2);
  if (slanted.length > 0) {
    xs.push(
      ...gridAcross(
        outer.map(({ x }) => x),
        step,
      ),
    );
    ys.push(
      ...gridAcross(
        outer.map(({ y }) => y),
        step,
      ),
    );
  }
  const columns = settled(xs);
  const rows = settled(ys);
  const isFloor = (cell: Rect): boolean => {
    const middle = { x: (cell.x0 + cell.x1) / 2, y: (cell.y0 + cell.y1) / 2 };
    return (
      polygonContains({ outer, holes }, middle) && !slanted.some((one) => isCrossed(cell, one))
    );
  };
  return regionOfCells(columns, rows, isFloor, slanted.length === 0);
}

interface Sided {
  readonly a: Point;
  readonly b: Point;
}

function gridAcross(places: readonly number[], step: number): number[] {
  const low = Math.min(...places);
  const count = Math.floor((Math.max(...places) - low) / step);
  return Array.from({ length: count + 1 }, (_, index) => low + index * step);
}

/** Whole mm in order; places that lie as near as a rounding are one. */
function settled(places: readonly number[]): number[] {
  const ordered = places.map((place) => Math.round(place) || 0).sort((left, right) => left - right);
  return ordered.filter((place, index) => index === 0 || place - ordered[index - 1]! > straight);
}

function regionOfCells(
  xs: readonly number[],
  ys: readonly number[],
  isFloor: (cell: Rect) => boolean,
  isExact: boolean,
): { readonly region: Region; readonly isExact: boolean } | null {
  const cellOf = (x: number, y: number): Rect => ({
    x0: xs[x]!,
    x1: xs[x + 1]!,
    y0: ys[y]!,
    y1: ys[y + 1]!,
  });
  const open: boolean[][] = [];
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 0; y + 1 < ys.length; y++) {
    const row: boolean[] = [];
    for (let x = 0; x + 1 < xs.length; x++) {
      const cell = cellOf(x, y);
      row.push(isFloor(cell));
      if (!row[x]) continue;
      x0 = Math.min(cell.x0, x0);
      y0 = Math.min(cell.y0, y0);
      x1 = Math.max(cell.x1, x1);
      y1 = Math.max(cell.y1, y1);
    }
    open.push(row);
  }
  if (x0 > x1) return null;
  const box = { x0, y0, x1, y1 };
  return { region: region(box, voidsIn(box, xs, ys, open)), isExact };
}

/** Runs of cells that are no floor, equal runs of neighbouring rows in one. */
function voidsIn(
  box: Rect,
  xs: readonly number[],
  ys: readonly number[],
  open: readonly (readonly boolean[])[],
): Rect[] {
  const done: Rect[] = [];
  let growing: Rect[] = [];
  for (let y = 0; y + 1 < ys.length; y++) {
    if (ys[y]! < box.y0 || ys[y + 1]! > box.y1) continue;
    const runs: Rect[] = [];
    for (let x = 0; x + 1 < xs.length; x++) {
      if (xs[x]! < box.x0 || xs[x + 1]! > box.x1 || open[y]![x]) continue;
      const last = runs.at(-1);
      if (last && last.x1 === xs[x]!) runs[runs.length - 1] = { ...last, x1: xs[x + 1]! };
      else runs.push({ x0: xs[x]!, x1: xs[x + 1]!, y0: ys[y]!, y1: ys[y + 1]! });
    }
    const grown = runs.map((run) => {
      const under = growing.find((one) => one.x0 === run.x0 && one.x1 === run.x1);
      return under ? { ...run, y0: under.y0 } : run;
    });
    done.push(
      ...growing.filter(
        (one) => !grown.some((run) => run.x0 === one.x0 && run.x1 === one.x1 && run.y0 === one.y0),
      ),
    );
    growing = grown;
  }
  return [...done, ...growing];
}

/** Whether a slanted side enters the cell. */
function isCrossed(cell: Rect, { a, b }: Sided): boolean {
  let from = 0;
  let to = 1;
  for (const [p, d, low, high] of [
    [a.x, b.x - a.x, cell.x0, cell.x1],
    [a.y, b.y - a.y, cell.y0, cell.y1],
  ] as const) {
    if (d === 0) {
      if (p <= low || p >= high) return false;
      continue;
    }
    const [one, other] = [(low - p) / d, (high - p) / d];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return to - from > 1e-9;
}
