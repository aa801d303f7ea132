import { entries, type Point } from '../../shared/plan/model.ts';
import { shownIn } from '../../shared/plan/phase.ts';
import { type Text, text } from '../../shared/text.ts';
import {
  angleOf,
  crossing,
  distance,
  dot,
  middle,
  minus,
  plus,
  times,
  turn,
} from '../tools/plane.ts';
import {
  alignedEnd,
  axisNear,
  endsWithin,
  faceLines,
  nearest,
  onGrid,
  type SnapField,
  type SnapKind,
  type Snapped,
  type SnapRequest,
  snapField,
  snapped,
} from './snap-field.ts';
import { alongLocked, lockedTrack } from './snap-lock.ts';
import { along, rayTrack, type Track, wallTrack } from './snap-track.ts';

export type { SnapKind, Snapped, SnapRequest } from './snap-field.ts';

export const snapWords: Record<SnapKind, Text> = {
  joint: text('端点', 'end'),
  crossing: text('交点', 'intersection'),
  middle: text('中点', 'midpoint'),
  face: text('墙面', 'wall face'),
  wall: text('墙中线', 'wall centre'),
  perpendicular: text('垂直', 'perpendicular'),
  parallel: text('平行', 'parallel'),
  aligned: text('对齐', 'aligned'),
  riser: text('立管', 'riser'),
  axis: text('轴线', 'axis'),
  grid: text('网格', 'grid'),
  free: text('', ''),
};

/**
 * The place that a hand near `raw` means, in this order: a wall's end, an intersection, a midpoint,
 * a wall's face or centre line, what is square or parallel to a wall, what is level or plumb with an
 * end, a riser, the axis grid, the grid. Of one kind the nearest. Along a line the place is refined the same way.
 */
export function snapPoint(raw: Point, request: SnapRequest): Snapped {
  if (request.suspended) return snapped(raw, 'free');
  const field = snapField(raw, request);
  const onTrack = (track: Track | null): Snapped | null => track && along(track, raw, field);
  return (
    endNear(raw, field) ??
    crossingNear(raw, field) ??
    middleNear(raw, field) ??
    onTrack(wallTrack(raw, field)) ??
    onTrack(rayTrack(raw, field)) ??
    aligned(raw, field) ??
    riserNear(raw, request) ??
    onAxes(raw, field) ??
    (request.grid ? snapped(onGrid(raw, request.gridStep), 'grid') : snapped(raw, 'free'))
  );
}

function endNear(raw: Point, field: SnapField): Snapped | null {
  if (!field.request.joints) return null;
  const end = nearest(raw, field.request.reach, endsWithin(raw, field));
  return end && snapped(end.at, 'joint', { joint: end.joint });
}

/** Where centre lines cross, and close to them rather the corners that the faces make. */
function crossingNear(raw: Point, { near, request }: SnapField): Snapped | null {
  if (!request.crossings) return null;
  const centre = nearest(raw, request.reach, crossingsOf(near.map((line) => [line])));
  const faces = crossingsOf(near.map((line) => faceLines(line, request)));
  const corner = nearest(raw, request.reach, faces);
  const isCorner = corner && (!centre || distance(raw, corner.at) < distance(raw, centre.at) / 2);
  const mark = isCorner ? corner : centre;
  return mark && snapped(mark.at, 'crossing');
}

interface Line {
  readonly a: Point;
  readonly b: Point;
}

/** Where the lines of one wall cross those of another. */
function crossingsOf(walls: readonly (readonly Line[])[]): { readonly at: Point }[] {
  return walls.flatMap((lines, index) =>
    walls.slice(index + 1).flatMap((others) =>
      lines.flatMap(({ a, b }) =>
        others.flatMap((other) => {
          const at = crossing(a, b, other.a, other.b);
          return at ? [{ at }] : [];
        }),
      ),
    ),
  );
}

function middleNear(raw: Point, { near, request }: SnapField): Snapped | null {
  if (!request.middles) return null;
  const marks = near.map(({ a, b }) => ({ at: middle(a, b) }));
  const mark = nearest(raw, request.reach, marks);
  return mark && snapped(mark.at, 'middle');
}

/** Level or plumb with an end: the nearest in each direction. */
function aligned(raw: Point, field: SnapField): Snapped | null {
  const { request } = field;
  if (!request.alignment) return null;
  const plumb = alignedEnd('x', raw, request.reach, field);
  const level = alignedEnd('y', raw, request.reach, field);
  if (!plumb && !level) return null;
  const free = request.grid ? onGrid(raw, request.gridStep) : raw;
  // The other way an axis is more than the grid.
  const x = plumb?.x ?? axisNear('x', raw, request.reach, field);
  const y = level?.y ?? axisNear('y', raw, request.reach, field);
  return snapped({ x: x ?? free.x, y: y ?? free.y }, 'aligned', {
    from: [plumb, level].filter((point) => point !== null),
    besides: (plumb && level) || x === null || y === null ? null : 'axis',
  });
}

/** On an axis of the grid, or where two cross. */
function onAxes(raw: Point, field: SnapField): Snapped | null {
  const { request } = field;
  const x = axisNear('x', raw, request.reach, field);
  const y = axisNear('y', raw, request.reach, field);
  if (x === null && y === null) return null;
  const free = request.grid ? onGrid(raw, request.gridStep) : raw;
  const besides = x !== null && y !== null && request.crossings ? 'crossing' : null;
  return snapped({ x: x ?? free.x, y: y ?? free.y }, 'axis', { besides });
}

/** The middle of a riser's box, or a corner of it. */
function riserNear(raw: Point, request: SnapRequest): Snapped | null {
  if (!request.risers) return null;
  const marks = entries(request.storey.risers).flatMap(([, { at, width, depth, phase }]) => {
    if (!shownIn(phase, request.view)) return [];
    const [w, d] = [width / 2, depth / 2];
    const corners = [
      [0, 0],
      [-w, -d],
      [w, -d],
      [w, d],
      [-w, d],
    ] as const;
    return corners.map(([dx, dy]) => ({ at: { x: at.x + dx, y: at.y + dy } }));
  });
  const mark = nearest(raw, request.reach, marks);
  return mark && snapped(mark.at, 'riser');
}

/** As `snapPoint`, kept to multiples of `step` degrees from where the line being drawn comes from. */
export function snapLocked(raw: Point, step: number, request: SnapRequest): Snapped {
  const field = snapField(raw, request);
  const track = lockedTrack(raw, step, field);
  if (!track) return snapped(raw, 'free');
  if (request.suspended) return snapped(track.at, 'free');
  return alongLocked(track, snapField(track.at, request));
}

/** Keeps the direction from `origin` to a multiple of 15 degrees; the length follows the hand. */
export function lockDirection(origin: Point, raw: Point, step = 15): Point {
  const away = minus(raw, origin);
  if (away.x === 0 && away.y === 0) return raw;
  const degrees = Math.round(angleOf(away) / step) * step;
  const direction = turn({ x: 1, y: 0 }, degrees);
  return plus(origin, times(direction, Math.max(0, dot(away, direction))));
}
