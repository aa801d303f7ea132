import type { NewId, Opening, OpeningId, StoreyId, WallId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { shortestWall } from './misfit.ts';
import { refusal } from './refusals.ts';
import { refuseSelection } from './selection.ts';
import { splitWall } from './split-wall.ts';
import { storeyEdit } from './storey-edit.ts';
import { openingsOf } from './users.ts';
import { lineOf } from './wall-lines.ts';
import { whole } from './whole.ts';

export interface CutWall {
  readonly storey: StoreyId;
  readonly wall: WallId;
  /** mm from the wall's end a. */
  readonly at: readonly number[];
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Cuts a wall into pieces, which stay what it was: a surveyed wall that is cut in a proposal is
 * still surveyed, so that a piece of it can be demolished and the rest kept.
 */
export function cutWall({ storey: id, wall, at, intent, newId }: CutWall): Command {
  const ref = { kind: 'wall', id: wall, storey: id } as const;
  const cuts = [...new Set(at.map(whole))].sort((one, other) => one - other);
  return storeyEdit({
    label: text('打断墙', 'Split wall'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, [ref], intent, ['wall']);
      const line = lineOf(storey, wall);
      if (refused || !line) return refused;
      const isInside = (cut: number) => cut >= shortestWall && cut <= line.length - shortestWall;
      if (cuts.length === 0 || !cuts.every(isInside)) {
        const most = Math.floor(line.length) - shortestWall;
        return refusal(
          'outside-wall',
          `打断点应在距墙端 ${shortestWall} 至 ${most} mm 之间。`,
          `The place to split at is from ${shortestWall} to ${most} mm from the end of the wall.`,
          [ref],
        );
      }
      return refuseAcross(openingsOf(storey, wall), cuts, id);
    },
    change(storey, _before, making) {
      splitWall(storey, wall, cuts, making.newId);
    },
  });
}

/** No opening may lie across a place where its wall is cut. */
export function refuseAcross(
  openings: readonly (readonly [OpeningId, Opening])[],
  cuts: readonly number[],
  storey: StoreyId,
) {
  const across = openings.find(([, { offset, width }]) =>
    cuts.some((cut) => cut > offset && cut < offset + width),
  );
  return across
    ? refusal(
        'cuts-opening',
        '门窗正好横跨墙要断开的位置。请先移动或删除这扇门窗。',
        'A door or window lies across the place where the wall would be cut. Move or delete it first.',
        [{ kind: 'opening', id: across[0], storey }],
      )
    : null;
}
