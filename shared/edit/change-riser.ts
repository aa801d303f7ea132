import type { NewId, Riser, RiserId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import { changeElement } from './change-element.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { refuseSelection } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

export interface ChangeRiser {
  readonly storey: StoreyId;
  readonly riser: RiserId;
  /** What becomes of it; its phase is not changed here. */
  readonly change: Partial<Omit<Riser, 'phase'>>;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Changes a riser: kind, line, size, place. */
export function changeRiser({ storey: id, riser, change, intent, newId }: ChangeRiser): Command {
  const { at, line, width, depth, ...rest } = change;
  return storeyEdit({
    label: text('修改立管', 'Change riser'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, [{ kind: 'riser', id: riser, storey: id }], intent, ['riser']),
    change(storey, _before, making) {
      const tidied: Partial<Riser> = {
        ...rest,
        ...(at === undefined ? {} : { at: wholePoint(at) }),
        ...(line === undefined ? {} : { line: line.trim() }),
        ...(width === undefined ? {} : { width: whole(width) }),
        ...(depth === undefined ? {} : { depth: whole(depth) }),
      };
      changeElement(storey, 'riser', riser, tidied, intent, making);
    },
  });
}
