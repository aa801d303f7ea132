import { describe, expect, it } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { generateStorey, wallCount } from './storey.ts';

describe('generated storeys', () => {
  it('are sound plans, turned and shaken too', () => {
    for (const options of [{}, { degrees: 7.3 }, { degrees: 7.3, off: 2, overlaid: 0.3 }]) {
      const { plan } = generateStorey({ stairs: 2, ...options });
      expect(planSchema.safeParse(plan).error).toBeUndefined();
      expect(integrityProblems(plan)).toEqual([]);
    }
  });

  it('are the same for the same seed and differ for another', () => {
    const { plan } = generateStorey({ seed: 7 });
    expect(generateStorey({ seed: 7 }).plan).toEqual(plan);
    expect(generateStorey({ seed: 8 }).plan).not.toEqual(plan);
  });

  it.each([
    [1, 85],
    [5, 440],
    [22, 2000],
    [109, 10_000],
  ])('of %i stairs have about %i walls', (stairs, about) => {
    const count = wallCount(generateStorey({ stairs }).storey);
    expect(Math.abs(count / about - 1)).toBeLessThan(0.06);
  });

  it('house 19 households a stair, each with a way home and kitchens and WCs that it shares', () => {
    const { plan } = generateStorey({ stairs: 2, seed: 5 });
    const states = [...householdStates(plan, 'after').values()];
    expect(states).toHaveLength(38);
    for (const { reach, kitchen, bathroom } of states) {
      expect(reach).toBe(true);
      expect([kitchen.state, bathroom.state]).toEqual(['shared', 'shared']);
    }
  });
});
