import Flatbush from 'flatbush';
import { rectanglesOverlap } from '../geometry/body.ts';
import { distance } from '../geometry/point.ts';
import { type Bounds, boundsOf, polygonContains, type Ring } from '../geometry/polygon.ts';
import {
  type ElementRef,
  entries,
  type Fixture,
  type FixtureId,
  type FixtureKind,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';
import { seatedFixtures } from './fixtures-in-rooms.ts';
import { fixtureCentre, fixtureCorners, riserCorners } from './footprint.ts';
import { once } from './once.ts';
import { Recent } from './recent.ts';
import type { Room, StoreyRooms } from './room.ts';
import { roomLocator } from './room-locator.ts';
import { storeyRooms } from './storey-rooms.ts';
import { wallSolids } from './wall-solids.ts';

/** A fixture that cannot stand where it is drawn, after the works. */
export interface FixtureConflict {
  readonly fixture: FixtureId;
  /** What it stands in; `outside` of every room. */
  readonly with: 'wall' | 'riser' | 'fixture' | 'outside';
  readonly other: ElementRef | null;
}

/** mm: what laps by less than this stands flush. */
const tolerance = 5;

/** What lies over what without conflict: let into it, standing under it, hung above it. */
function mayLap(one: FixtureKind, other: FixtureKind): boolean {
  return lapping.some(
    ([over, under]) =>
      (one === over && (under === 'any' || under.includes(other))) ||
      (other === over && (under === 'any' || under.includes(one))),
  );
}

const lapping: readonly (readonly [FixtureKind, readonly FixtureKind[] | 'any'])[] = [
  ['worktop', ['sink', 'cooker', 'washer', 'fridge']],
  // A wet-floor shower shares the floor; a shower also hangs over a bath (DOMAIN.md, fixtures).
  ['shower', ['wc', 'basin', 'bath']],
  // Hung on the wall: above the door, the WC, the worktop.
  ['water-heater', 'any'],
  ['gas-meter', 'any'],
];

/** A basin set on the WC's cistern stands with its back where the WC's is, on its rear half. */
function isOnCistern(one: Fixture, other: Fixture): boolean {
  const [basin, wc] = one.kind === 'basin' ? [one, other] : [other, one];
  return (
    basin.kind === 'basin' &&
    wc.kind === 'wc' &&
    basin.rotation === wc.rotation &&
    distance(basin.at, wc.at) <= tolerance &&
    basin.width <= wc.width &&
    basin.depth <= wc.depth / 2
  );
}

/** In the order of the fixtures' ids, of each the first thing in its way; of two fixtures the later one. */
export const fixtureConflicts = (id: StoreyId, storey: Storey): readonly FixtureConflict[] =>
  conflictsIn(storeyRooms(id, storey, 'after'), storey);

/** What was found last: where neither fixtures nor risers nor the room changed, it is so still. */
interface Found {
  readonly fixtures: Storey['fixtures'];
  readonly risers: Storey['risers'];
  readonly rooms: readonly (Room | undefined)[];
  readonly conflicts: readonly (Conflict | null)[];
  /** Whether it stands in its room with all of its corners. */
  readonly isWithin: readonly boolean[];
}
type Conflict = Omit<FixtureConflict, 'fixture'>;
const last = new Recent<Found>();

const conflictsIn = once((derived: StoreyRooms, storey: Storey): readonly FixtureConflict[] => {
  const { fixtures, risers } = storey;
  const { standing, near } = standingAfter(fixtures);
  const { rooms } = seatedFixtures(derived, fixtures, 'after');
  const found = last.get(derived.storey);
  const known = found?.fixtures === fixtures && found.risers === risers ? found : null;
  const conflicts = standing.map(([, facts], index) => {
    const was = known?.conflicts[index];
    // A wall that bears on a fixture clear of walls and all in one room bounds that room.
    const isSame = rooms[index] !== undefined && known?.rooms[index] === rooms[index];
    if (isSame && known?.isWithin[index] && was !== undefined && was?.with !== 'wall') return was;
    return conflictAmong(derived, storey, facts, (bounds) => near(bounds, index));
  });
  const isWithin = standing.map(([, facts], index) => {
    const room = rooms[index];
    if (room === undefined) return false;
    if (known?.rooms[index] === room) return known.isWithin[index] ?? false;
    const polygon = { outer: room.polygon, holes: room.holes };
    return insetCorners(facts).every((corner) => polygonContains(polygon, corner));
  });
  last.set(derived.storey, { fixtures, risers, rooms, conflicts, isWithin });
  return standing.flatMap(([fixture], index) => {
    const conflict = conflicts[index];
    return conflict ? [{ fixture, ...conflict }] : [];
  });
});

/** What a fixture would stand in at a place, were it there after the works; null where it may stand. */
export const conflictOf = (
  id: StoreyId,
  storey: Storey,
  fixture: Fixture,
): Omit<FixtureConflict, 'fixture'> | null =>
  conflictAmong(
    storeyRooms(id, storey, 'after'),
    storey,
    fixture,
    standingAfter(storey.fixtures).near,
  );

type Placed = readonly [FixtureId, Fixture, Ring];

/** Remembered by the table, which stays the same while walls are dragged. */
const standingAfter = once((fixtures: Storey['fixtures']) => {
  const standing = entries(fixtures)
    .filter(([, { phase }]) => standsAt(phase, 'after'))
    .map(([id, facts]): Placed => [id, facts, fixtureCorners(facts)]);
  const index = standing.length === 0 ? null : new Flatbush(standing.length, 8);
  for (const [, , corners] of standing) {
    const { minX, minY, maxX, maxY } = boundsOf(corners);
    index?.add(minX, minY, maxX, maxY);
  }
  index?.finish();
  return {
    standing,
    /** Those whose boxes meet the bounds, of the first so many, in their order. */
    near({ minX, minY, maxX, maxY }: Bounds, count = standing.length): readonly Placed[] {
      const found = index?.search(minX, minY, maxX, maxY, (at) => at < count) ?? [];
      return found.sort((one, other) => one - other).map((at) => standing[at]!);
    },
  };
});

/** Its corners, but for what may lap without harm. */
const insetCorners = (fixture: Fixture): Ring =>
  fixtureCorners(fixture, Math.min(tolerance, fixture.width / 4, fixture.depth / 4));

function conflictAmong(
  derived: StoreyRooms,
  storey: Storey,
  fixture: Fixture,
  othersIn: (bounds: Bounds) => readonly Placed[],
): Omit<FixtureConflict, 'fixture'> | null {
  const { storey: id } = derived;
  const ring = insetCorners(fixture);
  const [wall] = wallSolids(storey, 'after').wallsIn(ring);
  if (wall) return { with: 'wall', other: { kind: 'wall', id: wall, storey: id } };
  for (const [riser, facts] of entries(storey.risers)) {
    if (standsAt(facts.phase, 'after') && rectanglesOverlap(riserCorners(facts), ring)) {
      return { with: 'riser', other: { kind: 'riser', id: riser, storey: id } };
    }
  }
  for (const [other, facts, corners] of othersIn(boundsOf(ring))) {
    if (mayLap(fixture.kind, facts.kind) || isOnCistern(fixture, facts)) continue;
    if (rectanglesOverlap(corners, ring)) {
      return { with: 'fixture', other: { kind: 'fixture', id: other, storey: id } };
    }
  }
  const room = roomLocator(derived).at(fixtureCentre(fixture));
  return room ? null : { with: 'outside', other: null };
}
