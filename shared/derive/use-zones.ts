import { rectanglesOverlap } from '../geometry/body.ts';
import type { Ring } from '../geometry/polygon.ts';
import {
  type ElementRef,
  entries,
  type Fixture,
  type FixtureId,
  type FixtureKind,
  type Storey,
  type StoreyId,
} from '../plan/model.ts';
import { type Moment, standsAt } from '../plan/phase.ts';
import { usedFront } from './counter-corner.ts';
import { fixtureCorners, riserCorners } from './footprint.ts';
import { wallSolids } from './wall-solids.ts';

/** The floor that people need to use a fixture. */
export interface UseZone {
  readonly ring: Ring;
  /** What stands in it; null where it is free. */
  readonly blockedBy: ElementRef | null;
}

interface Need {
  /** mm free in front. */
  readonly front: number;
  /** mm from the middle to what stands beside it; absent: its own half width does. */
  readonly beside?: number;
}

/** DOMAIN.md, fixtures: the least distances. What is not in the table needs none. */
const needs: Readonly<Partial<Record<FixtureKind, Need>>> = {
  wc: { front: 500, beside: 380 },
  basin: { front: 500 },
  shower: { front: 500 },
  bath: { front: 500 },
  sink: { front: 700 },
  cooker: { front: 700 },
  worktop: { front: 700 },
  washer: { front: 600 },
};

/** mm: what reaches in by less stands flush. */
const tolerance = 5;

/** What hangs above the floor or shares it leaves the floor free (DOMAIN.md, fixtures). */
const leavesFree: readonly FixtureKind[] = ['water-heater', 'gas-meter', 'shower'];

/** The zones as rectangles turned like the fixture: before it, and beside it where it needs that. */
export function zoneFixtures(fixture: Fixture): readonly Fixture[] {
  const need = needs[fixture.kind];
  if (!need) return [];
  const [frontRight, frontLeft] = fixtureCorners(fixture);
  if (!frontRight || !frontLeft) return [];
  const width = Math.max(fixture.width, 2 * (need.beside ?? 0));
  const front = {
    ...fixture,
    at: { x: (frontLeft.x + frontRight.x) / 2, y: (frontLeft.y + frontRight.y) / 2 },
    width,
    depth: need.front,
  };
  return width > fixture.width ? [front, { ...fixture, width }] : [front];
}

/** The zones of a fixture at a place, among what stands at that moment but `self`. */
export function zonesOf(
  id: StoreyId,
  storey: Storey,
  fixture: Fixture,
  self: FixtureId | null,
  moment: Moment = 'after',
): readonly UseZone[] {
  const standing = entries(storey.fixtures).flatMap(([other, facts]) =>
    other !== self && standsAt(facts.phase, moment) ? [facts] : [],
  );
  const used = usedFront(fixture, standing);
  if (!used) return [];
  return zoneFixtures(used).map((zone) => ({
    ring: fixtureCorners(zone),
    blockedBy: blocking(id, storey, fixture, fixtureCorners(zone, tolerance), self, moment),
  }));
}

function blocking(
  id: StoreyId,
  storey: Storey,
  fixture: Fixture,
  ring: Ring,
  self: FixtureId | null,
  moment: Moment,
): ElementRef | null {
  const [wall] = wallSolids(storey, moment).wallsIn(ring);
  if (wall) return { kind: 'wall', id: wall, storey: id };
  for (const [riser, facts] of entries(storey.risers)) {
    if (standsAt(facts.phase, moment) && rectanglesOverlap(riserCorners(facts), ring)) {
      return { kind: 'riser', id: riser, storey: id };
    }
  }
  const own = fixtureCorners(fixture);
  for (const [other, facts] of entries(storey.fixtures)) {
    if (other === self || !standsAt(facts.phase, moment)) continue;
    if (leavesFree.includes(facts.kind)) continue;
    const corners = fixtureCorners(facts);
    // A sink is let into its worktop; what laps where it may not is a conflict of its own.
    if (rectanglesOverlap(corners, ring) && !rectanglesOverlap(corners, own)) {
      return { kind: 'fixture', id: other, storey: id };
    }
  }
  return null;
}
