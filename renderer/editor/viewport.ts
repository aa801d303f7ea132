import type { Bounds } from '../../shared/geometry/polygon.ts';
import type { Point } from '../../shared/plan/model.ts';

/**
 * Where the plan lies on the canvas. A plan point (mm, y up) is at `offsetX + x * scale` CSS px
 * from the canvas's left edge and `offsetY - y * scale` from its top edge.
 */
export interface Viewport {
  /** CSS px per mm. */
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright rectangle in mm, or in px; `min` is the corner with the lower coordinates. */
export interface Box {
  readonly min: Point;
  readonly max: Point;
}

/** 1 px = 500 mm, a whole street. */
export const leastScale = 0.002;
/** 1 mm = 2 px. */
export const greatestScale = 2;

const clampScale = (scale: number): number => Math.min(greatestScale, Math.max(leastScale, scale));

export const toScreen = (view: Viewport, point: Point): Point => ({
  x: view.offsetX + point.x * view.scale,
  y: view.offsetY - point.y * view.scale,
});

/** mm, not rounded. */
export const toPlan = (view: Viewport, screen: Point): Point => ({
  x: (screen.x - view.offsetX) / view.scale,
  y: (view.offsetY - screen.y) / view.scale,
});

export const panBy = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  offsetX: view.offsetX + dx,
  offsetY: view.offsetY + dy,
});

/** Zooms by a factor; the plan point under `screen` stays under it. */
export function zoomAbout(view: Viewport, screen: Point, factor: number): Viewport {
  const scale = clampScale(view.scale * factor);
  const ratio = scale / view.scale;
  return {
    scale,
    offsetX: screen.x - (screen.x - view.offsetX) * ratio,
    offsetY: screen.y - (screen.y - view.offsetY) * ratio,
  };
}

/** px kept free at each side. */
export interface Margin {
  readonly side: number;
  readonly top: number;
  readonly bottom: number;
}

/** Shows the box whole and in the middle of what the margin leaves. */
export function fitBox(box: Box, size: Size, margin: Margin): Viewport {
  const width = Math.max(1000, box.max.x - box.min.x);
  const height = Math.max(1000, box.max.y - box.min.y);
  const scale = clampScale(
    Math.min(
      Math.max(1, size.width - 2 * margin.side) / width,
      Math.max(1, size.height - margin.top - margin.bottom) / height,
    ),
  );
  const view = centredOn(
    { x: (box.min.x + box.max.x) / 2, y: (box.min.y + box.max.y) / 2 },
    size,
    scale,
  );
  return panBy(view, 0, (margin.top - margin.bottom) / 2);
}

/** The view at `scale` that has `middle` in the middle of the canvas. */
export const centredOn = (middle: Point, size: Size, scale: number): Viewport => ({
  scale,
  offsetX: size.width / 2 - middle.x * scale,
  offsetY: size.height / 2 + middle.y * scale,
});

/**
 * The view moved as little as shows the box, and away from it only where it is too large for the
 * margin; the same view where all of it is on the canvas.
 */
export function showing(view: Viewport, size: Size, box: Box, margin: Margin): Viewport {
  const low = toScreen(view, { x: box.min.x, y: box.max.y });
  const high = toScreen(view, { x: box.max.x, y: box.min.y });
  const isSeen = low.x >= 0 && low.y >= 0 && high.x <= size.width && high.y <= size.height;
  if (isSeen) return view;
  const { side, top, bottom } = margin;
  const fits =
    high.x - low.x <= size.width - 2 * side && high.y - low.y <= size.height - top - bottom;
  if (!fits) {
    const fitting = fitBox(box, size, margin);
    return fitting.scale < view.scale
      ? fitting
      : centredOn(
          { x: (box.min.x + box.max.x) / 2, y: (box.min.y + box.max.y) / 2 },
          size,
          view.scale,
        );
  }
  const shift = (from: number, to: number, least: number, most: number): number =>
    from < least ? least - from : to > most ? most - to : 0;
  return panBy(
    view,
    shift(low.x, high.x, side, size.width - side),
    shift(low.y, high.y, top, size.height - bottom),
  );
}

/** px free around what was asked for: the bars above and below lie over the canvas. */
const around: Margin = { side: 24, top: 56, bottom: 56 };

/**
 * The view of a place that was asked for: close enough to read a room of 4 m2, and no further away than now
 * unless all of the box around it takes more than the canvas.
 */
export function focusing(view: Viewport, size: Size, at: Point, box: Bounds | null): Viewport {
  const scale = Math.max(view.scale, 0.1);
  if (!box) return centredOn(at, size, scale);
  const { minX, minY, maxX, maxY } = box;
  const fitting = fitBox({ min: { x: minX, y: minY }, max: { x: maxX, y: maxY } }, size, around);
  const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
  return fitting.scale < scale ? fitting : centredOn(middle, size, scale);
}

/** The part of the plan that the canvas shows, in mm. */
export function visibleBox(view: Viewport, size: Size): Box {
  const topLeft = toPlan(view, { x: 0, y: 0 });
  const bottomRight = toPlan(view, { x: size.width, y: size.height });
  return { min: { x: topLeft.x, y: bottomRight.y }, max: { x: bottomRight.x, y: topLeft.y } };
}

/** The smallest box around the points; null for none. */
export function boxAround(points: Iterable<Point>): Box | null {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    if (x < minX) minX = x;
    if (y < minY) minY = y;
    if (x > maxX) maxX = x;
    if (y > maxY) maxY = y;
  }
  return minX > maxX ? null : { min: { x: minX, y: minY }, max: { x: maxX, y: maxY } };
}

/** What a wheel event asks for: a mouse wheel or pinch zooms, two fingers on a trackpad pan. */
export function afterWheel(
  view: Viewport,
  screen: Point,
  wheel: { deltaX: number; deltaY: number; deltaMode: number; ctrlKey: boolean; shiftKey: boolean },
): Viewport {
  const unit = wheel.deltaMode === 1 ? 16 : 1;
  const dx = wheel.deltaX * unit;
  const dy = wheel.deltaY * unit;
  // A wheel moves in notches along one axis; a trackpad sends small or fractional steps, often in both.
  const isTrackpad =
    wheel.deltaMode === 0 && (dx !== 0 || !Number.isInteger(dy) || Math.abs(dy) < 40);
  if (wheel.ctrlKey) return zoomAbout(view, screen, Math.exp(-dy * (isTrackpad ? 0.01 : 0.002)));
  if (wheel.shiftKey) return panBy(view, -(dx || dy), 0);
  if (isTrackpad) return panBy(view, -dx, -dy);
  return zoomAbout(view, screen, Math.exp(-dy * 0.0018));
}

/** Holds the viewport outside of React: whoever draws is told, nothing is rendered anew. */
export interface ViewportHolder {
  get(): Viewport;
  set(view: Viewport): void;
  size(): Size;
  resize(size: Size): void;
  subscribe(listener: () => void): () => void;
}

export function holdViewport(): ViewportHolder {
  let view: Viewport = { scale: 0.05, offsetX: 0, offsetY: 0 };
  let size: Size = { width: 0, height: 0 };
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => view,
    set(next) {
      view = next;
      tell();
    },
    size: () => size,
    resize(next) {
      size = next;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
