import type { Finding } from './finding.ts';

/** What the log keeps of an accepted warning, as far as rules need it. */
export interface Accepted {
  readonly finding: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly measured: { readonly value: number; readonly unit: string } | null;
  readonly required: { readonly value: number; readonly unit: string } | null;
  readonly until: number | null;
}

/** Whether a finding is accepted, or was until its value got worse. */
export interface Standing {
  readonly state: 'accepted' | 'reopened';
  readonly derogation: Accepted;
}

/** Only a warning can be accepted: a breach must be mended, and what is unknown must be measured. */
export const mayAccept = ({ severity }: Finding): boolean => severity === 'warning';

/** By finding id, for those findings that somebody has accepted. */
export function standings(
  findings: readonly Finding[],
  derogations: readonly Accepted[],
): ReadonlyMap<string, Standing> {
  const byFinding = new Map(derogations.map((one) => [one.finding, one]));
  const found = new Map<string, Standing>();
  for (const finding of findings) {
    const derogation = byFinding.get(finding.id);
    if (!derogation || !mayAccept(finding)) continue;
    const state = isWorse(finding, derogation) ? 'reopened' : 'accepted';
    found.set(finding.id, { state, derogation });
  }
  return found;
}

/**
 * Worse is farther from what is required than what was accepted; of what has no number nothing is
 * worse. What is measured in another unit than it was cannot be compared: worse.
 */
function isWorse({ measured, required }: Finding, derogation: Accepted): boolean {
  const accepted = derogation.until ?? derogation.measured?.value ?? null;
  if (measured === null || accepted === null) return (measured === null) !== (accepted === null);
  if (derogation.measured && derogation.measured.unit !== measured.unit) return true;
  return worsensBy(measured.value, required?.value ?? derogation.required?.value) === 'less'
    ? measured.value < accepted
    : measured.value > accepted;
}

/** The way in which a value goes farther from what is required. */
export const worsensBy = (measured: number, required = 0): 'less' | 'more' =>
  measured < required ? 'less' : 'more';

/** The findings that still ask for something. */
export const openFindings = (
  findings: readonly Finding[],
  derogations: readonly Accepted[],
): readonly Finding[] => {
  if (derogations.length === 0) return findings;
  const found = standings(findings, derogations);
  return findings.filter(({ id }) => found.get(id)?.state !== 'accepted');
};
