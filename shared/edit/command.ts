import type { Draft } from 'immer';
import type { ElementRef, NewId, Plan } from '../plan/model.ts';
import type { Text } from '../text.ts';

/** An edit declined: the plan stays the identical object, and the person is told why. */
export interface Refusal {
  /** Stable, for tests and scripts: `cuts-opening`. */
  readonly reason: string;
  readonly text: Text;
  readonly about?: readonly ElementRef[];
}

/**
 * One edit of a plan. `refuse` is asked first; `apply` changes an immer draft in place and knows
 * nothing of undo. What is refused is expected; `apply` throws only for our own bugs.
 */
export interface Command {
  readonly label: Text;
  refuse?(plan: Plan): Refusal | null;
  /**
   * The outcome for a look, or why there is none: `refuse` and `apply` at the cost of one. Never
   * enters history. What it makes gets its ids from `newId`, where that is given.
   */
  tryOut?(plan: Plan, newId?: NewId): Trial;
  apply(draft: Draft<Plan>): void;
}

export type Trial =
  | { readonly plan: Plan; readonly refusal: null }
  | { readonly plan: null; readonly refusal: Refusal };
