import { describe, expect, it } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { factsOf, planOf } from '../../shared/records/facts.ts';
import { type Merge, mergePlans, type Side } from '../../shared/records/merge.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { base, head } from './random-edits.ts';

const patience = { timeout: 600_000 };
const questions = ({ conflicts }: Merge): string => conflicts.flatMap(({ paths }) => paths).join();
const facts = (plan: Plan): Record<string, unknown> => Object.fromEntries(factsOf(plan));
const none: ReadonlyMap<string, Side> = new Map();

describe('the facts of a plan', () => {
  it('make up the plan again', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const plan = head(new Random(seed), 'a');
      expect(planOf(factsOf(plan))).toEqual(plan);
    }
  });
});

describe('merging two heads', () => {
  it('of one plan gives that plan', () => {
    const plan = head(new Random(3), 'a');
    expect(mergePlans(base, plan, plan)).toEqual({ plan, conflicts: [] });
    expect(mergePlans(plan, plan, plan)).toEqual({ plan, conflicts: [] });
  });

  it('of which one changed nothing gives the other without a question', patience, () => {
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const plan = head(new Random(seed), 'a');
      for (const merge of [mergePlans(base, base, plan), mergePlans(base, plan, base)]) {
        expect(merge.conflicts, `seed ${seed}`).toEqual([]);
        expect(facts(merge.plan), `seed ${seed}`).toEqual(facts(plan));
      }
    }
  });

  it('gives a sound plan, the same whichever comes first', patience, () => {
    let asked = 0;
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const random = new Random(seed);
      const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
      const merge = mergePlans(base, ours, theirs);
      expect(integrityProblems(merge.plan), `seed ${seed}`).toEqual([]);
      const turned = mergePlans(base, theirs, ours);
      expect(integrityProblems(turned.plan), `seed ${seed}`).toEqual([]);
      if (merge.conflicts.length > 0) asked += 1;
      const isOpen = merge.conflicts.length > 0 || turned.conflicts.length > 0;
      if (!isOpen) expect(facts(turned.plan), `seed ${seed}`).toEqual(facts(merge.plan));

      // Whatever is chosen, the plan is sound; of the same questions, the same answers give the same
      // plan whichever head comes first.
      const choices = new Map<string, Side>();
      for (const { id } of merge.conflicts) choices.set(id, random.pick(['ours', 'theirs']));
      const chosen = mergePlans(base, ours, theirs, choices);
      expect(integrityProblems(chosen.plan), `seed ${seed}`).toEqual([]);
      const opposite = new Map<string, Side>();
      for (const { id, chosen: side } of chosen.conflicts) {
        opposite.set(id, side === 'ours' ? 'theirs' : 'ours');
      }
      const other = mergePlans(base, theirs, ours, opposite);
      if (questions(other) === questions(chosen)) {
        expect(facts(other.plan), `seed ${seed}`).toEqual(facts(chosen.plan));
      }
    }
    // The law is about merges that ask, and about those that do not.
    expect(asked).toBeGreaterThan(20);
    expect(asked).toBeLessThan(cases(200, 2000) - 20);
  });

  it('keeps what only one of them touched', patience, () => {
    for (let seed = 1; seed <= cases(200, 2000); seed++) {
      const random = new Random(seed);
      const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
      const { plan, conflicts } = mergePlans(base, ours, theirs, none);
      const open = new Set(conflicts.flatMap(({ paths }) => paths));
      const [was, one, other, merged] = [base, ours, theirs, plan].map(factsOf) as [
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
        ReturnType<typeof factsOf>,
      ];
      for (const path of new Set([...one.keys(), ...other.keys()])) {
        if (open.has(path) || path.includes('/joints/')) continue;
        const [before, left, right] = [was, one, other].map((from) => from.get(path));
        if (JSON.stringify(before) === JSON.stringify(left)) {
          expect(merged.get(path), `seed ${seed}, ${path}`).toEqual(right);
        } else if (JSON.stringify(before) === JSON.stringify(right)) {
          expect(merged.get(path), `seed ${seed}, ${path}`).toEqual(left);
        }
      }
    }
  });
});
