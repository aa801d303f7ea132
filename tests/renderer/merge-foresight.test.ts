import { expect, test } from 'vitest';
import { type Foreseen, foresight } from '../../renderer/editor/merge-foresight.ts';
import { type Plan, storeysByLevel, type WallId } from '../../shared/plan/model.ts';
import { findingChanges } from '../../shared/records/compare.ts';
import { mergePlans, type Side } from '../../shared/records/merge.ts';
import { type SurveyTaken, surveyChanges, withSurvey } from '../../shared/records/survey.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile as profile } from '../../shared/rules/profile.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

const base = schemePlan(nineteen(), 0);
const [storey] = storeysByLevel(base)[0]!;
const walls = ['wall_bay-3-kitchen-bath-2', 'wall_bay-4-kitchen-bath-2'] as WallId[];

function withWalls(change: (table: Record<string, { thickness: number }>) => void): Plan {
  const plan = structuredClone(base) as Plan;
  change(plan.storeys[storey]!.walls as never);
  return plan;
}
/** One wall gone with its door, the other thinner; against both thicker. */
const ours = withWalls((table) => {
  delete table[walls[0]!];
  table[walls[1]!]!.thickness = 60;
});
const openings = ours.storeys[storey]!.openings as Record<string, { wall: string }>;
for (const [id, { wall }] of Object.entries(openings)) if (wall === walls[0]) delete openings[id];
const theirs = withWalls((table) => {
  for (const wall of walls) table[wall]!.thickness = 200;
});

const conflictsIn = (told: readonly Foreseen[]) =>
  told.flatMap((one) => (one.kind === 'conflict' ? [one] : []));

test('every choice of every conflict is foreseen, however many there are, open ones first', () => {
  const foresee = foresight({ base, ours, theirs, profile });
  const { conflicts } = mergePlans(base, ours, theirs);
  const [first, second] = conflicts.map(({ id }) => id);
  expect(conflicts).toHaveLength(2);
  expect(conflictsIn([...foresee(new Map())]).map(({ id }) => id)).toEqual([first, second]);
  for (const chosen of ['ours', 'theirs'] as const) {
    const choices = new Map<string, Side>([[first!, chosen]]);
    const told = [...foresee(choices)];
    expect(told[0]?.kind).toBe('merged');
    expect(conflictsIn(told).map(({ id }) => id)).toEqual([second, first]);
    for (const { id, brought } of conflictsIn(told)) {
      const found = (side: Side) =>
        check(mergePlans(base, ours, theirs, new Map(choices).set(id, side)).plan, profile);
      const [one, other] = [found('ours'), found('theirs')];
      expect(brought.ours).toEqual(findingChanges(other, one).gained);
      expect(brought.theirs).toEqual(findingChanges(one, other).gained);
    }
  }
  // A wall that goes costs a household its kitchen, which is said before anybody chooses it.
  const lost = conflictsIn([...foresee(new Map())]).flatMap(({ brought }) => brought.ours);
  expect(lost.some(({ severity }) => severity === 'breach')).toBe(true);
});

test('of a correction of the survey, what it brings to the scheme and what each choice does', () => {
  const [wall] = Object.entries(base.storeys[storey]!.walls).find(
    ([, { phase, kind }]) => phase === 'existing' && kind === 'bearing',
  )! as [WallId, unknown];
  const thick = (thickness: number): Plan =>
    withWalls((table) => {
      table[wall]!.thickness = thickness;
    });
  const changes = surveyChanges(base, thick(900));
  const plan = thick(400);
  const told = [...foresight({ plan, changes, profile })(new Map())];
  const { conflicts } = withSurvey(plan, changes) as SurveyTaken;
  expect(conflictsIn(told).map(({ id }) => id)).toEqual(conflicts.map(({ id }) => id));
  const choices = new Map<string, Side>([[conflicts[0]!.id, 'theirs']]);
  const taken = (withSurvey(plan, changes, choices) as SurveyTaken).plan;
  const { gained } = findingChanges(check(plan, profile), check(taken, profile));
  expect(gained.length).toBeGreaterThan(0);
  expect(conflictsIn(told)[0]?.brought.theirs).toEqual(gained);
  // Nothing is chosen, and the scheme stands in: it brings nothing to itself.
  expect(told[0]).toEqual({ kind: 'merged', gained: [] });
  expect([...foresight({ plan, changes, profile })(choices)][0]).toEqual({
    kind: 'merged',
    gained,
  });
});
