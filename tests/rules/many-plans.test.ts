import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { householdStates, planRooms } from '../../shared/derive/households.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { comparePlans } from '../../shared/records/compare.ts';
import { check } from '../../shared/rules/check.ts';
import { Random } from '../generate/random.ts';

/**
 * Several plans of one building are looked at in turn, as in a comparison: what was derived of one is
 * let go for another, and none of them is told wrongly for that.
 */

const schemes: readonly Plan[] = parseDocument(
  readFileSync(resolve(import.meta.dirname, '../../assets/samples/brothers.json'), 'utf8'),
).document!.schemes.map(({ plan }) => plan);

it('what is said of a plan does not depend on what else was looked at', () => {
  const random = new Random(1);
  const plans = Array.from({ length: 6 }, (_, index) => structuredClone(schemes[index % 2]!));
  const said: { plan: number; findings: ReturnType<typeof check> }[] = [];
  const looks: readonly ((plan: Plan, at: number) => void)[] = [
    (plan) => void planRooms(plan, 'after'),
    (plan) => void householdStates(plan, 'after'),
    (plan) => void householdStates(plan, 'before'),
    (plan, at) => void comparePlans(plan, plans[(at + 1) % plans.length]!),
    (plan, at) => void said.push({ plan: at, findings: check(plan) }),
  ];
  for (let step = 0; step < 400; step++) {
    const at = random.between(0, plans.length - 1);
    random.pick(looks)(plans[at]!, at);
  }
  const alone = schemes.map((plan) => check(structuredClone(plan)));
  expect(said.length).toBeGreaterThan(20);
  for (const { plan, findings } of said) expect(findings).toEqual(alone[plan % 2]);
});
