import { bodyRectangle } from '../geometry/body.ts';
import { difference } from '../geometry/clip.ts';
import { type Polygon, polygonContains } from '../geometry/polygon.ts';
import type { Point, Storey } from '../plan/model.ts';
import { jambsOf } from './door-swings.ts';
import { perRoom } from './per-room.ts';
import type { Room } from './room.ts';
import type { Placed, RoomContents, WayOut } from './room-contents.ts';

/** The floor that people have in a room: as far as they step without a door and without leaving home. */
export interface OpenFloor {
  readonly outline: Polygon;
  /** What stands on it outside of the room itself. */
  readonly beyond: readonly Placed[];
}

/**
 * A room, with what lies beyond its boundaries and leafless passages where the same households hold
 * it: before a kitchen niche one stands in the living room. Both parts are the identical objects as
 * long as what they were derived from is.
 */
export function openFloor(storey: Storey, contents: RoomContents, room: Room): OpenFloor {
  const rooms = new Set([room]);
  const shape: (Room | number)[] = [];
  for (const one of rooms) {
    for (const way of contents.ways(one)) {
      if (!way.to || !isOpen(way) || !isSameHome(room, way.to)) continue;
      rooms.add(way.to);
      shape.push(...joints(storey, way));
    }
  }
  rooms.delete(room);
  return {
    outline: outlineOf(room, ...shape, ...rooms),
    beyond: placedIn(room, ...[...rooms].map((one) => contents.fixtures(one))),
  };
}

/** Nothing hangs in it that could be shut. */
export const isOpen = ({ link }: WayOut): boolean =>
  link.kind === 'boundary' || link.kind === 'passage';

/** Whether the same households hold both, and at least one does. */
export function isSameHome(one: Room, other: Room): boolean {
  const homes = ({ holders }: Room) => holders.filter((holder) => holder !== 'building');
  const [left, right] = [homes(one), homes(other)];
  return (
    left.length > 0 && left.length === right.length && left.every((home) => right.includes(home))
  );
}

/** mm by which what joins two floors laps both, so that no slit stays between them. */
const lap = 1;

/** The ends of the line across which two floors are one, and half of its thickness: five numbers. */
function joints(storey: Storey, { link, opening }: WayOut): readonly number[] {
  const wall = storey.walls[link.wall];
  const [a, b] = opening ? (jambsOf(storey, opening) ?? []) : endsOf(storey, link.wall);
  return wall && a && b ? [a.x, a.y, b.x, b.y, wall.thickness / 2 + lap] : [];
}

function endsOf(
  { walls, joints: places }: Storey,
  id: WayOut['link']['wall'],
): (Point | undefined)[] {
  const wall = walls[id];
  return wall ? [places[wall.a], places[wall.b]] : [];
}

const outlineOf = perRoom((room, ...shape: readonly (Room | number)[]): Polygon => {
  const own = polygonOf(room);
  if (shape.length === 0) return own;
  const polygons = [own];
  const numbers: number[] = [];
  for (const one of shape) {
    if (typeof one === 'number') numbers.push(one);
    else polygons.push(polygonOf(one));
  }
  for (let index = 0; index < numbers.length; index += 5) {
    const [ax, ay, bx, by, half] = numbers.slice(index, index + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const body = { a: { x: ax, y: ay }, b: { x: bx, y: by }, half };
    polygons.push({ outer: bodyRectangle(body), holes: [] });
  }
  const parts = difference(polygons, []);
  return parts.find((part) => polygonContains(part, room.label)) ?? own;
});

const polygonOf = ({ polygon, holes }: Room): Polygon => ({ outer: polygon, holes });

const placedIn = perRoom((_room, ...lists: readonly (readonly Placed[])[]) => lists.flat());
