import { expect, test } from 'vitest';
import type { Plan, Wall } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { one, room, thing } from './small-plans.ts';

const found = (plan: Plan, profile: Profile = nationalProfile) =>
  check(plan, profile)
    .filter(({ rule }) => rule === 'drawing/cooker-at-shower')
    .map(({ severity, measured, required, text }) => ({
      severity,
      measured: measured?.value,
      required: required?.value,
      zh: text.zh,
    }));

/**
 * A shower in the lower left corner, a cooker 300 mm to its right, in a room of 3.0 x 2.0 m:
 *
 *   +-------------------+
 *   |                   |
 *   |shower  | cooker   |    | is a screen, where there is one
 *   +-------------------+
 */
function beside(screen?: Pick<Wall, 'kind' | 'phase'>): Plan {
  const plan = room({ use: 'kitchen-bath', holders: one }, [3000, 2000], {
    fixtures: {
      fixture_1: thing('shower', 460, 60, { width: 800, depth: 800 }),
      fixture_2: thing('cooker', 1310, 60, { width: 300, depth: 500 }),
    },
  });
  if (!screen) return plan;
  const [id, storey] = Object.entries(plan.storeys)[0]!;
  const more = {
    ...storey,
    joints: { ...storey.joints, joint_s: { x: 1000, y: 0 }, joint_t: { x: 1000, y: 1000 } },
    walls: {
      ...storey.walls,
      wall_s: {
        a: 'joint_s',
        b: 'joint_t',
        thickness: screen.kind === 'boundary' ? 0 : 60,
        ...screen,
      },
    },
  };
  return { ...plan, storeys: { [id]: more } } as unknown as Plan;
}

test('a cooker beside the shower of one room is a warning with the distance, by our own number', () => {
  expect(found(beside())).toEqual([
    {
      severity: 'warning',
      measured: 300,
      required: 600,
      zh: '1室的煤卫合一间的灶具离淋浴湿地面只有 300 mm，淋浴的水会溅到灶上；宜离开 600 mm，或在中间加隔墙。',
    },
  ]);
  const numbers = { apart: 300 };
  const rules = { 'drawing/cooker-at-shower': { numbers } };
  expect(found(beside(), { ...nationalProfile, rules })).toEqual([]);
});

test('a wall between them keeps the water off, a boundary or a demolished wall does not', () => {
  expect(found(beside({ kind: 'partition', phase: 'new' }))).toEqual([]);
  expect(found(beside({ kind: 'partition', phase: 'demolished' }))).toHaveLength(1);
  expect(found(beside({ kind: 'boundary', phase: 'new' }))).toHaveLength(1);
});
