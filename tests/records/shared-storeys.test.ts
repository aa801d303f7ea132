import { expect, test } from 'vitest';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { same, takingOver } from '../../shared/records/facts.ts';
import { onCorrectedSurvey, surveyChanges } from '../../shared/records/survey.ts';
import { cases } from '../cases.ts';
import { Random } from '../generate/random.ts';
import { generateStorey } from '../generate/storey.ts';
import { base, head, storeyOf } from './random-edits.ts';

/** Two plans of one building mostly have most of it in common, and that is looked at once. */

const upperId = 'storey_upper' as StoreyId;
const { plan: upper } = generateStorey({ seed: 8, stairs: 1, level: 5, id: upperId });

/** The same with a storey above in which nothing is edited. */
const withUpper = (plan: Plan): Plan => ({
  ...plan,
  households: { ...upper.households, ...plan.households },
  storeys: { ...plan.storeys, ...upper.storeys },
});

test('a plan that takes over what another has alike says the same as before, and shares it', () => {
  for (let seed = 1; seed <= cases(40, 400); seed++) {
    const plan = withUpper(head(new Random(seed), 'a'));
    const read = structuredClone(plan);
    const other = structuredClone(withUpper(base));
    const [said, known] = [JSON.stringify(read), JSON.stringify(other)];
    const taken = takingOver(read, other);
    expect(taken, `seed ${seed}`).toEqual(read);
    const isAsItWas = JSON.stringify(read) === said && JSON.stringify(other) === known;
    expect(isAsItWas, `seed ${seed}`).toBe(true);
    expect(taken.storeys[upperId]).toBe(other.storeys[upperId]);
    const [walls, were] = [storeyOf(taken).walls, storeyOf(other).walls];
    for (const id of Object.keys(walls) as (keyof typeof walls)[]) {
      if (same(walls[id], were[id])) expect(walls[id]).toBe(were[id]);
      else expect(walls[id]).not.toBe(were[id]);
    }
  }
});

test('of a plan that says the very same nothing is left of its own', () => {
  const other = structuredClone(withUpper(base));
  const taken = takingOver(structuredClone(other), other);
  for (const id of Object.keys(other.storeys) as StoreyId[]) {
    expect(taken.storeys[id]).toBe(other.storeys[id]);
  }
  expect(taken.households).toBe(other.households);
  const fewer = { ...other, storeys: { [upperId]: other.storeys[upperId]! } };
  expect(takingOver(fewer, other)).toEqual(fewer);
  expect(takingOver(other, fewer)).toEqual(other);
});

test('a correction of one storey makes of a building what it makes of that storey alone', () => {
  const seen = { made: 0, asked: 0 };
  for (let seed = 1; seed <= cases(60, 1000); seed++) {
    const random = new Random(seed);
    const [ours, theirs] = [head(random, 'a'), head(random, 'b')];
    const changes = surveyChanges(base, theirs);
    const alone = onCorrectedSurvey(ours, changes);
    const made = onCorrectedSurvey(withUpper(ours), changes);
    expect(made, `seed ${seed}`).toEqual(alone && withUpper(alone));
    seen[made ? 'made' : 'asked'] += 1;
  }
  expect(seen.made).toBeGreaterThan(10);
  expect(seen.asked).toBeGreaterThan(10);
});
