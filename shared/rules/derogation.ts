import { distance, distanceToSegment } from '../geometry/point.ts';
import type { Extent } from '../plan/extent.ts';
import type { HouseholdId } from '../plan/model.ts';
import { type Accepted, acceptedGap, worsensBy } from './accepted.ts';
import { limitProblem } from './derogation-limit.ts';
import type { Finding } from './finding.ts';
import { isAim } from './profile.ts';

export type { Accepted };

/** Whether a finding is accepted, or was until it got worse. */
export interface Standing {
  readonly state: 'accepted' | 'reopened';
  readonly derogation: Accepted;
  /** Households that it is open again for, as it was not about them when it was accepted. */
  readonly others?: readonly HouseholdId[];
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
    const others = othersOf(finding, derogation);
    if (others.length > 0) {
      found.set(finding.id, { state: 'reopened', derogation, others });
      continue;
    }
    const state = isWorse(finding, derogation) ? 'reopened' : 'accepted';
    found.set(finding.id, { state, derogation });
  }
  return found;
}

/** What one household put up with, another did not: nobody has asked it. */
const othersOf = ({ households }: Finding, { concerned }: Accepted): readonly HouseholdId[] =>
  concerned ? households.filter((household) => !concerned.includes(household)) : [];

/**
 * Worse is beyond the limit that was set, or farther from what is required than was accepted: what is
 * required may move as well, as a part of a floor that grows. What has no number is worse where it
 * takes more of the building. What is measured in another unit than it was cannot be compared: worse.
 * A limit that no dialog would have taken is none: then it holds down to what was measured.
 */
function isWorse({ measured, required, extent }: Finding, derogation: Accepted): boolean {
  const accepted = limitOf(derogation);
  if (measured === null && accepted === null) return takesMore(extent, derogation.extent);
  if (measured === null || accepted === null) return true;
  if (derogation.measured && derogation.measured.unit !== measured.unit) return true;
  const bound = required?.value ?? derogation.required?.value;
  const isBeyond =
    worsensBy(measured.value, bound) === 'less'
      ? measured.value < accepted
      : measured.value > accepted;
  const gap = acceptedGap({ ...derogation, until: accepted });
  return (
    isBeyond ||
    (required !== null &&
      gap !== null &&
      Math.abs(required.value - measured.value) > gap + inexactness)
  );
}

/** m2 or mm by which sums of hundredths may be off. */
const inexactness = 1e-6;

/** mm by which a hole may lie elsewhere along its wall, or the wall be surveyed anew. */
const samePlace = 50;

/** Whether a piece of a wall is longer or higher than the accepted one, or another one. */
function takesMore(now: Extent | undefined, accepted: Extent | undefined): boolean {
  // Older records do not say how much it was.
  if (!now || !accepted) return false;
  // Whole millimetres at both ends.
  if (distance(now.from, now.to) > distance(accepted.from, accepted.to) + 2) return true;
  if ((now.sill ?? 0) < (accepted.sill ?? 0)) return true;
  if ((now.head ?? 0) > (accepted.head ?? Number.POSITIVE_INFINITY)) return true;
  return [now.from, now.to].some(
    (end) => distanceToSegment(end, accepted.from, accepted.to) > samePlace,
  );
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
