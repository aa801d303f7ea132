import type { JointId, NewId, Point, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { jointNear, pairOf, standingPairs } from './draw-walls.ts';
import type { Intent } from './intent.ts';
import { demolished, gone, wallThere } from './refusals.ts';
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
 * ones stay; where there is no new one, the surveyed walls are demolished and come as new. Brought
 * onto another joint, it becomes one with it.
 */
export function moveJoint({ storey: id, joint, to, intent, newId }: MoveJoint): Command {
  return storeyEdit({
    label: text('移动节点', 'Move joint'),
    storey: id,
    newId,
    isDragged: true,
    allow(storey) {
      if (!storey.joints[joint]) return gone({ kind: 'joint', id: joint, storey: id });
      const users = wallsByJoint(storey).get(joint) ?? [];
      const isFixed =
        intent === 'proposal' &&
        users.length > 0 &&
        users.every(([, wall]) => wall.phase === 'demolished');
      return isFixed
        ? demolished(users.map(([wall]) => ({ kind: 'wall', id: wall, storey: id })))
        : refuseDoubled(storey, joint, wholePoint(to), intent, id);
    },
    change(storey, before, making) {
      const walls = wallsTakenAlong(before, [joint]);
      const other = jointNear(before, wholePoint(to), joint);
      const at = (other && before.joints[other]) ?? wholePoint(to);
      const joints = new Map([[joint, at]]);
      const into = new Map(other ? [[joint, other]] : []);
      relocate(storey, before, { joints, walls, into }, intent, making);
    },
  });
}

/** Two walls may not come to lie between the same two joints. */
function refuseDoubled(
  storey: Storey,
  joint: JointId,
  to: Point,
  intent: Intent,
  id: StoreyId,
): Refusal | null {
  const other = jointNear(storey, to, joint);
  if (!other) return null;
  const users = wallsByJoint(storey).get(joint) ?? [];
  const hasNew = users.some(([, wall]) => wall.phase === 'new');
  const following = users.filter(
    ([, wall]) => intent === 'survey' || wall.phase === (hasNew ? 'new' : 'existing'),
  );
  for (const [wall, { a, b, phase }] of following) {
    const pairs = standingPairs(storey, intent === 'survey' ? phase : 'new');
    const there = pairs.get(pairOf(a === joint ? b : a, other));
    if (there && there !== wall) return wallThere([{ kind: 'wall', id: there, storey: id }]);
  }
  return null;
}
