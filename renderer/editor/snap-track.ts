import type { Point } from '../../shared/plan/model.ts';
import {
  cross,
  distance,
  dot,
  footOnSegment,
  leftOf,
  minus,
  plus,
  times,
  turn,
  unit,
} from '../tools/plane.ts';
import {
  alignedEnd,
  axisNear,
  hasFaces,
  onGrid,
  type SnapField,
  type Snapped,
  type SnapRequest,
  snapped,
} from './snap-field.ts';
import type { SnapLine } from './snap-index.ts';

/** A line that the point keeps to, and what says so. */
export interface Track {
  /** The point of the line next to the hand. */
  readonly at: Point;
  /** Of length 1. */
  readonly direction: Point;
  readonly kind: 'face' | 'wall' | 'perpendicular' | 'parallel' | 'free';
  /** Where a ray comes from; null for walls. */
  readonly origin: Point | null;
}

/**
 * The nearest face or centre line within reach. Inside of a wall its centre line is meant, except
 * close to a face.
 */
export function wallTrack(raw: Point, field: SnapField): Track | null {
  const { request, near } = field;
  let best: { track: Track; gap: number } | null = null;
  for (const line of near) {
    for (const found of tracksOf(line, raw, request)) {
      if (!best || found.gap < best.gap) best = found;
    }
  }
  return best?.track ?? null;
}

function tracksOf(
  line: SnapLine,
  raw: Point,
  request: SnapRequest,
): { track: Track; gap: number }[] {
  const direction = unit(minus(line.b, line.a));
  const foot = footOnSegment(raw, line.a, line.b);
  const normal = leftOf(direction);
  const side = dot(minus(raw, foot.at), normal) < 0 ? -1 : 1;
  const centreGap = foot.distance;
  const faceGap = Math.abs(centreGap - line.half);
  const face = plus(foot.at, times(normal, side * line.half));
  const takesFace =
    hasFaces(line, request) &&
    faceGap <= request.reach &&
    distance(face, raw) <= request.reach &&
    (!request.walls || faceGap < centreGap / 2);
  if (takesFace) {
    return [{ track: { at: face, direction, kind: 'face', origin: null }, gap: faceGap }];
  }
  const isNear = centreGap <= Math.max(request.reach, line.half);
  return request.walls && isNear
    ? [{ track: { at: foot.at, direction, kind: 'wall', origin: null }, gap: centreGap }]
    : [];
}

/** Square or parallel to the walls at the origin, to the line before, or to the storey's slants. */
export function rayTrack(raw: Point, field: SnapField): Track | null {
  const { origin, reach } = field.request;
  // Near the origin every ray is in reach.
  if (!origin || distance(origin, raw) < 2 * reach) return null;
  let best: Track | null = null;
  let least = reach;
  for (const { direction, kind } of directionsFrom(field)) {
    const at = plus(origin, times(direction, dot(minus(raw, origin), direction)));
    const gap = distance(at, raw);
    if (gap < least) {
      best = { at, direction, kind, origin };
      least = gap;
    }
  }
  return best;
}

interface Direction {
  readonly direction: Point;
  readonly kind: 'perpendicular' | 'parallel';
}

function directionsFrom({ request, index }: SnapField): Direction[] {
  if (!request.directions || !request.origin) return [];
  const found: Direction[] = [];
  const add = (direction: Point, kind: Direction['kind']): void => {
    const isKnown = found.some((other) => Math.abs(cross(other.direction, direction)) < 1e-3);
    if (!isKnown) found.push({ direction, kind });
  };
  const bases = basesAt(request, index);
  for (const base of bases) add(base, 'parallel');
  for (const base of bases) add(leftOf(base), 'perpendicular');
  for (const degrees of index.slants) {
    const slant = turn({ x: 1, y: 0 }, degrees);
    add(slant, 'parallel');
    add(leftOf(slant), 'perpendicular');
  }
  return found;
}

/** Directions of the walls on which the line starts, and of the line before it. */
export function basesAt(request: SnapRequest, index: SnapField['index']): Point[] {
  const { origin, course } = request;
  if (!origin) return [];
  const walls = index
    .linesNear(origin, 1)
    .filter(({ a, b, half }) => footOnSegment(origin, a, b).distance <= half + 1);
  return [...(course ? [unit(course)] : []), ...walls.map(({ a, b }) => unit(minus(b, a)))];
}

