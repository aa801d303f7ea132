import { rectanglesOverlap } from '../geometry/body.ts';
import { boundsOf, boundsOverlap, type Ring } from '../geometry/polygon.ts';
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
import { fixtureCentre, fixtureCorners, riserCorners } from './footprint.ts';
import { once } from './once.ts';
import type { StoreyRooms } from './room.ts';
import { roomLocator } from './room-locator.ts';
import { storeyRooms } from './storey-rooms.ts';
import { wallNetwork } from './wall-network.ts';
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
];

/** In the order of the fixtures' ids, of each the first thing in its way; of two fixtures the later one. */
export const fixtureConflicts = (id: StoreyId, storey: Storey): readonly FixtureConflict[] =>
  conflictsIn(storeyRooms(id, storey, 'after'), storey);

const conflictsIn = once((rooms: StoreyRooms, storey: Storey): readonly FixtureConflict[] => {
  const standing = entries(storey.fixtures).filter(([, { phase }]) => standsAt(phase, 'after'));
  return standing.flatMap(([fixture, facts], index) => {
    const conflict = conflictAmong(rooms, storey, facts, standing.slice(0, index));
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
    entries(storey.fixtures).filter(([, { phase }]) => standsAt(phase, 'after')),
  );

function conflictAmong(
  derived: StoreyRooms,
  storey: Storey,
  fixture: Fixture,
  others: readonly (readonly [FixtureId, Fixture])[],
): Omit<FixtureConflict, 'fixture'> | null {
  const { storey: id } = derived;
  const ring = fixtureCorners(fixture, Math.min(tolerance, fixture.width / 4, fixture.depth / 4));
  const [wall] = wallSolids(wallNetwork(storey, 'after')).wallsIn(ring);
  if (wall) return { with: 'wall', other: { kind: 'wall', id: wall, storey: id } };
  for (const [riser, facts] of entries(storey.risers)) {
    if (standsAt(facts.phase, 'after') && rectanglesOverlap(riserCorners(facts), ring)) {
      return { with: 'riser', other: { kind: 'riser', id: riser, storey: id } };
    }
  }
  const bounds = boundsOf(ring);
  for (const [other, facts] of others) {
    if (mayLap(fixture.kind, facts.kind)) continue;
    const corners: Ring = fixtureCorners(facts);
    if (boundsOverlap(bounds, boundsOf(corners)) && rectanglesOverlap(corners, ring)) {
      return { with: 'fixture', other: { kind: 'fixture', id: other, storey: id } };
    }
  }
  const room = roomLocator(derived).at(fixtureCentre(fixture));
  return room ? null : { with: 'outside', other: null };
}
