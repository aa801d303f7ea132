import type { Plan } from '../../shared/plan/model.ts';

/** Plans just inside and just outside of a rule's limit, and one in which it cannot be judged. */
export interface Cases {
  readonly inside: Plan;
  readonly outside: Plan;
  /** Absent for rules of the drawing's own health alone. */
  readonly unknown?: Plan;
  /** Those say instead why nothing that they need can be missing. */
  readonly known?: string;
}

export type RuleCases = Readonly<Record<string, Cases>>;
