import type { Bounds } from '../geometry/polygon.ts';
import type { ElementRef, NewId, Point, Storey, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import type { Intent } from './intent.ts';
import { shiftBy } from './motion.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { refusal } from './refusals.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { partsOf, unitsOf } from './units.ts';
import { wholePoint } from './whole.ts';

/** `middle` and `centre` bring middles to one level line and to one upright line. */
export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'middle' | 'centre';

export interface AlignElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  readonly to: Alignment;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Brings edges or middles of elements to one line: that of the outermost, or the middle of all.
 * Walls that are joined stay together.
 */
export function alignElements({ storey: id, elements, to, intent, newId }: AlignElements): Command {
  return storeyEdit({
    label: text('对齐', 'Align'),
    storey: id,
    newId,
    allow: (storey) =>
      refuseSelection(storey, elements, intent, arranged) ??
      refuseFew(unitsIn(storey, elements, intent).length, 2),
    change(storey, before, making) {
      const units = unitsIn(before, elements, intent);
      const all = around(units.map(({ bounds }) => bounds));
      const moves = units.map((unit) => {
        const by = wholePoint(shiftTo(unit.bounds, all, to));
        return { unit, by, motion: shiftBy(by) };
      });
      placeElsewhere(storey, before, partsOf(moves), intent, making);
    },
  });
}

export const arranged = ['wall', 'fixture', 'riser'] as const;

export const unitsIn = (storey: Storey, elements: readonly ElementRef[], intent: Intent) =>
  unitsOf(storey, selectionOf(storey, elements, intent));

export const refuseFew = (count: number, least: number) =>
  count >= least
    ? null
    : refusal(
        'too-few',
        `请至少选中 ${least} 个墙、设施或立管；相连的墙算作一个。`,
        `Select at least ${least} walls, fixtures or risers; walls that are joined count as one.`,
      );

const around = (boxes: readonly Bounds[]): Bounds =>
  boxes.reduce((one, other) => ({
    minX: Math.min(one.minX, other.minX),
    minY: Math.min(one.minY, other.minY),
    maxX: Math.max(one.maxX, other.maxX),
    maxY: Math.max(one.maxY, other.maxY),
  }));

function shiftTo(box: Bounds, all: Bounds, to: Alignment): Point {
  switch (to) {
    case 'left':
      return { x: all.minX - box.minX, y: 0 };
    case 'right':
      return { x: all.maxX - box.maxX, y: 0 };
    case 'bottom':
      return { x: 0, y: all.minY - box.minY };
    case 'top':
      return { x: 0, y: all.maxY - box.maxY };
    case 'middle':
      return { x: 0, y: (all.minY + all.maxY - box.minY - box.maxY) / 2 };
    case 'centre':
      return { x: (all.minX + all.maxX - box.minX - box.maxX) / 2, y: 0 };
  }
}
