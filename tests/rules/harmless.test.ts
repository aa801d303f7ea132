import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Plan, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { microProfile } from '../../shared/rules/profile.ts';
import { cases } from '../cases.ts';
import { faultKinds, someWidths } from '../generate/faults.ts';
import { drawFlats, planOfFlats } from '../generate/flats.ts';
import { Random } from '../generate/random.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';

/** Checking changes nothing, and the order in which elements come changes no answer. */

const reversed = (table: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(table).reverse());

const tables = ['joints', 'walls', 'openings', 'rooms', 'fixtures', 'risers'] as const;
const shuffled = (plan: Plan): Plan =>
  ({
    ...plan,
    households: reversed(plan.households),
    storeys: reversed(
      Object.fromEntries(
        Object.entries(plan.storeys).map(([id, storey]) => [
          id,
          {
            ...(storey as Storey),
            ...Object.fromEntries(
              tables.map((table) => [table, reversed((storey as Storey)[table])]),
            ),
          },
        ]),
      ),
    ),
  }) as unknown as Plan;

/** Three storeys with a fault in every flat. */
function faulty(seed: number): Plan {
  const random = new Random(seed);
  return planOfFlats(
    [1, 2, 3].map((level) => {
      const kinds = Array.from({ length: 3 }, () => random.pick(faultKinds));
      const storey = drawFlats(
        level,
        kinds.map(({ widths }) => ({ ...someWidths(random), ...widths })),
      );
      for (const [index, { plant }] of kinds.entries()) {
        plant?.(storey.drawn, storey.flats[index]!, random);
      }
      return storey;
    }),
  );
}

it.each([
  ['whole buildings', fc.nat(1e6).map(faulty), cases(20, 200)],
  ['any sound plan', arbitraryPlan, cases(100, 2000)],
] as const)('%s', (_name, arbitrary, numRuns) => {
  fc.assert(
    fc.property(arbitrary as fc.Arbitrary<Plan>, (plan) => {
      const copy = structuredClone(plan);
      const findings = check(plan);
      expect(plan).toEqual(copy);
      expect(check(shuffled(copy))).toEqual(findings);
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
      expect(findings.filter(({ rule }) => rule === 'drawing/rule-failed')).toEqual([]);
      expect(check(copy, microProfile).length).toBe(findings.length);
    }),
    { numRuns, seed: 20261124 },
  );
});