/** A place along a track: mm from its point next to the hand. */
export interface Stop {
  readonly shift: number;
  readonly besides: Snapped['besides'];
  readonly from: readonly Point[];
}

/** Where on the track: where a ray meets it, what is level or plumb with an end, else a step. */
export function along(track: Track, raw: Point, field: SnapField): Snapped {
  const stop = rayStop(track, raw, field) ?? alignedStop(track, field) ?? axisStop(track, field);
  const guides = track.origin && track.kind !== 'free' ? [track.origin] : [];
  if (stop) {
    const at = plus(track.at, times(track.direction, stop.shift));
    return snapped(at, track.kind, { besides: stop.besides, from: [...guides, ...stop.from] });
  }
  return snapped(stepped(track, field.request), track.kind, { from: guides });
}

function rayStop(track: Track, raw: Point, field: SnapField): Stop | null {
  const { origin, reach } = field.request;
  if (track.origin || !origin || distance(origin, raw) < 2 * reach) return null;
  let best: Stop | null = null;
  for (const { direction, kind } of directionsFrom(field)) {
    const shift = meeting(track, origin, direction);
    const isCloser = shift !== null && Math.abs(shift) < (best ? Math.abs(best.shift) : reach);
    if (isCloser) best = { shift, besides: kind, from: [origin] };
  }
  if (best) return best;
  // Square to this very wall, wherever the line comes from.
  const shift = dot(minus(origin, track.at), track.direction);
  const isAway = distance(plus(track.at, times(track.direction, shift)), origin) > reach;
  return field.request.directions && isAway && Math.abs(shift) <= reach
    ? { shift, besides: 'perpendicular', from: [origin] }
    : null;
}

/** mm along the track from its point to where a line through `p` meets it; null where they are parallel. */
export function meeting(track: Track, p: Point, direction: Point): number | null {
  const sine = cross(track.direction, direction);
  return Math.abs(sine) < 1e-3 ? null : cross(minus(p, track.at), direction) / sine;
}

export function alignedStop(track: Track, field: SnapField): Stop | null {
  if (!field.request.alignment) return null;
  const { reach } = field.request;
  let best: Stop | null = null;
  for (const axis of ['x', 'y'] as const) {
    const slope = track.direction[axis];
    if (Math.abs(slope) < 0.05) continue;
    const end = alignedEnd(axis, track.at, reach * Math.abs(slope), field);
    if (!end) continue;
    const shift = (end[axis] - track.at[axis]) / slope;
    if (!best || Math.abs(shift) < Math.abs(best.shift)) {
      best = { shift, besides: 'aligned', from: [end] };
    }
  }
  return best;
}

/** Where an axis of the grid crosses the track. */
export function axisStop(track: Track, field: SnapField): Stop | null {
  const { reach } = field.request;
  let best: Stop | null = null;
  for (const axis of ['x', 'y'] as const) {
    const slope = track.direction[axis];
    if (Math.abs(slope) < 0.05) continue;
    const place = axisNear(axis, track.at, reach * Math.abs(slope), field);
    if (place === null) continue;
    const shift = (place - track.at[axis]) / slope;
    if (!best || Math.abs(shift) < Math.abs(best.shift))
      best = { shift, besides: 'axis', from: [] };
  }
  return best;
}

/** mm of length along a slanting line; people type the rest. */
export const slantStep = 10;

/** A level or upright track keeps to the grid, a slanting one to steps of its length. */
function stepped(track: Track, request: SnapRequest): Point {
  const { at, direction, origin } = track;
  if (!request.grid) return at;
  const grid = onGrid(at, request.gridStep);
  if (Math.abs(direction.y) < 1e-9) return { x: grid.x, y: at.y };
  if (Math.abs(direction.x) < 1e-9) return { x: at.x, y: grid.y };
  if (!origin) return at;
  const length = Math.round(dot(minus(at, origin), direction) / slantStep) * slantStep;
  return plus(origin, times(direction, length));
}
