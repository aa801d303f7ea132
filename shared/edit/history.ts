import {
  applyPatches,
  type Draft,
  enablePatches,
  type Patch,
  produce,
  produceWithPatches,
} from 'immer';
import type { Plan } from '../plan/model.ts';
import type { Text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { keepRooms, type Reseat } from './keep-rooms.ts';
import { scratchIds } from './scratch-ids.ts';

enablePatches();

export interface Step {
  readonly label: Text;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** A plan with the steps that led to it and the steps taken back. Values, never mutated. */
export interface History {
  readonly plan: Plan;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const startHistory = (plan: Plan): History => ({ plan, past: [], future: [] });

/** The plan as the command would leave it, for previews; the identical plan where it refuses. */
export function preview(plan: Plan, command: Command): Plan {
  const edited = triedOut(plan, command);
  const reseats = edited === plan ? [] : keepRooms(plan, edited);
  return reseats.length === 0 ? edited : produce(edited, (draft) => reseat(draft, reseats));
}

function triedOut(plan: Plan, command: Command): Plan {
  if (command.tryOut) return command.tryOut(plan, scratchIds()).plan ?? plan;
  return command.refuse?.(plan) ? plan : produce(plan, (draft) => command.apply(draft));
}

/**
 * Runs a command. A refusal returns the identical history; a command that changes nothing leaves
 * no step. Tags follow their rooms in the same step. A new step forgets the steps that were taken
 * back.
 */
export function perform(
  history: History,
  command: Command,
): { readonly history: History; readonly refusal: Refusal | null } {
  const refusal = command.refuse?.(history.plan) ?? null;
  if (refusal) return { history, refusal };
  const [edited, patches, inverse] = produceWithPatches(history.plan, (draft) =>
    command.apply(draft),
  );
  if (patches.length === 0) return { history, refusal: null };
  const reseats = keepRooms(history.plan, edited);
  const [plan, more, back] = produceWithPatches(edited, (draft) => reseat(draft, reseats));
  const step: Step = {
    label: command.label,
    patches: [...patches, ...more],
    inverse: [...back, ...inverse],
  };
  return { history: { plan, past: [...history.past, step], future: [] }, refusal: null };
}

function reseat(draft: Draft<Plan>, reseats: readonly Reseat[]): void {
  for (const { storey, room, at } of reseats) {
    const tag = draft.storeys[storey]?.rooms[room];
    if (tag) tag.at = { x: at.x, y: at.y };
  }
}

/** Takes the last step back; the identical history where there is none. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    plan: applyPatches(history.plan, step.inverse),
    past: history.past.slice(0, -1),
    future: [step, ...history.future],
  };
}

/** Applies the patches of the step last taken back; commands are never run again. */
export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  return {
    plan: applyPatches(history.plan, step.patches),
    past: [...history.past, step],
    future,
  };
}
