import type { JointId, NewId, Point, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { demolished, gone } from './refusals.ts';
import { relocate, wallsTakenAlong } from './relocate.ts';
import { storeyEdit } from './storey-edit.ts';
import { wallsByJoint } from './users.ts';
import { wholePoint } from './whole.ts';

export interface MoveJoint {
  readonly storey: StoreyId;
  readonly joint: JointId;
  readonly to: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Moves the end that walls share. In a proposal the new walls that end there follow and surveyed
 * ones stay; where there is no new one, the surveyed walls are demolished and come as new.
 */
export function moveJoint({ storey: id, joint, to, intent, newId }: MoveJoint): Command {
  return storeyEdit({
    label: text('移动节点', 'Move joint'),
    storey: id,
    newId,
    allow(storey) {
      if (!storey.joints[joint]) return gone({ kind: 'joint', id: joint, storey: id });
      const users = wallsByJoint(storey).get(joint) ?? [];
      const isFixed =
        intent === 'proposal' &&
        users.length > 0 &&
        users.every(([, wall]) => wall.phase === 'demolished');
      return isFixed
        ? demolished(users.map(([wall]) => ({ kind: 'wall', id: wall, storey: id })))
        : null;
    },
    change(storey, before, making) {
      const walls = wallsTakenAlong(before, [joint]);
      const joints = new Map([[joint, wholePoint(to)]]);
      relocate(storey, before, { joints, walls }, intent, making);
    },
  });
}
