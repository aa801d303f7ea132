import { produce } from 'immer';
import type { NewId, Plan } from '../plan/model.ts';
import type { Text } from '../text.ts';
import type { Command, Refusal, Trial } from './command.ts';

/** Edits that change different tables, as one step: all of them, or none where one is refused. */
export function together(label: Text, commands: readonly Command[]): Command {
  return {
    label,
    refuse: (plan) => firstRefusal(plan, commands),
    tryOut(plan, newId) {
      let now = plan;
      for (const command of commands) {
        const trial = tryOne(now, command, newId);
        if (trial.refusal) return trial;
        now = trial.plan;
      }
      return { plan: now, refusal: null };
    },
    apply(draft) {
      for (const command of commands) command.apply(draft);
    },
  };
}

function firstRefusal(plan: Plan, commands: readonly Command[]): Refusal | null {
  for (const command of commands) {
    const refused = command.refuse?.(plan);
    if (refused) return refused;
  }
  return null;
}

function tryOne(plan: Plan, command: Command, newId?: NewId): Trial {
  if (command.tryOut) return command.tryOut(plan, newId);
  const refusal = command.refuse?.(plan) ?? null;
  return refusal
    ? { plan: null, refusal }
    : { plan: produce(plan, (draft) => command.apply(draft)), refusal: null };
}
