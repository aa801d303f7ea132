import { once } from '../derive/once.ts';
import type { Plan } from '../plan/model.ts';
import { bathroomFixtures } from './bathroom-fixtures.ts';
import { drawingHealth } from './drawing-health.ts';
import { exclusiveFacilities } from './exclusive-facilities.ts';
import type { Finding, Severity } from './finding.ts';
import { fixturesInTheWay } from './fixture-conflicts.ts';
import { ownWayHome } from './own-way-home.ts';
import { nationalProfile, type Profile } from './profile.ts';
import { roomAreas } from './room-areas.ts';
import { type Rule, situationOf } from './rule.ts';
import { openingsThatWallsCross } from './walled-openings.ts';

const rules: readonly Rule[] = [
  exclusiveFacilities,
  ownWayHome,
  roomAreas,
  bathroomFixtures,
  drawingHealth,
  openingsThatWallsCross,
  fixturesInTheWay,
];

const rank: Record<Severity, number> = { breach: 0, warning: 1, unknown: 2 };

/**
 * Every finding on the plan after the works: breaches first, then by id. Remembered by plan, so
 * that asking again costs nothing.
 */
export const check = (plan: Plan, profile: Profile = nationalProfile): readonly Finding[] =>
  derived(plan, profile);

const derived = once((plan: Plan, profile: Profile): readonly Finding[] => {
  const situation = situationOf(plan, profile);
  return rules
    .flatMap((rule) => rule(situation))
    .sort(
      (left, right) =>
        rank[left.severity] - rank[right.severity] ||
        (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
    );
});
