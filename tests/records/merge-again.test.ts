import { describe, expect, test } from 'vitest';
import type { Plan, WallId } from '../../shared/plan/model.ts';
import { factsOf, same } from '../../shared/records/facts.ts';
import type { PastVersion } from '../../shared/records/fork.ts';
import { mergePlans, mergeQuestions, type Side } from '../../shared/records/merge.ts';
import { type MergeBase, mergeBaseOf, versionsIn } from '../../shared/records/merge-base.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { facts, obeysLaws, tried } from './merge-laws.ts';
import { base, drawnOn, storeyOf, withStorey } from './random-edits.ts';

/**
 * Two offices merge the same two versions, each for itself, and then what they made of them:
 *
 *   o -- x -- m --
 *    \     \/
 *    /\    /\
 *        y -- n --
 */

const alone = (version: string): PastVersion => ({ version, past: [] });
/** After one round, and after two. */
const once: PastVersion[] = [alone('x'), { version: 'y', past: [alone('o')] }];
const twice: PastVersion[] = [alone('m'), { version: 'n', past: once }];

const [wall] = Object.keys(storeyOf(base).walls) as [WallId];
const thick = (plan: Plan, thickness: number): Plan => {
  const { walls } = storeyOf(plan);
  return withStorey(plan, { walls: { ...walls, [wall]: { ...walls[wall]!, thickness } } });
};
const thicknessIn = (plan: Plan): number => storeyOf(plan).walls[wall]!.thickness;
const withHousehold = (plan: Plan, id: string): Plan => ({
  ...plan,
  households: { ...plan.households, [id]: { door: '108' } },
});

const baseOf = (past: readonly PastVersion[], plans: Readonly<Record<string, Plan>>): MergeBase =>
  mergeBaseOf(past, new Map(Object.entries(plans)))!;
const questionsOf = ({ plan, contested }: MergeBase, ours: Plan, theirs: Plan) =>
  mergeQuestions(plan, ours, theirs, contested);

test('one past is itself; none is none', () => {
  expect(baseOf([alone('o')], { o: base })).toEqual({ plan: base, contested: new Set() });
  expect(mergeBaseOf([], new Map())).toBeNull();
  expect(versionsIn(twice).toSorted()).toEqual(['m', 'n', 'o', 'x', 'y']);
  expect(() => mergeBaseOf([alone('o')], new Map())).toThrow(/not given/);
});

describe('what two offices decided differently as they merged', () => {
  const x = withHousehold(thick(base, 90), 'household_north');
  const y = withHousehold(thick(base, 200), 'household_south');
  const asking = mergeQuestions(base, x, y);
  const all = (side: Side) => new Map([...asking.asked.keys()].map((id) => [id, side] as const));
  const [m, n] = [asking.merged(all('ours')).plan, asking.merged(all('theirs')).plan];
  const past = baseOf(once, { o: base, x, y });

  test('is asked again, whichever of them comes first', () => {
    expect([thicknessIn(m), thicknessIn(n)]).toEqual([90, 200]);
    for (const [ours, theirs] of [
      [m, n],
      [n, m],
    ] as const) {
      const again = questionsOf(past, ours, theirs);
      const asked = [...again.asked.values()].flat();
      expect(asked.some((path) => path.endsWith(`walls/${wall}`))).toBe(true);
      expect(asked).toContain('households/household_north');
      expect(asked).toContain('households/household_south');
      for (const side of ['ours', 'theirs'] as const) {
        const choices = new Map([...again.asked.keys()].map((id) => [id, side] as const));
        expect(facts(again.merged(choices).plan)).toEqual(facts(side === 'ours' ? ours : theirs));
      }
    }
    // By either of the two alone one decision of each would have been passed over.
    for (const alone of [x, y]) expect(mergePlans(alone, m, n).conflicts).toEqual([]);
  });

  test('is asked no more where both came to the same', () => {
    expect(questionsOf(past, m, m).asked.size).toBe(0);
  });

  test('leaves alone what nobody decided differently', () => {
    const higher = withStorey(m, { height: storeyOf(m).height + 100 });
    const again = questionsOf(past, higher, n);
    expect([...again.asked.values()].flat()).not.toContain(
      `storeys/${Object.keys(base.storeys)[0]}`,
    );
    const { plan } = again.merged(new Map());
    expect(storeyOf(plan).height).toBe(storeyOf(higher).height);
  });
});

/** What one office makes of two versions: its answers, and what it draws then. */
function office(from: MergeBase, one: Plan, other: Plan, random: Random, name: string) {
  const asking = questionsOf(from, one, other);
  const choices = new Map(
    [...asking.asked.keys()].map((id) => [id, random.pick(['ours', 'theirs'] as const)]),
  );
  const merged = asking.merged(choices).plan;
  const plan = random.between(0, 2) === 0 ? drawnOn(merged, random, name) : merged;
  return { plan, merged, decided: new Set([...asking.asked.values()].flat()) };
}
type Office = ReturnType<typeof office>;

/** What is not taken over from an office, and was not asked, that office neither chose nor drew. */
function nothingIsLost(from: MergeBase, one: Office, other: Office): number {
  const asking = questionsOf(from, one.plan, other.plan);
  const result = factsOf(asking.merged(new Map()).plan);
  const asked = new Set([...asking.asked.values()].flat());
  let passed = 0;
  for (const { plan, merged, decided } of [one, other]) {
    const [mine, before] = [factsOf(plan), factsOf(merged)];
    for (const path of new Set([...mine.keys(), ...result.keys(), ...before.keys()])) {
      if (asked.has(path) || same(mine.get(path), result.get(path))) continue;
      // Joints that no wall needs any more go by themselves.
      if (path.includes('/joints/') && !result.has(path)) continue;
      expect(decided.has(path), path).toBe(false);
      expect(before.get(path), path).toEqual(mine.get(path));
      passed += 1;
    }
  }
  return passed;
}

test('law: no decision of either office is lost without a question, however often they merge', {
  timeout: 1_800_000,
}, () => {
  const count = tried();
  let [passed, contested] = [0, 0];
  for (let seed = 1; seed <= cases(20, 1000); seed++) {
    const random = new Random(seed);
    const o = base;
    const [x, y] = [drawnOn(o, random, 'x'), drawnOn(o, random, 'y')];
    const first = baseOf([alone('o')], { o });
    const [m, n] = [office(first, x, y, random, 'm'), office(first, x, y, random, 'n')];
    const second = baseOf(once, { o, x, y });
    obeysLaws(second.plan, m.plan, n.plan, count, second.contested);
    passed += nothingIsLost(second, m, n);
    const [p, q] = [
      office(second, m.plan, n.plan, random, 'p'),
      office(second, m.plan, n.plan, random, 'q'),
    ];
    const third = baseOf(twice, { o, x, y, m: m.plan, n: n.plan });
    obeysLaws(third.plan, p.plan, q.plan, count, third.contested);
    passed += nothingIsLost(third, p, q);
    contested += second.contested.size + third.contested.size > 0 ? 1 : 0;
  }
  expect(count.pairs).toBeGreaterThan(cases(5, 200));
  expect(passed).toBeGreaterThan(cases(10, 400));
  expect(contested).toBeGreaterThan(cases(5, 200));
});
