import { measuredDimension, standingOf } from '../../shared/derive/dimensions.ts';
import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import type { Room } from '../../shared/derive/room.ts';
import {
  type AxisId,
  type ElementRef,
  entries,
  type Opening,
  type Plan,
  type Point,
  type Storey,
  type StoreyId,
  type Wall,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import {
  crossing,
  dot,
  footOnSegment,
  insideRing,
  leftOf,
  minus,
  plus,
  times,
  unit,
  wallLine,
} from '../tools/plane.ts';
import { axisSpan, bubbleRadius } from './axis-span.ts';
import { noteRing } from './note-box.ts';
import type { Box } from './viewport.ts';

/** What lies under a point: an element, or a derived room (whose id may be no element's). */
export interface Hit {
  readonly kind: 'opening' | 'fixture' | 'riser' | 'wall' | 'room' | 'dimension' | 'note' | 'axis';
  readonly id: string;
}

/** Everything that can be pointed at on one storey. */
export interface Scene {
  readonly storey: Storey;
  readonly rooms: readonly Room[];
  readonly view: View;
  /** Of the plan, drawn on every storey. */
  readonly axes?: Plan['axes'];
}

/** Corners of an opening's rectangle through its wall; null where the wall is gone. */
export function openingCorners(storey: Storey, opening: Opening): readonly Point[] | null {
  const wall = storey.walls[opening.wall];
  const line = wall && wallLine(storey, wall);
  if (!wall || !line) return null;
  const along = unit(minus(line.b, line.a));
  const left = times(leftOf(along), wall.thickness / 2);
  const from = plus(line.a, times(along, opening.offset));
  const to = plus(from, times(along, opening.width));
  return [minus(from, left), minus(to, left), plus(to, left), plus(from, left)];
}

/**
 * The element under a point (mm), small things before the large things they stand on. `tolerance`
 * (mm) widens thin things, so that a boundary or a 90 mm wall can be clicked at any zoom.
 */
export function hitAt(scene: Scene, point: Point, tolerance: number): Hit | null {
  const { storey, view } = scene;
  const mark = markAt(scene, point, tolerance);
  if (mark) return mark;
  for (const [id, riser] of entries(storey.risers).reverse()) {
    if (!shownIn(riser.phase, view)) continue;
    const { at, width, depth } = riser;
    const slack = tolerance / 2;
    if (
      Math.abs(point.x - at.x) <= width / 2 + slack &&
      Math.abs(point.y - at.y) <= depth / 2 + slack
    ) {
      return { kind: 'riser', id };
    }
  }
  for (const [id, opening] of entries(storey.openings).reverse()) {
    if (!shownIn(opening.phase, view)) continue;
    if (openingDistance(storey, opening, point) <= tolerance / 2) return { kind: 'opening', id };
  }
  // Of fixtures that overlap (a basin over a shower floor), the smaller one is meant.
  let fixtureHit: { id: string; area: number } | null = null;
  for (const [id, fixture] of entries(storey.fixtures)) {
    if (!shownIn(fixture.phase, view) || !insideRing(point, fixtureCorners(fixture))) continue;
    const area = fixture.width * fixture.depth;
    if (!fixtureHit || area <= fixtureHit.area) fixtureHit = { id, area };
  }
  const wall = wallAt(scene, point, tolerance);
  const axis = wall || fixtureHit ? null : axisAt(scene, point, tolerance);
  if (axis) return { kind: 'axis', id: axis };
  // A wall's body is never under a fixture, only its slack is.
  if (fixtureHit && !(wall && wall.distance <= 0)) return { kind: 'fixture', id: fixtureHit.id };
  if (wall) return { kind: 'wall', id: wall.id };
  const room = roomAt(scene.rooms, point);
  return room ? { kind: 'room', id: room.id } : null;
}

/** mm outside of the opening's rectangle; 0 and less inside. */
function openingDistance(storey: Storey, opening: Opening, point: Point): number {
  const wall = storey.walls[opening.wall];
  const line = wall && wallLine(storey, wall);
  if (!wall || !line) return Number.POSITIVE_INFINITY;
  const along = unit(minus(line.b, line.a));
  const from = minus(point, line.a);
  const x = dot(from, along);
  const y = dot(from, leftOf(along));
  return Math.max(
    opening.offset - x,
    x - opening.offset - opening.width,
    Math.abs(y) - wall.thickness / 2,
  );
}

/** Words and dimension lines lie over everything else. */
function markAt({ storey, view }: Scene, point: Point, tolerance: number): Hit | null {
  for (const [id, note] of entries(storey.notes ?? {}).reverse()) {
    if (insideRing(point, noteRing(note, tolerance / tolerancePixels))) return { kind: 'note', id };
  }
  for (const [id, dimension] of entries(storey.dimensions ?? {}).reverse()) {
    const measured = measuredDimension(storey, dimension);
    const [from, to] = [measured.feet[0], measured.feet.at(-1)];
    if (!from || !to || standingOf(measured, view) === 'not-yet') continue;
    if (footOnSegment(point, from, to).distance <= tolerance) return { kind: 'dimension', id };
  }
  return null;
}

/** px that the tolerance of pointing stands for. */
const tolerancePixels = 4;

function axisAt({ storey, axes }: Scene, point: Point, tolerance: number): AxisId | null {
  const pixel = tolerance / tolerancePixels;
  for (const [id, axis] of entries(axes ?? {})) {
    const { from, to } = axisSpan({ axes }, storey, axis, pixel);
    const isOnBubble = [from, to].some(
      (end) => Math.hypot(point.x - end.x, point.y - end.y) <= bubbleRadius * pixel,
    );
    if (isOnBubble || footOnSegment(point, from, to).distance <= tolerance) return id;
  }
  return null;
}

export interface WallHit {
  readonly id: string;
  readonly wall: Wall;
  /** mm from the face: negative inside of the wall. */
  readonly distance: number;
  /** mm from the end `a` along the centre line. */
  readonly along: number;
  /** Foot on the centre line. */
  readonly at: Point;
}

/** The nearest wall whose body, widened by `tolerance`, holds the point. */
export function wallAt(scene: Scene, point: Point, tolerance: number): WallHit | null {
  let best: WallHit | null = null;
  for (const [id, wall] of entries(scene.storey.walls)) {
    if (!shownIn(wall.phase, scene.view)) continue;
    const line = wallLine(scene.storey, wall);
    if (!line) continue;
    const foot = footOnSegment(point, line.a, line.b);
    const gap = foot.distance - wall.thickness / 2;
    // A demolished wall gives way to what stands in its place.
    const isBetter =
      !best || gap < best.distance || (gap === best.distance && wall.phase === 'new');
    if (gap <= tolerance && isBetter) {
      best = { id, wall, distance: gap, along: foot.along, at: foot.at };
    }
  }
  return best;
}

/** The room that holds the point; null in walls and outside. */
export function roomAt(rooms: readonly Room[], point: Point): Room | null {
  return (
    rooms.find(
      (room) =>
        insideRing(point, room.polygon) && !room.holes.some((hole) => insideRing(point, hole)),
    ) ?? null
  );
}

function bodyOf({ a, b }: { readonly a: Point; readonly b: Point }, thickness: number): Point[] {
  const left = times(leftOf(unit(minus(b, a))), thickness / 2);
  return [minus(a, left), minus(b, left), plus(b, left), plus(a, left)];
}

/** Whether a ring and the box have anything in common: a corner of either in the other, or an edge across. */
function touches(
  ring: readonly Point[],
  { min, max }: Box,
  within: (point: Point) => boolean,
): boolean {
  if (ring.some(within)) return true;
  const corners = [min, { x: max.x, y: min.y }, max, { x: min.x, y: max.y }];
  if (corners.some((corner) => insideRing(corner, ring))) return true;
  return ring.some((a, index) => {
    const b = ring[(index + 1) % ring.length] as Point;
    return corners.some((c, at) => crossing(a, b, c, corners[(at + 1) % 4] as Point) !== null);
  });
}

/** Elements wholly inside of the box; with `touching`, also those partly inside. */
export function hitsInBox(
  scene: Scene,
  storey: StoreyId,
  box: Box,
  touching: boolean,
): ElementRef[] {
  const within = (p: Point): boolean =>
    p.x >= box.min.x && p.x <= box.max.x && p.y >= box.min.y && p.y <= box.max.y;
  const takes = (ring: readonly Point[], inside = ring): boolean =>
    touching ? touches(ring, box, within) : inside.length > 0 && inside.every(within);
  const found: ElementRef[] = [];
  const { view } = scene;
  for (const [id, wall] of entries(scene.storey.walls)) {
    const line = shownIn(wall.phase, view) ? wallLine(scene.storey, wall) : null;
    if (line && takes(bodyOf(line, wall.thickness), [line.a, line.b])) {
      found.push({ kind: 'wall', id, storey });
    }
  }
  for (const [id, opening] of entries(scene.storey.openings)) {
    const corners = shownIn(opening.phase, view) ? openingCorners(scene.storey, opening) : null;
    if (corners && takes(corners)) found.push({ kind: 'opening', id, storey });
  }
  for (const [id, fixture] of entries(scene.storey.fixtures)) {
    if (shownIn(fixture.phase, view) && takes(fixtureCorners(fixture))) {
      found.push({ kind: 'fixture', id, storey });
    }
  }
  for (const [id, riser] of entries(scene.storey.risers)) {
    if (shownIn(riser.phase, view) && takes(riserCorners(riser))) {
      found.push({ kind: 'riser', id, storey });
    }
  }
  for (const [id, dimension] of entries(scene.storey.dimensions ?? {})) {
    const measured = measuredDimension(scene.storey, dimension);
    if (standingOf(measured, view) !== 'not-yet' && takes(measured.feet)) {
      found.push({ kind: 'dimension', id, storey });
    }
  }
  for (const [id, note] of entries(scene.storey.notes ?? {})) {
    if (takes([note.at])) found.push({ kind: 'note', id, storey });
  }
  return found;
}
