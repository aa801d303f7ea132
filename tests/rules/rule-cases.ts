import type { Plan } from '../../shared/plan/model.ts';

/** Plans just inside and just outside of a rule's limit, and one in which it cannot be judged. */
export interface Cases {
  readonly inside: Plan;
  readonly outside: Plan;
  /** Absent for the drawing's own health alone: what is drawn is always known. */
  readonly unknown?: Plan;
}

export type RuleCases = Readonly<Record<string, Cases>>;
