import type { Plan, Storey, StoreyId } from '../plan/model.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { storeySchema } from '../plan/schema.ts';
import { storeyWords } from '../plan/words.ts';
import type { Refusal } from './command.ts';
import { refusal } from './refusals.ts';
import { whole } from './whole.ts';

/** A storey's own facts, without what is drawn on it. Lengths in mm. */
export type StoreyFacts = Pick<Storey, 'name' | 'level' | 'elevation' | 'height'>;

export const tidyFacts = ({ name, level, elevation, height }: StoreyFacts): StoreyFacts => ({
  name: name.trim(),
  level: whole(level),
  elevation: whole(elevation),
  height: whole(height),
});

/** There is no level 0: the ground storey is 1, and below it comes -1. */
export const levelAbove = (level: number): number => (level === -1 ? 1 : level + 1);

/** What a storey is called at another level: one that was named after its level is named anew. */
export function nameAtLevel({ name, level }: StoreyFacts, next: number): string {
  const was = storeyWords(level);
  if (name === was.zh) return storeyWords(next).zh;
  return name === was.en ? storeyWords(next).en : name;
}

const factsSchema = storeySchema.pick({ name: true, level: true, elevation: true, height: true });

export function refuseRange(facts: StoreyFacts): Refusal | null {
  const parsed = factsSchema.safeParse(tidyFacts(facts), { reportInput: true });
  const problem = parsed.success ? null : problemsOfIssues(parsed.error.issues)[0];
  if (!problem) return null;
  const { zh, en } = problem.problem;
  return refusal('out-of-range', `${zh}。`, `${problem.at}: ${en}.`);
}

/** Why no storey can have these facts; `own` is the one that has its level already. */
export function refuseFacts(plan: Plan, facts: StoreyFacts, own?: StoreyId): Refusal | null {
  const wrong = refuseRange(facts);
  if (wrong) return wrong;
  const other = Object.entries(plan.storeys).find(
    ([id, storey]) => id !== own && storey.level === facts.level,
  );
  return other
    ? refusal(
        'level-taken',
        `层号 ${facts.level} 已经有了（${other[1].name}）。`,
        `There is already a storey at level ${facts.level} (${other[1].name}).`,
        [{ kind: 'storey', id: other[0] }],
      )
    : null;
}
