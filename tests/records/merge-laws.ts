import { expect } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Opening, Plan } from '../../shared/plan/model.ts';
import { elementPath, type Facts, factsOf, placeOf, same } from '../../shared/records/facts.ts';
import {
  type Merge,
  type MergeQuestions,
  mergePlans,
  mergeQuestions,
  type Side,
} from '../../shared/records/merge.ts';

/** What holds of every merge, whatever the two heads did. */

export const sides = ['ours', 'theirs'] as const satisfies readonly Side[];
const opposite = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');
export const questions = ({ conflicts }: Merge): string[] =>
  conflicts.map(({ id, paths }) => `${id}: ${paths.join(' ')}`);
export const facts = (plan: Plan): Record<string, unknown> => Object.fromEntries(factsOf(plan));

/** What a pair of heads was good for: a law that nothing puts to the test proves nothing. */
export interface Tried {
  questions: number;
  pairs: number;
  takenAlong: number;
}
export const tried = (): Tried => ({ questions: 0, pairs: 0, takenAlong: 0 });

/** Every law of merging, on one pair of heads, with each of its questions answered both ways. */
export function obeysLaws(
  base: Plan,
  ours: Plan,
  theirs: Plan,
  count: Tried,
  contested: ReadonlySet<string> = new Set(),
): void {
  const [asking, turned] = [
    mergeQuestions(base, ours, theirs, contested),
    mergeQuestions(base, theirs, ours, contested),
  ];
  const merge = asking.merged(new Map());
  expect(questions(turned.merged(new Map()))).toEqual(questions(merge));
  for (const head of [ours, theirs]) {
    const pairs = [[head, head] as const, [base, head] as const, [head, base] as const];
    // The base of several pasts is nobody's plan.
    for (const [left, right] of contested.size > 0 ? pairs.slice(0, 1) : pairs) {
      const { plan, conflicts } = mergePlans(base, left, right, new Map(), contested);
      expect(conflicts).toEqual([]);
      expect(facts(plan)).toEqual(facts(head));
    }
  }
  answersStand(asking);
  count.pairs += merge.conflicts.length > 0 ? 1 : 0;
  count.questions += merge.conflicts.length;

  const three = { was: factsOf(base), ours: factsOf(ours), theirs: factsOf(theirs) };
  for (const choices of answers(merge)) {
    const chosen = asking.merged(choices);
    expect(integrityProblems(chosen.plan)).toEqual([]);
    expect(questions(chosen)).toEqual(questions(merge));
    const mirrored = new Map(chosen.conflicts.map(({ id, chosen: side }) => [id, opposite(side)]));
    expect(facts(turned.merged(mirrored).plan)).toEqual(facts(chosen.plan));
    isFromHeads(three, chosen);
    count.takenAlong += doorsOfWallsStay(three, chosen);
  }
}

/** Answering the questions one after the other, as they stand, settles one more with every answer. */
function answersStand(asking: MergeQuestions): void {
  let choices = new Map<string, Side>();
  let now = asking.merged(choices);
  let clicks = 0;
  for (const { length } = now.conflicts; clicks < length; clicks++) {
    const { id } = now.conflicts.find(({ settled }) => !settled)!;
    choices = new Map(choices).set(id, clicks % 2 === 0 ? 'theirs' : 'ours');
    now = asking.merged(choices);
    expect(now.conflicts.find((each) => each.id === id)).toMatchObject({
      settled: true,
      chosen: choices.get(id),
    });
  }
  expect(clicks).toBe(asking.asked.size);
  expect(now.conflicts.every(({ settled }) => settled)).toBe(true);
}

/** All from one head, all from the other, and each question alone the other way. */
function answers({ conflicts }: Merge): ReadonlyMap<string, Side>[] {
  const all = (side: Side) => new Map(conflicts.map(({ id }) => [id, side] as const));
  const single = conflicts
    .slice(0, 4)
    .flatMap(({ id }) => [
      new Map(all('ours')).set(id, 'theirs'),
      new Map(all('theirs')).set(id, 'ours'),
    ]);
  const mixed = new Map(conflicts.map(({ id }, index) => [id, sides[index % 2]!] as const));
  return [all('ours'), all('theirs'), mixed, ...single];
}

type ThreeFacts = Readonly<Record<'was' | Side, Facts>>;

/** What was asked is as chosen; what was not is as in the head that changed it. */
function isFromHeads({ was, ours, theirs }: ThreeFacts, { plan, conflicts }: Merge): void {
  const heads = { ours, theirs };
  const merged = factsOf(plan);
  const asked = new Map(
    conflicts.flatMap(({ paths, chosen }) => paths.map((path) => [path, chosen] as const)),
  );
  for (const path of new Set([...was.keys(), ...ours.keys(), ...theirs.keys()])) {
    // Joints that no wall needs any more go by themselves.
    if (path.includes('/joints/') && !merged.has(path)) continue;
    const isOurs = same(was.get(path), theirs.get(path)) || same(ours.get(path), theirs.get(path));
    const isTheirs = same(was.get(path), ours.get(path));
    const side = asked.get(path) ?? (isOurs ? 'ours' : isTheirs ? 'theirs' : null);
    expect(side, path).not.toBeNull();
    expect(merged.get(path), path).toEqual(heads[side!].get(path));
  }
}

/**
 * A wall that is kept against the head that took it away keeps the openings that went with it; of
 * plans without a common past nobody knows what went.
 */
function doorsOfWallsStay(three: ThreeFacts, { plan, conflicts }: Merge): number {
  const merged = factsOf(plan);
  let checked = 0;
  for (const { paths, chosen } of conflicts) {
    const [kept, other] = [three[chosen], three[opposite(chosen)]];
    const gone = paths.filter(
      (path) =>
        placeOf(path).table === 'walls' &&
        three.was.has(path) &&
        kept.has(path) &&
        (!other.has(path) || phaseOf(other.get(path)) !== phaseOf(three.was.get(path))),
    );
    for (const [path, fact] of kept) {
      const { table, storey } = placeOf(path);
      if (table !== 'openings') continue;
      const host = elementPath(storey, 'walls', (fact as Opening).wall);
      if (!gone.includes(host)) continue;
      const phase = phaseOf(other.get(path));
      const isOtherPhase = phase !== phaseOf(three.was.get(path));
      const followed = !other.has(path) || (isOtherPhase && phase === phaseOf(other.get(host)));
      if (!followed) continue;
      expect(merged.get(path), path).toEqual(fact);
      if (!same(other.get(path), fact)) checked += 1;
    }
  }
  return checked;
}

const phaseOf = (fact: unknown): unknown => (fact as { phase?: unknown } | undefined)?.phase;
