import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform, startHistory } from '../../shared/edit/history.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { factsOf, planOf } from '../../shared/records/facts.ts';
import { cases } from '../cases.ts';
import { commandFor, type Dice, dice } from '../edit/arbitrary-command.ts';
import { Random } from '../generate/random.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { obeysLaws, tried } from './merge-laws.ts';
import { base, head } from './random-edits.ts';

const patience = { timeout: 1_800_000 };

test('the facts of a plan make up the plan again', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const plan = head(new Random(seed), 'a');
    expect(planOf(factsOf(plan))).toEqual(plan);
  }
});

test('merging obeys its laws, whatever was changed in the facts of a storey', patience, () => {
  const count = tried();
  for (let seed = 1; seed <= cases(50, 1000); seed++) {
    const random = new Random(seed);
    obeysLaws(base, head(random, 'a'), head(random, 'b'), count);
  }
  expect(count.pairs).toBeGreaterThan(cases(10, 200));
});

/** What each of two people does next, more often than not to the same elements. */
const steps = (most: number) =>
  fc.array(
    fc
      .tuple(dice, dice, fc.nat(3))
      .map(([one, other, apart]) => [one, apart === 0 ? other : { ...other, picks: one.picks }]),
    { minLength: 4, maxLength: most },
  );

/** What somebody makes of a plan. */
function edited(start: Plan, sequence: readonly (Dice | undefined)[], name: string): Plan {
  const newId = countingIds(name);
  return sequence.reduce(
    (history, roll) =>
      roll ? perform(history, commandFor(history.plan, roll, newId)).history : history,
    startHistory(start),
  ).plan;
}

const headsOf = (start: Plan, both: readonly (readonly Dice[])[]): [Plan, Plan] => [
  edited(
    start,
    both.map(([one]) => one),
    'a',
  ),
  edited(
    start,
    both.map(([, other]) => other),
    'b',
  ),
];

test('merging obeys its laws, whatever two people do with every edit there is', patience, () => {
  const count = tried();
  const past = fc.array(dice, { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(arbitraryPlan, past, steps(10), (start, before, both) => {
      const common = edited(start, before, 'n');
      obeysLaws(common, ...headsOf(common, both), count);
    }),
    { seed: 7, numRuns: cases(150, 3000) },
  );
  expect(count.pairs).toBeGreaterThan(cases(30, 600));
  expect(count.takenAlong).toBeGreaterThan(10);
});

test('merging obeys its laws on a furnished building', patience, () => {
  const count = tried();
  const start = schemePlan(nineteen(), 0);
  fc.assert(
    fc.property(steps(8), (both) => {
      obeysLaws(start, ...headsOf(start, both), count);
    }),
    { seed: 7, numRuns: cases(30, 400) },
  );
  expect(count.pairs).toBeGreaterThan(cases(4, 60));
});

test('merging obeys its laws of plans that have no past in common', patience, () => {
  const count = tried();
  const nothing: Plan = { tenancies: {}, households: {}, storeys: {} };
  fc.assert(
    fc.property(arbitraryPlan, steps(8), (start, both) => {
      obeysLaws(nothing, ...headsOf(start, both), count);
    }),
    { seed: 7, numRuns: cases(50, 1000) },
  );
  expect(count.pairs).toBeGreaterThan(cases(20, 400));
});
