import { expect, test } from 'vitest';
import { comparedStoreys, firstChanged } from '../../renderer/screens/changed-storeys.ts';
import type { Plan, StoreyId, WallId } from '../../shared/plan/model.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import { generateStorey } from '../generate/storey.ts';

/** Ids that are not in the order of the levels. */
const upper = generateStorey({ seed: 3, level: 2, id: 'storey_a' }).plan;
const lower = generateStorey({ seed: 4, level: 1, id: 'storey_b' }).plan;
const plan: Plan = {
  ...upper,
  households: { ...upper.households, ...lower.households },
  storeys: { ...upper.storeys, ...lower.storeys },
};
const [high, low] = ['storey_a', 'storey_b'] as StoreyId[] as [StoreyId, StoreyId];

function thicker(from: Plan, at: StoreyId): Plan {
  const storey = from.storeys[at]!;
  const wall = Object.keys(storey.walls)[0] as WallId;
  const walls = { ...storey.walls, [wall]: { ...storey.walls[wall]!, thickness: 123 } };
  return { ...from, storeys: { ...from.storeys, [at]: { ...storey, walls } } };
}

const seen = (before: Plan, after: Plan) =>
  comparedStoreys(before, after, elementChanges(before, after));

test('begins where something is different, and says of each storey how much', () => {
  const after = thicker(plan, high);
  expect(seen(plan, after).map(({ id, changes }) => [id, changes])).toEqual([
    [low, 0],
    [high, 1],
  ]);
  expect(firstChanged(seen(plan, after))).toBe(high);
  expect(firstChanged(seen(plan, thicker(after, low)))).toBe(low);
});

test('begins at the lowest storey where nothing is, and nowhere without storeys', () => {
  expect(firstChanged(seen(plan, plan))).toBe(low);
  expect(firstChanged([])).toBeNull();
});

test('a storey that one plan alone has is there, and different', () => {
  const storeys = seen(lower, plan);
  expect(storeys.map(({ id }) => id)).toEqual([low, high]);
  expect(firstChanged(storeys)).toBe(high);
});
