import { describe, expect, it } from 'vitest';
import type { Fixture, FixtureKind, Plan, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';

const one = ['household_1'];
const storey = storeyFromDrawing(
  `
  +--+--+
  |W |V |
  +--+--+`,
  {
    step: 1000,
    tags: { W: { use: 'bathroom', holders: one }, V: { use: 'bathroom', holders: one } },
  },
);

/** Fixtures in W, and a second list in V. */
function plan(inW: readonly FixtureKind[], inV: readonly FixtureKind[] = []): Plan {
  const fixture = (kind: FixtureKind, x: number): Fixture => ({
    kind,
    at: { x, y: 500 },
    rotation: 0,
    width: 300,
    depth: 300,
    phase: 'existing',
  });
  const fixtures = Object.fromEntries([
    ...inW.map((kind, index) => [`fixture_w${index}`, fixture(kind, 300 + index * 500)]),
    ...inV.map((kind, index) => [`fixture_v${index}`, fixture(kind, 3300 + index * 500)]),
  ]);
  return planOf({ ...storey, fixtures } as Storey, ['1']);
}
const b5 = (of: Plan) => check(of).filter(({ rule }) => rule === 'B5');

describe('B5: WC, basin and shower', () => {
  it('has nothing to say where all three are there, in one room or in two', () => {
    expect(b5(plan(['wc', 'basin', 'shower']))).toEqual([]);
    expect(b5(plan(['wc', 'basin', 'bath']))).toEqual([]);
    expect(b5(plan(['wc'], ['basin', 'shower']))).toEqual([]);
  });

  it('warns with what is missing', () => {
    const [finding] = b5(plan(['wc']));
    expect(finding).toMatchObject({ severity: 'warning', measured: { value: 1 } });
    expect(finding!.text.zh).toContain('1室的卫生间没有洗面器、淋浴');
    expect(finding!.text.en).toContain('Household 1 has no basin and no shower in its bathroom');
  });

  it('leaves a household without a bathroom of its own to F1', () => {
    expect(b5(plan(['basin']))).toEqual([]);
  });
});
