import type { Command } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { slideWall } from '../edit/slide-wall.ts';
import { together } from '../edit/together.ts';
import type { IdKind, IdOfKind, NewId, StoreyId, WallId } from '../plan/model.ts';
import type { DoorKind } from './door-places.ts';
import { type NewStack, stackCommand } from './new-stack.ts';
import type { Wanted } from './programme.ts';
import type { Ask } from './propose.ts';

/** One change to what was asked or to the building. */
export type Change =
  | { readonly kind: 'doors'; readonly doorKinds: readonly DoorKind[] }
  | { readonly kind: 'corners' }
  | { readonly kind: 'thickness'; readonly thickness: number }
  | { readonly kind: 'share'; readonly leastShare: number }
  | { readonly kind: 'induction' }
  | { readonly kind: 'programme'; readonly programme: Wanted }
  | { readonly kind: 'wall'; readonly wall: WallId; readonly by: number }
  | ({ readonly kind: 'stack' } & NewStack)
  /** Where one of them is not enough. */
  | ({ readonly kind: 'stack-and-wall'; readonly wall: WallId; readonly by: number } & NewStack)
  | { readonly kind: 'bearing' };

/**
 * What is asked with the change made; a moved wall is moved on the plan, a new stack stands
 * there, and what that costs is held against the plan as it was.
 */
export function asChanged(ask: Ask, change: Change, newId: NewId = scratchIds()): Ask {
  switch (change.kind) {
    case 'doors':
      return { ...ask, doorKinds: change.doorKinds };
    case 'corners':
      return { ...ask, corners: true };
    case 'thickness':
      return { ...ask, thickness: change.thickness };
    case 'share':
      return { ...ask, leastShare: change.leastShare };
    case 'induction':
      return { ...ask, induction: true };
    case 'programme':
      return { ...ask, programme: change.programme };
    case 'bearing':
      return { ...ask, throughBearing: true };
    case 'stack':
    case 'stack-and-wall':
    case 'wall': {
      const command = changeCommand(ask.storey, change, newId);
      if (!command) return ask;
      const { plan, unchanged = plan } = ask;
      return { ...ask, plan: preview(plan, command), unchanged };
    }
  }
}

/** What a change does to the building, before a proposal is drawn; null where that is nothing. */
export function changeCommand(storey: StoreyId, change: Change, newId: NewId): Command | null {
  switch (change.kind) {
    case 'wall':
      return wallCommand(storey, change, newId);
    case 'stack':
      return stackCommand(change, newId);
    case 'stack-and-wall': {
      const move = wallCommand(storey, change, newId);
      return together(move.label, [move, stackCommand(change, newId)]);
    }
    default:
      return null;
  }
}

/**
 * The move of a wall that a relaxation asks for. Tried out, it makes its pieces under the very ids that
 * they get when it is applied: what is found on the moved plan has its doors in them.
 */
function wallCommand(
  storey: StoreyId,
  { wall, by }: { readonly wall: WallId; readonly by: number },
  newId: NewId,
): Command {
  const { tryOut: _, ...command } = slideWall({ storey, wall, by, intent: 'proposal', newId });
  return command;
}

export function scratchIds(): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    count += 1;
    return `${kind}_.moved.${String(count).padStart(3, '0')}` as unknown as IdOfKind[K];
  };
}
