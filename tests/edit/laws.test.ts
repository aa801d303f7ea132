import fc from 'fast-check';
import { produce } from 'immer';
import { expect, test } from 'vitest';
import { tableChanges } from '../../shared/derive/table-changes.ts';
import { perform, preview, redo, startHistory, undo } from '../../shared/edit/history.ts';
import { jambsOf } from '../../shared/edit/rehang.ts';
import { lineOf, plus } from '../../shared/edit/wall-lines.ts';
import { distance, distanceToSegment } from '../../shared/geometry/point.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import { entries, type Plan, type Storey, type StoreyId } from '../../shared/plan/model.ts';
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

test('an edit that is tried out gives what it gives when it is carried out', {
  timeout: patience,
}, () => {
  let tried = 0;
  fc.assert(
    fc.property(arbitraryPlan, rolls, (start, sequence) => {
      let history = startHistory(start);
      for (const [step, roll] of sequence.entries()) {
        const make = () => commandFor(history.plan, roll, countingIds(`s${step}n`));
        const trial = make().tryOut?.(history.plan);
        const command = make();
        if (trial) {
          tried += 1;
          expect(trial.refusal).toEqual(command.refuse?.(history.plan) ?? null);
          if (trial.plan) {
            const done = produce(history.plan, (draft) => command.apply(draft));
            expect(trial.plan).toEqual(done);
            keepsWhatItKeeps(history.plan, done, trial.plan);
          }
        }
        history = perform(history, make()).history;
      }
    }),
    settings,
  );
  expect(tried).toBeGreaterThan(100);
});

const isTable = (value: unknown): value is Record<string, object> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((one) => typeof one === 'object');

/** What is derived is kept by identity: a look must not make new what the edit leaves. */
function keepsWhatItKeeps(before: Plan, done: Plan, tried: Plan): void {
  for (const [id, storey] of entries(before.storeys)) {
    for (const [table, elements] of Object.entries(storey)) {
      const of = (plan: Plan) => (plan.storeys[id] as Record<string, unknown> | undefined)?.[table];
      if (of(done) === elements) expect(of(tried)).toBe(elements);
      const now = of(tried);
      if (!isTable(elements) || !isTable(now)) continue;
      // What the look notes of its changes is what going through the tables finds.
      expect(tableChanges(elements, now)).toEqual(tableChanges(elements, { ...now }));
    }
  }
}

test('a proposal takes nothing away from the survey', { timeout: patience }, () => {
  fc.assert(
    fc.property(arbitraryPlan, rolls, (start, sequence) => {
      const newId = countingIds();
      let history = startHistory(start);
      for (const roll of sequence) {
        const command = commandFor(history.plan, { ...roll, proposal: true }, newId);
        // Storeys have no phase; a status set by hand is meant to change the survey.
        if (/楼层|状态/.test(command.label.zh)) continue;
        history = perform(history, command).history;
        expect(things(history.plan)).toEqual(things(start));
        for (const id of Object.keys(start.storeys) as StoreyId[]) {
          const [before, after] = [start.storeys[id]!, history.plan.storeys[id]!];
          expect(undrawn(before, after)).toEqual([]);
          expect(undrawn(after, before)).toEqual([]);
        }
      }
    }),
    settings,
  );
});

const things = (plan: Plan) =>
  Object.entries(plan.storeys).map(([id, storey]) => [
    id,
    (['fixtures', 'risers'] as const).map((table) =>
      Object.fromEntries(
        Object.entries(storey[table])
          .filter(([, element]) => element.phase !== 'new')
          .map(([key, { phase: _, ...facts }]) => [key, facts]),
      ),
    ),
  ]);

/** mm: walls may be cut and joined, at whole millimetres, and are drawn the same all the same. */
const drift = 4;

/** The surveyed walls and openings of one storey that the survey of another does not draw. */
function undrawn(of: Storey, by: Storey): string[] {
  const surveyed = (storey: Storey) =>
    entries(storey.walls).flatMap(([id, wall]) => {
      const line = wall.phase === 'new' ? null : lineOf(storey, id);
      return line ? [[id, line] as const] : [];
    });
  const others = surveyed(by);
  const openings = entries(by.openings).flatMap(([, opening]) => {
    const line = opening.phase === 'new' ? null : lineOf(by, opening.wall);
    return line ? [{ opening, jambs: jambsOf(opening, line) }] : [];
  });
  const walls = surveyed(of).filter(([, line]) =>
    [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].some((share) => {
      const at = plus(line.a, line.direction, line.length * share);
      return !others.some(
        ([, { a, b, wall }]) =>
          wall.thickness === line.wall.thickness &&
          wall.kind === line.wall.kind &&
          distanceToSegment(at, a, b) <= drift,
      );
    }),
  );
  const lost = entries(of.openings).filter(([, opening]) => {
    const line = opening.phase === 'new' ? null : lineOf(of, opening.wall);
    return (
      line &&
      !openings.some(
        (other) =>
          other.opening.kind === opening.kind &&
          other.opening.width === opening.width &&
          jambsOf(opening, line).every((jamb) =>
            other.jambs.some((one) => distance(jamb, one) <= drift),
          ),
      )
    );
  });
  return [...walls, ...lost].map(([id]) => id);
}
