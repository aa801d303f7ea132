import type { NewId, StoreyId, Wall, WallId, WallKind } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { boundaryHasNoOpenings, needsThickness, refusal } from './refusals.ts';
import { remakeWall } from './remake-wall.ts';
import { refuseSelection } from './selection.ts';
import { shiftSideways } from './shift-sideways.ts';
import { storeyEdit } from './storey-edit.ts';
import { openingsOf } from './users.ts';
import { whole } from './whole.ts';

export interface ChangeWall {
  readonly storey: StoreyId;
  readonly wall: WallId;
  readonly change: Partial<Pick<Wall, 'thickness' | 'kind'>>;
  /**
   * What stays where it is when the thickness changes: the centre line, or the face on that side
   * seen from a to b, to half a mm.
   */
  readonly hold?: 'axis' | 'left' | 'right';
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Changes a wall's thickness or kind. A wall that becomes a boundary loses its thickness; a
 * boundary that becomes a wall takes the usual one, unless another is given.
 */
export function changeWall(options: ChangeWall): Command {
  const { storey: id, wall, change, hold = 'axis', intent, newId } = options;
  const ref = { kind: 'wall', id: wall, storey: id } as const;
  return storeyEdit({
    label: text('修改墙', 'Change wall'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, [ref], intent, ['wall']);
      const now = storey.walls[wall];
      if (refused || !now) return refused;
      const { kind, thickness } = after(now, change);
      if (kind !== 'boundary') return thickness < 1 ? needsThickness : null;
      if (thickness !== 0) {
        return refusal(
          'boundary-thickness',
          '分界线没有厚度；需要厚度时请改为墙。',
          'A boundary has no thickness; make it a wall to give it one.',
          [ref],
        );
      }
      const openings = openingsOf(storey, wall);
      return openings.length > 0
        ? boundaryHasNoOpenings(openings.map(([key]) => ({ kind: 'opening', id: key, storey: id })))
        : null;
    },
    change(storey, before, making) {
      const now = before.walls[wall];
      const draft = storey.walls[wall];
      if (!now || !draft) return;
      const next = after(now, change);
      if (next.kind === now.kind && next.thickness === now.thickness) return;
      const half = (next.thickness - now.thickness) / 2;
      const by = hold === 'axis' ? 0 : hold === 'left' ? -half : half;
      if (by !== 0) {
        const target = shiftSideways(storey, before, wall, { by, closes: false }, intent, making);
        Object.assign(storey.walls[target] ?? draft, next);
      } else if (intent === 'survey' || now.phase === 'new') Object.assign(draft, next);
      else remakeWall(storey, before, wall, next, making);
    },
  });
}

/** mm: one brick, and half a brick with plaster. */
const usualThickness: Readonly<Record<WallKind, number>> = {
  bearing: 240,
  partition: 120,
  boundary: 0,
};

function after(now: Wall, change: ChangeWall['change']): Pick<Wall, 'thickness' | 'kind'> {
  const kind = change.kind ?? now.kind;
  const changesSide = (kind === 'boundary') !== (now.kind === 'boundary');
  const implied = changesSide ? usualThickness[kind] : now.thickness;
  return { kind, thickness: whole(change.thickness ?? implied) };
}
