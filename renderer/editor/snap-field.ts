import type { Axis, JointId, Point, Storey } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import { distance, leftOf, minus, plus, times, unit, whole } from '../tools/plane.ts';
import { type SnapEnd, type SnapIndex, type SnapLine, snapIndex } from './snap-index.ts';
import type { SnapOptions } from './snap-options.ts';

/** In the order in which they win over each other. */
export type SnapKind =
  | 'joint'
  | 'crossing'
  | 'middle'
  | 'face'
  | 'wall'
  | 'perpendicular'
  | 'parallel'
  | 'aligned'
  | 'riser'
  | 'axis'
  | 'grid'
  | 'free';

export interface Snapped {
  /** Whole mm. */
  readonly at: Point;
  readonly kind: SnapKind;
  /** What the point keeps to besides, along the line that it lies on. */
  readonly besides: 'perpendicular' | 'parallel' | 'aligned' | 'axis' | 'crossing' | null;
  /** The joint that the point lies on. */
  readonly joint: JointId | null;
  /** Guide lines to draw: from the point aligned with, to the snapped point. */
  readonly from: readonly Point[];
}

export interface SnapRequest extends SnapOptions {
  readonly storey: Storey;
  readonly view: View;
  /** The lines of the axis grid; without them there are none. */
  readonly lines?: readonly Axis[] | undefined;
  /** mm; what the hand reaches, the same number of px at any zoom. */
  readonly reach: number;
  /** Ctrl or Alt held: only whole millimetres. */
  readonly suspended: boolean;
  /** Joints that move with the pointer and so cannot be snapped to. */
  readonly without?: ReadonlySet<string>;
  /** Points of a line being drawn that count as joints. */
  readonly also?: readonly Point[];
  /** Where the line being drawn comes from. */
  readonly origin?: Point | undefined;
  /** The direction of the line before it, as a vector. */
  readonly course?: Point | undefined;
}

/** What a request looks at, gathered once. */
export interface SnapField {
  readonly request: SnapRequest;
  readonly index: SnapIndex;
  /** Walls within reach, the nearest first. */
  readonly near: readonly SnapLine[];
}

export const snapped = (
  at: Point,
  kind: SnapKind,
  more: Partial<Omit<Snapped, 'at' | 'kind'>> = {},
): Snapped => ({ besides: null, joint: null, from: [], ...more, at: whole(at), kind });

export function snapField(raw: Point, request: SnapRequest): SnapField {
  const { storey, view, reach, without } = request;
  const index = snapIndex(storey.joints, storey.walls, view);
  const near = index
    .linesNear(raw, reach)
    .filter(({ joints: [a, b] }) => !without?.has(a) && !without?.has(b));
  return { request, index, near };
}

export const onGrid = (p: Point, step: number): Point => ({
  x: Math.round(p.x / step) * step,
  y: Math.round(p.y / step) * step,
});

/** The ends within reach that do not move with the pointer; points being drawn count too. */
export function endsWithin(p: Point, { request, index }: SnapField): SnapEnd[] {
  const { reach, without } = request;
  const drawn = (request.also ?? []).map((at) => ({ at, joint: null }));
  return [
    ...index.endsNear(p, reach).filter(({ joint }) => !without?.has(joint ?? '')),
    ...drawn.filter(({ at }) => distance(at, p) <= reach),
  ];
}

/** An end further away than this many times the reach is off the screen, and not what is meant. */
const farthest = 150;

/** The end whose x (or y) is nearest to the point's, within `gap` mm; of several the closest one. */
export function alignedEnd(
  axis: 'x' | 'y',
  p: Point,
  gap: number,
  { request, index }: SnapField,
): Point | null {
  let best: Point | null = null;
  let least = gap;
  const look = (at: Point): void => {
    const off = Math.abs(at[axis] - p[axis]);
    if (off > least) return;
    const away = distance(at, p);
    if (away > farthest * request.reach) return;
    if (off < least || !best || away < distance(best, p)) {
      best = at;
      least = off;
    }
  };
  for (const { at, joint } of index.endsAlong(axis, p[axis], gap)) {
    if (!request.without?.has(joint ?? '')) look(at);
  }
  for (const at of request.also ?? []) look(at);
  return best;
}

/** The nearest axis across x (or y) within `gap`: its place, mm. */
export function axisNear(
  axis: 'x' | 'y',
  p: Point,
  gap: number,
  { request }: SnapField,
): number | null {
  let best: number | null = null;
  let least = gap;
  for (const { runs, place } of (request.axes && request.lines) || []) {
    const off = Math.abs(place - p[axis]);
    if ((runs === 'upright') !== (axis === 'x') || off > least) continue;
    best = place;
    least = off;
  }
  return best;
}

export function nearest<C extends { readonly at: Point }>(
  raw: Point,
  reach: number,
  candidates: readonly C[],
): C | null {
  let best: C | null = null;
  let least = reach;
  for (const candidate of candidates) {
    const gap = distance(raw, candidate.at);
    if (gap <= least && (gap < least || !best)) {
      best = candidate;
      least = gap;
    }
  }
  return best;
}

/** Faces closer together on the screen than the hand reaches cannot be told from the centre line. */
export const hasFaces = ({ half }: SnapLine, { faces, reach }: SnapRequest): boolean =>
  faces && half >= reach / 2;

/** Both faces of a wall, carried on to the corners; none where they are off or too close to tell. */
export function faceLines(
  line: SnapLine,
  request: SnapRequest,
): { readonly a: Point; readonly b: Point }[] {
  if (!hasFaces(line, request)) return [];
  const forward = unit(minus(line.b, line.a));
  const left = times(leftOf(forward), line.half);
  const on = times(forward, line.half);
  const [a, b] = [minus(line.a, on), plus(line.b, on)];
  return [
    { a: plus(a, left), b: plus(b, left) },
    { a: minus(a, left), b: minus(b, left) },
  ];
}
