import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform, preview, redo, startHistory, undo } from '../../shared/edit/history.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { planSchema } from '../../shared/plan/schema.ts';
import { arbitraryPlan } from '../plan/arbitrary-plan.ts';
import { countingIds } from '../plan/draw-plan.ts';
import { commandFor, dice } from './arbitrary-command.ts';

const settings = { seed: 4, numRuns: 100 };
/** ms; a busy machine is slow, not wrong. */
const patience = 60_000;
const rolls = fc.array(dice, { minLength: 1, maxLength: 25 });

test('undo gives every earlier plan again, and redo every later one', { timeout: patience }, () => {
  fc.assert(
    fc.property(arbitraryPlan, rolls, (start, sequence) => {
      const newId = countingIds();
      let history = startHistory(start);
      const plans: Plan[] = [start];
      for (const roll of sequence) {
        const next = perform(history, commandFor(history.plan, roll, newId)).history;
        if (next !== history) plans.push(next.plan);
        history = next;
      }
      expect(history.past).toHaveLength(plans.length - 1);
      for (const plan of [...plans].reverse()) {
        expect(history.plan).toEqual(plan);
        history = undo(history);
      }
      expect(undo(history)).toBe(history);
      for (const plan of plans) {
        expect(history.plan).toEqual(plan);
        history = redo(history);
      }
      expect(redo(history)).toBe(history);
    }),
    settings,
  );
});

test('every edit leaves a plan without problems, or refuses and leaves the identical plan', {
  timeout: patience,
}, () => {
  let refused = 0;
  let done = 0;
  fc.assert(
    fc.property(arbitraryPlan, rolls, (start, sequence) => {
      const newId = countingIds();
      let history = startHistory(start);
      for (const roll of sequence) {
        const command = commandFor(history.plan, roll, newId);
        const outcome = perform(history, command);
        if (outcome.refusal) {
          refused += 1;
          expect(outcome.history).toBe(history);
          expect(preview(history.plan, command)).toBe(history.plan);
          expect(outcome.refusal.reason).toMatch(/^[a-z-]+$/);
          expect(outcome.refusal.text.zh).toMatch(/。$/);
          expect(outcome.refusal.text.en).toMatch(/\.$/);
        } else done += 1;
        history = outcome.history;
        expect(integrityProblems(history.plan)).toEqual([]);
        expect(planSchema.parse(history.plan)).toEqual(history.plan);
      }
    }),
    settings,
  );
  // Neither half of the law is idle.
  expect(Math.min(refused, done)).toBeGreaterThan(100);
});

test('a proposal takes nothing away from the survey', { timeout: patience }, () => {
  fc.assert(
    fc.property(arbitraryPlan, rolls, (start, sequence) => {
      const newId = countingIds();
      let history = startHistory(start);
      const surveyed = (plan: Plan) =>
        Object.fromEntries(
          Object.entries(plan.storeys).map(([id, storey]) => [
            id,
            (['walls', 'openings', 'fixtures', 'risers'] as const).map((table) =>
              Object.fromEntries(
                Object.entries(storey[table])
                  .filter(([, element]) => element.phase !== 'new')
                  .map(([key, { phase: _, ...facts }]) => [
                    key,
                    'a' in facts
                      ? { ...facts, a: storey.joints[facts.a], b: storey.joints[facts.b] }
                      : facts,
                  ]),
              ),
            ),
          ]),
        );
      const before = surveyed(start);
      for (const roll of sequence) {
        const command = commandFor(history.plan, { ...roll, proposal: true }, newId);
        if (/楼层/.test(command.label.zh)) continue;
        history = perform(history, command).history;
        expect(surveyed(history.plan)).toEqual(before);
      }
    }),
    settings,
  );
});
