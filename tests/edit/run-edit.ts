import { expect } from 'vitest';
import type { Command, Refusal } from '../../shared/edit/command.ts';
import { perform, startHistory, undo } from '../../shared/edit/history.ts';
import { integrityProblems } from '../../shared/plan/integrity.ts';
import type { ElementKind, ElementRef, Plan, Storey } from '../../shared/plan/model.ts';
import { planOf, storey1 } from '../plan/draw-plan.ts';

/** The plan after the command, which must neither refuse nor break the plan, and be undone. */
export function runOnPlan(plan: Plan, command: Command): Plan {
  const start = startHistory(plan);
  const { history, refusal } = perform(start, command);
  expect(refusal).toBeNull();
  expect(integrityProblems(history.plan)).toEqual([]);
  expect(undo(history).plan).toEqual(plan);
  return history.plan;
}

export const run = (storey: Storey, command: Command): Storey =>
  runOnPlan(planOf(storey), command).storeys[storey1]!;

export function refusalOf(storey: Storey, command: Command): Refusal | null {
  const start = startHistory(planOf(storey));
  const { history, refusal } = perform(start, command);
  if (refusal) expect(history).toBe(start);
  return refusal;
}

export const reasonOf = (storey: Storey, command: Command): string | undefined =>
  refusalOf(storey, command)?.reason;

/** `wall:AB` points at wall_AB of the storey. */
export const refs = (...names: string[]): ElementRef[] =>
  names.map((name) => {
    const [kind, rest] = name.split(':');
    return { kind: kind as ElementKind, id: `${kind}_${rest}`, storey: storey1 };
  });

/** Every wall as `AB 0,0 > 2000,0 new`, whatever its joints are called. */
export const wallsOf = (storey: Storey): string[] =>
  Object.entries(storey.walls)
    .map(([id, wall]) => {
      const [a, b] = [storey.joints[wall.a]!, storey.joints[wall.b]!];
      return `${id.slice(5)} ${a.x},${a.y} > ${b.x},${b.y} ${wall.phase}`;
    })
    .sort();

export const openingsOf = (storey: Storey): string[] =>
  Object.entries(storey.openings)
    .map(([id, one]) => `${id.slice(8)} in ${one.wall.slice(5)} at ${one.offset} ${one.phase}`)
    .sort();
