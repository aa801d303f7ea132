import { current, type Draft, isDraft } from 'immer';
import type { IdKind, IdOfKind, NewId, Plan, Storey, StoreyId } from '../plan/model.ts';
import type { Text } from '../text.ts';
import type { Command, Refusal, Trial } from './command.ts';
import { misfit } from './misfit.ts';
import { gone } from './refusals.ts';
import { scratchIds } from './scratch-ids.ts';
import { settleAnchors } from './settle-anchors.ts';
import { sketched } from './sketch.ts';

/** How an edit makes elements. */
export interface Making {
  readonly newId: NewId;
  /** From a copy's id to the id of what it was copied from: a refusal names what the person knows. */
  readonly origins: Map<string, string>;
}

/** An id for a copy of `origin`. */
export function copyId<K extends IdKind>(making: Making, kind: K, origin: string): IdOfKind[K] {
  const id = making.newId(kind);
  making.origins.set(id, making.origins.get(origin) ?? origin);
  return id;
}

export interface StoreyEdit {
  readonly label: Text;
  readonly storey: StoreyId;
  /** Absent for edits that make nothing. */
  readonly newId?: NewId;
  /** Tried out at every move of a drag, and takes ids from nobody but `making`. */
  readonly isDragged?: true;
  /** What must hold before; null where the edit may go on. */
  allow?(storey: Storey, plan: Plan): Refusal | null;
  /**
   * `before` is the storey as it was, quick to read; `storey` is changed in place; `plan` is there
   * to be read.
   */
  change(storey: Draft<Storey>, before: Storey, making: Making, plan: Plan | Draft<Plan>): void;
}

/**
 * A command on one storey. It is refused where `allow` says so, and where its outcome, tried on a
 * scratch storey with scratch ids, would not be sound (see misfit).
 */
export function storeyEdit(edit: StoreyEdit): Command {
  const tryWith = (plan: Plan, newId: NewId): Trial => {
    const storey = plan.storeys[edit.storey];
    if (!storey) return { plan: null, refusal: gone({ kind: 'storey', id: edit.storey }) };
    const refused = edit.allow?.(storey, plan);
    if (refused) return { plan: null, refusal: refused };
    const making: Making = { newId, origins: new Map() };
    const after = sketched(storey, (draft) => {
      edit.change(draft, storey, making, plan);
      settleAnchors(draft, storey, making);
    });
    const refusal = misfit(storey, after, edit.storey, making.origins);
    if (refusal) return { plan: null, refusal };
    if (after === storey) return { plan, refusal: null };
    return {
      plan: { ...plan, storeys: { ...plan.storeys, [edit.storey]: after } },
      refusal: null,
    };
  };
  return {
    label: edit.label,
    tryOut: (plan, newId) => {
      const looked = edit.isDragged ? newId : undefined;
      return tryWith(plan, looked ?? edit.newId ?? makesNothing);
    },
    refuse: (plan) => tryWith(plan, scratchIds()).refusal,
    apply(draft) {
      const storey = draft.storeys[edit.storey];
      if (!storey) throw new Error(`no such storey ${edit.storey}`);
      const before = isDraft(storey) ? (current(storey) as Storey) : copyTables(storey as Storey);
      const making: Making = { newId: edit.newId ?? makesNothing, origins: new Map() };
      edit.change(storey, before, making, draft);
      settleAnchors(storey, before, making);
    },
  };
}

/** A storey that this very draft has just added is no draft itself and is changed under our hands. */
const copyTables = (storey: Storey): Storey => ({
  ...storey,
  joints: { ...storey.joints },
  walls: { ...storey.walls },
  openings: { ...storey.openings },
  rooms: { ...storey.rooms },
  fixtures: { ...storey.fixtures },
  risers: { ...storey.risers },
  ...(storey.dimensions ? { dimensions: { ...storey.dimensions } } : {}),
  ...(storey.notes ? { notes: { ...storey.notes } } : {}),
});

const makesNothing: NewId = (kind) => {
  throw new Error(`an edit that was given no newId asked for a ${kind}`);
};
