import type { Command } from '../edit/command.ts';
import { preview } from '../edit/history.ts';
import { slideWall } from '../edit/slide-wall.ts';
import type { IdKind, IdOfKind, NewId, StoreyId, WallId } from '../plan/model.ts';
import type { DoorKind } from './door-places.ts';
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
  | { readonly kind: 'stack' }
  /** Where one of them is not enough. */
  | { readonly kind: 'stack-and-wall'; readonly wall: WallId; readonly by: number }
  | { readonly kind: 'bearing' };

/** What is asked with the change made; a moved wall is moved on the plan. */
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
    case 'stack':
      return { ...ask, ignoresStacks: true };
    case 'bearing':
      return { ...ask, throughBearing: true };
    case 'stack-and-wall':
      return { ...asChanged(ask, { ...change, kind: 'wall' }, newId), ignoresStacks: true };
    case 'wall': {
      const command = wallCommand(ask.storey, change, newId);
      return { ...ask, plan: preview(ask.plan, command) };
    }
  }
}

/**
 * The move of a wall that a relaxation asks for. Tried out, it makes its pieces under the very ids that
 * they get when it is applied: what is found on the moved plan has its doors in them.
 */
export function wallCommand(
  storey: StoreyId,
  { wall, by }: { readonly wall: WallId; readonly by: number },
  newId: NewId,
): Command {
  const { tryOut: _, ...command } = slideWall({ storey, wall, by, intent: 'proposal', newId });
  return command;
}

function scratchIds(): NewId {
  let count = 0;
  return <K extends IdKind>(kind: K): IdOfKind[K] => {
    count += 1;
    return `${kind}_.moved.${String(count).padStart(3, '0')}` as unknown as IdOfKind[K];
  };
}
