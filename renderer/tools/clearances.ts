import { fixtureCorners } from '../../shared/derive/footprint.ts';
import {
  entries,
  type Fixture,
  type FixtureId,
  type Point,
  type WallId,
} from '../../shared/plan/model.ts';
import { shownIn } from '../../shared/plan/phase.ts';
import { type Text, text } from '../../shared/text.ts';
import { roomAt, type Scene } from '../editor/hit.ts';
import { cross, insideRing, leftOf, minus, plus, times, turn, unit, wallLine } from './plane.ts';

/** The clear way from a face to what stands opposite. */
export interface Clearance {
  readonly from: Point;
  readonly to: Point;
  /** mm */
  readonly distance: number;
  /** Away from the face, of length 1. */
  readonly way: Point;
}

/** From both faces of a wall to the faces opposite; null where there is no room, or the wall is gone. */
export function wallClearances(
  scene: Scene,
  id: WallId,
): { readonly left: Clearance | null; readonly right: Clearance | null } {
  const wall = scene.storey.walls[id];
  const line = wall && wallLine(scene.storey, wall);
  if (!wall || !line || line.length === 0) return { left: null, right: null };
  const along = unit(minus(line.b, line.a));
  const towards = (way: Point): Clearance | null => {
    // Away from the middle, where its length is said; where another wall hides the room, elsewhere.
    for (const share of [0.3, 0.7, 0.5]) {
      const middle = plus(line.a, times(along, line.length * share));
      const face = plus(middle, times(way, wall.thickness / 2));
      const found = clearTo(scene, face, way, [], step);
      if (found) return found;
    }
    return null;
  };
  return { left: towards(leftOf(along)), right: towards(times(leftOf(along), -1)) };
}

/** From both ends, the front and the back of a fixture to the wall, shaft or other fixture there. */
export function fixtureClearances(
  scene: Scene,
  id: FixtureId | null,
  fixture: Fixture,
): readonly Clearance[] {
  const { at, rotation, width, depth } = fixture;
  const place = (x: number, y: number): Point => plus(at, turn({ x, y }, rotation));
  const others = entries(scene.storey.fixtures)
    .filter(
      ([other, { phase, kind }]) =>
        other !== id && kind !== 'water-heater' && shownIn(phase, scene.view),
    )
    .map(([, other]) => fixtureCorners(other));
  const towards = (x: number, y: number, wayX: number, wayY: number) =>
    clearTo(scene, place(x, y), turn({ x: wayX, y: wayY }, rotation), others, -step);
  return [
    towards(-width / 2, depth / 2, -1, 0),
    towards(width / 2, depth / 2, 1, 0),
    towards(0, depth, 0, 1),
    towards(0, 0, 0, -1),
  ]
    .flatMap((clearance) => clearance ?? [])
    .sort((one, other) => orderOf(one) - orderOf(other));
}

/** Left, right, above, below, whichever way it is turned. */
const orderOf = ({ way }: Clearance): number =>
  Math.abs(way.x) >= Math.abs(way.y) ? (way.x < 0 ? 0 : 1) : way.y > 0 ? 2 : 3;

/** Which way it goes on the screen. */
export function wayWords({ way }: Clearance): Text {
  if (Math.abs(way.x) >= Math.abs(way.y)) {
    return way.x < 0 ? text('左侧', 'left') : text('右侧', 'right');
  }
  return way.y < 0 ? text('下方', 'below') : text('上方', 'above');
}

/** mm: a face stands in its room by this much, whatever the rounding. */
const step = 2;

function clearTo(
  scene: Scene,
  from: Point,
  way: Point,
  others: readonly (readonly Point[])[],
  /** mm: nearer than this it is its own face. */
  least: number,
): Clearance | null {
  const start = plus(from, times(way, step));
  const room = roomAt(scene.rooms, start) ?? roomAt(scene.rooms, minus(from, times(way, step)));
  if (!room) return null;
  // What it stands in or under is not beside it.
  const around = others.filter((ring) => !insideRing(minus(from, times(way, step)), ring));
  const rings = [room.polygon, ...room.holes, ...around];
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    ring.forEach((a, index) => {
      const hit = alongRay(from, way, a, ring[(index + 1) % ring.length] as Point);
      if (hit !== null && hit > least && hit < nearest) nearest = hit;
    });
  }
  if (!Number.isFinite(nearest)) return null;
  const distance = Math.max(0, Math.round(nearest));
  return { from, to: plus(from, times(way, distance)), distance, way };
}

/** How far along the ray it meets the segment, mm; null where it does not. */
function alongRay(from: Point, way: Point, a: Point, b: Point): number | null {
  const side = minus(b, a);
  const turned = cross(way, side);
  if (turned === 0) return null;
  const away = minus(a, from);
  const share = cross(away, way) / turned;
  return share < 0 || share > 1 ? null : cross(away, side) / turned;
}
