import {
  areaOf,
  clipped,
  isEmpty,
  minus,
  overlaps,
  type Rect,
  runsAlongX,
  type Side,
  within,
} from './rect.ts';

/** Floor bounded by straight sides: a box less rectangles that do not overlap one another. */
export interface Region {
  readonly box: Rect;
  readonly voids: readonly Rect[];
  /** mm2 */
  readonly area: number;
}

/** A straight piece of the outline, with the way that its wall face looks. */
export interface Edge {
  readonly side: Side;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export const region = (box: Rect, voids: readonly Rect[] = []): Region => ({
  box,
  voids,
  area: voids.reduce((sum, one) => sum - areaOf(one), areaOf(box)),
});

export function holds({ box, voids }: Region, rect: Rect): boolean {
  if (!within(rect, box)) return false;
  for (const one of voids) if (overlaps(one, rect)) return false;
  return true;
}

/** The part inside a box, as tight as what is left allows. */
export function clipRegion({ box, voids }: Region, to: Rect): Region | null {
  const inside = clipped(box, to);
  if (isEmpty(inside)) return null;
  return tightened(
    inside,
    voids.map((one) => clipped(one, inside)).filter((one) => !isEmpty(one)),
  );
}

export function without({ box, voids }: Region, taken: Rect): Region | null {
  const cut = clipped(taken, box);
  if (isEmpty(cut)) return region(box, voids);
  return tightened(box, [...voids.flatMap((one) => minus(one, cut)), cut]);
}

/** Voids that run along a whole side of the box make the box smaller. */
function tightened(box: Rect, voids: readonly Rect[]): Region | null {
  if (voids.length === 0) return region(box);
  const xs = cuts([box, ...voids], 'x');
  const ys = cuts([box, ...voids], 'y');
  const open = (x: number, y: number): boolean =>
    !voids.some(
      (one) => one.x0 <= xs[x]! && one.x1 >= xs[x + 1]! && one.y0 <= ys[y]! && one.y1 >= ys[y + 1]!,
    );
  let [x0, x1, y0, y1] = [xs.length, -1, ys.length, -1];
  for (let x = 0; x + 1 < xs.length; x++) {
    for (let y = 0; y + 1 < ys.length; y++) {
      if (!open(x, y)) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
    }
  }
  if (x1 < 0) return null;
  const tight = { x0: xs[x0]!, x1: xs[x1]!, y0: ys[y0]!, y1: ys[y1]! };
  const left = voids.map((one) => clipped(one, tight)).filter((one) => !isEmpty(one));
  return region(tight, left);
}

/** The places of all sides along one axis, in order, each once. */
function cuts(rects: readonly Rect[], axis: 'x' | 'y'): number[] {
  const all = rects.flatMap((one) => (axis === 'x' ? [one.x0, one.x1] : [one.y0, one.y1]));
  return [...new Set(all)].sort((left, right) => left - right);
}

/** The cells between all sides, and which of them are floor. */
interface Cells {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly isFloor: (x: number, y: number) => boolean;
}

function cellsOf({ box, voids }: Region): Cells {
  const xs = cuts([box, ...voids], 'x');
  const ys = cuts([box, ...voids], 'y');
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const floor = new Uint8Array(columns * rows);
  for (let x = 0; x < columns; x++) {
    for (let y = 0; y < rows; y++) {
      const cell = { x0: xs[x]!, x1: xs[x + 1]!, y0: ys[y]!, y1: ys[y + 1]! };
      floor[y * columns + x] = voids.some((one) => overlaps(one, cell)) ? 0 : 1;
    }
  }
  return {
    xs,
    ys,
    isFloor: (x, y) => x >= 0 && y >= 0 && x < columns && y < rows && floor[y * columns + x] === 1,
  };
}

/** Remembered by the region, which never changes. */
const known = new WeakMap<Region, readonly Edge[]>();

/** The outline, straight pieces joined; by side, then line, then place. */
export function edgesOf(one: Region): readonly Edge[] {
  const edges = known.get(one) ?? outlineOf(one);
  known.set(one, edges);
  return edges;
}

function outlineOf(one: Region): Edge[] {
  const { x0, y0, x1, y1 } = one.box;
  if (one.voids.length === 0) {
    return [
      { side: 0, line: y0, from: x0, to: x1 },
      { side: 1, line: x1, from: y0, to: y1 },
      { side: 2, line: y1, from: x0, to: x1 },
      { side: 3, line: x0, from: y0, to: y1 },
    ];
  }
  const { xs, ys, isFloor } = cellsOf(one);
  const edges: Edge[] = [];
  for (const side of [0, 1, 2, 3] as const) {
    const alongX = runsAlongX(side);
    const [lines, places] = alongX ? [ys, xs] : [xs, ys];
    const step = side === 0 || side === 3 ? -1 : 0;
    for (let line = 0; line < lines.length; line++) {
      // The cell before the face is floor, the one behind it is not.
      const front = line - 1 - step;
      const back = line + step;
      let start = -1;
      for (let at = 0; at < places.length; at++) {
        const isEdge =
          at + 1 < places.length &&
          (alongX
            ? isFloor(at, front) && !isFloor(at, back)
            : isFloor(front, at) && !isFloor(back, at));
        if (isEdge && start < 0) start = at;
        if (!isEdge && start >= 0) {
          edges.push({ side, line: lines[line]!, from: places[start]!, to: places[at]! });
          start = -1;
        }
      }
    }
  }
  return edges;
}

export function isConnected(one: Region): boolean {
  if (one.voids.length === 0) return true;
  const { xs, ys, isFloor } = cellsOf(one);
  const columns = xs.length - 1;
  const seen = new Set<number>();
  let floor = 0;
  let first = -1;
  for (let y = 0; y + 1 < ys.length; y++) {
    for (let x = 0; x < columns; x++) {
      if (!isFloor(x, y)) continue;
      floor += 1;
      if (first < 0) first = y * columns + x;
    }
  }
  const queue = first < 0 ? [] : [first];
  for (const at of queue) seen.add(at);
  for (let next = 0; next < queue.length; next++) {
    const x = queue[next]! % columns;
    const y = Math.floor(queue[next]! / columns);
    for (const [nx, ny] of [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ] as const) {
      const at = ny * columns + nx;
      if (!isFloor(nx, ny) || seen.has(at)) continue;
      seen.add(at);
      queue.push(at);
    }
  }
  return floor > 0 && seen.size === floor;
}
