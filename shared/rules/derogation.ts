import { type Accepted, worsensBy } from './accepted.ts';
import { limitProblem } from './derogation-limit.ts';
import type { Finding } from './finding.ts';
import { isAim } from './profile.ts';

export type { Accepted };

/** Whether a finding is accepted, or was until its value got worse. */
export interface Standing {
  readonly state: 'accepted' | 'reopened';
  readonly derogation: Accepted;
}

/**
 * Only a warning can be accepted: a breach must be mended, and what is unknown must be measured. The aim
 * of the programme is accepted away by nobody, whatever a profile makes of it.
 */
export const mayAccept = ({ severity, rule }: Finding): boolean =>
  severity === 'warning' && !isAim(rule);

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
 * worse. What is measured in another unit than it was cannot be compared: worse. A limit that no dialog
 * would have taken is none: then it holds down to what was measured.
 */
function isWorse({ measured, required }: Finding, derogation: Accepted): boolean {
  const accepted = limitOf(derogation);
  if (measured === null || accepted === null) return (measured === null) !== (accepted === null);
  if (derogation.measured && derogation.measured.unit !== measured.unit) return true;
  return worsensBy(measured.value, required?.value ?? derogation.required?.value) === 'less'
    ? measured.value < accepted
    : measured.value > accepted;
}

function limitOf({ measured, required, until }: Accepted): number | null {
  if (until === null || !measured) return measured?.value ?? null;
  return limitProblem(measured, required, until) === null ? until : measured.value;
}

/** The findings that still ask for something. */
export const openFindings = (
  findings: readonly Finding[],
  derogations: readonly Accepted[],
): readonly Finding[] => {
  if (derogations.length === 0) return findings;
  const found = standings(findings, derogations);
  return findings.filter(({ id }) => found.get(id)?.state !== 'accepted');
};
