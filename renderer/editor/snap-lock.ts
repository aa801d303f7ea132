import type { Point } from '../../shared/plan/model.ts';
import {
  angleOf,
  cross,
  distance,
  dot,
  footOnSegment,
  minus,
  plus,
  times,
  turn,
  unit,
} from '../tools/plane.ts';
import { endsWithin, hasFaces, type SnapField, type Snapped, snapped } from './snap-field.ts';
import { alignedStop, axisStop, basesAt, meeting, slantStep, type Track } from './snap-track.ts';

/**
 * The place on the nearest locked direction: multiples of `step` degrees, counted from level and
 * from the walls at the origin. Ends, walls and alignments near the hand stop it along the way.
 */
export function lockedTrack(raw: Point, step: number, field: SnapField): Track | null {
  const { request, index } = field;
  const { origin } = request;
  if (!origin || distance(origin, raw) === 0) return null;
  const angle = angleOf(minus(raw, origin));
  const bases = [0, ...basesAt(request, index).map(angleOf)];
  const angles = bases.map((base) => base + Math.round((angle - base) / step) * step);
  const off = (candidate: number): number => Math.abs(candidate - angle);
  const degrees = angles.reduce((best, next) => (off(next) < off(best) - 1e-6 ? next : best));
  const direction = turn({ x: 1, y: 0 }, degrees);
  const length = Math.max(0, dot(minus(raw, origin), direction));
  return { at: plus(origin, times(direction, length)), direction, kind: 'free', origin };
}

/** Where along a locked direction: an end on it, a wall across it, an alignment, a step of length. */
export function alongLocked(track: Track, field: SnapField): Snapped {
  const { request } = field;
  const origin = track.origin ?? track.at;
  const onIt = request.joints
    ? endsWithin(track.at, field).find(
        ({ at }) => Math.abs(cross(minus(at, origin), track.direction)) < 1,
      )
    : undefined;
  if (onIt) return snapped(onIt.at, 'joint', { joint: onIt.joint });
  const wall = wallAcross(track, field);
  if (wall) return wall;
  const stop = alignedStop(track, field);
  if (stop) {
    const at = plus(track.at, times(track.direction, stop.shift));
    return snapped(at, 'aligned', { from: stop.from });
  }
  const axis = axisStop(track, field);
  if (axis) return snapped(plus(track.at, times(track.direction, axis.shift)), 'axis');
  const step = request.grid ? slantStep : 1;
  const length = Math.round(dot(minus(track.at, origin), track.direction) / step) * step;
  return snapped(plus(origin, times(track.direction, length)), 'free');
}

function wallAcross(track: Track, { near, request }: SnapField): Snapped | null {
  let best: { at: Point; kind: 'face' | 'wall'; gap: number } | null = null;
  for (const line of near) {
    const forward = unit(minus(line.b, line.a));
    const centre = meeting(track, line.a, forward);
    if (centre === null) continue;
    const sine = Math.abs(cross(track.direction, forward));
    const foot = footOnSegment(plus(track.at, times(track.direction, centre)), line.a, line.b);
    if (foot.distance > line.half + 1) continue;
    const stops = [
      ...(request.walls ? [{ shift: centre, kind: 'wall' as const, weight: 1 }] : []),
      ...(hasFaces(line, request)
        ? [-1, 1].map((side) => ({
            shift: centre + (side * line.half) / sine,
            kind: 'face' as const,
            // As beside a wall: a face is taken close to it, the centre line from further away.
            weight: request.walls ? 2 : 1,
          }))
        : []),
    ];
    for (const { shift, kind, weight } of stops) {
      const gap = Math.abs(shift) * weight;
      const isInReach = Math.abs(shift) <= Math.max(request.reach, kind === 'wall' ? line.half : 0);
      if (isInReach && (!best || gap < best.gap)) {
        best = { at: plus(track.at, times(track.direction, shift)), kind, gap };
      }
    }
  }
  return best && snapped(best.at, best.kind);
}
