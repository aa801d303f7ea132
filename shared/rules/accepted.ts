import type { Extent } from '../plan/extent.ts';
import type { HouseholdId } from '../plan/model.ts';

/** What the log keeps of an accepted warning, as far as rules need it. */
export interface Accepted {
  readonly finding: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly measured: { readonly value: number; readonly unit: string } | null;
  readonly required: { readonly value: number; readonly unit: string } | null;
  readonly until: number | null;
  /** What the finding took of the building; absent where it took nothing, and in older records. */
  readonly extent?: Extent | undefined;
  /** Whose homes the finding was about; absent in older records. */
  readonly concerned?: readonly HouseholdId[] | undefined;
}

/** How far from what was required it may be; null where there was no number. In the unit measured. */
export function acceptedGap({ measured, required, until }: Accepted): number | null {
  return measured && required ? Math.abs(required.value - (until ?? measured.value)) : null;
}

/** The way in which a value goes farther from what is required. */
export const worsensBy = (measured: number, required = 0): 'less' | 'more' =>
  measured < required ? 'less' : 'more';
