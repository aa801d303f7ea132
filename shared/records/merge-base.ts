import type { Plan } from '../plan/model.ts';
import type { PastVersion } from './fork.ts';
import { mergeQuestions } from './merge.ts';
import type { RecordId } from './record.ts';

/** What two heads are merged from. */
export interface MergeBase {
  readonly plan: Plan;
  /**
   * Paths (facts.ts) of what the versions that both heads were last drawn from have in different ways,
   * so that there is no saying which head changed it: where the heads differ in one, it is asked.
   */
  readonly contested: ReadonlySet<string>;
}

/** Of heads that have no common past. */
export const noPast: MergeBase = {
  plan: { tenancies: {}, households: {}, storeys: {} },
  contested: new Set(),
};

/**
 * The plan that two heads were last drawn from. Two offices that each merge the same two versions have
 * several: these are merged first, by what they were drawn from in turn, and what they contradict each
 * other in is contested. Taking only one of them would pass over what was chosen for the other.
 *
 * @param past as forkOf gives it; null comes back where it is empty.
 * @param plans of every version that it names.
 * @throws where a plan is not given, or not sound in itself.
 */
export function mergeBaseOf(
  past: readonly PastVersion[],
  plans: ReadonlyMap<RecordId, Plan>,
): MergeBase | null {
  const planOf = (version: RecordId): Plan => {
    const plan = plans.get(version);
    if (!plan) throw new Error(`the plan of version ${version} is not given`);
    return plan;
  };
  const [first, ...rest] = past;
  if (!first) return null;
  return rest.reduce<MergeBase>(
    (base, { version, past: before }) => {
      const under = mergeBaseOf(before, plans) ?? noPast;
      const asking = mergeQuestions(under.plan, base.plan, planOf(version), under.contested);
      const contested = new Set([...base.contested, ...[...asking.asked.values()].flat()]);
      return { plan: asking.merged(new Map()).plan, contested };
    },
    { plan: planOf(first.version), contested: new Set() },
  );
}

/** Every version that is named, each once. */
export const versionsIn = (past: readonly PastVersion[]): RecordId[] => [
  ...new Set(past.flatMap(({ version, past: before }) => [version, ...versionsIn(before)])),
];
