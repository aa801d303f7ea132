import { fixtureCentre } from '../../shared/derive/footprint.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { polygonContains } from '../../shared/geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type Opening,
  type Plan,
  type Point,
  type Storey,
  storeysByLevel,
  type Wall,
} from '../../shared/plan/model.ts';
import { type Moment, standsAt } from '../../shared/plan/phase.ts';

/** Edges of an upright rectangle, mm. */
interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Touching is no overlap: boxes count from this depth on, mm. */
const tolerance = 3;

/**
 * What somebody who knows buildings would strike out on the drawing, in words: an empty list is
 * a careful drawing. For walls along x and y only. `freeStanding` names fixtures that may stand
 * away from walls.
 */
export function careless(
  plan: Plan,
  moment: Moment,
  freeStanding: readonly string[] = [],
): readonly string[] {
  return storeysByLevel(plan).flatMap(([id, storey]) => {
    const rooms = storeyRooms(id, storey, moment);
    const faults: string[] = [];
    for (const room of rooms.rooms)
      if (room.tags.length !== 1) faults.push(`${room.id} has ${room.tags.length} tags`);
    for (const tag of rooms.looseTags) faults.push(`${tag} lies in no room`);
    for (const link of rooms.links) {
      const toOutside = link.from === null || link.to === null;
      if (link.kind === 'window' && !toOutside) faults.push(`${link.opening} is no outer window`);
      if (link.kind === 'door' && toOutside && storey.level !== 1)
        faults.push(`${link.opening} opens into the air`);
    }

    const fixtures = entries(storey.fixtures).filter(([, one]) => standsAt(one.phase, moment));
    for (const [name, fixture] of fixtures) {
      const corners = cornersOf(shrink(fixtureBox(fixture), tolerance));
      const inside = rooms.rooms.some((room) =>
        corners.every((corner) =>
          polygonContains({ outer: room.polygon, holes: room.holes }, corner),
        ),
      );
      if (!inside) faults.push(`${name} stands in a wall or between rooms`);
      const behind = pointBehind(fixture, 20);
      const away = rooms.rooms.some((room) =>
        polygonContains({ outer: room.polygon, holes: room.holes }, behind),
      );
      if (away && !freeStanding.includes(name)) faults.push(`${name} stands away from the wall`);
    }
    for (const [[left, first], [right, second]] of pairs(fixtures))
      if (overlap(fixtureBox(first), fixtureBox(second))) faults.push(`${left} overlaps ${right}`);

    const openings = entries(storey.openings).filter(([, one]) => standsAt(one.phase, moment));
    for (const [name, opening] of openings) {
      const box = openingBox(storey, opening);
      for (const [wallName, wall] of entries(storey.walls))
        if (
          wallName !== opening.wall &&
          wall.thickness > 0 &&
          standsAt(wall.phase, moment) &&
          overlap(box, wallBox(storey, wall))
        )
          faults.push(`${wallName} runs into ${name}`);
      const swing = swingOf(storey, opening);
      if (!swing) continue;
      for (const [fixtureName, fixture] of fixtures)
        if (swings(swing, fixtureBox(fixture))) faults.push(`${name} swings into ${fixtureName}`);
      for (const [wallName, wall] of entries(storey.walls))
        if (
          wallName !== opening.wall &&
          wall.thickness > 0 &&
          standsAt(wall.phase, moment) &&
          swings(swing, wallBox(storey, wall))
        )
          faults.push(`${name} swings into ${wallName}`);
    }
    for (const [[left, first], [right, second]] of pairs(openings)) {
      if (overlap(openingBox(storey, first), openingBox(storey, second)))
        faults.push(`${left} overlaps ${right}`);
      const one = swingOf(storey, first);
      const other = swingOf(storey, second);
      if (one && other && meet(one, other)) faults.push(`${left} swings into ${right}`);
    }
    return faults.map((fault) => `${id} ${moment}: ${fault}`);
  });
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((first, index) =>
    list.slice(index + 1).map((second): [T, T] => [first, second]),
  );
}

const boxOf = (points: readonly Point[]): Box => ({
  minX: Math.min(...points.map((p) => p.x)),
  minY: Math.min(...points.map((p) => p.y)),
  maxX: Math.max(...points.map((p) => p.x)),
  maxY: Math.max(...points.map((p) => p.y)),
});

const shrink = (box: Box, by: number): Box => ({
  minX: box.minX + by,
  minY: box.minY + by,
  maxX: box.maxX - by,
  maxY: box.maxY - by,
});

const overlap = (left: Box, right: Box): boolean =>
  left.minX + tolerance < right.maxX &&
  right.minX + tolerance < left.maxX &&
  left.minY + tolerance < right.maxY &&
  right.minY + tolerance < left.maxY;

