import { entries, type Point } from '../../shared/plan/model.ts';
import { shownIn } from '../../shared/plan/phase.ts';
import { roomAt, type Scene } from '../editor/hit.ts';
import {
  angleOf,
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
  wallLine,
  whole,
} from './plane.ts';
import { reachOf, type ToolContext } from './tool.ts';

export interface Place {
  readonly at: Point;
  /** Whole degrees, counter-clockwise. */
  readonly rotation: number;
  /** Whether it stands against a wall. */
  readonly stands: boolean;
}

/** Whether a press comes where one came just now: the second one of a double click. */
export const isAgain = (put: Point | null, at: Point, context: ToolContext): boolean =>
  put !== null && distance(put, at) <= reachOf(context);

/** A face that things can stand against: the room lies on the left of the way from `a` to `b`. */
interface Face {
  readonly a: Point;
  readonly b: Point;
}

/** Net edges of the room around the point; in the open, both faces of every wall. */
function facesNear(scene: Scene, point: Point): Face[] {
  const room = roomAt(scene.rooms, point);
  if (room) {
    return [room.polygon, ...room.holes].flatMap((ring) =>
      ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length] as Point })),
    );
  }
  return entries(scene.storey.walls).flatMap(([, wall]) => {
    const line = wallLine(scene.storey, wall);
    if (!line || wall.thickness === 0 || !shownIn(wall.phase, scene.view)) return [];
    const left = times(leftOf(unit(minus(line.b, line.a))), wall.thickness / 2);
    return [
      { a: plus(line.a, left), b: plus(line.b, left) },
      { a: minus(line.b, left), b: minus(line.a, left) },
    ];
  });
}

/**
 * Where a fixture goes whose middle is near the pointer: with its back flush against the nearest
 * wall face within reach, pushed out of corners and drawn into them, else free at the pointer.
 * `quarters` turns it against the wall (1: its right side touches).
 */
export function placeAgainstWall(
  scene: Scene,
  pointer: Point,
  size: { readonly width: number; readonly depth: number },
  free: { readonly rotation: number; readonly quarters: number },
  reach: number,
): Place {
  const isTurned = free.quarters % 2 !== 0;
  const span = isTurned ? size.depth : size.width;
  const deep = isTurned ? size.width : size.depth;
  let best: { face: Face; foot: Point; gap: number } | null = null;
  for (const face of facesNear(scene, pointer)) {
    if (cross(minus(face.b, face.a), minus(pointer, face.a)) < 0) continue;
    const foot = footOnSegment(pointer, face.a, face.b);
    // A face much shorter than the fixture cannot carry it: risers' boxes and wall ends.
    if (distance(face.a, face.b) < Math.min(span, 300) * 0.6) continue;
    if (foot.distance <= deep / 2 + reach && (!best || foot.distance < best.gap)) {
      best = { face, foot: foot.at, gap: foot.distance };
    }
  }
  if (!best) {
    const rotation = (free.rotation + free.quarters * 90) % 360;
    const back = turn({ x: 0, y: -size.depth / 2 }, rotation);
    return { at: whole(plus(pointer, back)), rotation, stands: false };
  }
  const { a, b } = best.face;
  const along = unit(minus(b, a));
  const inward = leftOf(along);
  const length = distance(a, b);
  const middle = settle(dot(minus(best.foot, a), along), span, length, reach);
  const centre = plus(plus(a, times(along, middle)), times(inward, deep / 2));
  const rotation = Math.round(angleOf(along) + free.quarters * 90) % 360;
  const at = plus(centre, turn({ x: 0, y: -size.depth / 2 }, rotation));
  return { at: whole(at), rotation, stands: true };
}

/** The middle of a span along an edge: kept inside, drawn to its ends, else at steps of 10 mm. */
function settle(middle: number, span: number, length: number, reach: number): number {
  const least = span / 2;
  const most = length - span / 2;
  if (most <= least) return length / 2;
  if (middle - least < reach) return least;
  if (most - middle < reach) return most;
  return least + Math.round((middle - least) / 10) * 10;
}

/** The centre of an upright box pushed flush against the upright and level faces within reach. */
export function placeBox(
  scene: Scene,
  pointer: Point,
  size: { readonly width: number; readonly depth: number },
  reach: number,
): Point {
  let { x, y } = { x: Math.round(pointer.x / 10) * 10, y: Math.round(pointer.y / 10) * 10 };
  let leastX = reach;
  let leastY = reach;
  for (const { a, b } of facesNear(scene, pointer)) {
    if (a.x === b.x && pointer.y >= Math.min(a.y, b.y) && pointer.y <= Math.max(a.y, b.y)) {
      // Upright: the room is on the left of a -> b, so walking down means the room is to the right.
      const flush = b.y < a.y ? a.x + size.width / 2 : a.x - size.width / 2;
      if (Math.abs(flush - pointer.x) < leastX || isBeyond(pointer.x, flush, b.y < a.y)) {
        leastX = Math.min(leastX, Math.abs(flush - pointer.x));
        x = flush;
      }
    }
    if (a.y === b.y && pointer.x >= Math.min(a.x, b.x) && pointer.x <= Math.max(a.x, b.x)) {
      const flush = b.x > a.x ? a.y + size.depth / 2 : a.y - size.depth / 2;
      if (Math.abs(flush - pointer.y) < leastY || isBeyond(pointer.y, flush, b.x > a.x)) {
        leastY = Math.min(leastY, Math.abs(flush - pointer.y));
        y = flush;
      }
    }
  }
  return whole({ x, y });
}

/** Whether the pointer is closer to the face than half the box, which would cut into the wall. */
const isBeyond = (value: number, flush: number, faceIsBelow: boolean): boolean =>
  faceIsBelow ? value < flush : value > flush;
