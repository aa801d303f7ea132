import type { Plan } from '../../shared/plan/model.ts';
import { findingChanges } from '../../shared/records/compare.ts';
import {
  type Conflict,
  type Merge,
  mergeQuestions,
  type Side,
} from '../../shared/records/merge.ts';
import { type SurveyChanges, surveyQuestions } from '../../shared/records/survey.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { Profile } from '../../shared/rules/profile.ts';

/** What is merged, and the rules that it is looked at with. */
export interface MergeHeads {
  readonly base: Plan;
  readonly ours: Plan;
  readonly theirs: Plan;
  /** As merge-base.ts has it. */
  readonly contested?: ReadonlySet<string>;
  readonly profile: Profile;
}

/** A scheme's plan that a correction of the survey goes into, and the rules. */
export interface SurveyHeads {
  readonly plan: Plan;
  /** They go with the plan (survey.ts). */
  readonly changes: SurveyChanges;
  readonly profile: Profile;
}

/** What the rules say only if one side of a conflict is taken. */
export type Brought = Readonly<Record<Side, readonly Finding[]>>;

/** One thing more that is known of a merge as it is chosen by now. */
export type Foreseen =
  | { readonly kind: 'merged'; readonly gained: readonly Finding[] }
  | { readonly kind: 'conflict'; readonly id: string; readonly brought: Brought };

/** Outcomes whose findings are remembered: after a choice most are asked for again. */
const mostKnown = 200;

/**
 * What the rules say of a merge, bit by bit, as each takes a whole check: first what they find in the
 * merged plan and in neither head (with a correction: not in the scheme as it is), then for each conflict, those not yet settled first, what only one of
 * its sides brings. All other conflicts stand as they are chosen, or as the first head has them.
 */
export function foresight(
  asked: MergeHeads | SurveyHeads,
): (choices: ReadonlyMap<string, Side>) => Generator<Foreseen, void> {
  const { profile } = asked;
  const merged = outcomeOf(asked);
  const before = 'changes' in asked ? [asked.plan] : [asked.ours, asked.theirs];
  let inHeads: readonly Finding[] | null = null;
  const known = new Map<string, readonly Finding[]>();
  const found = (choices: ReadonlyMap<string, Side>): readonly Finding[] => {
    const { plan, conflicts } = merged(choices);
    const key = conflicts.map(({ chosen }) => (chosen === 'ours' ? 'o' : 't')).join('');
    const findings = known.get(key) ?? check(plan, profile);
    if (known.size >= mostKnown) known.clear();
    known.set(key, findings);
    return findings;
  };
  return function* (choices) {
    const now = found(choices);
    inHeads ??= before.flatMap((plan) => check(plan, profile));
    yield { kind: 'merged', gained: findingChanges(inHeads, now).gained };
    const { conflicts } = merged(choices);
    for (const { id, chosen } of byTurn(conflicts)) {
      const turned = found(new Map(choices).set(id, chosen === 'ours' ? 'theirs' : 'ours'));
      const [one, other] = chosen === 'ours' ? [now, turned] : [turned, now];
      const brought: Brought = {
        ours: findingChanges(other, one).gained,
        theirs: findingChanges(one, other).gained,
      };
      yield { kind: 'conflict', id, brought };
    }
  };
}

function outcomeOf(asked: MergeHeads | SurveyHeads): (choices: ReadonlyMap<string, Side>) => Merge {
  if (!('changes' in asked)) {
    return mergeQuestions(asked.base, asked.ours, asked.theirs, asked.contested).merged;
  }
  const asking = surveyQuestions(asked.plan, asked.changes);
  if ('problems' in asking) throw new Error('the correction does not go with the plan');
  return asking.merged;
}

/** Those that are still to be chosen first. */
const byTurn = (conflicts: readonly Conflict[]): Conflict[] => [
  ...conflicts.filter(({ settled }) => !settled),
  ...conflicts.filter(({ settled }) => settled),
];
