import { type Cell, cornerCut, type Partition, straightCut } from '../partitions.ts';
import { runsAlongX, type Side } from '../rect.ts';
import { edgesOf } from '../region.ts';

/**
 * How a shared room is divided between many: partitions from wall to wall, each cutting one piece in
 * two. `entry` is the side of the room where common space lies; lengths are clear mm.
 *
 *     strips           corner              passage
 *   +---+---+---+   +---+-------+   +---------------+
 *   |   |   |   |   |   |       |   |  rear | rear  |
 *   |   |   |   |   |   |   +---+   +----+-----+----+
 *   |   |   |   |   |   |   |   |   |left|     |right
 *   +-d-+-d-+-d-+   +-d-+-d-+-d-+   +----+     +----+
 *                                   +----+--d--+----+   entry below
 */
export type Shape = Strips | Corner | Passage;

export interface Strips {
  readonly kind: 'strips';
  readonly entry: Side;
  /** Of all strips but the last, from the low end of the entry's side. */
  readonly widths: readonly number[];
}

/** Strips, the last of which has a part cut out at its far end that is entered beside it. */
export interface Corner {
  readonly kind: 'corner';
  readonly entry: Side;
  readonly widths: readonly number[];
  /** Of the part that is cut out, along the entry's side and into the room. */
  readonly along: number;
  readonly depth: number;
}

export interface Passage {
  readonly kind: 'passage';
  readonly entry: Side;
  /** Clear width, where parts lie on its high side; otherwise it is as wide as there is room. */
  readonly width: number;
  /** Clear width of the parts on its low side; 0 where it runs along the wall. */
  readonly low: number;
  /** Whether there are parts on its high side. */
  readonly hasHigh: boolean;
  /** How far it runs into the room; null is all the way. */
  readonly depth: number | null;
  /** Of all parts but the last, from the entry. */
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** Of all parts but the last behind the passage's end, from the low end. */
  readonly rears: readonly number[];
}

/** A shared room in pieces. */
export interface Pieces {
  readonly partitions: readonly Partition[];
  readonly parts: readonly Cell[];
  /** What stays common, so that the parts can be entered. */
  readonly passage: Cell | null;
}

/** The side at the low end of an entry's side. */
const lowSide = (entry: Side): Side => (runsAlongX(entry) ? 3 : 0);

interface Taken {
  readonly near: Cell;
  readonly rest: Cell;
  readonly partition: Partition;
}

/** Cuts off what lies along one side, so deep; null where that does not leave two whole pieces. */
function takeFrom(cell: Cell, side: Side, clear: number, thickness: number): Taken | null {
  const { box } = cell.enclosed;
  const axis = runsAlongX(side) ? 'y' : 'x';
  const isLow = side === 0 || side === 3;
  const at = isLow
    ? (axis === 'x' ? box.x0 : box.y0) + clear
    : (axis === 'x' ? box.x1 : box.y1) - clear - thickness;
  const cut = straightCut(cell, axis, at, thickness);
  if (!cut) return null;
  const [low, high] = cut.parts;
  return { near: isLow ? low : high, rest: isLow ? high : low, partition: cut.partition };
}

/** One after the other from a side, the last taking the rest. */
function series(
  cell: Cell,
  side: Side,
  clears: readonly number[],
  thickness: number,
  partitions: Partition[],
): Cell[] | null {
  const cells: Cell[] = [];
  let rest = cell;
  for (const clear of clears) {
    const taken = takeFrom(rest, side, clear, thickness);
    if (!taken) return null;
    cells.push(taken.near);
    partitions.push(taken.partition);
    rest = taken.rest;
  }
  return [...cells, rest];
}

/** A room cut to a shape; null where it does not go. */
export function piecesOf(whole: Cell, shape: Shape, thickness: number): Pieces | null {
  const partitions: Partition[] = [];
  const across = lowSide(shape.entry);
  if (shape.kind !== 'passage') {
    const strips = series(whole, across, shape.widths, thickness, partitions);
    if (!strips) return null;
    if (shape.kind === 'strips') return { partitions, parts: strips, passage: null };
    const last = strips.at(-1)!;
    const edge = edgesOf(last.enclosed).find(
      ({ side, from, to }) => side === shape.entry && to - from > shape.along + thickness,
    );
    const cut = edge && cornerCut(last, edge, 'to', shape.along, shape.depth, thickness);
    if (!cut || cut.partition.bodies.length < 2) return null;
    partitions.push(cut.partition);
    return { partitions, parts: [...strips.slice(0, -1), ...cut.parts], passage: null };
  }
  const parts: Cell[] = [];
  let front = whole;
  if (shape.depth !== null) {
    const taken = takeFrom(whole, shape.entry, shape.depth, thickness);
    if (!taken) return null;
    partitions.push(taken.partition);
    front = taken.near;
    const rears = series(taken.rest, across, shape.rears, thickness, partitions);
    if (!rears) return null;
    parts.push(...rears);
  }
  if (shape.low > 0) {
    const taken = takeFrom(front, across, shape.low, thickness);
    if (!taken) return null;
    partitions.push(taken.partition);
    const lows = series(taken.near, shape.entry, shape.lows, thickness, partitions);
    if (!lows) return null;
    parts.push(...lows);
    front = taken.rest;
  }
  if (shape.hasHigh) {
    const taken = takeFrom(front, across, shape.width, thickness);
    if (!taken) return null;
    partitions.push(taken.partition);
    const highs = series(taken.rest, shape.entry, shape.highs, thickness, partitions);
    if (!highs) return null;
    parts.push(...highs);
    front = taken.near;
  }
  return { partitions, parts, passage: front };
}

/** How many households a shape is for. */
export function countOf(shape: Shape): number {
  switch (shape.kind) {
    case 'strips':
      return shape.widths.length + 1;
    case 'corner':
      return shape.widths.length + 2;
    case 'passage':
      return (
        (shape.low > 0 ? shape.lows.length + 1 : 0) +
        (shape.hasHigh ? shape.highs.length + 1 : 0) +
        (shape.depth === null ? 0 : shape.rears.length + 1)
      );
  }
}

/** What shapes that differ only in lengths have in common: how they are cut, and for how many where. */
export function kindOfShape(shape: Shape): string {
  const count = countOf(shape);
  if (shape.kind !== 'passage') {
    return count === 1 ? 'strips1' : `${shape.kind}${count}/${shape.entry}`;
  }
  const { entry, low, hasHigh, depth, lows, highs, rears } = shape;
  const rows = [
    low > 0 ? lows.length + 1 : 0,
    hasHigh ? highs.length + 1 : 0,
    depth === null ? 0 : rears.length + 1,
  ];
  return `passage${count}/${entry} ${rows.join('-')}`;
}
