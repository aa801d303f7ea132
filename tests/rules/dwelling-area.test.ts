import { expect, test } from 'vitest';
import { householdStates } from '../../shared/derive/households.ts';
import { check } from '../../shared/rules/check.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { shownArea } from '../../shared/shown-area.ts';
import { nineteen } from '../samples/nineteen.ts';
import { schemePlan } from '../samples/sample-plan.ts';

test('R4 measures a dwelling as the sum of what its rooms show, as every list of households does', () => {
  const plan = schemePlan(nineteen(), 1);
  const states = householdStates(plan, 'after');
  const found = check(plan, nationalProfile).filter(({ rule }) => rule === 'R4');
  expect(found.length).toBeGreaterThan(10);
  for (const { households, text } of found) {
    expect(text.zh).toContain(`套内使用面积 ${shownArea(states.get(households[0]!)!.ownArea)} m²`);
  }
});
