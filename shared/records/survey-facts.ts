import { once } from '../derive/once.ts';
import type { Opening, Plan, Wall } from '../plan/model.ts';
import { elementPath, type Facts, factsOf, placeOf, planOf, planPath } from './facts.ts';

/**
 * The survey within a plan: what stood before the works, without what any scheme proposes.
 */

/**
 * A plan with the survey and nothing else, every element as standing: what a new scheme starts from.
 * Marks on the drawing are their scheme's own and stay there, and so do joints that no wall needs.
 */
export function surveyAlone(plan: Plan): Plan {
  const facts = new Map(surveyOf(plan));
  // What a proposal's own wall carries goes with it.
  for (const path of danglingIn(facts)) facts.delete(path);
  const ends = new Set([...facts.keys()].flatMap(endsOfWall));
  for (const path of facts.keys()) {
    if (placeOf(path).table === 'joints' && !ends.has(path)) facts.delete(path);
  }
  return planOf(facts);

  function endsOfWall(path: string): string[] {
    return placeOf(path).table === 'walls' ? jointsOf(path, facts) : [];
  }
}

/** Openings without their wall and walls without a joint, and what goes with them. */
export function danglingIn(facts: Facts): string[] {
  const gone = new Set<string>();
  const isThere = (path: string): boolean => facts.has(path) && !gone.has(path);
  for (const [path, fact] of facts) {
    const { table, storey } = placeOf(path);
    const needed =
      table === 'walls'
        ? jointsOf(path, facts)
        : table === 'rooms'
          ? holdersOf(fact).map((holder) => planPath('households', holder))
          : storey !== null && table !== 'storeys'
            ? [elementPath(storey, 'walls').replace(/\/walls$/, '')]
            : [];
    if (!needed.every(isThere)) gone.add(path);
  }
  for (const path of facts.keys()) {
    if (placeOf(path).table !== 'openings') continue;
    const wall = wallOf(path, facts);
    if (wall === null || !isThere(wall)) gone.add(path);
  }
  return [...gone];
}

const holdersOf = (fact: unknown): string[] =>
  (fact as { readonly holders: readonly string[] }).holders.filter((one) => one !== 'building');

export const phaseOf = (fact: unknown): string | undefined =>
  typeof fact === 'object' && fact !== null ? (fact as { phase?: string }).phase : undefined;

/** Facts of what stood before the works, each as standing. Remembered by plan. */
export const surveyOf: (plan: Plan) => Facts = once((plan: Plan): Facts => {
  const facts = new Map<string, unknown>();
  for (const [path, fact] of factsOf(plan)) {
    const phase = phaseOf(fact);
    if (phase === 'new' || marks.includes(placeOf(path).table)) continue;
    const isStanding = phase === undefined || phase === 'existing';
    facts.set(path, isStanding ? fact : { ...(fact as object), phase: 'existing' });
  }
  return facts;
});

/** Marks on the drawing are no part of the survey. */
const marks: readonly string[] = ['dimensions', 'notes'];

export function jointsOf(path: string, facts: Facts): string[] {
  const wall = facts.get(path) as Wall | undefined;
  const { storey } = placeOf(path);
  if (!wall || storey === null) return [];
  return [elementPath(storey, 'joints', wall.a), elementPath(storey, 'joints', wall.b)];
}

export function wallOf(path: string, facts: Facts): string | null {
  const opening = facts.get(path) as Opening | undefined;
  const { storey } = placeOf(path);
  return opening && storey !== null ? elementPath(storey, 'walls', opening.wall) : null;
}
