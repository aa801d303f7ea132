/**
 * What bounds a room of a generated storey, and its net area by plain formulas on those bounds.
 * Nothing here comes from the engine that it is to check.
 */

/** A wall that runs up the sheet: its centre line passes x0, y0 and x1, y1. */
export interface Upright {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** mm, half of the thickness. */
  readonly half: number;
}

/** A wall that runs across the sheet at one height, in pieces of their own half thickness. */
export interface Level {
  readonly y: number;
  /** From left to right, without gaps. */
  readonly pieces: readonly { readonly to: number; readonly half: number }[];
}

export const across = (y: number, thickness: number): Level => ({
  y,
  pieces: [{ to: Infinity, half: thickness / 2 }],
});

/** A room between two uprights and two levels: a rectangle, or a trapezium where walls slant. */
export interface Bounds {
  readonly left: Upright;
  readonly right: Upright;
  readonly bottom: Level;
  readonly top: Level;
}

/** x of the centre line at a height. */
export const xAt = ({ x0, y0, x1, y1 }: Upright, y: number): number =>
  x0 + ((x1 - x0) * (y - y0)) / (y1 - y0);

export const isStraight = ({ x0, x1 }: Upright): boolean => x0 === x1;

/** mm from the centre line to the face, measured along x. */
const reach = ({ x0, y0, x1, y1, half }: Upright): number =>
  half * Math.hypot(1, (x1 - x0) / (y1 - y0));

/** mm2 between the wall faces. Levels change thickness only between straight uprights. */
export function netArea({ left, right, bottom, top }: Bounds): number {
  const widthAt = (y: number): number => xAt(right, y) - reach(right) - xAt(left, y) - reach(left);
  if (isStraight(left) && isStraight(right)) {
    const from = left.x0 + left.half;
    const to = right.x0 - right.half;
    return (to - from) * (top.y - bottom.y) - taken(bottom, from, to) - taken(top, from, to);
  }
  const middle = (left.x0 + right.x0) / 2;
  const low = bottom.y + halfAt(bottom, middle);
  const high = top.y - halfAt(top, middle);
  return (high - low) * widthAt((low + high) / 2);
}

/** mm, more than the length of the outline. */
export const outlineLength = ({ left, right, bottom, top }: Bounds): number => {
  const width = Math.max(right.x0, right.x1) - Math.min(left.x0, left.x1);
  return 2 * (width + top.y - bottom.y);
};

/** mm2 that one side of a level's walls takes between two places. */
function taken({ pieces }: Level, from: number, to: number): number {
  let sum = 0;
  let start = -Infinity;
  for (const piece of pieces) {
    const length = Math.min(to, piece.to) - Math.max(from, start);
    if (length > 0) sum += length * piece.half;
    start = piece.to;
  }
  return sum;
}

const halfAt = ({ pieces }: Level, x: number): number => pieces.find((one) => x < one.to)!.half;
