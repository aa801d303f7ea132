import { distance, distanceToSegment, nearestOnSegment, type Point } from '../geometry/point.ts';
import { type Polygon, polygonContains, type Ring } from '../geometry/polygon.ts';

/** Of a round person's radius: how far from a door its middle may stay, as in the corner of a room. */
export const besideDoor = 1.5;

/** mm from a place to a part of the floor; 0 inside. */
export function standsIn(part: Polygon, place: Point): number {
  return polygonContains(part, place) ? 0 : distance(place, nearestOn(part, place));
}

export const nearestOn = ({ outer, holes }: Polygon, p: Point): Point =>
  nearestOnRings([outer, ...holes], p);

export function nearestOnRings(rings: readonly Ring[], p: Point): Point {
  let best = p;
  let least = Infinity;
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index++) {
      const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!];
      const reach = distanceToSegment(p, a, b);
      if (reach < least) {
        least = reach;
        best = nearestOnSegment(p, a, b);
      }
    }
  }
  return best;
}
