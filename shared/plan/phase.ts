import type { Phase } from './model.ts';

/** `changes` shows everything, marked; `before` and `after` are what stands at that time. */
export type View = 'before' | 'changes' | 'after';
export type Moment = 'before' | 'after';

/** Whether an element of this phase stands at this moment. */
export function standsAt(phase: Phase, moment: Moment): boolean {
  return phase === 'existing' || phase === (moment === 'before' ? 'demolished' : 'new');
}

/** Whether an element of this phase is drawn in this view. */
export function shownIn(phase: Phase, view: View): boolean {
  return view === 'changes' || standsAt(phase, view);
}
