import { difference, inset, intersect } from '../geometry/clip.ts';
import { distance } from '../geometry/point.ts';
import { type Polygon, polygonContains, type Ring } from '../geometry/polygon.ts';
import type { Fixture, Point } from '../plan/model.ts';
import { fixtureCorners } from './footprint.ts';
import { nearestOn } from './near-outline.ts';

/** mm taken off a width, so that what measures exactly as much passes. */
const rounding = 0.5;
/** Of a round person's radius: how far from a doorway its middle may stay, as in a corner. */
const besideDoor = 1.5;

/**
 * Whether a round person that wide gets from one of the doorways, which are places on the room's
 * outline, wholly onto the floor of a fixture that lies flat in it, round what stands there.
 */
export function getsOnto(
  fixture: Fixture,
  room: Polygon,
  obstacles: readonly Ring[],
  doorways: readonly Point[],
  wide: number,
): boolean {
  if (doorways.length === 0 || Math.min(fixture.width, fixture.depth) < wide - rounding) {
    return false;
  }
  const radius = (wide - rounding) / 2;
  const floor = difference(
    [room],
    obstacles.map((outer) => ({ outer, holes: [] })),
  );
  const onto = fixtureCorners(fixture, radius - rounding);
  return inset(floor, radius).some(
    (part) =>
      doorways.some((door) => away(part, door) <= besideDoor * radius) &&
      intersect([onto], [part.outer, ...part.holes]).length > 0,
  );
}

const away = (part: Polygon, place: Point): number =>
  polygonContains(part, place) ? 0 : distance(place, nearestOn(part, place));
