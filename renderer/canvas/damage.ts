import type { Point } from '../../shared/plan/model.ts';
import type { Box, Size, Viewport } from '../editor/viewport.ts';

/** What of a canvas has to be painted anew, px: boxes, or all of it. */
export type Damage = 'all' | readonly Box[];

/** mm, with px that are painted beyond it. */
export function boxOnScreen(view: Viewport, points: readonly Point[], beyond: number): Box {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const { scale, offsetX, offsetY } = view;
  return {
    min: { x: offsetX + left * scale - beyond, y: offsetY - high * scale - beyond },
    max: { x: offsetX + right * scale + beyond, y: offsetY - low * scale + beyond },
  };
}

export const boxesMeet = (one: Box, other: Box): boolean =>
  one.min.x <= other.max.x &&
  one.max.x >= other.min.x &&
  one.min.y <= other.max.y &&
  one.max.y >= other.min.y;

const around = (one: Box, other: Box): Box => ({
  min: { x: Math.min(one.min.x, other.min.x), y: Math.min(one.min.y, other.min.y) },
  max: { x: Math.max(one.max.x, other.max.x), y: Math.max(one.max.y, other.max.y) },
});

export const wholeOf = ({ width, height }: Size): Box => ({
  min: { x: 0, y: 0 },
  max: { x: width, y: height },
});

/** px2 more that are sooner painted than another box is begun. */
const worthJoining = 12_000;
/** More boxes than this are painted as one. */
const mostBoxes = 8;

/**
 * Boxes that do not meet, on the canvas and along whole device pixels, which no edge of theirs
 * softens. `density` is device pixels per px.
 */
export function settled(boxes: readonly Box[], size: Size, density: number): readonly Box[] {
  const whole = wholeOf(size);
  let apart: Box[] = [];
  for (const { min, max } of boxes) {
    let box: Box = {
      min: {
        x: Math.max(0, Math.floor(min.x * density) / density),
        y: Math.max(0, Math.floor(min.y * density) / density),
      },
      max: {
        x: Math.min(whole.max.x, Math.ceil(max.x * density) / density),
        y: Math.min(whole.max.y, Math.ceil(max.y * density) / density),
      },
    };
    if (!(box.max.x > box.min.x && box.max.y > box.min.y)) continue;
    for (let other = joining(apart, box); other; other = joining(apart, box)) {
      const joined = other;
      apart = apart.filter((one) => one !== joined);
      box = around(box, joined);
    }
    apart.push(box);
  }
  return apart.length > mostBoxes ? [apart.reduce(around)] : apart;
}

const joining = (boxes: readonly Box[], box: Box): Box | undefined =>
  boxes.find(
    (one) => boxesMeet(one, box) || areaOf([around(one, box)]) <= areaOf([one, box]) + worthJoining,
  );

/** Px2. */
export const areaOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { min, max }) => sum + (max.x - min.x) * (max.y - min.y), 0);

/** What comes into sight on a canvas whose picture was moved by so many px. */
export function uncovered({ width, height }: Size, dx: number, dy: number): readonly Box[] {
  const boxes: Box[] = [];
  if (dx > 0) boxes.push({ min: { x: 0, y: 0 }, max: { x: dx, y: height } });
  if (dx < 0) boxes.push({ min: { x: width + dx, y: 0 }, max: { x: width, y: height } });
  if (dy > 0) boxes.push({ min: { x: 0, y: 0 }, max: { x: width, y: dy } });
  if (dy < 0) boxes.push({ min: { x: 0, y: height + dy }, max: { x: width, y: height } });
  return boxes;
}
