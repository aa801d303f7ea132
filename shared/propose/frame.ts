import type { Point } from '../plan/model.ts';
import type { Rect, Side } from './rect.ts';

/**
 * Axes along a room's walls, in one of the eight ways that turning and mirroring give: the search
 * knows places only in such a frame. `ux`, `uy` is the frame's x axis on the plan.
 */
export interface Frame {
  readonly origin: Point;
  readonly ux: number;
  readonly uy: number;
  /** Whether the frame's y axis lies to the right of its x axis. */
  readonly isMirrored: boolean;
}

export function intoFrame(frame: Frame, { x, y }: Point): Point {
  const dx = x - frame.origin.x;
  const dy = y - frame.origin.y;
  const up = dy * frame.ux - dx * frame.uy;
  return { x: dx * frame.ux + dy * frame.uy, y: frame.isMirrored ? -up : up };
}

export function outOfFrame(frame: Frame, { x, y }: Point): Point {
  const up = frame.isMirrored ? -y : y;
  return {
    x: frame.origin.x + x * frame.ux - up * frame.uy,
    y: frame.origin.y + x * frame.uy + up * frame.ux,
  };
}

/** A direction of the frame on the plan. */
export function turnedOut(frame: Frame, { x, y }: Point): Point {
  const up = frame.isMirrored ? -y : y;
  return { x: x * frame.ux - up * frame.uy, y: x * frame.uy + up * frame.ux };
}

export const facing: Readonly<Record<Side, Point>> = {
  0: { x: 0, y: 1 },
  1: { x: -1, y: 0 },
  2: { x: 0, y: -1 },
  3: { x: 1, y: 0 },
};

/** `Fixture.rotation` of what faces that way: whole degrees, and by how many it misses the wall. */
export function rotationOf(
  frame: Frame,
  side: Side,
): { readonly degrees: number; readonly miss: number } {
  const front = turnedOut(frame, facing[side]);
  const exact = (Math.atan2(front.y, front.x) * 180) / Math.PI - 90;
  const degrees = Math.round(exact);
  return { degrees: ((degrees % 360) + 360) % 360, miss: Math.abs(exact - degrees) };
}

/** Corners on the plan, in whatever direction they run. */
export const cornersOf = (frame: Frame, { x0, y0, x1, y1 }: Rect): Point[] =>
  [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x1, y: y1 },
    { x: x0, y: y1 },
  ].map((corner) => outOfFrame(frame, corner));

/** The eight frames of a direction about a place. Exact for rooms along the axes. */
export function framesAlong(origin: Point, direction: Point): Frame[] {
  const turns = [
    direction,
    { x: -direction.y, y: direction.x },
    { x: -direction.x, y: -direction.y },
    { x: direction.y, y: -direction.x },
  ];
  return turns.flatMap(({ x, y }) =>
    [false, true].map((isMirrored) => ({ origin, ux: x, uy: y, isMirrored })),
  );
}
