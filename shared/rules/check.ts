import { once } from '../derive/once.ts';
import { underivable } from '../derive/rooms-or-fault.ts';
import { entries, type Plan } from '../plan/model.ts';
import { bathroomFixtures } from './bathroom-fixtures.ts';
import { drawingHealth } from './drawing-health.ts';
import { exclusiveFacilities } from './exclusive-facilities.ts';
import { faultyElements } from './faulty-elements.ts';
import type { Finding, Severity } from './finding.ts';
import { fixturesInTheWay } from './fixture-conflicts.ts';
import { ownWayHome } from './own-way-home.ts';
import { nationalProfile, type Profile } from './profile.ts';
import { roomsFailed, ruleFailed } from './program-faults.ts';
import { roomAreas } from './room-areas.ts';
import { type Rule, situationOf } from './rule.ts';
import { openingsThatWallsCross } from './walled-openings.ts';

const rules: Readonly<Record<string, Rule>> = {
  'exclusive-facilities': exclusiveFacilities,
  'own-way-home': ownWayHome,
  'room-areas': roomAreas,
  'bathroom-fixtures': bathroomFixtures,
  'drawing-health': drawingHealth,
  'walled-openings': openingsThatWallsCross,
  'fixture-conflicts': fixturesInTheWay,
};

const rank: Record<Severity, number> = { breach: 0, warning: 1, unknown: 2 };

/**
 * Every finding on the plan after the works: breaches first, then by id. Remembered by plan, so
 * that asking again costs nothing.
 */
export const check = (plan: Plan, profile: Profile = nationalProfile): readonly Finding[] =>
  derived(plan, profile);

const derived = once((plan: Plan, profile: Profile): readonly Finding[] =>
  [...faultyElements(plan), ...ruled(plan, profile)].sort(
    (left, right) =>
      rank[left.severity] - rank[right.severity] ||
      (left.id < right.id ? -1 : left.id > right.id ? 1 : 0),
  ),
);

/**
 * What the rules say. A storey whose rooms cannot be worked out leaves every household unjudged, so
 * of the others only the drawing is spoken of; a rule that fails takes no other rule with it.
 */
function ruled(plan: Plan, profile: Profile): Finding[] {
  const broken = underivable(plan);
  const lost = new Set(broken.map(({ storey }) => storey));
  const rest =
    broken.length === 0
      ? plan
      : {
          ...plan,
          storeys: Object.fromEntries(entries(plan.storeys).filter(([id]) => !lost.has(id))),
        };
  const situation = attempt(() => situationOf(rest, profile));
  const found = Object.entries(rules).flatMap(([name, rule]) => {
    const said = typeof situation === 'string' ? situation : attempt(() => rule(situation));
    return typeof said === 'string' ? [ruleFailed(name, said)] : said;
  });
  return [
    ...broken.map(({ storey, fault }) => roomsFailed(plan, storey, fault)),
    ...found.filter(({ households }) => broken.length === 0 || households.length === 0),
  ];
}

/** The result, or the words of what was thrown. */
function attempt<R extends object>(derive: () => R): R | string {
  try {
    return derive();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
