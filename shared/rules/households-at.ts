import type { Room, StoreyRooms } from '../derive/room.ts';
import { roomBoxes } from '../derive/room-bounds.ts';
import { roomLocator } from '../derive/room-locator.ts';
import { distanceToSegment } from '../geometry/point.ts';
import type { Bounds } from '../geometry/polygon.ts';
import type { HouseholdId, Point } from '../plan/model.ts';
import type { Finding } from './finding.ts';
import { holdersOf } from './rule.ts';

/** mm from a place in a wall to the rooms on its sides: half of the thickest, and as drawn. */
const beside = 260;

/**
 * The households of the room at a place, or of the rooms beside it where it lies in a wall, as that of
 * a door does; in the order of ids. None in common rooms, and outside.
 */
export function householdsAt(
  rooms: readonly StoreyRooms[],
  place: Finding['place'],
): readonly HouseholdId[] {
  const storey = place && rooms.find((one) => one.storey === place.storey);
  if (!storey) return [];
  const around = roomLocator(storey).at(place.at);
  const boxes = roomBoxes(storey);
  const meant = around
    ? [around]
    : storey.rooms.filter((room, index) => isBeside(room, boxes[index]!, place.at));
  return [...new Set(meant.flatMap(holdersOf))].sort();
}

function isBeside({ polygon }: Room, { minX, minY, maxX, maxY }: Bounds, at: Point): boolean {
  if (at.x < minX - beside || at.x > maxX + beside) return false;
  if (at.y < minY - beside || at.y > maxY + beside) return false;
  return polygon.some(
    (corner, index) =>
      distanceToSegment(at, corner, polygon[(index + 1) % polygon.length]!) <= beside,
  );
}
