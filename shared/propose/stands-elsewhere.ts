import { fixtureCorners, riserCorners } from '../derive/footprint.ts';
import { once } from '../derive/once.ts';
import { openingCorners } from '../derive/outlines.ts';
import { rectanglesOverlap } from '../geometry/body.ts';
import { type Bounds, boundsOf, boundsOverlap, type Ring } from '../geometry/polygon.ts';
import { entries, type Plan, type Storey, type StoreyId } from '../plan/model.ts';
import { standsAt } from '../plan/phase.ts';

/** mm before and behind a door or a window that no stack stands in. */
const beforeOpening = 300;

interface Thing {
  readonly ring: Ring;
  readonly bounds: Bounds;
}

/**
 * What a stack through all storeys cannot run through on the others: fixtures and furniture that stay
 * in use, stacks, doors and windows with what is just before them.
 */
const thingsElsewhere: (plan: Plan, storey: StoreyId) => readonly Thing[] = once(
  (plan: Plan, storey: StoreyId) =>
    entries(plan.storeys).flatMap(([id, other]) =>
      id === storey ? [] : ringsOn(other).map((ring) => ({ ring, bounds: boundsOf(ring) })),
    ),
);

/** Whether there is room on every other storey for a stack with these corners: no record accepts less. */
export function isFreeElsewhere(plan: Plan, storey: StoreyId, corners: Ring): boolean {
  const bounds = boundsOf(corners);
  return thingsElsewhere(plan, storey).every(
    (thing) => !boundsOverlap(bounds, thing.bounds) || !rectanglesOverlap(corners, thing.ring),
  );
}

function ringsOn({ joints, walls, openings, fixtures, risers }: Storey): Ring[] {
  return [
    ...entries(fixtures).flatMap(([, one]) =>
      standsAt(one.phase, 'after') ? [fixtureCorners(one)] : [],
    ),
    ...entries(risers).flatMap(([, one]) =>
      standsAt(one.phase, 'after') ? [riserCorners(one)] : [],
    ),
    ...entries(openings).flatMap(([, { wall, offset, width, phase }]) => {
      const facts = walls[wall];
      if (!facts || !standsAt(phase, 'after') || !standsAt(facts.phase, 'after')) return [];
      const [a, b] = [joints[facts.a]!, joints[facts.b]!];
      const deep = facts.thickness + 2 * beforeOpening;
      const ring = openingCorners(a, b, deep, offset, width);
      return ring ? [ring] : [];
    }),
  ];
}
