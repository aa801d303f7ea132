/**
 * Points of the integer grid, each once, numbered in the order they come. An open-addressing table
 * over plain numbers: a Map keyed by numbers this large boxes every key.
 */
export class Vertices {
  readonly x: number[] = [];
  readonly y: number[] = [];
  #slots: Int32Array;
  #mask: number;

  constructor(expected: number) {
    let size = 64;
    while (size < expected * 2) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  /** The number of the vertex at whole mm x, y; a new one where there is none yet. */
  at(x: number, y: number): number {
    let slot = hash(x, y) & this.#mask;
    for (;;) {
      const known = this.#slots[slot]!;
      if (known === -1) break;
      if (this.x[known] === x && this.y[known] === y) return known;
      slot = (slot + 1) & this.#mask;
    }
    const index = this.x.length;
    this.x.push(x);
    this.y.push(y);
    this.#slots[slot] = index;
    if (index * 2 > this.#mask) this.#grow();
    return index;
  }

  /** The number of the vertex at whole mm x, y; -1 where there is none. */
  find(x: number, y: number): number {
    let slot = hash(x, y) & this.#mask;
    for (;;) {
      const known = this.#slots[slot]!;
      if (known === -1 || (this.x[known] === x && this.y[known] === y)) return known;
      slot = (slot + 1) & this.#mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array((this.#mask + 1) * 2).fill(-1);
    this.#mask = this.#slots.length - 1;
    for (let index = 0; index < this.x.length; index++) {
      let slot = hash(this.x[index]!, this.y[index]!) & this.#mask;
      while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index;
    }
  }
}

function hash(x: number, y: number): number {
  let mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
