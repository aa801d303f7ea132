import type { ElementRef, JointId, NewId, Storey, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { endWall, meetingWith, refuseCut, refuseTarget, runParallel } from './end-wall.ts';
import type { Intent } from './intent.ts';
import { shortestWall } from './misfit.ts';
import { refusal } from './refusals.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';

export interface TrimWalls {
  readonly storey: StoreyId;
  readonly walls: readonly WallId[];
  /** The wall at whose centre line they are cut off. */
  readonly at: WallId;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Cuts walls off where they cross another one; of each the longer part stays. */
export function trimWalls({ storey: id, walls, at, intent, newId }: TrimWalls): Command {
  const refs = walls.map((wall): ElementRef => ({ kind: 'wall', id: wall, storey: id }));
  return storeyEdit({
    label: text('修剪墙', 'Trim walls'),
    storey: id,
    newId,
    allow(storey) {
      const refused =
        refuseSelection(storey, refs, intent, ['wall']) ?? refuseTarget(storey, at, id, intent);
      if (refused) return refused;
      if (walls.every((wall) => meetingWith(storey, wall, at) === null)) return runParallel;
      const crossings = walls.flatMap((wall) => crossingOf(storey, wall, at) ?? []);
      if (crossings.length === 0) {
        return refusal(
          'not-crossing',
          '墙没有越过目标墙，没有可以修剪的部分。',
          'The wall does not go past the other one: there is nothing to trim.',
          refs,
        );
      }
      return (
        walls
          .map((wall) => {
            const crossing = crossingOf(storey, wall, at);
            return crossing && refuseCut(storey, wall, crossing.along, id);
          })
          .find((one) => one) ?? null
      );
    },
    change(storey, before, making) {
      const used = new Map<string, JointId>();
      for (const wall of walls) {
        const crossing = crossingOf(before, wall, at);
        if (!crossing || (intent === 'proposal' && crossing.line.wall.phase === 'demolished'))
          continue;
        const end = crossing.along < crossing.line.length / 2 ? 'a' : 'b';
        endWall(storey, before, wall, end, crossing, used, intent, making);
      }
    },
  });
}

/** Where a wall goes on for long enough past the other one to be cut off. */
function crossingOf(storey: Storey, wall: WallId, at: WallId) {
  const meeting = wall === at ? null : meetingWith(storey, wall, at);
  if (!meeting?.isOnOther) return null;
  const { along, line } = meeting;
  return along >= shortestWall && along <= line.length - shortestWall ? meeting : null;
}
