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

/** The way in which a value goes farther from what is required. */
export const worsensBy = (measured: number, required = 0): 'less' | 'more' =>
  measured < required ? 'less' : 'more';
