import type { NewId, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseLength } from './misfit.ts';
import { relocate } from './relocate.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

export interface SetWallLength {
  readonly storey: StoreyId;
  readonly wall: WallId;
  /** mm along the centre line. */
  readonly length: number;
  /** The end that stays. */
  readonly hold: 'a' | 'b';
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Gives a wall a length, in its direction, by moving one of its ends with what is joined there. */
export function setWallLength({
  storey: id,
  wall,
  length,
  hold,
  intent,
  newId,
}: SetWallLength): Command {
  const ref = { kind: 'wall', id: wall, storey: id } as const;
  return storeyEdit({
    label: text('设定墙长', 'Set wall length'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, [ref], intent, ['wall']) ?? refuseLength(length, [ref]),
    change(storey, before, making) {
      const facts = before.walls[wall];
      if (!facts) return;
      const joint = facts[hold === 'a' ? 'b' : 'a'];
      const from = before.joints[facts[hold]];
      const end = before.joints[joint];
      if (!from || !end) return;
      const now = Math.hypot(end.x - from.x, end.y - from.y);
      const share = length / now;
      const to = wholePoint({
        x: from.x + (end.x - from.x) * share,
        y: from.y + (end.y - from.y) * share,
      });
      const joints = new Map([[joint, to]]);
      relocate(storey, before, { joints, walls: [wall] }, intent, making);
    },
  });
}
