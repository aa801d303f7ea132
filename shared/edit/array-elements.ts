import type { ElementRef, NewId, Point, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { copied, copyOpenings, refuseHosts } from './copy-elements.ts';
import { copyInto, startCopying } from './copy-into.ts';
import type { Intent } from './intent.ts';
import { shiftBy } from './motion.ts';
import { noDistance, refusal } from './refusals.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

/** More copies than this are a slip of the hand. */
export const mostCopies = 200;

export interface ArrayElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** How many copies are added, the original not counted. */
  readonly copies: number;
  /** mm from each to the next. */
  readonly by: Point;
  readonly intent: Intent;
  readonly newId: NewId;
}

/** Copies elements several times at even distances. Copies that meet share their joints and walls. */
export function arrayElements(options: ArrayElements): Command {
  const { storey: id, elements, copies, intent, newId } = options;
  const step = wholePoint(options.by);
  const shifts = Array.from({ length: Math.max(0, copies) }, (_, index) => ({
    x: step.x * (index + 1),
    y: step.y * (index + 1),
  })).slice(0, mostCopies);
  return storeyEdit({
    label: text('阵列', 'Array'),
    storey: id,
    newId,
    allow(storey) {
      const refused = refuseSelection(storey, elements, intent, copied);
      if (refused) return refused;
      if (!Number.isInteger(copies) || copies < 1 || copies > mostCopies) {
        return refusal(
          'copies',
          `复制份数应为 1 到 ${mostCopies} 的整数。`,
          `The number of copies is a whole number from 1 to ${mostCopies}.`,
        );
      }
      if (step.x === 0 && step.y === 0) return noDistance;
      return refuseHosts(storey, selectionOf(storey, elements, intent), id, intent);
    },
    change(storey, before, making) {
      const selection = selectionOf(before, elements, intent);
      const copying = startCopying(storey, before, intent, making);
      for (const by of shifts) {
        copyInto(copying, before, selection, shiftBy(by));
        copyOpenings(storey, before, selection, by, intent, making);
      }
    },
  });
}
