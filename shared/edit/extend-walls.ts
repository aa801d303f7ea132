import type { ElementRef, JointId, NewId, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { endWall, meetingWith, refuseTarget, runParallel } from './end-wall.ts';
import type { Intent } from './intent.ts';
import { refusal } from './refusals.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';

export interface ExtendWalls {
  readonly storey: StoreyId;
  readonly walls: readonly WallId[];
  /** The wall whose centre line they are to reach. */
  readonly to: WallId;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Carries walls on in their own direction until they reach another one. */
export function extendWalls({ storey: id, walls, to, intent, newId }: ExtendWalls): Command {
  const refs = walls.map((wall): ElementRef => ({ kind: 'wall', id: wall, storey: id }));
  return storeyEdit({
    label: text('延伸墙', 'Extend walls'),
    storey: id,
    newId,
    allow(storey) {
      const refused =
        refuseSelection(storey, refs, intent, ['wall']) ?? refuseTarget(storey, to, id, intent);
      if (refused) return refused;
      const meetings = walls.map((wall) => meetingWith(storey, wall, to));
      if (meetings.every((meeting) => meeting === null)) return runParallel;
      if (walls.some((wall) => shortOf(storey, wall, to))) return null;
      return meetings.some((meeting) => meeting?.isOnOther)
        ? refusal(
            'already-meets',
            '墙已经与目标墙相接。',
            'The wall reaches the other one already.',
            refs,
          )
        : refusal(
            'beyond-end',
            '沿墙的方向延伸，到不了目标墙；请先加长目标墙，或改用“成角”。',
            'Carried on, it would pass the end of the other wall; lengthen that, or make a corner.',
            refs,
          );
    },
    change(storey, before, making) {
      const used = new Map<string, JointId>();
      for (const wall of walls) {
        const meeting = shortOf(before, wall, to);
        if (!meeting || (intent === 'proposal' && meeting.line.wall.phase === 'demolished'))
          continue;
        endWall(storey, before, wall, meeting.along < 0 ? 'a' : 'b', meeting, used, intent, making);
      }
    },
  });
}

/** Where a wall that stops short of the other one would reach it. */
function shortOf(storey: Storey, wall: WallId, to: WallId) {
  const meeting = wall === to ? null : meetingWith(storey, wall, to);
  const isShort = meeting && (meeting.along < 0 || meeting.along > meeting.line.length);
  return isShort && meeting.isOnOther ? meeting : null;
}
