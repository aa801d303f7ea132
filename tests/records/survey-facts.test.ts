import { describe, expect, test } from 'vitest';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import { idsOf, type Plan, type Storey } from '../../shared/plan/model.ts';
import { surveyChanges } from '../../shared/records/survey.ts';
import { surveyAlone } from '../../shared/records/survey-facts.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { brothers } from '../samples/brothers.ts';
import { nineteen } from '../samples/nineteen.ts';
import { outOfLine } from '../samples/out-of-line.ts';
import { schemePlan } from '../samples/sample-plan.ts';
import { base, head, storeyOf, withStorey } from './random-edits.ts';

const phased = ['walls', 'openings', 'rooms', 'fixtures', 'risers'] as const;
const phasesOf = (plan: Plan): Set<string> =>
  new Set(
    Object.values(plan.storeys).flatMap((storey) =>
      phased.flatMap((table) => Object.values(storey[table]).map(({ phase }) => phase)),
    ),
  );
/** Ids of what stood before the works, wherever that hangs on something of its kind. */
const surveyed = (storey: Storey): string[] =>
  phased.flatMap((table) =>
    idsOf(storey[table] as Storey['walls']).filter((id) => {
      const { phase, wall } = storey[table][id as never] as { phase: string; wall?: string };
      const host = wall === undefined ? undefined : storey.walls[wall as never];
      return phase !== 'new' && (host as { phase?: string } | undefined)?.phase !== 'new';
    }),
  );
const all = (storey: Storey): string[] =>
  phased.flatMap((table) => idsOf(storey[table] as Storey['walls']));

function expectSurvey(plan: Plan, said = ''): void {
  const survey = surveyAlone(plan);
  expect(integrityProblems(survey), said).toEqual([]);
  expect([...phasesOf(survey)].filter((phase) => phase !== 'existing')).toEqual([]);
  for (const [id, storey] of Object.entries(plan.storeys)) {
    const own = survey.storeys[id as keyof typeof survey.storeys]!;
    expect(all(own), said).toEqual(surveyed(storey));
    const ends = new Set(Object.values(own.walls).flatMap(({ a, b }) => [a, b]));
    expect(idsOf(own.joints), said).toEqual([...ends].sort());
    expect(own).not.toHaveProperty('dimensions');
    expect(own).not.toHaveProperty('notes');
  }
  expect(survey.households).toEqual(plan.households);
  expect(survey.tenancies).toEqual(plan.tenancies);
  expect(surveyAlone(survey), said).toEqual(survey);
}

describe('the survey alone', () => {
  test.each([
    ['the brothers', brothers()],
    ['the nineteen', nineteen()],
    ['out of line', outOfLine()],
  ])('%s: every surveyed element and none of the proposal, from either scheme', (_name, sample) => {
    for (const scheme of [0, 1]) {
      const plan = schemePlan(sample, scheme);
      expectSurvey(plan);
      expect([...surveyChanges(plan, surveyAlone(plan)).keys()]).toEqual([]);
    }
    // One of them proposes something, or this says nothing.
    const phases = [0, 1].flatMap((scheme) => [...phasesOf(schemePlan(sample, scheme))]);
    expect(phases).toEqual(expect.arrayContaining(['new', 'demolished']));
  });

  test('a surveyed window in a new wall goes with its wall', () => {
    const { walls, openings } = storeyOf(base);
    const [id, { wall }] = Object.entries(openings)[0]!;
    const built = { ...walls, [wall]: { ...walls[wall]!, phase: 'new' as const } };
    const { openings: left } = storeyOf(surveyAlone(withStorey(base, { walls: built })));
    expect(left).not.toHaveProperty(id);
  });

  test('is sound and whole, whatever was edited', () => {
    for (let seed = 1; seed <= cases(60, 2000); seed++) {
      expectSurvey(head(new Random(seed), 'a'), `seed ${seed}`);
    }
  }, 600_000);
});
