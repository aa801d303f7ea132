import { distance } from '../geometry/point.ts';
import type { ElementRef, JointId, NewId, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { endWall, type Meeting, meetingWith, refuseCut, runParallel } from './end-wall.ts';
import type { Intent } from './intent.ts';
import { refusal } from './refusals.ts';
import { reach } from './relocate.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';

export interface CornerWalls {
  readonly storey: StoreyId;
  readonly walls: readonly [WallId, WallId];
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Brings two walls to a corner: each is carried on, or cut off so that its longer part stays. */
export function cornerWalls({ storey: id, walls, intent, newId }: CornerWalls): Command {
  const refs = walls.map((wall): ElementRef => ({ kind: 'wall', id: wall, storey: id }));
  return storeyEdit({
    label: text('墙成角', 'Corner'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refs.map((ref) => refuseSelection(storey, [ref], intent, ['wall']));
      const found = refused.find((one) => one);
      if (found) return found;
      const meetings = meetingsOf(storey, walls);
      if (!meetings) return runParallel;
      const ends = meetings.map((meeting) => meeting.line.wall[endOf(meeting)]);
      if (ends[0] === ends[1] && meetings.every(isAtEnd)) {
        return refusal(
          'already-joined',
          '两道墙已经在这里成角。',
          'The two walls meet in a corner already.',
          refs,
        );
      }
      return (
        meetings
          .map((meeting, index) =>
            isInside(meeting) ? refuseCut(storey, walls[index]!, meeting.along, id) : null,
          )
          .find((one) => one) ?? null
      );
    },
    change(storey, before, making) {
      const meetings = meetingsOf(before, walls) ?? [];
      const used = new Map<string, JointId>();
      meetings.forEach((meeting, index) => {
        const wall = walls[index];
        if (wall) endWall(storey, before, wall, endOf(meeting), meeting, used, intent, making);
      });
    },
  });
}

function meetingsOf(storey: Storey, [one, other]: readonly [WallId, WallId]): Meeting[] | null {
  const first = meetingWith(storey, one, other);
  const second = meetingWith(storey, other, one);
  return first && second ? [first, second] : null;
}

const endOf = ({ along, line }: Meeting): 'a' | 'b' => (along < line.length / 2 ? 'a' : 'b');

const isInside = ({ along, line }: Meeting): boolean => along > 0 && along < line.length;

const isAtEnd = (meeting: Meeting): boolean =>
  distance(meeting.line[endOf(meeting)], meeting.at) <= reach;
