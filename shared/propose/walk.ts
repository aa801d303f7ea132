import type { Stand } from './items.ts';
import { type Rect, runsAlongX } from './rect.ts';
import type { Region } from './region.ts';

/**
 * Where a square body can be in a region with things standing in it, exactly: its lower left corner
 * moves in a space that the things, widened by the body, take places from. Between the sides of what
 * is taken nothing changes, so that space is a few dozen cells. A gap as wide as the body is enough.
 */
export class Walk {
  readonly #size: number;
  readonly #xs: number[];
  readonly #ys: number[];
  /** By cell its connected piece; -1 where the body does not fit. Even cells are places, odd ones between. */
  readonly #piece: Int16Array;
  readonly #columns: number;
  readonly #rows: number;

  constructor({ box, voids }: Region, bodies: readonly Rect[], size: number) {
    this.#size = size;
    const taken = [...voids, ...bodies];
    this.#xs = placesOf(taken, box.x0, box.x1 - size, size, 'x');
    this.#ys = placesOf(taken, box.y0, box.y1 - size, size, 'y');
    this.#columns = Math.max(0, 2 * this.#xs.length - 1);
    this.#rows = Math.max(0, 2 * this.#ys.length - 1);
    this.#piece = new Int16Array(this.#columns * this.#rows).fill(-2);
    for (const { x0, y0, x1, y1 } of taken) this.#take(x0 - size, y0 - size, x1, y1);
    this.#join();
  }

  /** Between open bounds the corner cannot be. */
  #take(x0: number, y0: number, x1: number, y1: number): void {
    const left = openFrom(this.#xs, x0);
    const right = openTo(this.#xs, x1);
    if (left > right) return;
    const low = openFrom(this.#ys, y0);
    const high = openTo(this.#ys, y1);
    for (let y = low; y <= high; y++) {
      this.#piece.fill(-1, y * this.#columns + left, y * this.#columns + right + 1);
    }
  }

  #join(): void {
    const columns = this.#columns;
    const piece = this.#piece;
    const stack: number[] = [];
    let count = 0;
    for (let start = 0; start < piece.length; start++) {
      if (piece[start] !== -2) continue;
      piece[start] = count;
      stack.push(start);
      while (stack.length > 0) {
        const at = stack.pop()!;
        const x = at % columns;
        if (x > 0) visit(at - 1);
        if (x + 1 < columns) visit(at + 1);
        if (at >= columns) visit(at - columns);
        if (at + columns < piece.length) visit(at + columns);
      }
      count += 1;
    }
    function visit(at: number): void {
      if (piece[at] !== -2) return;
      piece[at] = count;
      stack.push(at);
    }
  }

  /** The piece in which a body in that corner of free floor is; -1 where it is not free. */
  pieceIn(floor: Rect): number {
    return this.#pieceWithin(floor.x0, floor.x1 - this.#size, floor.y0, floor.y1 - this.#size, -1);
  }

  /** Whether a body in that piece gets wholly into a rectangle. */
  reaches(piece: number, { x0, y0, x1, y1 }: Rect): boolean {
    return this.#pieceWithin(x0, x1 - this.#size, y0, y1 - this.#size, piece) === piece;
  }

  /** Whether a body in that piece gets to stand before a front, across its middle. */
  stands(piece: number, { side, line, middle }: Stand): boolean {
    const at = side === 0 || side === 3 ? line : line - this.#size;
    const [low, high] = [middle - this.#size, middle];
    return runsAlongX(side)
      ? this.#pieceWithin(low, high, at, at, piece) === piece
      : this.#pieceWithin(at, at, low, high, piece) === piece;
  }

  /** Whether a body in that piece gets to a place whose middle passes, which holds best at corners. */
  getsWhere(piece: number, passes: (x: number, y: number) => boolean): boolean {
    const half = this.#size / 2;
    for (let y = 0; y < this.#ys.length; y++) {
      for (let x = 0; x < this.#xs.length; x++) {
        if (this.#piece[2 * y * this.#columns + 2 * x] !== piece) continue;
        if (passes(this.#xs[x]! + half, this.#ys[y]! + half)) return true;
      }
    }
    return false;
  }

  /** The wanted piece, or any for -1, among the corners within closed bounds; -1 where it is not. */
  #pieceWithin(x0: number, x1: number, y0: number, y1: number, wanted: number): number {
    if (x1 < x0 || y1 < y0) return -1;
    const left = closedFrom(this.#xs, x0);
    const right = closedTo(this.#xs, x1);
    const low = closedFrom(this.#ys, y0);
    const high = closedTo(this.#ys, y1);
    for (let y = low; y <= high; y++) {
      for (let x = left; x <= right; x++) {
        const piece = this.#piece[y * this.#columns + x]!;
        if (piece >= 0 && (wanted === -1 || piece === wanted)) return piece;
      }
    }
    return -1;
  }
}

function placesOf(
  taken: readonly Rect[],
  low: number,
  high: number,
  size: number,
  axis: 'x' | 'y',
): number[] {
  if (high < low) return [];
  const places = low === high ? [low] : [low, high];
  for (const one of taken) {
    const from = (axis === 'x' ? one.x0 : one.y0) - size;
    const to = axis === 'x' ? one.x1 : one.y1;
    if (from > low && from < high) insert(places, from);
    if (to > low && to < high) insert(places, to);
  }
  return places;
}

/** Keeps them in order, and each once. */
function insert(sorted: number[], value: number): void {
  let place = sorted.length;
  while (place > 0 && sorted[place - 1]! > value) place--;
  if (place > 0 && sorted[place - 1] === value) return;
  for (let at = sorted.length; at > place; at--) sorted[at] = sorted[at - 1]!;
  sorted[place] = value;
}

/** The first cell beyond a place, without the place itself. */
function openFrom(places: readonly number[], from: number): number {
  let first = 0;
  while (first < places.length && places[first]! <= from) first++;
  // The gap to the next place counts too, where it lies inside.
  return first > 0 && places[first - 1] === from ? 2 * first - 1 : 2 * first;
}

/** The last cell before a place, without the place itself. */
function openTo(places: readonly number[], to: number): number {
  let last = places.length - 1;
  while (last >= 0 && places[last]! >= to) last--;
  return last + 1 < places.length && places[last + 1] === to ? 2 * last + 1 : 2 * last;
}

/** The first cell that has some place from a bound on; beyond all cells where none has. */
function closedFrom(places: readonly number[], from: number): number {
  let first = 0;
  while (first < places.length && places[first]! < from) first++;
  if (first === places.length) return 2 * first;
  // A gap that reaches into the bounds has places of its own there.
  return first > 0 && places[first]! > from ? 2 * first - 1 : 2 * first;
}

/** The last cell that has some place up to a bound; before all cells where none has. */
function closedTo(places: readonly number[], to: number): number {
  let last = places.length - 1;
  while (last >= 0 && places[last]! > to) last--;
  if (last < 0) return -1;
  return last + 1 < places.length && places[last]! < to ? 2 * last + 1 : 2 * last;
}
