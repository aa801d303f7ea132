import type { Command } from '../../shared/edit/command.ts';
import { preview } from '../../shared/edit/history.ts';
import type { IdKind, IdOfKind, NewId } from '../../shared/plan/model.ts';
import { applyProposal } from '../../shared/propose/apply-proposal.ts';
import { asChanged, type Change, changeCommand } from '../../shared/propose/change.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import type { Ask } from '../../shared/propose/propose.ts';
import type { Relaxation } from '../../shared/propose/relax.ts';
import type { Text } from '../../shared/text.ts';

/** Ids that come in the same order each time, so that what is looked at is what is applied. */
export function repeatedIds(newId: NewId): () => NewId {
  const made: string[] = [];
  return () => {
    let next = 0;
    return <K extends IdKind>(kind: K): IdOfKind[K] => {
      made[next] ??= newId(kind);
      next += 1;
      return made[next - 1] as IdOfKind[K];
    };
  };
}

/** A change that a person looks at: what is asked with it, and what applying it takes. */
export interface Looked {
  readonly change: Change;
  /** The change in words. */
  readonly text: Text;
  readonly ask: Ask;
  readonly ids: () => NewId;
}

export function lookedAt(
  ask: Ask,
  { change, text }: Pick<Relaxation, 'change' | 'text'>,
  newId: NewId,
): Looked {
  const ids = repeatedIds(newId);
  return { change, text, ids, ask: asChanged(ask, change, ids()) };
}

/** Draws a proposal after the wall or the stack that makes it possible, where one does: one step. */
export function proposalCommand(proposal: Proposal, looked: Looked | null, newId: NewId): Command {
  const draw = applyProposal({ proposal, intent: 'proposal', newId });
  const first = (): Command | null =>
    looked && changeCommand(proposal.storey, looked.change, looked.ids());
  if (!first()) return draw;
  return {
    label: draw.label,
    refuse: (plan) => first()!.refuse?.(plan) ?? draw.refuse?.(preview(plan, first()!)) ?? null,
    apply(draft) {
      first()!.apply(draft);
      draw.apply(draft);
    },
  };
}
