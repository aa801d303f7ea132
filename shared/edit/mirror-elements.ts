import type { ElementRef, NewId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { copyInto, startCopying } from './copy-into.ts';
import type { Intent } from './intent.ts';
import { type Axis, mirrorOver } from './motion.ts';
import { placeElsewhere } from './place-elsewhere.ts';
import { refuseSelection, selectionOf } from './selection.ts';
import { storeyEdit } from './storey-edit.ts';
import { boundsOfSelection } from './units.ts';

export interface MirrorElements {
  readonly storey: StoreyId;
  readonly elements: readonly ElementRef[];
  /** A line, or through the middle of what is mirrored: `upright` swaps left and right. */
  readonly over: Axis | 'upright' | 'level';
  /** Whether the originals stay and mirrored copies are added. */
  readonly keep: boolean;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Mirrors elements over a line, doors with their walls. Openings by themselves cannot be: they have
 * their hinge and swing swapped instead.
 */
export function mirrorElements(options: MirrorElements): Command {
  const { storey: id, elements, over, keep, intent, newId } = options;
  return storeyEdit({
    label: keep ? text('镜像复制', 'Mirror a copy') : text('镜像', 'Mirror'),
    storey: id,
    newId,
    allow: (storey) => refuseSelection(storey, elements, intent, mirrored),
    change(storey, before, making) {
      const selection = selectionOf(before, elements, intent);
      const axis = typeof over === 'object' ? over : null;
      const box = boundsOfSelection(before, selection);
      // To the half millimetre, so that mirroring twice brings everything back.
      const half = (least: number, most: number) => Math.round(least + most) / 2;
      const middle = { x: half(box.minX, box.maxX), y: half(box.minY, box.maxY) };
      const through = axis?.through ?? middle;
      const motion = mirrorOver({ through, degrees: axis?.degrees ?? (over === 'level' ? 0 : 90) });
      if (keep) copyInto(startCopying(storey, before, intent, making), before, selection, motion);
      else placeElsewhere(storey, before, [{ selection, motion }], intent, making);
    },
  });
}

const mirrored = ['joint', 'wall', 'room', 'fixture', 'riser'] as const;
