import { boundsOf } from '../../shared/geometry/polygon.ts';
import type { Point } from '../../shared/plan/model.ts';
import type { Box, Size, Viewport } from '../editor/viewport.ts';
import { fontFamily } from '../fonts.ts';
import { widthOf } from './text-widths.ts';

/** What a painter draws with: a 2D context in CSS px, and where the plan lies under it. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly view: Viewport;
  readonly size: Size;
  /** px: what of the canvas is painted; nothing shows beyond it. */
  readonly sight: Box;
}

export const ink = {
  paper: '#ffffff',
  wall: '#26282b',
  retained: '#d4d4d0',
  line: '#1c1d1f',
  quiet: '#5c5f66',
  faint: '#9a9ca1',
  demolished: '#b42318',
  accent: '#1a5aa8',
  refused: '#b42318',
  highlight: '#c2410c',
  common: '#ededea',
} as const;

/** Nothing on the canvas is set smaller than 12 px. */
export const font = (size: number, weight = 400): string => `${weight} ${size}px ${fontFamily}`;

export const screenX = (pen: Pen, x: number): number => pen.view.offsetX + x * pen.view.scale;
export const screenY = (pen: Pen, y: number): number => pen.view.offsetY - y * pen.view.scale;
export const onScreen = (pen: Pen, point: Point): Point => ({
  x: screenX(pen, point.x),
  y: screenY(pen, point.y),
});

/** Adds a closed ring of plan points to the current path. */
export function traceRing(pen: Pen, ring: readonly Point[]): void {
  traceToFill(pen, ring);
  pen.context.closePath();
}

/**
 * Adds a ring that is only filled, which closes it by itself. To close one takes the longer the more
 * the path has: the browser measures all of it each time.
 */
export function traceToFill({ context, view }: Pen, ring: readonly Point[]): void {
  const { scale, offsetX, offsetY } = view;
  for (let index = 0; index < ring.length; index++) {
    const { x, y } = ring[index]!;
    if (index === 0) context.moveTo(offsetX + x * scale, offsetY - y * scale);
    else context.lineTo(offsetX + x * scale, offsetY - y * scale);
  }
}

/** Rings that are closed in one path. */
const atOnce = 32;

/** Strokes many rings, a few at a time. */
export function strokeRings(pen: Pen, rings: readonly (readonly Point[])[]): void {
  const { context } = pen;
  for (let from = 0; from < rings.length; from += atOnce) {
    context.beginPath();
    for (const ring of rings.slice(from, from + atOnce)) traceRing(pen, ring);
    context.stroke();
  }
}

export function tracePolygon(
  pen: Pen,
  outer: readonly Point[],
  holes: readonly (readonly Point[])[],
): void {
  traceRing(pen, outer);
  for (const hole of holes) traceRing(pen, hole);
}

export function traceLine(pen: Pen, from: Point, to: Point): void {
  pen.context.moveTo(screenX(pen, from.x), screenY(pen, from.y));
  pen.context.lineTo(screenX(pen, to.x), screenY(pen, to.y));
}

/** px that strokes and softened edges reach beyond the points that they go through. */
export const strokeReach = 4;

/** Whether what is painted around the plan points, so many px beyond them, may be seen. */
export function isInSight(
  pen: Pen,
  points: readonly Point[],
  beyond: number = strokeReach,
): boolean {
  const { scale, offsetX, offsetY } = pen.view;
  const { min, max } = pen.sight;
  let isLeft = true;
  let isRight = true;
  let isAbove = true;
  let isBelow = true;
  // Asked of everything at every move: no box is made for it.
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
    const x = offsetX + point.x * scale;
    const y = offsetY - point.y * scale;
    if (x + beyond >= min.x) isLeft = false;
    if (x - beyond <= max.x) isRight = false;
    if (y + beyond >= min.y) isAbove = false;
    if (y - beyond <= max.y) isBelow = false;
  }
  return !(isLeft || isRight || isAbove || isBelow);
}

/** Two corners of the box around points, mm; kept, as most rings of a plan stay while some are dragged. */
const boxes = new WeakMap<readonly Point[], readonly [Point, Point]>();

/** Whether a ring that is kept from move to move may be seen: sooner told than for points that are not. */
export function isRingInSight(pen: Pen, ring: readonly Point[], beyond?: number): boolean {
  let box = boxes.get(ring);
  if (!box) {
    const { minX, minY, maxX, maxY } = boundsOf(ring);
    box = [
      { x: minX, y: minY },
      { x: maxX, y: maxY },
    ];
    boxes.set(ring, box);
  }
  return isInSight(pen, box, beyond);
}

/** mm: the part of the plan that may be seen, with what strokes reach beyond their points. */
export function sightOnPlan({ view, sight }: Pen): Box {
  const { scale, offsetX, offsetY } = view;
  return {
    min: {
      x: (sight.min.x - strokeReach - offsetX) / scale,
      y: (offsetY - sight.max.y - strokeReach) / scale,
    },
    max: {
      x: (sight.max.x + strokeReach - offsetX) / scale,
      y: (offsetY - sight.min.y + strokeReach) / scale,
    },
  };
}

/** Words on a white plate, so that they read over walls and patterns. Centred on the place, px. */
export function plate(
  pen: Pen,
  words: string,
  at: Point,
  style: {
    readonly size?: number;
    readonly weight?: number;
    readonly colour?: string;
    readonly border?: string;
    /** Which end of the plate lies at `at`; its middle without it. */
    readonly from?: 'left' | 'right';
  } = {},
): void {
  const { context } = pen;
  const size = style.size ?? 12;
  const letters = font(size, style.weight ?? 500);
  context.font = letters;
  const width = widthOf(context, letters, words) + 8;
  const height = size + 6;
  context.fillStyle = 'rgba(255, 255, 255, 0.94)';
  context.beginPath();
  const x = at.x + (style.from === 'left' ? width / 2 : style.from === 'right' ? -width / 2 : 0);
  context.roundRect(x - width / 2, at.y - height / 2, width, height, 3);
  context.fill();
  if (style.border) {
    context.strokeStyle = style.border;
    context.lineWidth = 1;
    context.stroke();
  }
  context.fillStyle = style.colour ?? ink.line;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words, x, at.y + 0.5);
}