const cornersOf = (box: Box): Point[] => [
  { x: box.minX, y: box.minY },
  { x: box.maxX, y: box.minY },
  { x: box.maxX, y: box.maxY },
  { x: box.minX, y: box.maxY },
];

/** The direction in which the front of a fixture looks, for rotations of whole right angles. */
function front(rotation: number): Point {
  if (rotation === 0) return { x: 0, y: 1 };
  if (rotation === 90) return { x: -1, y: 0 };
  if (rotation === 180) return { x: 0, y: -1 };
  if (rotation === 270) return { x: 1, y: 0 };
  throw new Error(`oblique: ${rotation}`);
}

const pointBehind = (fixture: Fixture, by: number): Point => {
  const look = front(fixture.rotation);
  return { x: fixture.at.x - by * look.x, y: fixture.at.y - by * look.y };
};

function fixtureBox(fixture: Fixture): Box {
  const centre = fixtureCentre(fixture);
  const alongX = front(fixture.rotation).x === 0;
  const halfX = (alongX ? fixture.width : fixture.depth) / 2;
  const halfY = (alongX ? fixture.depth : fixture.width) / 2;
  return {
    minX: centre.x - halfX,
    minY: centre.y - halfY,
    maxX: centre.x + halfX,
    maxY: centre.y + halfY,
  };
}

function wallBox(storey: Storey, wall: Wall): Box {
  const a = storey.joints[wall.a]!;
  const b = storey.joints[wall.b]!;
  const half = wall.thickness / 2;
  const alongX = a.y === b.y;
  const box = boxOf([a, b]);
  return alongX
    ? { ...box, minY: a.y - half, maxY: a.y + half }
    : { ...box, minX: a.x - half, maxX: a.x + half };
}

/** The unit vector from a to b, the jambs on the centre line, and half the wall's thickness. */
function jambs(storey: Storey, opening: Opening) {
  const wall = storey.walls[opening.wall]!;
  const a = storey.joints[wall.a]!;
  const b = storey.joints[wall.b]!;
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const jamb = (distance: number): Point => ({
    x: a.x + distance * along.x,
    y: a.y + distance * along.y,
  });
  return {
    along,
    nearA: jamb(opening.offset),
    nearB: jamb(opening.offset + opening.width),
    half: wall.thickness / 2,
  };
}

function openingBox(storey: Storey, opening: Opening): Box {
  const { along, nearA, nearB, half } = jambs(storey, opening);
  const box = boxOf([nearA, nearB]);
  const x = Math.abs(along.y) * half;
  const y = Math.abs(along.x) * half;
  return { minX: box.minX - x, minY: box.minY - y, maxX: box.maxX + x, maxY: box.maxY + y };
}

/** The quarter disc that a leaf sweeps. */
interface Swing {
  readonly hinge: Point;
  readonly radius: number;
  readonly box: Box;
}

function swingOf(storey: Storey, opening: Opening): Swing | null {
  if (opening.kind !== 'door' || opening.leaf !== 'swing') return null;
  const { along, nearA, nearB, half } = jambs(storey, opening);
  const sign = opening.side === 'left' ? 1 : -1;
  const side = { x: -along.y * sign, y: along.x * sign };
  const shift = (p: Point, by: number): Point => ({ x: p.x + by * side.x, y: p.y + by * side.y });
  const hinge = shift(opening.hinge === 'b' ? nearB : nearA, half);
  const free = shift(opening.hinge === 'b' ? nearA : nearB, half);
  const open = shift(hinge, opening.width);
  return { hinge, radius: opening.width, box: boxOf([hinge, free, open]) };
}

function swings(swing: Swing, box: Box): boolean {
  if (!overlap(swing.box, box)) return false;
  const x = Math.min(Math.max(swing.hinge.x, box.minX + tolerance), box.maxX - tolerance);
  const y = Math.min(Math.max(swing.hinge.y, box.minY + tolerance), box.maxY - tolerance);
  return Math.hypot(x - swing.hinge.x, y - swing.hinge.y) < swing.radius - tolerance;
}

/** Whether two leaves can strike each other; sampled every 20 mm. */
function meet(left: Swing, right: Swing): boolean {
  if (!overlap(left.box, right.box)) return false;
  const common = {
    minX: Math.max(left.box.minX, right.box.minX) + tolerance,
    minY: Math.max(left.box.minY, right.box.minY) + tolerance,
    maxX: Math.min(left.box.maxX, right.box.maxX) - tolerance,
    maxY: Math.min(left.box.maxY, right.box.maxY) - tolerance,
  };
  const reaches = (swing: Swing, x: number, y: number): boolean =>
    Math.hypot(x - swing.hinge.x, y - swing.hinge.y) < swing.radius - tolerance;
  for (let x = common.minX; x <= common.maxX; x += 20)
    for (let y = common.minY; y <= common.maxY; y += 20)
      if (reaches(left, x, y) && reaches(right, x, y)) return true;
  return false;
}
