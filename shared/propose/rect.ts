/** A rectangle along the axes of the frame in which a space is searched; mm, x0 < x1 and y0 < y1. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Whether the two have area in common; touching sides do not count. */
export const overlaps = (one: Rect, other: Rect): boolean =>
  one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;

export const within = (inner: Rect, outer: Rect): boolean =>
  inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;

export const areaOf = ({ x0, y0, x1, y1 }: Rect): number => (x1 - x0) * (y1 - y0);

export const clipped = (rect: Rect, to: Rect): Rect => ({
  x0: Math.max(rect.x0, to.x0),
  y0: Math.max(rect.y0, to.y0),
  x1: Math.min(rect.x1, to.x1),
  y1: Math.min(rect.y1, to.y1),
});

export const isEmpty = ({ x0, y0, x1, y1 }: Rect): boolean => x0 >= x1 || y0 >= y1;

/** What of a rectangle is left without another, as rectangles that do not overlap. */
export function minus(rect: Rect, taken: Rect): Rect[] {
  if (!overlaps(rect, taken)) return [rect];
  const cut = clipped(taken, rect);
  return [
    { ...rect, y1: cut.y0 },
    { ...rect, y0: cut.y1 },
    { x0: rect.x0, x1: cut.x0, y0: cut.y0, y1: cut.y1 },
    { x0: cut.x1, x1: rect.x1, y0: cut.y0, y1: cut.y1 },
  ].filter((piece) => !isEmpty(piece));
}

/**
 * The way that a wall face looks, and with it whatever stands against it: 0 up (+y), 1 left (-x),
 * 2 down (-y), 3 right (+x). Quarter turns counter-clockwise, as `Fixture.rotation` counts them.
 */
export type Side = 0 | 1 | 2 | 3;

/** Faces that look up or down run along x. */
export const runsAlongX = (side: Side): boolean => side === 0 || side === 2;

/** The rectangle of `depth` before a face at `line`, between two places along it. */
export function before(side: Side, line: number, from: number, to: number, depth: number): Rect {
  switch (side) {
    case 0:
      return { x0: from, x1: to, y0: line, y1: line + depth };
    case 1:
      return { x0: line - depth, x1: line, y0: from, y1: to };
    case 2:
      return { x0: from, x1: to, y0: line - depth, y1: line };
    case 3:
      return { x0: line, x1: line + depth, y0: from, y1: to };
  }
}

/** A line `depth` before a face. */
export const ahead = (side: Side, line: number, depth: number): number =>
  side === 0 || side === 3 ? line + depth : line - depth;

/** mm between a point and the nearest place of a rectangle. */
export function distanceTo({ x0, y0, x1, y1 }: Rect, x: number, y: number): number {
  const dx = Math.max(x0 - x, 0, x - x1);
  const dy = Math.max(y0 - y, 0, y - y1);
  return Math.sqrt(dx * dx + dy * dy);
}

/** A place along a face, or along any line that runs with it. */
export const onLine = (side: Side, line: number, along: number): { x: number; y: number } =>
  runsAlongX(side) ? { x: along, y: line } : { x: line, y: along };
