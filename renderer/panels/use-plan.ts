import { startTransition, useEffect, useState } from 'react';
import type { Command } from '../../shared/edit/command.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { RequestFailure } from '../bridge-client.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';

/** The plan on the screen for lists beside it: during a drag the plan goes first, the lists follow. */
export function usePlan(store: EditorStore): Plan {
  const [plan, setPlan] = useState(() => shownPlan(store.getState()));
  useEffect(() => {
    const follow = (): void => startTransition(() => setPlan(shownPlan(store.getState())));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return plan;
}

/** Runs a command of a dialog; a refusal is thrown for the dialog to show in place. */
export function runOrThrow(store: EditorStore, command: Command): void {
  store.getState().set({ message: null });
  if (store.getState().run(command)) return;
  const { message } = store.getState();
  if (!message) return;
  store.getState().set({ message: null });
  throw new RequestFailure(message.text, false);
}
