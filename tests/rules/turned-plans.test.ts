import { describe, expect, it } from 'vitest';
import type { Plan, Point, Storey } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { brothers } from '../samples/brothers.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';

/** A building that stands askew has the same findings: whole millimetres make no new ones. */

const changed = <V>(table: Readonly<Record<string, V>>, change: (value: V) => V) =>
  Object.fromEntries(Object.entries(table).map(([id, value]) => [id, change(value)]));

/** Boxed risers stay parallel to the axes, and would stand in the way of what was turned. */
function turned(plan: Plan, degrees: number): Plan {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turn = <P extends Point>(p: P): P => ({
    ...p,
    x: Math.round(p.x * cos - p.y * sin),
    y: Math.round(p.x * sin + p.y * cos),
  });
  return {
    ...plan,
    storeys: changed(plan.storeys, (storey: Storey) => ({
      ...storey,
      joints: changed(storey.joints, turn),
      rooms: changed(storey.rooms, (tag) => ({ ...tag, at: turn(tag.at) })),
      fixtures: changed(storey.fixtures, (fixture) => ({
        ...fixture,
        at: turn(fixture.at),
        rotation: (fixture.rotation + degrees) % 360,
      })),
      risers: {},
    })),
  } as Plan;
}

describe.each([
  ['the brothers', schemePlan(brothers(), 1)],
  ['nineteen', schemePlan(nineteen(), 0)],
  ['out of line', schemePlan(outOfLine(), 0)],
])('%s', (_, plan) => {
  const ids = (degrees: number) => check(turned(plan, degrees)).map(({ id }) => id);
  const straight = ids(0);
  it.each([12, 23, 30, 58, 89])('turned by %i degrees', (degrees) => {
    expect(ids(degrees)).toEqual(straight);
  });
});
