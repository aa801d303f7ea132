import { expect, it } from 'vitest';
import type { HouseholdId, JointId, Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { cases } from '../cases.ts';
import { faultKinds, someWidths } from '../generate/faults.ts';
import { drawFlats, planOfFlats } from '../generate/flats.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';

/** What is said after one edit after another is what is said of the same plan looked at for the first time. */

function withFaults(random: Random): Plan {
  return planOfFlats(
    [1, 2].map((level) => {
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

/** What people are called, or what a storey is: nothing moves, and much is said otherwise. */
function renamed(plan: Plan, random: Random): Plan {
  const id = random.pick(Object.keys(plan.storeys) as StoreyId[]);
  const household = random.pick(Object.keys(plan.households) as HouseholdId[]);
  if (!household || random.chance(0.3)) {
    const storey = { ...plan.storeys[id]!, name: `${random.between(1, 99)}`, height: 2600 };
    return { ...plan, storeys: { ...plan.storeys, [id]: storey } };
  }
  const was = plan.households[household]!;
  const now = { ...was, door: `${was.door}${random.between(1, 9)}` };
  return { ...plan, households: { ...plan.households, [household]: now } };
}

const phases = ['existing', 'existing', 'demolished', 'new'] as const;
const uses = ['bedroom', 'kitchen', 'bathroom', 'hall', 'corridor'] as const;

/** One of the tables of a storey with one element changed, or gone. */
function edited(plan: Plan, random: Random): Plan {
  if (random.chance(0.1)) return renamed(plan, random);
  const id = random.pick(Object.keys(plan.storeys) as StoreyId[]);
  const storey = plan.storeys[id]!;
  const table = random.pick([
    'joints',
    'joints',
    'joints',
    'walls',
    'openings',
    'rooms',
    'fixtures',
    'risers',
  ] as const);
  const ids = Object.keys(storey[table]);
  if (ids.length === 0) return plan;
  const element = random.pick(ids);
  const facts = storey[table] as Record<string, object>;
  const by = (): number => random.between(-60, 60);
  const now = { ...facts };
  if (table === 'joints') {
    const { x, y } = storey.joints[element as JointId]!;
    now[element] = { x: x + by(), y: y + by() };
  } else if (table === 'walls') {
    const thickness = random.pick([100, 120, 240]);
    now[element] = { ...facts[element], thickness, phase: random.pick(phases) };
  } else if (table === 'rooms') {
    now[element] = { ...facts[element], use: random.pick(uses) };
  } else if (random.chance(0.2)) delete now[element];
  else if (table === 'openings') {
    const { width } = facts[element] as { width: number };
    now[element] = { ...facts[element], width: Math.max(400, width + by()) };
  } else {
    const { at } = facts[element] as { at: { x: number; y: number } };
    now[element] = { ...facts[element], at: { x: at.x + by(), y: at.y + by() } };
  }
  return { ...plan, storeys: { ...plan.storeys, [id]: { ...storey, [table]: now } } };
}

it.each([
  ['flats with faults', withFaults],
  [
    'a generated storey',
    (random: Random) => generateStorey({ seed: random.between(1, 9999), stairs: 1 }).plan,
  ],
])('%s', { timeout: 120_000 }, (_name, draw) => {
  const random = new Random(20261127);
  for (let round = 0; round < cases(4, 40); round++) {
    let plan = draw(random);
    check(plan);
    // All edits first: what looks at a plan anew would make the next edit one anew as well.
    const said = Array.from({ length: cases(12, 40) }, () => {
      plan = edited(plan, random);
      return { plan, findings: check(plan) };
    });
    for (const one of said) expect(one.findings).toEqual(check(structuredClone(one.plan)));
  }
});
