import { type Polygon, polygonContains, type Ring } from '../geometry/polygon.ts';
import type { Point } from '../plan/model.ts';

/** mm of one cell; what fits by less than this fits. */
const cell = 10;

/**
 * Where a square body can walk in a room, looked at cell by cell: knows nothing of how layouts are
 * searched. `turn` is the direction, in degrees, along which walls and things lie.
 */
export class WalkedFloor {
  readonly #turn: number;
  readonly #origin: Point;
  readonly #columns: number;
  readonly #rows: number;
  /** Cells of the body's side. */
  readonly #side: number;
  /** Sums of blocked cells above and left, for squares at once. */
  readonly #sums: Int32Array;

  constructor(room: Polygon, things: readonly Ring[], turn: number, body: number) {
    this.#turn = (turn * Math.PI) / 180;
    const flat = (ring: Ring): Ring => ring.map((p) => this.#flat(p));
    const floor = { outer: flat(room.outer), holes: room.holes.map(flat) };
    const bodies = things.map(flat);
    const xs = floor.outer.map(({ x }) => x);
    const ys = floor.outer.map(({ y }) => y);
    this.#origin = { x: Math.min(...xs), y: Math.min(...ys) };
    this.#columns = Math.ceil((Math.max(...xs) - this.#origin.x) / cell);
    this.#rows = Math.ceil((Math.max(...ys) - this.#origin.y) / cell);
    this.#side = Math.floor(body / cell) - 1;
    const wide = this.#columns + 1;
    this.#sums = new Int32Array(wide * (this.#rows + 1));
    for (let y = 0; y < this.#rows; y++) {
      for (let x = 0; x < this.#columns; x++) {
        const at = {
          x: this.#origin.x + (x + 0.5) * cell,
          y: this.#origin.y + (y + 0.5) * cell,
        };
        const isBlocked =
          !polygonContains(floor, at) ||
          bodies.some((outer) => polygonContains({ outer, holes: [] }, at));
        const index = (y + 1) * wide + x + 1;
        this.#sums[index] =
          (isBlocked ? 1 : 0) +
          this.#sums[index - 1]! +
          this.#sums[index - wide]! -
          this.#sums[index - wide - 1]!;
      }
    }
  }

  #flat({ x, y }: Point): Point {
    const cos = Math.cos(this.#turn);
    const sin = Math.sin(this.#turn);
    return { x: x * cos + y * sin, y: y * cos - x * sin };
  }

  #onPlan(x: number, y: number): Point {
    const cos = Math.cos(this.#turn);
    const sin = Math.sin(this.#turn);
    return { x: x * cos - y * sin, y: y * cos + x * sin };
  }

  #fits(x: number, y: number): boolean {
    const side = this.#side;
    if (x < 0 || y < 0 || x + side > this.#columns || y + side > this.#rows) return false;
    const wide = this.#columns + 1;
    const sums = this.#sums;
    const low = y * wide + x;
    const high = (y + side) * wide + x;
    return sums[high + side]! - sums[high]! - sums[low + side]! + sums[low]! === 0;
  }

  /** The lower left cells of bodies whose middle lies within reach of a place. */
  #around(place: Point, reach: number): number[] {
    const { x, y } = this.#flat(place);
    const half = this.#side / 2;
    const middle = [(x - this.#origin.x) / cell - half, (y - this.#origin.y) / cell - half];
    const cells: number[] = [];
    const span = Math.ceil(reach / cell);
    for (let dy = -span; dy <= span; dy++) {
      for (let dx = -span; dx <= span; dx++) {
        const cx = Math.round(middle[0]! + dx);
        const cy = Math.round(middle[1]! + dy);
        if (this.#fits(cx, cy)) cells.push(cy * this.#columns + cx);
      }
    }
    return cells;
  }

  /** Whether a body gets from around one place to around each of the others. */
  connects(start: Point, reach: number, goals: readonly { at: Point; reach: number }[]): boolean {
    const seen = this.#walkedFrom(start, reach);
    return goals.every((goal) => this.#around(goal.at, goal.reach).some((at) => seen.has(at)));
  }

  /** Whether a body gets from around a place to where a round one, that much smaller, is off a leaf. */
  getsOff(start: Point, reach: number, away: (middle: Point) => number): boolean {
    const half = this.#side / 2;
    return [...this.#walkedFrom(start, reach)].some((at) => {
      const x = this.#origin.x + ((at % this.#columns) + half) * cell;
      const y = this.#origin.y + (Math.floor(at / this.#columns) + half) * cell;
      return away(this.#onPlan(x, y)) >= (half - 1) * cell;
    });
  }

  #walkedFrom(start: Point, reach: number): ReadonlySet<number> {
    const seen = new Set(this.#around(start, reach));
    const queue = [...seen];
    for (let next = 0; next < queue.length; next++) {
      const x = queue[next]! % this.#columns;
      const y = Math.floor(queue[next]! / this.#columns);
      for (const [nx, ny] of [
        [x + 1, y],
        [x - 1, y],
        [x, y + 1],
        [x, y - 1],
      ] as const) {
        const at = ny * this.#columns + nx;
        if (seen.has(at) || !this.#fits(nx, ny)) continue;
        seen.add(at);
        queue.push(at);
      }
    }
    return seen;
  }
}
