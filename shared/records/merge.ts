import { integrityProblems, type Problem } from '../plan/integrity.ts';
import type { Plan } from '../plan/model.ts';
import { type Facts, placeOf, planOf, sharing } from './facts.ts';
import { broken, lawsOf } from './merge-contradictions.ts';
import { followers } from './merge-followers.ts';
import { movedJoints, movedThoughRemoved } from './merge-moved-walls.ts';
import { heads, references, type Side, type Three, threeOf, Units } from './merge-units.ts';

export type { Side } from './merge-units.ts';

/** Elements that both heads changed in different ways: only a person can say which it shall be. */
export interface Conflict {
  /** The first of the paths: the same whichever head comes first, and whatever was chosen. */
  readonly id: string;
  /** Paths of the elements (see facts.ts), sorted; they are taken from one head together. */
  readonly paths: readonly string[];
  readonly chosen: Side;
  /** Whether somebody chose; without a choice the first head stands in. */
  readonly settled: boolean;
}

export interface Merge {
  /** Sound in itself (integrity.ts), whatever was chosen. */
  readonly plan: Plan;
  readonly conflicts: readonly Conflict[];
}

/** What has to be asked, worked out once, and the merge by what is answered. */
export interface MergeQuestions {
  /** Ids and paths of the conflicts. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  merged(choices: ReadonlyMap<string, Side>): Merge;
}

/**
 * Two plans drawn from one, merged element by element. What one head changed, it keeps; what both
 * changed alike stands; what both changed differently is a conflict. One conflict are elements that
 * would contradict each other in some choice (merge-contradictions.ts), and what one head changed only
 * because of another change (merge-followers.ts). A wall that one head moved and the other took away
 * is one as well, though what moved are its joints (merge-moved-walls.ts).
 *
 * The conflicts are the same whichever head comes first and whatever is chosen, so each is asked once.
 *
 * @param base the plan that both were drawn from (merge-base.ts); an empty one where they have no
 *   common past.
 * @param contested paths that count as changed by both heads.
 * @throws where a head is not sound in itself.
 */
export const mergePlans = (
  base: Plan,
  ours: Plan,
  theirs: Plan,
  choices: ReadonlyMap<string, Side> = new Map(),
  contested: ReadonlySet<string> = new Set(),
): Merge => mergeQuestions(base, ours, theirs, contested).merged(choices);

/**
 * The same, for somebody who will answer one question after the other.
 *
 * @param together paths that are taken from one head together anyhow.
 */
export function mergeQuestions(
  base: Plan,
  ours: Plan,
  theirs: Plan,
  contested: ReadonlySet<string> = new Set(),
  together: readonly (readonly string[])[] = [],
): MergeQuestions {
  const three = threeOf(base, ours, theirs, contested);
  const units = new Units(three);
  units.tieAll(together);
  for (const wall of movedThoughRemoved(three, units)) units.ask(wall);
  const laws = lawsOf(three, units);
  for (;;) {
    if (units.tieAll(broken(laws, three, units))) continue;
    if (units.tieAll([...followers(three, units), ...movedJoints(three, units)])) continue;
    if (!units.tieAll(tooLarge(three, units))) break;
  }
  const asked = units.asked();
  return { asked, merged: (choices) => mergedBy(choices, asked, three, units) };
}

function mergedBy(
  choices: ReadonlyMap<string, Side>,
  asked: ReadonlyMap<string, readonly string[]>,
  three: Three,
  units: Units,
): Merge {
  const plan = taken(three, units, (root) => choices.get(root) ?? 'ours');
  const problems = integrityProblems(plan);
  if (problems.length > 0) throw unsound(problems);
  const conflicts = [...asked].map(([id, paths]): Conflict => {
    const chosen = choices.get(id);
    return { id, paths, chosen: chosen ?? 'ours', settled: chosen !== undefined };
  });
  return { plan, conflicts };
}

const unsound = (problems: readonly Problem[]): Error =>
  new Error(`a head of the merge is not sound: ${problems[0]?.at} ${problems[0]?.problem.en}`);

/** Every unit as it is in the head that changed it, or that is chosen for it. */
function taken(three: Three, units: Units, choice: (root: string) => Side): Plan {
  const facts = new Map(three.ours);
  for (const path of units.paths()) {
    const owner = units.ownerOf(path);
    const from = three[owner === 'both' ? choice(units.rootOf(path)) : owner];
    if (from.has(path)) facts.set(path, from.get(path));
    else facts.delete(path);
  }
  const { ours, theirs } = three.plans;
  return sharing(planOf(withoutLooseJoints(facts, three)), [ours, theirs]);
}

/** All of the storeys that only both heads together make larger than can be worked out. */
function tooLarge(three: Three, units: Units): string[][] {
  // Where nobody has to choose there is one merge.
  const choices = units.asked().size === 0 ? heads.slice(0, 1) : heads;
  return choices.flatMap((side) =>
    integrityProblems(taken(three, units, () => side)).map(({ at }) => {
      const [table, storey] = at.split('.');
      return units
        .paths()
        .filter((path) => table !== 'storeys' || placeOf(path).storey === (storey ?? null));
    }),
  );
}

/** Without the joints whose walls have gone, one by each head; what a head left loose stays. */
function withoutLooseJoints(facts: Facts, { ours, theirs }: Three): Facts {
  const jointsOf = (from: Facts): Set<string> =>
    new Set(
      [...from].flatMap(([path, fact]) =>
        placeOf(path).table === 'walls' ? references(placeOf(path), fact) : [],
      ),
    );
  const used = jointsOf(facts);
  const loose = [...facts.keys()].filter(
    (path) => placeOf(path).table === 'joints' && !used.has(path),
  );
  if (loose.length === 0) return facts;
  const ends = [ours, theirs].map((side) => ({ side, used: jointsOf(side) }));
  const gone = new Set(
    loose.filter((path) => ends.every((end) => !end.side.has(path) || end.used.has(path))),
  );
  return new Map([...facts].filter(([path]) => !gone.has(path)));
}
