/**
 * Broad phase: which segments come near a point, a segment or a ring. Square cells of about the
 * segments' mean length, hashed into buckets; a segment is entered in every cell that it comes near,
 * so that a long slanting wall is found along its way and not all over its box. Buckets may hold
 * others too: whoever asks tests each candidate itself. Buffers are kept from one use to the next.
 */
export class SegmentGrid {
  /** What the last question found, each once; as many as it answered. */
  found = new Int32Array(64);

  #inverse = 1;
  #size = 1;
  #count = 0;
  #mask = 0;
  /** By bucket its newest entry, or -1; entries of one bucket are chained. */
  #heads = new Int32Array(0);
  #items = new Int32Array(0);
  #next = new Int32Array(0);
  #entries = 0;
  /** Buckets of the cells that a shape covers. */
  #covered = new Int32Array(64);
  /** The question in which a segment was found last. */
  #stamps = new Int32Array(0);
  #question = 0;
  /** Rows that a ring covers, column by column. */
  #low = new Float64Array(64);
  #high = new Float64Array(64);

  /** Forgets everything; `mean` is the mean length of what will be added, in mm. */
  reset(expected: number, mean: number): void {
    this.#size = Math.max(250, mean);
    this.#inverse = 1 / this.#size;
    let buckets = 256;
    while (buckets < expected * 4) buckets *= 2;
    if (this.#heads.length !== buckets) this.#heads = new Int32Array(buckets);
    this.#heads.fill(-1);
    this.#mask = buckets - 1;
    this.#entries = 0;
    this.#count = 0;
    if (this.#stamps.length < expected) this.#stamps = new Int32Array(expected * 2);
    if (this.#items.length < expected * 4) this.#growEntries(expected * 4);
    this.#question = 0;
    this.#stamps.fill(0);
  }

  /** Enters the next segment with what lies within `reach` mm of it; they are numbered from 0. */
  add(ax: number, ay: number, bx: number, by: number, reach: number): void {
    const item = this.#count++;
    if (item >= this.#stamps.length) {
      const grown = new Int32Array(this.#stamps.length * 2 + 64);
      grown.set(this.#stamps);
      this.#stamps = grown;
    }
    const cells = this.#cover(ax, ay, bx, by, reach);
    if (this.#entries + cells > this.#items.length) {
      this.#growEntries((this.#entries + cells) * 2);
    }
    for (let cell = 0; cell < cells; cell++) {
      const bucket = this.#covered[cell]!;
      // Two cells of one segment may share a bucket.
      const head = this.#heads[bucket]!;
      if (head !== -1 && this.#items[head] === item) continue;
      this.#items[this.#entries] = item;
      this.#next[this.#entries] = head;
      this.#heads[bucket] = this.#entries++;
    }
  }

  /** How many segments were entered within reach of the point; they are in `found`. */
  atPoint(x: number, y: number): number {
    this.#covered[0] = this.#bucket(Math.floor(x * this.#inverse), Math.floor(y * this.#inverse));
    return this.#collect(1);
  }

  /** Those whose cells come within `reach` mm of the segment. */
  alongSegment(ax: number, ay: number, bx: number, by: number, reach: number): number {
    return this.#collect(this.#cover(ax, ay, bx, by, reach));
  }

  /** Those whose cells lie on or inside of a ring of `corners` corners, given as x, y, x, y, ... */
  inRing(ring: Float64Array, corners: number): number {
    return this.#collect(this.#coverRing(ring, corners));
  }

  #collect(cells: number): number {
    const question = ++this.#question;
    const stamps = this.#stamps;
    let count = 0;
    for (let cell = 0; cell < cells; cell++) {
      for (
        let entry = this.#heads[this.#covered[cell]!]!;
        entry !== -1;
        entry = this.#next[entry]!
      ) {
        const item = this.#items[entry]!;
        if (stamps[item] === question) continue;
        stamps[item] = question;
        if (count === this.found.length) this.found = grownBy(this.found, count * 2);
        this.found[count++] = item;
      }
    }
    return count;
  }

  #bucket(column: number, row: number): number {
    let mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    mixed ^= mixed >>> 15;
    return mixed & this.#mask;
  }

  #note(count: number, column: number, row: number): number {
    if (count === this.#covered.length) this.#covered = grownBy(this.#covered, count * 2);
    this.#covered[count] = this.#bucket(column, row);
    return count + 1;
  }

  #cover(ax: number, ay: number, bx: number, by: number, reach: number): number {
    const inverse = this.#inverse;
    const left = ax < bx ? ax : bx;
    const right = ax < bx ? bx : ax;
    const first = Math.floor((left - reach) * inverse);
    const last = Math.floor((right + reach) * inverse);
    const slope = right > left ? (by - ay) / (bx - ax) : 0;
    let count = 0;
    for (let column = first; column <= last; column++) {
      // The part of the segment that comes within reach of this column.
      const from = Math.max(left, column * this.#size - reach);
      const to = Math.min(right, (column + 1) * this.#size + reach);
      const y = right > left ? ay + slope * (from - ax) : ay;
      const z = right > left ? ay + slope * (to - ax) : by;
      const low = Math.floor(((y < z ? y : z) - reach) * inverse);
      const high = Math.floor(((y < z ? z : y) + reach) * inverse);
      for (let row = low; row <= high; row++) count = this.#note(count, column, row);
    }
    return count;
  }

  #coverRing(ring: Float64Array, corners: number): number {
    let left = Infinity;
    let right = -Infinity;
    for (let corner = 0; corner < corners; corner++) {
      const x = ring[2 * corner]!;
      if (x < left) left = x;
      if (x > right) right = x;
    }
    const inverse = this.#inverse;
    const first = Math.floor(left * inverse);
    const columns = Math.floor(right * inverse) - first + 1;
    if (columns > this.#low.length) {
      this.#low = new Float64Array(columns * 2);
      this.#high = new Float64Array(columns * 2);
    }
    this.#low.fill(Infinity, 0, columns);
    this.#high.fill(-Infinity, 0, columns);
    for (let corner = 0; corner < corners; corner++) {
      const after = corner + 1 === corners ? 0 : corner + 1;
      this.#spanEdge(
        first,
        ring[2 * corner]!,
        ring[2 * corner + 1]!,
        ring[2 * after]!,
        ring[2 * after + 1]!,
      );
    }
    let count = 0;
    for (let column = 0; column < columns; column++) {
      const low = Math.floor(this.#low[column]! * inverse);
      const high = Math.floor(this.#high[column]! * inverse);
      for (let row = low; row <= high; row++) count = this.#note(count, first + column, row);
    }
    return count;
  }

  /** Widens the spans of the columns that an edge of a ring crosses. */
  #spanEdge(first: number, ax: number, ay: number, bx: number, by: number): void {
    const left = ax < bx ? ax : bx;
    const right = ax < bx ? bx : ax;
    const begin = Math.floor(left * this.#inverse);
    const end = Math.floor(right * this.#inverse);
    const slope = right > left ? (by - ay) / (bx - ax) : 0;
    for (let column = begin; column <= end; column++) {
      const from = Math.max(left, column * this.#size);
      const to = Math.min(right, (column + 1) * this.#size);
      const y = right > left ? ay + slope * (from - ax) : ay;
      const z = right > left ? ay + slope * (to - ax) : by;
      const at = column - first;
      this.#low[at] = Math.min(this.#low[at]!, y, z);
      this.#high[at] = Math.max(this.#high[at]!, y, z);
    }
  }

  #growEntries(size: number): void {
    this.#items = grownBy(this.#items, size);
    this.#next = grownBy(this.#next, size);
  }
}

function grownBy(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size);
  grown.set(old);
  return grown;
}
