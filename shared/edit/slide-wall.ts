import type { NewId, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseSelection } from './selection.ts';
import { shiftSideways } from './shift-sideways.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole } from './whole.ts';

export interface SlideWall {
  readonly storey: StoreyId;
  readonly wall: WallId;
  /** mm square to the wall; positive to its left, seen from a to b. */
  readonly by: number;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Moves a wall square to itself while its neighbours stay joined: those that run across it grow or
 * shrink in their own direction, and where one carries it on, a short wall closes the step. In a
 * proposal surveyed neighbours stay, and new pieces lead on from them.
 */
export function slideWall({ storey: id, wall, by, intent, newId }: SlideWall): Command {
  const ref = { kind: 'wall', id: wall, storey: id } as const;
  return storeyEdit({
    label: text('平移墙', 'Slide wall'),
    storey: id,
    newId,
    isDragged: true,
    allow: (storey) => refuseSelection(storey, [ref], intent, ['wall']),
    change(storey, before, making) {
      const way = { by: whole(by), closes: true };
      if (way.by !== 0) shiftSideways(storey, before, wall, way, intent, making);
    },
  });
}
