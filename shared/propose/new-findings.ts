import type { Plan } from '../plan/model.ts';
import { check } from '../rules/check.ts';
import type { Finding } from '../rules/finding.ts';
import type { Profile } from '../rules/profile.ts';

const worst = { breach: 0, warning: 1, unknown: 2 } as const;

/** What is said of the second plan and was not, or not as severely, of the first. */
export function newFindings(before: Plan, after: Plan, profile: Profile): Finding[] {
  const known = new Map(check(before, profile).map(({ id, severity }) => [id, severity]));
  return check(after, profile).filter(({ id, severity }) => {
    const was = known.get(id);
    return was === undefined || worst[severity] < worst[was];
  });
}
