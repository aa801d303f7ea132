import type { Plan } from '../plan/model.ts';
import { worsensBy } from '../rules/accepted.ts';
import { amountWords } from '../rules/amount.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import type { Profile } from '../rules/profile.ts';

const worst = { breach: 0, warning: 1, unknown: 2 } as const;

/** What is said of the second plan and was not, not as severely, or with a better value, of the first. */
export function newFindings(before: Plan, after: Plan, profile: Profile): Finding[] {
  const known = new Map(check(before, profile).map((one) => [one.id, one]));
  return check(after, profile).filter((one) => {
    const was = known.get(one.id);
    if (was === undefined || worst[one.severity] < worst[was.severity]) return true;
    return one.severity === was.severity && isFarther(one, was);
  });
}

/** Farther from what is required than it was, as people read both values. */
function isFarther({ measured, required }: Finding, { measured: was }: Finding): boolean {
  if (!measured || !was) return false;
  if (measured.unit !== was.unit) return true;
  const { value, unit } = measured;
  if (amountWords(value, unit) === amountWords(was.value, unit)) return false;
  return worsensBy(value, required?.value) === 'less' ? value < was.value : value > was.value;
}
