import { entries, type JointId, type Point, type Storey } from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { type Text, text } from '../../shared/text.ts';
import {
  angleOf,
  crossing,
  distance,
  dot,
  footOnSegment,
  middle,
  minus,
  plus,
  times,
  turn,
  wallLine,
  whole,
} from '../tools/plane.ts';

export type SnapKind = 'joint' | 'crossing' | 'middle' | 'wall' | 'aligned' | 'grid' | 'free';

export interface Snapped {
  /** Whole mm. */
  readonly at: Point;
  readonly kind: SnapKind;
  /** The joint that the point lies on. */
  readonly joint: JointId | null;
  /** Guide lines to draw: from the point aligned with, to the snapped point. */
  readonly from: readonly Point[];
}

export interface SnapRequest {
  readonly storey: Storey;
  readonly view: View;
  /** mm; what the hand reaches, the same number of px at any zoom. */
  readonly reach: number;
  readonly grid: boolean;
  readonly gridStep: number;
  readonly joints: boolean;
  readonly walls: boolean;
  /** Ctrl or Alt held: only whole millimetres. */
  readonly suspended: boolean;
  /** Joints that move with the pointer and so cannot be snapped to. */
  readonly without?: ReadonlySet<string>;
  /** Points of a line being drawn that count as joints. */
  readonly also?: readonly Point[];
}

export const snapWords: Record<SnapKind, Text> = {
  joint: text('端点', 'end'),
  crossing: text('交点', 'crossing'),
  middle: text('中点', 'midpoint'),
  wall: text('墙中线', 'wall line'),
  aligned: text('对齐', 'aligned'),
  grid: text('网格', 'grid'),
  free: text('', ''),
};

const result = (
  at: Point,
  kind: SnapKind,
  joint: JointId | null = null,
  from: readonly Point[] = [],
) => ({ at: whole(at), kind, joint, from }) satisfies Snapped;

interface Line {
  readonly a: Point;
  readonly b: Point;
}

/**
 * The place that a hand near `raw` means: an end, a crossing or a midpoint within reach, the
 * nearest of them; else a wall's centre line; else what is level with an end; else the grid.
 */
export function snapPoint(raw: Point, request: SnapRequest): Snapped {
  if (request.suspended) return result(raw, 'free');
  const { storey, reach, without } = request;
  const near: Line[] = [];
  const ends: { at: Point; joint: JointId | null }[] = [];
  for (const [, wall] of entries(storey.walls)) {
    if (!shownIn(wall.phase, request.view)) continue;
    if (without?.has(wall.a) || without?.has(wall.b)) continue;
    const line = wallLine(storey, wall);
    if (!line) continue;
    ends.push({ at: line.a, joint: wall.a }, { at: line.b, joint: wall.b });
    if (footOnSegment(raw, line.a, line.b).distance <= reach) near.push(line);
  }
  for (const at of request.also ?? []) ends.push({ at, joint: null });

  if (request.joints) {
    const end = nearest(
      raw,
      reach,
      ends.map((candidate) => ({ ...candidate, kind: 'joint' as const })),
    );
    if (end) return result(end.at, 'joint', end.joint);
    const marks = [
      ...crossingsOf(near).map((at) => ({ at, kind: 'crossing' as const })),
      ...near.map(({ a, b }) => ({ at: middle(a, b), kind: 'middle' as const })),
    ];
    const mark = nearest(raw, reach, marks);
    if (mark) return result(mark.at, mark.kind);
  }
  if (request.walls) {
    const feet = near.map((line) => ({ at: footOnSegment(raw, line.a, line.b).at, line }));
    const foot = nearest(raw, reach, feet);
    if (foot) return result(alongGrid(foot.at, foot.line, request), 'wall');
  }
  if (request.joints) {
    const aligned = alignWith(raw, ends, request);
    if (aligned) return aligned;
  }
  if (request.grid) return result(onGrid(raw, request.gridStep), 'grid');
  return result(raw, 'free');
}

const onGrid = (p: Point, step: number): Point => ({
  x: Math.round(p.x / step) * step,
  y: Math.round(p.y / step) * step,
});

/** A foot on an upright or level wall keeps to the grid along it. */
function alongGrid(foot: Point, { a, b }: Line, request: SnapRequest): Point {
  if (!request.grid) return foot;
  const step = request.gridStep;
  if (a.x === b.x) return { x: a.x, y: Math.round(foot.y / step) * step };
  if (a.y === b.y) return { x: Math.round(foot.x / step) * step, y: a.y };
  return foot;
}

function nearest<C extends { readonly at: Point }>(
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

function crossingsOf(lines: readonly Line[]): Point[] {
  const points: Point[] = [];
  lines.forEach((first, index) => {
    for (const second of lines.slice(index + 1)) {
      const at = crossing(first.a, first.b, second.a, second.b);
      if (at) points.push(at);
    }
  });
  return points;
}

/** Level or plumb with an end: the nearest in each direction, within half the reach. */
function alignWith(
  raw: Point,
  ends: readonly { at: Point }[],
  request: SnapRequest,
): Snapped | null {
  let plumb: Point | null = null;
  let level: Point | null = null;
  let leastX = request.reach / 2;
  let leastY = request.reach / 2;
  for (const { at } of ends) {
    const gapX = Math.abs(at.x - raw.x);
    const gapY = Math.abs(at.y - raw.y);
    if (gapX < leastX || (gapX === leastX && plumb && gapY < Math.abs(plumb.y - raw.y))) {
      plumb = at;
      leastX = gapX;
    }
    if (gapY < leastY || (gapY === leastY && level && gapX < Math.abs(level.x - raw.x))) {
      level = at;
      leastY = gapY;
    }
  }
  if (!plumb && !level) return null;
  const free = request.grid ? onGrid(raw, request.gridStep) : raw;
  return result({ x: plumb?.x ?? free.x, y: level?.y ?? free.y }, 'aligned', null, [
    ...(plumb ? [plumb] : []),
    ...(level ? [level] : []),
  ]);
}

/** Keeps the direction from `origin` to a multiple of 15 degrees; the length follows the hand. */
export function lockDirection(origin: Point, raw: Point, step = 15): Point {
  const away = minus(raw, origin);
  if (away.x === 0 && away.y === 0) return raw;
  const degrees = Math.round(angleOf(away) / step) * step;
  const direction = turn({ x: 1, y: 0 }, degrees);
  return plus(origin, times(direction, Math.max(0, dot(away, direction))));
}

/** `raw` kept on the ray from `origin`, at whole steps of its length: for walls drawn with Shift. */
export function lockedPoint(origin: Point, raw: Point, gridStep: number | null): Point {
  const locked = lockDirection(origin, raw);
  if (!gridStep) return whole(locked);
  const length = distance(origin, locked);
  if (length === 0) return origin;
  const rounded = Math.round(length / gridStep) * gridStep;
  return whole(plus(origin, times(minus(locked, origin), rounded / length)));
}
